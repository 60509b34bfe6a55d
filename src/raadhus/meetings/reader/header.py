"""The meeting's own data before the first item: kind, body, date, times, place, who was there and who was not."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from raadhus.meetings.reader.bodies import names_body, without_genitive
from raadhus.meetings.reader.dates import find_date, find_times
from raadhus.meetings.reader.marks import is_divider
from raadhus.meetings.reader.people import names_in
from raadhus.meetings.reader.rows import Role, Row, Sheet, span_of
from raadhus.meetings.rules.reading import Kind, Span

_KINDS = (
    (
        Kind.MINUTES,
        r"beslutningsprotokol|beslutningsreferat|beslutningsprotokollat|mødeprotokol|protokol|referat|mødereferat|beslutninger",
    ),
    (Kind.AGENDA, r"tillægsdagsorden|mødedagsorden|dagsorden|mødeindkaldelse|indkaldelse"),
)
_KIND = re.compile(
    r"(?:(?:åben|åbent|lukket|offentlig|offentligt|ekstraordinær|ekstraordinært|foreløbigt?|endeligt?)\s+)?"
    r"(?:(?P<minutes>" + _KINDS[0][1] + r")|(?P<agenda>" + _KINDS[1][1] + r"))(?:et|en)?\b(?P<rest>.*)$",
    re.IGNORECASE,
)
_KIND_INSIDE = re.compile(
    r"\s[–—-]\s*(?:(?P<minutes>referat|beslutningsprotokol)|(?P<agenda>dagsorden))\b(?P<rest>.*)$", re.IGNORECASE
)
_LABELS = {
    "body": "udvalg|organ|forum|mødeforum|råd/udvalg|udvalg/råd|nævn|møde i|bestyrelse|mødenavn",
    "date": "mødedato og -tidspunkt|mødedato|dato og tid|dato og tidspunkt|dato|mødetidspunkt|mødet afholdt|mødedag|tid og sted|"
    "tid|hvornår|tidspunkt og sted",
    "start": "starttidspunkt|start|mødestart|mødet begyndt|mødet påbegyndt|mødet startede|begyndt|mødet åbnet|tidspunkt|kl|klokken|mødet startet",
    "end": "sluttidspunkt|slut|mødeslut|mødet hævet|mødet sluttede|sluttet|hævet|mødet slut|mødet sluttet|afsluttet",
    "place": "mødested|mødelokale|sted|lokale|lokation|mødet holdes i|hvor",
    "participants": "mødedeltagere|deltagere|til stede|tilstede|tilstedeværende|medlemmer|mødte|mødt|fremmødte|deltog|deltagende|"
    "fremmødt|mødedeltager|tilstedeværende medlemmer|mødt fra udvalget|udvalgsmedlemmer|deltagere i mødet",
    "absent": "fraværende|afbud|forfald|ikke til stede|ej til stede|fraværende med afbud|fraværende uden afbud|ikke mødt|"
    "meldt afbud|afbud fra|fravær",
    "other": "bemærkninger|indkaldte|information|mødeleder|referent|formand|dirigent|gæster|sekretær|øvrige deltagere|"
    "administrationen|fra administrationen|telefon|dagsorden udsendt|underskrift|fra forvaltningen|andre deltagere|øvrige",
}
_FIELDS = {label: name for name, labels in _LABELS.items() for label in labels.split("|")}
_LABEL = re.compile(
    rf"(?P<label>{'|'.join(sorted(map(re.escape, _FIELDS), key=len, reverse=True))})\b(?:\s+for\s+mødet?(?=\s*:))?"
    r"\s*(?P<sep>\.?:|\.|\s[-–]\s|$|\s+)\s*(?P<value>.*)$",
    re.IGNORECASE,
)
_NEEDS_COLON = frozenset(
    [
        "dato",
        "tid",
        "start",
        "slut",
        "sted",
        "hvor",
        "kl",
        "tidspunkt",
        "udvalg",
        "møde",
        "i",
        "bestyrelse",
        "lokale",
        "medlemmer",
        "begyndt",
        "hævet",
        "formand",
        "øvrige",
        "mødt",
        "deltog",
    ]
)
_MUNICIPALITY = re.compile(r"\b(?P<name>[A-ZÆØÅ][\w-]+(?:[ -][A-ZÆØÅ][\w-]+)?)\s+[Kk]ommune\b")
_END_SENTENCE = re.compile(
    r"mødet\s+(?:blev\s+)?(?:hævet|sluttede|sluttet|afsluttet|slut)\s*(?:kl\.?)?\s*:?\s*(?P<time>.*)$", re.IGNORECASE
)
_PLACE_AFTER_TIME = re.compile(
    r"kl\.?\s*\d{1,2}(?:[.:]\d{2})?\s*(?:,\s*|,?\s+(?:i|på)\s+)(?P<place>[A-ZÆØÅ][^:]{2,90})$"
)
_PLACE_ALONE = re.compile(r"(?:i|på)\s+(?P<place>[A-ZÆØÅ][^:]{2,90})$")
_MEETING_IN = re.compile(r"møde(?:t)?\s+(?:i|for|af)\s", re.IGNORECASE)
_PLACE_FIRST = re.compile(r"\s+-\s+|,\s+")
_MOST_ROWS = 400
_FIRST_ROWS = 40


@dataclass(slots=True)
class Header:
    """What the header says; None or empty where it is silent."""

    kind: Kind | None = None
    municipality: str | None = None
    body: str | None = None
    date: str | None = None
    start_time: str | None = None
    end_time: str | None = None
    place: str | None = None
    participants: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    sources: dict[str, Span] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)

    def put(self, name: str, value: object, rows: Sequence[Row]) -> None:
        """Set a field once; the rows are where it stands."""
        if value and not getattr(self, name):
            setattr(self, name, value)
            self.sources[name] = span_of(rows)


def read_header(rows: Sequence[Row], sheet: Sheet) -> Header:
    """Return what the rows before the first item say of the meeting (and, where they are silent, the running heads)."""
    header = Header()
    position = 0
    while position < min(len(rows), _MOST_ROWS):
        position = _step(rows, position, header)
    _guess(rows, header)
    _guess([row for row in sheet.rows[:_FIRST_ROWS] if sheet.roles.get(row.index) is Role.FURNITURE], header)
    sheet.take((row for row in rows if row.index in header.taken), Role.HEADER)
    return header


def read_end(rows: Sequence[Row], header: Header) -> None:
    """Read the time at which the meeting ended, when minutes print it after the last item."""
    for row in rows[-12:]:
        match = _END_SENTENCE.match(row.text)
        if match:
            header.put("end_time", find_times(f"kl. {match['time'].lstrip('kl. ')}")[0], [row])


def _step(rows: Sequence[Row], position: int, header: Header) -> int:
    row = rows[position]
    label, value = _labelled(row)
    if label is None:
        if _read_kind(row, header):
            header.taken.add(row.index)
        return position + 1
    value_rows = _value_rows(rows, position, label, value)
    header.taken.update(r.index for r in (row, *value_rows))
    texts = [value, *(_value_text(r) for r in value_rows)]
    _fill(header, label, [text for text in texts if text], [row, *value_rows])
    return position + 1 + len(value_rows)


def _labelled(row: Row) -> tuple[str | None, str]:
    """Return the field's name and the value on the row, or None."""
    if row.is_table:
        cells = [cell for cell in row.line.cells if cell]
        name = _FIELDS.get(cells[0].casefold().strip(" :")) if cells else None
        return name, " ".join(cells[1:])
    match = _LABEL.match(row.text.lstrip("-–•· "))
    if not match:
        return None, ""
    label = match["label"].casefold()
    bare = match["sep"].strip() == "" and match["value"] and not row.has_wide_gap
    if bare and (label in _NEEDS_COLON or (match["value"][0].islower() and match["value"][:2] != "kl")):
        return None, ""
    return _FIELDS[label], match["value"].strip()


