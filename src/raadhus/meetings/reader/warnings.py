"""What a person should look at: everything that the reader did not understand, each with its span and a stable code."""

from collections.abc import Iterator, Sequence

from raadhus.core.documents.text import SourceText
from raadhus.meetings.reader.header import Header
from raadhus.meetings.reader.rows import Sheet, span_of
from raadhus.meetings.rules.outcomes import Outcome
from raadhus.meetings.rules.reading import ReadItem, ReadWarning, Span


def warn(
    source: SourceText, sheet: Sheet, header: Header, items: Sequence[ReadItem], closed_by_number: frozenset[int]
) -> tuple[ReadWarning, ...]:
    """Return the warnings about one document, in the order of the text."""
    found = [ReadWarning(w.code, w.message, Span(w.start, w.end)) for w in source.warnings]
    found.extend(_about_header(source, header, items))
    found.extend(warning for item in items for warning in _about_item(item))
    found.extend(_unread(sheet))
    for place in closed_by_number:
        message = f"Punkt {items[place].number} er læst som lukket på grund af sit nummer."
        found.append(ReadWarning("closed-inferred", message, items[place].source))
    return tuple(sorted(found, key=lambda warning: (warning.source.start, warning.source.end)))


def _about_header(source: SourceText, header: Header, items: Sequence[ReadItem]) -> Iterator[ReadWarning]:
    whole = Span(0, min(len(source.text), 200))
    if not items:
        yield ReadWarning("no-items", "Der er ikke fundet nogen punkter i dokumentet.", Span(0, len(source.text)))
    if header.date is None:
        yield ReadWarning("no-date", "Mødets dato står ikke i dokumentet, så den kan læses.", whole)
    if header.body is None:
        yield ReadWarning("no-body", "Det fremgår ikke, hvilket udvalg eller organ mødet er holdt i.", whole)


def _about_item(item: ReadItem) -> Iterator[ReadWarning]:
    name = f"punkt {item.number}" if item.number else f"“{item.title[:60]}”"
    if not item.title:
        yield ReadWarning("no-title", f"Titlen på {name} er ikke fundet.", item.source)
    if item.decision is None:
        return
    if item.decision.outcome is Outcome.OTHER:
        yield ReadWarning(
            "decision-not-coded", f"Beslutningen til {name} svarer ikke til et kendt udfald.", item.decision.source
        )
    for rec in item.recommendations:
        if rec.outcome is None and item.decision.outcome is not Outcome.OTHER:
            label = f" {rec.label}" if rec.label else ""
            yield ReadWarning(
                "recommendation-not-decided",
                f"Det fremgår ikke, hvad der blev besluttet om indstilling{label} til {name}.",
                rec.source or item.source,
            )


def _unread(sheet: Sheet) -> Iterator[ReadWarning]:
    """Rows that nobody took, side by side ones together."""
    for run in sheet.runs(frozenset([None])):
        yield ReadWarning(
            "unread-text", f"Teksten “{run[0].text[:60]}” er ikke forstået som en del af mødet.", span_of(run)
        )
