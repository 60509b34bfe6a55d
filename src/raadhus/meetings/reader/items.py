"""One item from its rows: head, sections, recommendations with outcomes, decision, votes, attachments, promises."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from raadhus.meetings.reader.blocks import blocks_of, text_of
from raadhus.meetings.reader.decisions import OwnDecision, earlier_decisions, find_own, find_unheaded, is_own
from raadhus.meetings.reader.header import Header
from raadhus.meetings.reader.obligations import read_obligations
from raadhus.meetings.reader.outcomes import decide, overall
from raadhus.meetings.reader.parts import attachments_in, parted, recommendations_in
from raadhus.meetings.reader.rows import Row, Sheet, span_of
from raadhus.meetings.reader.sections import RawSection
from raadhus.meetings.reader.starts import Start
from raadhus.meetings.reader.titles import Head
from raadhus.meetings.reader.verdicts import verdict_of_text
from raadhus.meetings.reader.votes import read_votes
from raadhus.meetings.rules.outcomes import Outcome
from raadhus.meetings.rules.reading import (
    ReadDecision,
    ReadItem,
    ReadObligation,
    ReadRecommendation,
    ReadSection,
    SectionKind,
)

_PROMISING = frozenset(
    {
        SectionKind.BACKGROUND,
        SectionKind.STATEMENT,
        SectionKind.ASSESSMENT,
        SectionKind.ECONOMY,
        SectionKind.PROCESS,
        SectionKind.OTHER,
    }
)


@dataclass
class Draft:
    """An item on its way: its rows, head and sections, before the meeting's body and date are known."""

    start: Start
    rows: list[Row]
    head: Head
    sections: list[RawSection] = field(default_factory=list)
    absent: tuple[str, ...] = ()


def finish_item(draft: Draft, header: Header, sheet: Sheet, *, is_minutes: bool) -> ReadItem:
    """Return the item; `draft.absent` becomes the names that its own decision calls absent."""
    sections = parted(draft.sections, sheet)
    own = find_own(sections, header, sheet)
    if own is None and is_minutes:
        own = find_unheaded(sections, header, sheet)
    draft.absent = own.absent if own else ()
    text = own.text if own else ""
    recommendations = decide(recommendations_in(sections, sheet), text)
    return ReadItem(
        number=draft.start.number,
        title=draft.head.title,
        case_number=draft.head.case.number if draft.head.case else None,
        closed=draft.head.closed or _is_unreleased(own),
        source=span_of(draft.rows),
        sections=tuple(_section(section, own, header, sheet) for section in sections),
        recommendations=recommendations,
        decision=_decision(own, recommendations),
        votes=read_votes(own.text, own.span) if own else (),
        earlier_decisions=earlier_decisions(sections, header, sheet),
        attachments=attachments_in(sections, sheet),
        obligations=_obligations(sections, own, header, sheet),
    )


def _is_unreleased(own: OwnDecision | None) -> bool:
    return own is not None and verdict_of_text(own.text) is Outcome.NOT_RELEASED


def _decision(own: OwnDecision | None, recommendations: Sequence[ReadRecommendation]) -> ReadDecision | None:
    if own is None:
        return None
    return ReadDecision(own.body, own.date, own.text, overall(recommendations, own.text), own.span)


def _section(section: RawSection, own: OwnDecision | None, header: Header, sheet: Sheet) -> ReadSection:
    kind = section.kind
    if (
        kind is SectionKind.DECISION
        and section.heading
        and section.heading.is_statement
        and not is_own(section, header)
    ):
        kind = SectionKind.EARLIER
    if section.heading is None and own and own.rows and own.rows[0] is section.rows[0]:
        kind = SectionKind.DECISION
    text = text_of(section.rows, sheet)
    if section.heading and section.heading.rest:
        text = f"{section.heading.rest}\n{text}".strip()
    return ReadSection(
        kind=kind,
        heading=section.heading.text if section.heading else None,
        text=text,
        blocks=blocks_of(section.rows, sheet, headings=kind is not SectionKind.ATTACHMENTS),
        source=span_of(section.all_rows),
    )


def _obligations(
    sections: Sequence[RawSection], own: OwnDecision | None, header: Header, sheet: Sheet
) -> tuple[ReadObligation, ...]:
    found: list[ReadObligation] = []
    for section in sections:
        if section.kind in _PROMISING:
            found.extend(read_obligations(section.rows, sheet, meeting_date=header.date, deciding=False))
    if own:
        found.extend(read_obligations(own.rows, sheet, meeting_date=header.date, deciding=True))
    unique = {(one.source.start, one.to_body, one.due): one for one in found}
    return tuple(sorted(unique.values(), key=lambda one: one.source.start))