def _value_text(row: Row) -> str:
    return " ".join(cell for cell in row.line.cells if cell) if row.is_table else row.text


def _value_rows(rows: Sequence[Row], position: int, label: str, value: str) -> list[Row]:
    """Return the rows after the label that carry its value on."""
    found: list[Row] = []
    people = label in ("participants", "absent")
    for row in rows[position + 1 :]:
        if _labelled(row)[0] or row.is_heading or _read_kind(row, Header()) or is_divider(row.text):
            break
        first = not value and not found
        if not first and (
            not people
            or row.gap > 1
            or (row.gap and value and "," in value)
            or row.line.page != rows[position].line.page
        ):
            break
        if people and not _may_name(row.text):
            break
        found.append(row)
        if not people and not value:
            break
    return found


def _may_name(text: str) -> bool:
    return not text.endswith(".") and len(text) < 200 and (text[0].isupper() or text[0] in "-•·[(" or "," in text)  # noqa: PLR2004 - a printed line


def _fill(header: Header, label: str, texts: list[str], rows: list[Row]) -> None:
    value = " ".join(texts)
    if label in ("participants", "absent"):
        header.put(label, names_in(texts), rows)
    elif label == "date":
        _read_date(value, header, rows)
    elif label in ("start", "end"):
        times = find_times(value if re.match(r"kl", value, re.IGNORECASE) else f"kl. {value}")
        found = find_date(value)
        header.put("date", found.iso if found else None, rows)
        header.put(f"{label}_time", find_times(value)[0] or times[0], rows)
        if label == "start":
            header.put("end_time", times[1], rows)
    elif label == "body":
        header.put("body", value, rows)
    elif label == "place":
        header.put("place", value, rows)


