"""The case to the board about a publication: recommendations, what the board asked about, table and trend (docs/rules/personnel.md)."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from raadhus.kernel.danish import MONTHS
from raadhus.kernel.ports import CodedDecision, CodedOutcome
from raadhus.kernel.recommending import bare
from raadhus.personnel.rules.publication.content import Publishable, Sheet, Shown
from raadhus.personnel.rules.publication.outline import Kind

Json = dict[str, Any]

# A body has said yes, with or without remarks.
APPROVING = frozenset({"approved", "approved_with_remarks", "noted", "recommended"})
# The chart of the trend: the section's exhibit that shows the most of what the board asked about.
_TREND = {Kind.YEAR: "aarsvaerk", Kind.WORKFORCE: "nye"}
_TABLE = {Kind.YEAR: "noegletal", Kind.WORKFORCE: "nye"}
_MONTHS = 12
_JUNE, _AUGUST = 6, 8


class FollowUp(NamedTuple):
    """What is to be done after a decision, and the month it is to be done in: (year, month)."""

    text: str
    due: tuple[int, int]


def recommendations_of(content: Publishable, on: date | None = None) -> tuple[str, ...]:
    """Return what the board is asked to decide; a month that is over on the day of the proposal becomes as soon as possible."""
    if content.kind != Kind.YEAR:
        return (f"direktionen tager {content.title} til efterretning",)
    june, august = (_when(content, month, on) for month in (_JUNE, _AUGUST))
    return (
        f"direktionen tager {content.title} til efterretning",
        f"direktionen godkender, at {content.title} forelægges til orientering for Hovedudvalget {june}",
        f"direktionen godkender, at {content.title} forelægges som meddelelsessag for Økonomiudvalget {august}",
    )


def _when(content: Publishable, month: int, on: date | None) -> str:
    is_over = on is not None and (content.year + 1, month) < (on.year, on.month)
    return "snarest muligt" if is_over else f"i {MONTHS[month - 1]} {content.year + 1}"


def follow_ups(content: Publishable, decision: CodedDecision) -> tuple[FollowUp, ...]:
    """Return what the decision gives HR to do; a month that is over becomes the one after the decision.

    A recommendation is recognised by its words, or, when the words are withheld, by its place among as many as were proposed.
    """
    asked = tuple(zip(recommendations_of(content), recommendations_of(content, date.max), strict=True))
    told = {
        1: (f"Forelæg {content.title} til orientering for Hovedudvalget", _JUNE),
        2: (f"Forelæg {content.title} som meddelelsessag for Økonomiudvalget", _AUGUST),
    }
    decided = decision.date.year * _MONTHS + decision.date.month - 1
    found = []
    for place, texts in enumerate(asked):
        own = _outcome(decision, place, texts, len(asked))
        if place in told and own is not None and own.outcome in APPROVING:
            words, month = told[place]
            planned = (content.year + 1) * _MONTHS + month - 1
            due = planned if planned >= decided else decided + 1
            found.append(FollowUp(words, (due // _MONTHS, due % _MONTHS + 1)))
    return tuple(found)


def _outcome(decision: CodedDecision, place: int, texts: Sequence[str], asked: int) -> CodedOutcome | None:
    own = next((one for one in decision.outcomes if any(is_same(one.text, text) for text in texts)), None)
    if own is None and len(decision.outcomes) == asked and not decision.outcomes[place].text:
        return decision.outcomes[place]
    return own


def is_same(first: str, second: str) -> bool:
    """Return True when two texts ask for the same, whatever their signs, capitals and how they begin ("At direktionen ...")."""
    return bool(bare(first)) and bare(first) == bare(second)


def blocks_of(content: Publishable, on: date | None = None) -> tuple[Json, ...]:
    """Return the text of the case as blocks, as it is proposed on a day."""
    return tuple(_blocks(content, on))


def _blocks(content: Publishable, on: date | None) -> Iterator[Json]:
    yield _heading("Baggrund")
    yield _text(_background(content))
    yield _heading("Indstilling")
    yield _text("HR indstiller, at")
    yield {"type": "list", "ordered": True, "items": [{"text": text} for text in recommendations_of(content, on)]}
    yield _heading("Sagsfremstilling")
    for words in (*content.asked, *(() if content.asked else _told(content))):
        yield _text(words)
    kind = Kind(content.kind)
    table, trend = _exhibit(content, _TABLE[kind]), _exhibit(content, _TREND[kind])
    if table is not None:
        yield _table(table.sheet)
        yield from (_text(note) for note in table.sheet.notes)
    if trend is not None and trend.spec is not None:
        yield {"type": "chart", "title": trend.title, "alt": trend.alt, "spec": trend.spec}
    yield _heading("Økonomi")
    yield _text("Sagen er en orientering og har ingen økonomiske konsekvenser i sig selv.")


def _background(content: Publishable) -> str:
    if content.kind != Kind.YEAR:
        return (
            "Hvert halve år får direktionen tal om arbejdskraften for SOSU-personale, lærere og pædagoger: alderen ved tilbagetrækning, "
            "afgangen, og andelen, der har været ansat under 12 måneder."
        )
    return (
        "Tal om Personale er Byrådets og Hovedudvalgets overblik over kommunens ansatte: udviklingen i årsværk, fuld tid, alder, løn, til- og "
        "afgang, sygefravær og administration. Publikationen indgår også i materialet til det kommende budget. Alle tal i sagen er fra "
        f"udgivelse {content.release} af personaletallene, den samme, som publikationen er skrevet af."
    )


def _told(content: Publishable) -> Iterator[str]:
    for section in content.sections[1:]:
        yield from section.text


def _exhibit(content: Publishable, key: str) -> Shown | None:
    return next((one for section in content.sections for one in section.shown if one.key == key), None)


def _table(sheet: Sheet) -> Json:
    rows = [list(sheet.head), *([cell.text for cell in row] for row in sheet.rows)]
    return {"type": "table", "caption": sheet.caption, "header_rows": 1, "rows": rows}


def _heading(text: str) -> Json:
    return {"type": "heading", "level": 1, "text": text}


def _text(text: str) -> Json:
    return {"type": "paragraph", "text": text}
