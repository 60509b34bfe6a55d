"""Decisions: this body's own at this meeting, told apart from other bodies' and earlier ones; absence lines taken out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from raadhus.meetings.reader.blocks import text_of
from raadhus.meetings.reader.bodies import same_body
from raadhus.meetings.reader.dates import find_date
from raadhus.meetings.reader.flow import paragraphs
from raadhus.meetings.reader.header import Header
from raadhus.meetings.reader.people import names_in
from raadhus.meetings.reader.rows import Row, Sheet, span_of
from raadhus.meetings.reader.sections import RawSection
from raadhus.meetings.reader.verdicts import verdict_of_text
from raadhus.meetings.rules.reading import EarlierDecision, SectionKind, Span

_ABSENCE = re.compile(
    r"(?:fraværende|afbud|ikke\s+til\s+stede|ej\s+til\s+stede|forfald)\b(?:\s+(?:med|uden)\s+afbud)?\s*(?:fra\s+|:)\s*(?P<names>.*)$",
    re.IGNORECASE,
)
_RECORD = re.compile(
    r"(?P<label>udvalg|organ|dato|mødedato|punktnummer|punkt(?:\s?nr)?\.?)\s*:\s*(?P<value>.*)$", re.IGNORECASE
)
_ITEM_AGAIN = re.compile(r"(?:punkt|pkt|sag|ad\s+punkt|ad\s+pkt)\.?\s*(?:nr\.?)?\s*\d{1,4}\s*[:.]?$", re.IGNORECASE)
_LONGEST_UNHEADED = 2500
_LONGEST_CELL = 25


@dataclass(frozen=True, slots=True)
class OwnDecision:
    """The rows in which this body decided, their text, and whom they call absent."""

    rows: tuple[Row, ...]
    text: str
    body: str | None
    date: str | None
    absent: tuple[str, ...]

    @property
    def span(self) -> Span:
        """Where the decision stands."""
        return span_of(self.rows)


def is_own(section: RawSection, header: Header) -> bool:
    """Return True when a decision's heading is of this body at this meeting (or names neither)."""
    heading = section.heading
    if heading is None or heading.kind is not SectionKind.DECISION:
        return False
    if not heading.is_statement:
        return heading.body is None or header.body is None or same_body(heading.body, header.body)
    if heading.date and header.date and heading.date != header.date:
        return False
    if heading.body and header.body:
        return same_body(heading.body, header.body)
    return bool(header.date) or not heading.body


def find_own(sections: Sequence[RawSection], header: Header, sheet: Sheet) -> OwnDecision | None:
    """Return this body's decision among an item's sections."""
    own = [section for section in sections if is_own(section, header)]
    outside = [section for section in own if not section.within_earlier]
    repeated = [
        decision for section in own if section.within_earlier and (decision := _decision(section, header, sheet))
    ]
    for section in outside:
        decision = _decision(section, header, sheet)
        if decision:
            return _without_tail(decision, repeated)
    return repeated[0] if repeated else None


def find_unheaded(sections: Sequence[RawSection], header: Header, sheet: Sheet) -> OwnDecision | None:
    """Return a decision that stands without a heading: the item is nothing but that text."""
    if len(sections) != 1 or sections[0].heading is not None:
        return None
    text = text_of(sections[0].rows, sheet)
    if len(text) > _LONGEST_UNHEADED or verdict_of_text(text) is None:
        return None
    return _decision(sections[0], header, sheet)


def _decision(section: RawSection, header: Header, sheet: Sheet) -> OwnDecision | None:
    rows, absent = without_absence(section.rows, sheet)
    rows = _before_lone_dot(_before_loose_cells(rows))
    if len(rows) > 1 and _ITEM_AGAIN.match(rows[0].text):
        rows = rows[1:]
    rest = section.heading.rest if section.heading and not section.heading.is_statement else None
    text = text_of(rows, sheet)
    if rest:
        text = f"{rest}\n{text}".strip()
    if not any(character.isalnum() for character in text):
        return None
    heading = section.heading
    body = heading.body if heading and heading.body else header.body
    date = heading.date if heading and heading.date else header.date
    taken = tuple(rows) or tuple(section.all_rows)
    return OwnDecision(taken, text, body, date, absent)