def _read_date(value: str, header: Header, rows: Sequence[Row]) -> None:
    found = find_date(value)
    start, end = find_times(value)
    header.put("date", found.iso if found else None, rows)
    header.put("start_time", start, rows)
    header.put("end_time", end, rows)


def _read_kind(row: Row, header: Header) -> bool:
    """Read a title such as "REFERAT Direktionen d. 02-06-2025"."""
    match = _KIND.match(row.text) or _KIND_INSIDE.search(row.text)
    if not match or len(row.text) > 200 or (match["rest"][:1] == "/" and match["rest"]):  # noqa: PLR2004 - no title is longer
        return False
    kind = Kind.MINUTES if match["minutes"] else Kind.AGENDA
    header.put("kind", kind, [row])
    rest = match["rest"].strip(" :-–")
    found = find_date(rest)
    if found:
        header.put("date", found.iso, [row])
        header.put("start_time", find_times(rest)[0], [row])
    before = row.text[: match.start()].strip(" -–—")
    found_before = find_date(before)
    if found_before:
        header.put("date", found_before.iso, [row])
        header.put("start_time", find_times(before)[0], [row])
    body = _before_date(rest) or _before_date(before)
    if names_body(body) or (found and body[:1].isupper() and body.casefold() not in ("møde", "mødet")):
        header.put("body", body, [row])
    return True


def _before_date(text: str) -> str:
    found = find_date(text)
    body = text[: found.start] if found else text
    body = re.sub(
        r"\s*[,–-]?\s*(?:\b(?:den|d\.|dato|møde|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)\s*)+$",
        "",
        body.strip(),
        flags=re.IGNORECASE,
    )
    return re.sub(
        r"^(?:(?:fra|for|til|i|af|ved)\s+)?(?:(?:ordinært|ekstraordinært)\s+)?"
        r"(?:(?:mødet|møde)\s+(?:i|for|af)\s+)?(?:den\s+)?",
        "",
        body.strip(" ,:-–"),
        flags=re.IGNORECASE,
    )


def _guess(rows: Sequence[Row], header: Header) -> None:
    """Where no label says it: the first line that is a body, the first date, the municipality's name."""
    for row, following in zip_longest(rows[:60], rows[1:60]):
        municipality = _MUNICIPALITY.search(row.text)
        if municipality and len(row.text) < 100:  # noqa: PLR2004 - a sentence may name any municipality
            header.put("municipality", municipality["name"], [row])
        found = find_date(row.text)
        name = _PLACE_FIRST.split(row.text)[0] if names_body(_PLACE_FIRST.split(row.text)[0]) else row.text
        name = without_genitive(_before_date(name)) if found or _MEETING_IN.match(name) else name
        if not header.body and names_body(name):
            header.put("body", name, [row])
            header.taken.add(row.index)
        if found and len(row.text) < 120 and (not header.date or header.date == found.iso):  # noqa: PLR2004 - a line of the header
            header.put("date", found.iso, [row])
            start, end = find_times(row.text)
            header.put("start_time", start, [row])
            header.put("end_time", end, [row])
            header.taken.add(row.index)
            _guess_place(row, following, header)
        if municipality and len(row.text) < 60:  # noqa: PLR2004 - a line of the header
            header.taken.add(row.index)


def _guess_place(row: Row, following: Row | None, header: Header) -> None:
    """Read "kl. 17.00 i Byrådssalen", or "i Byrådssalen" on the line below the date."""
    behind = _PLACE_AFTER_TIME.search(row.text)
    below = _PLACE_ALONE.match(following.text) if following else None
    if behind:
        header.put("place", behind["place"].rstrip("."), [row])
    elif below and following:
        header.put("place", below["place"].rstrip("."), [following])
        header.taken.add(following.index)
