"""A disclosed meeting as it is printed: headings, label and value, sections in order. Every format writes this same thing.

What a section says is printed from its own blocks. What is known only as a value (a recommendation, a decision, a vote, an
attachment) becomes a section of its own in the place where Danish minutes have it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from raadhus.core.documents.renderers.clean import clean, is_blank
from raadhus.core.documents.text import Block, Heading, ListBlock, ListItem, Paragraph
from raadhus.meetings.rules.disclosure import CLOSED_TITLE, DisclosedItem, DisclosedMeeting
from raadhus.meetings.rules.reading import Kind, SectionKind
from raadhus.meetings.rules.record import Addition, DecisionRecord, RecommendationRecord, SectionRecord, VoteRecord
from raadhus.meetings.writer.dates import meeting_time, short_date

_ORDER = tuple(
    SectionKind(kind)
    for kind in (
        "background",
        "recommendation",
        "decision",
        "statement",
        "assessment",
        "economy",
        "process",
        "earlier",
        "other",
        "attachments",
    )
)


_UNTITLED = "Uden titel"


@dataclass(frozen=True, slots=True)
class PrintedSection:
    """A section; `recommendations` stand between `before` and `after` and are empty in most sections.

    `depth` is 1 when the section has a heading above its text (its own or an earlier one of the item), and 0 when it
    stands directly under the item's title: block headings then begin one level higher, so that none is skipped.
    """

    kind: SectionKind
    heading: str | None
    before: tuple[Block, ...]
    recommendations: tuple[RecommendationRecord, ...] = ()
    after: tuple[Block, ...] = ()
    depth: int = 1

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The whole section as blocks, the recommendations as a list with their printed markers."""
        return (*self.before, *_recommended(self.recommendations), *self.after)


@dataclass(frozen=True, slots=True)
class PrintedItem:
    """An item; `heading` is "Punkt 4: Tal om Personale", `contents` the same without the number."""

    item: DisclosedItem
    heading: str
    contents: str
    sections: tuple[PrintedSection, ...]


@dataclass(frozen=True, slots=True)
class PrintedMeeting:
    """A meeting; `title` is "REFERAT Direktionen d. 02-06-2025", `running` the same for the top of each page.

    `facts` are label and value beneath the title.
    """

    meeting: DisclosedMeeting
    title: str
    running: str
    municipality: str
    facts: tuple[tuple[str, str], ...]
    items: tuple[PrintedItem, ...]

    @property
    def has_contents(self) -> bool:
        """True when there is something to find one's way in: a single item needs no table of contents."""
        return len(self.items) > 1


def printed(meeting: DisclosedMeeting) -> PrintedMeeting:
    """Return the meeting as it is printed. Raises TypeError for anything that has not been through `disclose`."""
    if not isinstance(meeting, DisclosedMeeting):
        raise TypeError("Only a DisclosedMeeting is printed: call disclose() first.")
    kind = "REFERAT" if meeting.kind is Kind.MINUTES else "DAGSORDEN"
    day = f"d. {short_date(meeting.date)}" if meeting.date else ""
    facts = (
        ("Mødedato", meeting_time(meeting.date, meeting.start_time, meeting.end_time)),
        ("Mødested", meeting.place or ""),
        ("Mødedeltagere", _names(meeting.participants)),
        ("Afbud", _names(meeting.absent)),
        # What was added to the signed minutes as a whole stands where nobody overlooks it, in every format.
        *((f"Tilføjelse {short_date(one.added_date)}", f"{one.text} ({one.author})") for one in meeting.additions),
    )
    return PrintedMeeting(
        meeting=meeting,
        title=clean(" ".join(filter(None, (kind, meeting.body, day)))),
        running=clean(" · ".join(filter(None, (meeting.body, kind.capitalize(), day.removeprefix("d. "))))),
        municipality=_municipality(clean(meeting.municipality or "").strip()),
        facts=tuple((label, clean(value)) for label, value in facts if not is_blank(value)),
        items=tuple(_item(item, meeting) for item in meeting.items),
    )


def _municipality(name: str) -> str:
    """Return "Eksempelkøbing Kommune", whether or not the record's name says what it is."""
    return name if not name or re.search(r"kommune|region", name, re.IGNORECASE) else f"{name} Kommune"


def _names(names: Sequence[str]) -> str:
    """Join names by commas, or by semicolons when a name holds a comma ("Alma Birk, direktør")."""
    return ("; " if any("," in name for name in names) else ", ").join(names)


def _item(item: DisclosedItem, meeting: DisclosedMeeting) -> PrintedItem:
    title = _UNTITLED if is_blank(item.title) else item.title
    if item.closed and not title.casefold().startswith(CLOSED_TITLE.casefold()):
        title = f"{CLOSED_TITLE}: {title}"
    heading = f"Punkt {item.number}: {title}" if not is_blank(item.number or "") else title
    return PrintedItem(item=item, heading=clean(heading), contents=clean(title), sections=_sections(item, meeting))