def _before_lone_dot(rows: list[Row]) -> list[Row]:
    """Cut at a lone full stop, which some systems print a lone full stop for an empty field: what stands after it is another field's text."""
    for position, row in enumerate(rows):
        if not any(character.isalnum() for character in row.text):
            return rows[:position]
    return rows


def _before_loose_cells(rows: list[Row]) -> list[Row]:
    """Cut before a table dumped one cell a line, which belongs to the text before it."""
    run = 0
    for position, row in enumerate(rows):
        is_cell = len(row.text) <= _LONGEST_CELL and row.text[-1] not in ".:"
        run = run + 1 if is_cell and not row.gap else int(is_cell)
        if run >= 6 and sum(1 for cell in rows[position - 5 : position + 1] if re.search(r"\d", cell.text)) >= 2:  # noqa: PLR2004 - two figures in six cells
            return rows[: position - 5]
    return rows


def _without_tail(decision: OwnDecision, repeated: Sequence[OwnDecision]) -> OwnDecision:
    """When the case's history repeats the decision, what follows it under the heading is other text."""
    for again in repeated:
        squeezed, whole = "".join(again.text.split()), "".join(decision.text.split())
        if squeezed and whole.startswith(squeezed) and len(whole) > len(squeezed):
            return OwnDecision(decision.rows, again.text, decision.body, decision.date, decision.absent)
    return decision


def without_absence(rows: Sequence[Row], sheet: Sheet) -> tuple[list[Row], tuple[str, ...]]:
    """Return the rows without lines such as "Fraværende: ...", and the names on them."""
    kept: list[Row] = []
    names: list[str] = []
    for piece in paragraphs(rows, sheet):
        match = _ABSENCE.match(piece.text) if not piece.marker else None
        if match and len(piece.text) < 400:  # noqa: PLR2004 - a list of names
            names.extend(names_in([match["names"]]))
        else:
            kept.extend(piece.rows)
    kept.extend(row for row in rows if row.is_table)
    return sorted(kept, key=lambda row: row.index), tuple(dict.fromkeys(names))


def earlier_decisions(sections: Sequence[RawSection], header: Header, sheet: Sheet) -> tuple[EarlierDecision, ...]:
    """Return other bodies' decisions and this body's at other meetings."""
    found: list[EarlierDecision] = []
    for section in sections:
        if section.heading and section.heading.is_statement and not is_own(section, header):
            rows, _ = without_absence(section.rows, sheet)
            found.append(
                EarlierDecision(
                    section.heading.body, section.heading.date, text_of(rows, sheet), span_of(section.all_rows)
                )
            )
        elif section.kind is SectionKind.EARLIER:
            found.extend(_records(section.rows, header, sheet))
    return tuple(found)


def _records(rows: Sequence[Row], header: Header, sheet: Sheet) -> list[EarlierDecision]:
    """Return records of the form "Udvalg: X", "Dato: ...", "Punktnummer: ...", then what was decided."""
    records: list[tuple[dict[str, str], list[Row], list[Row]]] = []
    for row in rows:
        match = _RECORD.match(row.text)
        if match:
            label = match["label"].casefold()
            if label in ("udvalg", "organ") or not records:
                records.append(({}, [], []))
            records[-1][0][label] = match["value"]
            records[-1][1].append(row)
        elif records:
            records[-1][2].append(row)
    result = []
    for values, heads, texts in records:
        found = find_date(values.get("dato") or values.get("mødedato") or "")
        body, date = values.get("udvalg") or values.get("organ"), found.iso if found else None
        if not (same_body(body, header.body) and date == header.date):
            result.append(EarlierDecision(body, date, text_of(texts, sheet), span_of([*heads, *texts])))
    return result
