"""The fields of a reading that a person may correct, each with its place, its value and where in the document it stands.

The places are those of rules/corrections.py: what the form sends back is what `corrected` takes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from raadhus.meetings.rules.correction_parts import text_runs
from raadhus.meetings.rules.corrections import JOIN, KEEP, REMOVE
from raadhus.meetings.rules.highlight import anchor_of
from raadhus.meetings.rules.outcomes import Outcome
from raadhus.meetings.rules.reading import (
    Kind,
    ReadDecision,
    Reading,
    ReadItem,
    ReadRecommendation,
    ReadSection,
    ReadVote,
    SectionKind,
)
from raadhus.meetings.rules.sentences import Sentence

Choices = tuple[tuple[str, str], ...]


class FieldKind(StrEnum):
    """How a field is written on the screen."""

    LINE = "line"
    TEXT = "text"
    DATE = "date"
    TIME = "time"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class EditableField:
    """One field: `place` is its name in the form, `anchor` where its value stands in the document ("" when nowhere)."""

    place: str
    label: str
    value: str
    kind: FieldKind = FieldKind.LINE
    choices: Choices = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class EditableItem:
    """One item with its fields; `position` is its place in the reading, from 0."""

    position: int
    heading: str
    closed: bool
    anchor: str
    fields: tuple[EditableField, ...]


SECTION_LABELS = {
    SectionKind.BACKGROUND: "Baggrund",
    SectionKind.RECOMMENDATION: "Indstilling",
    SectionKind.DECISION: "Beslutning",
    SectionKind.STATEMENT: "Sagsfremstilling",
    SectionKind.ASSESSMENT: "Vurdering",
    SectionKind.ECONOMY: "Økonomi",
    SectionKind.PROCESS: "Proces",
    SectionKind.ATTACHMENTS: "Bilag",
    SectionKind.EARLIER: "Tidligere beslutning",
    SectionKind.OTHER: "Andet",
}
_KIND_LABELS = {Kind.AGENDA.value: "Dagsorden", Kind.MINUTES.value: "Referat"}
_KINDS: Choices = tuple(_KIND_LABELS.items())
_SECTIONS: Choices = tuple((kind.value, label) for kind, label in SECTION_LABELS.items())
_NONE_LABELS = {"": "Intet udfald"}
_OUTCOMES: Choices = (*_NONE_LABELS.items(), *((outcome.value, outcome.label) for outcome in Outcome))
_STAY_LABELS = {
    KEEP: "Behold punktet",
    JOIN: "Læg det sammen med punktet før",
    REMOVE: "Fjern det: det er ikke et punkt",
}
_STAYS: Choices = tuple(_STAY_LABELS.items())
_PART_LABELS = {KEEP: "Behold", REMOVE: "Fjern"}
_PARTS: Choices = tuple(_PART_LABELS.items())
_VOTE_LABELS = {
    "on": "Afstemning %(number)s: om",
    "for": "Afstemning %(number)s: for",
    "against": "Afstemning %(number)s: imod",
    "abstain": "Afstemning %(number)s: hverken for eller imod",
}
_NEW_LABELS = {
    "recommendations": "Tilføj en indstilling",
    "votes": "Tilføj en afstemning om",
    "decision": "Tilføj beslutningen",
}
_CLOSED_LABELS = {"nej": "Åbent", "ja": "Lukket"}
_CLOSED: Choices = tuple(_CLOSED_LABELS.items())


def header_fields(reading: Reading) -> tuple[EditableField, ...]:
    """Return the fields of the meeting itself."""
    where = {name: anchor_of(span) for name, span in reading.header_sources}

    def field(name: str, label: str, value: str | None, kind: FieldKind = FieldKind.LINE) -> EditableField:
        return EditableField(name, label, value or "", kind, anchor=where.get(name, ""))

    return (
        EditableField(
            "kind", Sentence("Dokumentets art"), reading.kind.value, FieldKind.CHOICE, _KINDS, where.get("kind", "")
        ),
        field("body", Sentence("Organ"), reading.body),
        field("date", Sentence("Dato"), reading.date, FieldKind.DATE),
        field("start_time", Sentence("Begynder"), reading.start_time, FieldKind.TIME),
        field("end_time", Sentence("Slutter"), reading.end_time, FieldKind.TIME),
        field("place", Sentence("Sted"), reading.place),
        field("participants", Sentence("Deltagere, én på hver linje"), "\n".join(reading.participants), FieldKind.TEXT),
        field("absent", Sentence("Afbud, ét på hver linje"), "\n".join(reading.absent), FieldKind.TEXT),
    )


def editable_items(reading: Reading) -> tuple[EditableItem, ...]:
    """Return every item with the fields that may be corrected."""
    return tuple(
        EditableItem(position, _heading(item), item.closed, anchor_of(item.source), tuple(_fields(item, position)))
        for position, item in enumerate(reading.items)
    )


def _heading(item: ReadItem) -> str:
    return Sentence("Punkt %(number)s: %(title)s", number=item.number, title=item.title) if item.number else item.title


def _fields(item: ReadItem, position: int) -> Iterator[EditableField]:
    place, anchor = f"items.{position}", anchor_of(item.source)
    yield EditableField(f"{place}.number", Sentence("Nummer"), item.number or "", anchor=anchor)
    yield EditableField(f"{place}.title", Sentence("Titel"), item.title, anchor=anchor)
    yield EditableField(f"{place}.case_number", Sentence("Sagsnummer"), item.case_number or "", anchor=anchor)
    closed = "ja" if item.closed else "nej"
    yield EditableField(f"{place}.closed", Sentence("Åbent eller lukket"), closed, FieldKind.CHOICE, _CLOSED, anchor)
    yield EditableField(
        f"{place}.stays", Sentence("Er det et punkt?"), KEEP, FieldKind.CHOICE, _STAYS if position else _STAYS[::2]
    )
    yield from _sections(item.sections, place)
    yield from _recommendations(item.recommendations, f"{place}.recommendations", "")
    yield _new(place, "recommendations")
    yield from _decision(item.decision, place)
    yield from _votes(item.votes, place)
    attachments = "\n".join(one.title for one in item.attachments)
    yield EditableField(f"{place}.attachments", Sentence("Bilag, ét på hver linje"), attachments, FieldKind.TEXT)
    for index, earlier in enumerate(item.earlier_decisions):
        label = Sentence("Tidligere beslutning %(number)s: »%(words)s«", number=str(index + 1), words=earlier.text[:80])
        where = anchor_of(earlier.source)
        yield EditableField(f"{place}.earlier_decisions.{index}.stays", label, KEEP, FieldKind.CHOICE, _PARTS, where)


def _new(place: str, name: str) -> EditableField:
    return EditableField(f"{place}.{name}.new", Sentence(_NEW_LABELS[name]), "", FieldKind.TEXT)


def _decision(decision: ReadDecision | None, place: str) -> Iterator[EditableField]:
    if decision is None:
        yield _new(place, "decision")
        return
    where, outcome = anchor_of(decision.source), _code(decision.outcome)
    yield EditableField(
        f"{place}.decision.text", Sentence("Beslutningens tekst"), decision.text, FieldKind.TEXT, anchor=where
    )
    label = Sentence("Beslutningens udfald")
    yield EditableField(f"{place}.decision.outcome", label, outcome, FieldKind.CHOICE, _OUTCOMES, where)


def _votes(votes: Iterable[ReadVote], place: str) -> Iterator[EditableField]:
    for index, vote in enumerate(votes):
        inner, where, number = f"{place}.votes.{index}", anchor_of(vote.source), str(index + 1)
        values = {"on": vote.on, "for": vote.in_favour, "against": vote.against, "abstain": vote.abstain}
        for name, value in values.items():
            label = Sentence(_VOTE_LABELS[name], number=number)
            yield EditableField(f"{inner}.{name}", label, "" if value is None else str(value), anchor=where)
        label = Sentence("Afstemning %(number)s: udfald", number=number)
        yield EditableField(f"{inner}.result", label, _code(vote.result), FieldKind.CHOICE, _OUTCOMES, where)
        label = Sentence("Afstemning %(number)s: er det en afstemning?", number=number)
        yield EditableField(f"{inner}.stays", label, KEEP, FieldKind.CHOICE, _PARTS, where)
    yield _new(place, "votes")


def _sections(sections: Iterable[ReadSection], place: str) -> Iterator[EditableField]:
    for index, section in enumerate(sections):
        inner, where, number = f"{place}.sections.{index}", anchor_of(section.source), str(index + 1)
        heading = Sentence("Afsnit %(number)s: overskrift", number=number)
        yield EditableField(f"{inner}.heading", heading, section.heading or "", anchor=where)
        kind = Sentence("Afsnit %(number)s: art", number=number)
        yield EditableField(f"{inner}.kind", kind, section.kind.value, FieldKind.CHOICE, _SECTIONS, where)
        for first, text in text_runs(section.blocks) or ((len(section.blocks), ""),):
            label = Sentence("Afsnit %(number)s: tekst", number=number)
            yield EditableField(f"{inner}.text.{first}", label, text, FieldKind.TEXT, anchor=where)


def _recommendations(recommendations: Iterable[ReadRecommendation], place: str, path: str) -> Iterator[EditableField]:
    for index, one in enumerate(recommendations):
        inner, where = f"{place}.{index}", anchor_of(one.source)
        name = f"{path}{one.label or index + 1}"
        yield EditableField(
            f"{inner}.text", Sentence("Indstilling %(name)s", name=name), one.text, FieldKind.TEXT, anchor=where
        )
        yield EditableField(
            f"{inner}.outcome",
            Sentence("Indstilling %(name)s: udfald", name=name),
            _code(one.outcome),
            FieldKind.CHOICE,
            _OUTCOMES,
            where,
        )
        yield EditableField(
            f"{inner}.remark", Sentence("Indstilling %(name)s: bemærkning", name=name), one.remark or "", anchor=where
        )
        stays = Sentence("Indstilling %(name)s: er det en indstilling?", name=name)
        yield EditableField(f"{inner}.stays", stays, KEEP, FieldKind.CHOICE, _PARTS, where)
        yield from _recommendations(one.children, inner, f"{path}{one.label or index + 1} ")


def _code(outcome: Outcome | None) -> str:
    return outcome.value if outcome else ""
