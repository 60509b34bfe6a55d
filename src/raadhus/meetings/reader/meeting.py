"""Which meeting the document is of, when no header says it: from boxes of registration data, or from the decisions' headings."""

from collections import Counter
from collections.abc import Iterable, Sequence

from raadhus.meetings.reader.header import Header
from raadhus.meetings.reader.sections import MeetingMark, RawSection
from raadhus.meetings.reader.verdicts import verdict_of_text
from raadhus.meetings.rules.outcomes import Outcome
from raadhus.meetings.rules.reading import SectionKind

_PASSED_ON = frozenset({Outcome.RECOMMENDED, Outcome.REFERRED, None})


def infer_meeting(header: Header, items: Sequence[Sequence[RawSection]], marks: Sequence[MeetingMark]) -> None:
    """Fill in body and date of a header that is silent about them."""
    if header.date and header.body:
        return
    for mark in marks:
        header.put("date", mark.date, [mark.row])
        if mark.date == header.date:
            header.put("body", mark.body, [mark.row])
    if not (header.date and header.body):
        _from_statements(header, items)


def _from_statements(header: Header, items: Sequence[Sequence[RawSection]]) -> None:
    """Take the statement that most items have, the latest of those; not one that only passes the matter on to another body."""
    found = Counter(
        (section.heading.body, section.heading.date)
        for sections in items
        for section in _distinct(sections)
        if section.heading
    )
    fitting = {pair: count for pair, count in found.items() if pair[1] and header.date in (None, pair[1])}
    if not fitting:
        return
    body, date = max(fitting, key=lambda pair: (fitting[pair], pair[1] or ""))
    own = [
        section
        for sections in items
        for section in sections
        if section.heading and (section.heading.body, section.heading.date) == (body, date)
    ]
    if not _decides(own, items):
        return
    rows = [row for section in own[:1] for row in section.all_rows[:1]]
    header.put("date", date, rows)
    header.put("body", body, rows)


def _distinct(sections: Iterable[RawSection]) -> list[RawSection]:
    seen: dict[tuple[str | None, str | None], RawSection] = {}
    for section in sections:
        if section.heading and section.heading.is_statement:
            seen.setdefault((section.heading.body, section.heading.date), section)
    return list(seen.values())


def _decides(own: Sequence[RawSection], items: Sequence[Sequence[RawSection]]) -> bool:
    """Return True when the body decides something itself, or the items have a decision apart from the statements."""
    apart = any(
        section.kind is SectionKind.DECISION and section.rows and section.heading and not section.heading.is_statement
        for sections in items
        for section in sections
    )
    return apart or any(
        verdict_of_text(" ".join(row.text for row in section.rows)) not in _PASSED_ON for section in own
    )
