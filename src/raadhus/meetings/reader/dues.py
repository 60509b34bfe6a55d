"""When something is due: months, quarters, dates and vague words in running text."""

import re
from dataclasses import dataclass

from raadhus.kernel.danish import MONTHS
from raadhus.meetings.reader.dates import find_date

_MONTH = "|".join(MONTHS)
_MONTH_DUE = re.compile(
    rf"(?:\b(?:i|til|inden|primo|medio|ultimo|i\s+løbet\s+af|senest|fra|omkring)\s+)+(?P<month>{_MONTH})(?:\s+(?:måned\s+)?(?P<year>\d{{4}}))?\b",
    re.IGNORECASE,
)
_QUARTER = re.compile(
    r"\b(?:i|inden|ultimo|primo|medio|til|senest)\s+(?:udgangen\s+af\s+)?(?P<quarter>[1-4])\.?\s*kvartal(?:\s+(?P<year>\d{4}))?|\bQ(?P<quarter2>[1-4])\s*(?P<year2>\d{4})",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?:snarest(?:\s+muligt)?|halvårligt|kvartalsvis|årligt|månedligt|løbende|hurtigst\s+muligt|på\s+(?:et\s+)?(?:kommende|næste|førstkommende)\s+\w+|"
    r"(?:efter|inden|før)\s+(?:sommerferien|sommeren|jul|årsskiftet|nytår)|i\s+[12]\.\s*halvår(?:\s+\d{4})?|til\s+(?:efteråret|foråret|sommer|vinter)|i\s+(?:efteråret|foråret)(?:\s+\d{4})?|"
    r"inden\s+udgangen\s+af\s+(?:året|\d{4})|i\s+\d{4})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Due:
    """A due date: "2025-08", "2025-Q3", "2025-08-14" or None when only words are given; where it stands."""

    due: str | None
    text: str
    is_inferred: bool
    start: int


def find_dues(text: str, meeting_date: str | None) -> list[Due]:
    """Return the due dates in a sentence; a month without a year is the next one after the meeting, and marked inferred."""
    found = [due for match in _MONTH_DUE.finditer(text) if (due := _month(match, meeting_date))]
    found += [due for match in _QUARTER.finditer(text) if (due := _quarter(match, meeting_date))]
    exact = find_date(text)
    if exact and (meeting_date is None or exact.iso > meeting_date):
        found = [due for due in found if not exact.start <= due.start <= exact.end]
        found.append(Due(exact.iso, text[exact.start : exact.end], is_inferred=False, start=exact.start))
    vague = _VAGUE.search(text)
    if not found and vague:
        found.append(Due(None, vague[0], is_inferred=False, start=vague.start()))
    return sorted(found, key=lambda due: due.start)


def _month(match: re.Match[str], meeting_date: str | None) -> Due | None:
    month = MONTHS.index(match["month"].casefold()) + 1
    year, inferred = _year(match["year"], month, meeting_date)
    if year is None:
        return Due(None, match[0], is_inferred=False, start=match.start())
    return Due(f"{year}-{month:02d}", match[0], inferred, match.start())


def _quarter(match: re.Match[str], meeting_date: str | None) -> Due:
    quarter = int(match["quarter"] or match["quarter2"])
    year, inferred = _year(match["year"] or match["year2"], quarter * 3, meeting_date)
    return Due(f"{year}-Q{quarter}" if year else None, match[0], inferred, match.start())


def _year(printed: str | None, month: int, meeting_date: str | None) -> tuple[int | None, bool]:
    if printed:
        return int(printed), False
    if meeting_date is None:
        return None, False
    year, meeting_month = int(meeting_date[:4]), int(meeting_date[5:7])
    return (year if month >= meeting_month else year + 1), True
