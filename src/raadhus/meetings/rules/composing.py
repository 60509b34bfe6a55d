"""A meeting that was written here, set as a text, so that it is a document like any other: every value has its place in it.

The text is what is frozen, hashed, linted and shown beside the reading. It holds closed items in full and is read by
those who may read the document; everybody else gets what `disclosure` gives.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from raadhus.core.documents.text import Paragraph, plain_text
from raadhus.meetings.rules.reading import (
    Kind,
    ReadAttachment,
    ReadDecision,
    Reading,
    ReadItem,
    ReadRecommendation,
    ReadSection,
    ReadVote,
    SectionKind,
    Span,
)

_KIND_NAMES = {Kind.AGENDA: "DAGSORDEN", Kind.MINUTES: "REFERAT"}


@dataclass(frozen=True, slots=True)
class Composed:
    """A text and the reading whose spans lie in it."""

    text: str
    reading: Reading


@dataclass(slots=True)
class _Page:
    """The text as it grows."""

    parts: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, text: str, *, after: str = "\n\n") -> Span:
        """Write a stretch and what separates it from the next; return its span."""
        start = self.length
        self.parts += [text, after]
        self.length += len(text) + len(after)
        return Span(start, start + len(text))


def composed(reading: Reading) -> Composed:
    """Return the text of a reading, and the reading with every span set to where it stands there.

    The spans that the reading came with are not looked at. Section texts are made from their blocks.
    """
    page = _Page()
    day = f" d. {_short(reading.date)}" if reading.date else ""
    page.add(f"{_KIND_NAMES[reading.kind]} {reading.body or ''}{day}".strip())
    times = " – ".join(filter(None, (reading.start_time, reading.end_time)))
    header: list[tuple[str, Span]] = []
    for name, label, value in (
        ("date", "Mødedato", " kl. ".join(filter(None, (_short(reading.date), times)))),
        ("place", "Mødested", reading.place or ""),
        ("participants", "Mødedeltagere", ", ".join(reading.participants)),
        ("absent", "Afbud", ", ".join(reading.absent)),
    ):
        if value:
            page.add(f"{label}: ", after="")
            header.append((name, page.add(value)))
    items = tuple(_item(page, item) for item in reading.items)
    text = "".join(page.parts).rstrip("\n") + "\n"
    return Composed(text, replace(reading, items=items, header_sources=tuple(header)))


def _item(page: _Page, item: ReadItem) -> ReadItem:
    start = page.length
    number = f"Punkt {item.number}: " if item.number else ""
    page.add(f"{number}{'Lukket: ' if item.closed else ''}{item.title}")
    if item.case_number:
        page.add(item.case_number)
    for label, value in (("Grundlag for lukning", item.legal_ground), ("Sen sag", item.late_reason)):
        if value:
            page.add(f"{label}: {value}")
    sections, recommendations, decision, votes = _body(page, item)
    _people(page, item)
    attachments = _attachments(page, item.attachments)
    return replace(
        item,
        source=Span(start, max(start, page.length - 2)),
        sections=sections,
        recommendations=recommendations,
        decision=decision,
        votes=votes,
        attachments=attachments,
    )


def _body(
    page: _Page, item: ReadItem
) -> tuple[tuple[ReadSection, ...], tuple[ReadRecommendation, ...], ReadDecision | None, tuple[ReadVote, ...]]:
    """Write sections in their order, with recommendations and decision after the background as Danish minutes have them."""
    asked = next((one for one in item.sections if one.kind is SectionKind.RECOMMENDATION), None)
    before = [one for one in item.sections if one.kind is SectionKind.BACKGROUND]
    after = [one for one in item.sections if one is not asked and one.kind is not SectionKind.BACKGROUND]
    first = [_section(page, one) for one in before]
    recommendations = item.recommendations
    if recommendations:
        start = page.length
        page.add((asked.heading if asked else None) or "Indstilling")
        for lead in asked.blocks if asked else ():
            if isinstance(lead, Paragraph):
                page.add(lead.text)
        recommendations = tuple(_recommendation(page, one) for one in recommendations)
        if asked:
            text, source = plain_text(asked.blocks), Span(start, page.length - 2)
            first.append(replace(asked, text=text, source=source))
    decision = item.decision
    if decision is not None:
        page.add(" ".join(filter(None, ("Beslutning", decision.body, _dated(decision.date)))))
        decision = replace(decision, source=page.add(decision.text))
    votes = tuple(replace(vote, source=page.add(vote_sentence(vote))) for vote in item.votes)
    return (*first, *(_section(page, one) for one in after)), recommendations, decision, votes


def _section(page: _Page, section: ReadSection) -> ReadSection:
    start = page.length
    if section.heading:
        page.add(section.heading)
    text = plain_text(section.blocks)
    page.add(text)
    return replace(section, text=text, source=Span(start, max(start, page.length - 2)))


def _recommendation(page: _Page, one: ReadRecommendation, depth: int = 0) -> ReadRecommendation:
    page.add(f"{'  ' * depth}{_marker(one.label)}", after="")
    source = page.add(one.text, after="\n" if one.children or depth else "\n\n")
    children = tuple(_recommendation(page, child, depth + 1) for child in one.children)
    if children and not depth:
        page.add("", after="\n")
    return replace(one, source=source, children=children)


def _marker(label: str | None) -> str:
    if not label:
        return ""
    return f"{label}. " if label[-1:].isalnum() else f"{label} "


def vote_sentence(vote: ReadVote) -> str:
    """Return a vote as one sentence, with names where they are known."""
    sides = (
        ("For stemte", vote.in_favour, vote.in_favour_names),
        ("Imod stemte", vote.against, vote.against_names),
        ("Undlod at stemme", vote.abstain, vote.abstain_names),
    )
    said = [
        f"{words} {count}{_in_brackets(names)}"
        for words, count, names in sides
        if count is not None and (count or names)
    ]
    subject = f"Afstemning om {vote.on}" if vote.on else "Afstemning"
    return f"{subject}: {'; '.join(said)}." if said else f"{subject}."


def _in_brackets(names: Sequence[str]) -> str:
    return f" ({', '.join(names)})" if names else ""


def _people(page: _Page, item: ReadItem) -> None:
    for label, names in (("Ikke til stede under punktet", item.absent), ("Inhabil", item.disqualified)):
        if names:
            page.add(f"{label}: {', '.join(names)}")
    for dissent in item.dissents:
        page.add(f"Mindretalsudtalelse fra {dissent.by}: {dissent.text}")


def _attachments(page: _Page, attachments: Iterable[ReadAttachment]) -> tuple[ReadAttachment, ...]:
    every = tuple(attachments)
    if every:
        page.add("Bilag")
    return tuple(replace(one, source=page.add(one.title)) for one in every)


def _dated(day: str | None) -> str:
    return f"den {_short(day)}" if day else ""


def _short(day: str | None) -> str:
    """Return "02-06-2025" of an ISO day."""
    return "-".join(reversed(day.split("-"))) if day else ""