def _sections(item: DisclosedItem, meeting: DisclosedMeeting) -> tuple[PrintedSection, ...]:
    shown = [one for one in (_section(section, item) for section in item.sections) if _is_seen(one)]
    # A section in which nothing stands is none: what the item's values say then has its place.
    kinds = {section.kind for section in shown}
    for section in _from_values(item, meeting):
        if section.kind not in kinds or section.kind is SectionKind.OTHER:
            shown.insert(_place(shown, section.kind), section)
    return tuple(_in_order(shown))


def _is_seen(section: PrintedSection) -> bool:
    """Return True when something of the section can be seen: its heading, or a block that is no empty line."""
    lines = (not isinstance(block, Paragraph | Heading) or not is_blank(block.text) for block in section.blocks)
    return not is_blank(section.heading or "") or any(lines)


def _in_order(sections: Iterable[PrintedSection]) -> Iterable[PrintedSection]:
    """Return the sections with headings that neither are empty nor skip a level, as accessible documents require."""
    depth = 0
    for section in sections:
        heading = None if is_blank(section.heading or "") else section.heading
        depth = 1 if heading else depth
        before, last = _levelled(section.before, 0)
        after, _ = _levelled(section.after, last)
        yield replace(section, heading=heading, before=before, after=after, depth=depth)


def _levelled(blocks: Iterable[Block], last: int) -> tuple[tuple[Block, ...], int]:
    """Return the blocks with each heading at most one level below the one before it, and the last level."""
    result: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading):
            if is_blank(block.text):
                continue
            last = min(max(block.level, 1), last + 1)
            result.append(Heading(block.text, last))
        else:
            result.append(block)
    return tuple(result), last


def _place(sections: Sequence[PrintedSection], kind: SectionKind) -> int:
    """Return where a section of this kind belongs: before the first one that comes after it in Danish minutes."""
    rank = _ORDER.index(kind)
    later = (at for at, section in enumerate(sections) if section.heading and _ORDER.index(section.kind) > rank)
    return next(later, len(sections))


def _section(section: SectionRecord, item: DisclosedItem) -> PrintedSection:
    if section.kind is SectionKind.ATTACHMENTS and (item.attachments or item.attachments_held_back):
        return _attachments(item, section.heading)
    if section.kind is SectionKind.RECOMMENDATION and item.recommendations:
        return _recommendation_section(section, item.recommendations)
    return PrintedSection(section.kind, section.heading, section.blocks)


def _recommendation_section(
    section: SectionRecord, recommendations: tuple[RecommendationRecord, ...]
) -> PrintedSection:
    """Return the section with the coded recommendations in place of the blocks that say the same.

    Where none does (somebody wrote the section anew), its own words are printed and nothing twice.
    """
    known = {_words(text) for text in _texts(recommendations)}
    said = [_says(block, known) for block in section.blocks]
    if not any(said):
        return PrintedSection(section.kind, section.heading, section.blocks)
    first = said.index(True)
    rest = (block for block, is_said in zip(section.blocks, said, strict=True) if not is_said)
    before = section.blocks[:first]
    after = tuple(rest)[len(before) :]
    return PrintedSection(section.kind, section.heading, before, recommendations, after)


def _texts(recommendations: Iterable[RecommendationRecord]) -> Iterable[str]:
    for each in recommendations:
        yield each.text
        yield f"{each.label or ''} {each.text}"
        yield from _texts(each.children)


def _words(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def _says(block: Block, known: set[str]) -> bool:
    match block:
        case Paragraph(text):
            return _words(text) in known
        case ListBlock(items):
            return any(_words(item.text) in known for item in items)
        case _:
            return False


def _recommended(recommendations: tuple[RecommendationRecord, ...]) -> tuple[Block, ...]:
    """Return recommendations as a list with their markers; one without a marker among others stands as a paragraph."""
    if len(recommendations) > 1 and all(map(_is_bare, recommendations)):
        return (ListBlock(tuple(map(_list_item, recommendations))),)
    blocks: list[Block] = []
    for is_bare, group in groupby(recommendations, key=_is_bare):
        if is_bare:
            blocks.extend(Paragraph(each.text) for each in group)
        else:
            blocks.append(ListBlock(tuple(map(_list_item, group)), ordered=True))
    return tuple(blocks)


def _is_bare(recommendation: RecommendationRecord) -> bool:
    return recommendation.label is None and not recommendation.children


def _list_item(recommendation: RecommendationRecord) -> ListItem:
    return ListItem(
        text=recommendation.text,
        label=printed_marker(recommendation.label),
        items=tuple(map(_list_item, recommendation.children)),
    )


def printed_marker(label: str | None) -> str | None:
    """Return the marker as printed: "1" gives "1.", "a)" stays."""
    if label is None or not label[-1:].isalnum():
        return label
    return f"{label}."


def _attachments(item: DisclosedItem, heading: str | None) -> PrintedSection:
    titles = tuple(Paragraph(attachment.title) for attachment in item.attachments)
    return PrintedSection(SectionKind.ATTACHMENTS, heading if titles else None, titles)


def _from_values(item: DisclosedItem, meeting: DisclosedMeeting) -> Iterable[PrintedSection]:
    """Return a section for every value of the item that may have no section of its own."""
    if item.recommendations:
        yield PrintedSection(SectionKind.RECOMMENDATION, "Indstilling", (), item.recommendations)
    yield from _decision(item, meeting)
    for earlier in item.earlier_decisions:
        heading = _decision_heading(earlier, earlier.body, None)
        yield PrintedSection(SectionKind.EARLIER, heading, _paragraphs(earlier.text))
    yield from _people(item)
    if item.late_reason and not is_blank(item.late_reason):
        yield PrintedSection(SectionKind.PROCESS, "Hvorfor sagen ikke kan vente", _paragraphs(item.late_reason))
    if item.attachments:
        yield _attachments(item, "Bilag")
    yield from _additions(item.additions)


def _people(item: DisclosedItem) -> Iterable[PrintedSection]:
    """Return who was out of the room, who had to leave it, and what the outvoted had written."""
    out = [name for name in item.absent if name not in item.disqualified]
    said = (("Ikke til stede under punktet", out), ("Inhabil og uden for lokalet", item.disqualified))
    lines = tuple(Paragraph(f"{label}: {_names(names)}") for label, names in said if names)
    if lines:
        yield PrintedSection(SectionKind.OTHER, "Fremmøde", lines)
    for dissent in item.dissents:
        yield PrintedSection(SectionKind.OTHER, f"Mindretalsudtalelse fra {dissent.by}", _paragraphs(dissent.text))


def _additions(additions: Iterable[Addition]) -> Iterable[PrintedSection]:
    """Return what was added to signed minutes, each with its day and author."""
    for one in additions:
        heading = f"Tilføjelse den {short_date(one.added_date)} ved {one.author}"
        yield PrintedSection(SectionKind.OTHER, heading, _paragraphs(one.text))


def _decision(item: DisclosedItem, meeting: DisclosedMeeting) -> Iterable[PrintedSection]:
    text = item.decision.text if item.decision else ""
    blocks = (*(_paragraphs(text) if text.strip() else _outcomes(item.recommendations)), *map(_vote, item.votes))
    if blocks:
        heading = _decision_heading(item.decision, meeting.body, meeting)
        yield PrintedSection(SectionKind.DECISION, heading, blocks)


def _decision_heading(decision: DecisionRecord | None, body: str | None, meeting: DisclosedMeeting | None) -> str:
    """Return "Beslutning Direktionen den 02-06-2025"."""
    name = decision.body if decision and decision.body else body
    day = decision.date if decision and decision.date else (meeting.date if meeting else None)
    return " ".join(filter(None, ("Beslutning", name, f"den {short_date(day)}" if day else "")))


def _paragraphs(text: str) -> tuple[Block, ...]:
    return tuple(Paragraph(part.strip()) for part in text.split("\n\n") if part.strip())


def _outcomes(recommendations: Iterable[RecommendationRecord]) -> tuple[Block, ...]:
    """Return the coded outcomes as words, for a decision whose text nobody has written."""
    lines: list[Block] = []
    for each in recommendations:
        if each.outcome:
            said = f"{each.outcome.label}: {each.remark}" if each.remark else f"{each.outcome.label}."
            lines.append(Paragraph(f"Ad {each.label}: {said}" if each.label else said))
        lines.extend(_outcomes(each.children))
    return tuple(lines)


def _vote(vote: VoteRecord) -> Paragraph:
    """Return a vote in the words that Danish minutes use, leaving out counts that nobody wrote down."""
    sides = (
        (vote.in_favour, "stemte for", vote.in_favour_names),
        (vote.against, "stemte imod", vote.against_names),
    )
    counts = ", ".join(f"{count} {words}{_in_brackets(names)}" for count, words, names in sides if count is not None)
    abstained = "" if vote.abstain is None else f"{vote.abstain} undlod at stemme{_in_brackets(vote.abstain_names)}"
    said = ". ".join(filter(None, (counts, abstained)))
    result = f"{vote.result.label}." if vote.result else ""
    subject = f"Afstemning om {vote.on}" if vote.on else "Afstemning"
    return Paragraph(f"{subject}: {said}. {result}".strip() if said else f"{subject}: {result}".strip())


def _in_brackets(names: Sequence[str]) -> str:
    return f" ({_names(names)})" if names else ""
