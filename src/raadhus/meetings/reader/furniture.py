"""What on the pages is not the meeting: running heads, page numbers, page chrome of portals, rules."""

import re
from collections import defaultdict

from raadhus.core.documents.text import LineKind
from raadhus.meetings.reader.headings import phrase_of
from raadhus.meetings.reader.rows import Role, Row, Sheet
from raadhus.meetings.reader.vocabulary import PHRASES

_PAGE_NUMBER = re.compile(
    r"(?:.{0,60}\W)?(?:side|s\.|page)\s*:?\s*\d{1,4}(?:\s*(?:af|/|of)\s*\d{1,4})?\W*$|[-–]\s*\d{1,4}\s*[-–]$",
    re.IGNORECASE,
)
_PURE_PAGE_NUMBER = re.compile(r"(?:side\s*)?\d{1,4}(?:\s*(?:af|/)\s*\d{1,4})?$", re.IGNORECASE)
_CHROME = frozenset(
    [
        "tilbage til forsiden",
        "tilbage til oversigten",
        "tilbage",
        "hent som pdf",
        "hent pdf",
        "kopier link",
        "kopiér link",
        "udskriv",
        "print",
        "del",
        "luk",
        "tip en ven",
        "til toppen",
        "gå til toppen",
        "abonnér",
        "abonner",
        "hent hele referatet",
        "hent hele dagsordenen",
        "vis alle",
        "skjul alle",
        "fold alle ud",
        "fold alle ind",
        "punkt titel",
        "søg",
        "log ind",
        "spring til indhold",
        "gå til indhold",
        "menu",
        "cookies",
        "læs op",
        "lyt",
        "send",
        "annuller",
        "send tip",
        "del punkt",
        "del på facebook",
        "hent alle bilag",
        "download",
        "hent",
        "vis mere",
        "vis mindre",
        "hent dagsorden",
        "hent referat",
        "åbn",
        "pdf",
        "næste",
        "forrige",
        "næste punkt",
        "forrige punkt",
        "vis dagsorden",
        "vis referat",
        "hent bilag",
    ]
)
_FOLDING = re.compile(r"(?:luk|åbn|fold|vis|skjul|udskriv|hent)\s+(?:alle|hele)\b.{0,40}$", re.IGNORECASE)
_COLUMN_HEADS = frozenset(
    ["punkt", "titel", "status", "nr", "nr.", "sag", "åben/lukket", "åbent/lukket", "side", "emne", "dagsordenspunkt"]
)
_EDGE = 3  # rows at the top and at the bottom of a page that may be running heads
_MIN_PAGES = 3


def mark_furniture(sheet: Sheet) -> None:
    """Give running heads, page numbers, rules and page chrome their role."""
    pages: dict[int, list[Row]] = defaultdict(list)
    for row in sheet.rows:
        if (
            row.line.kind is LineKind.RULE
            or row.fold in _CHROME
            or _FOLDING.match(row.text)
            or (not any(c.isalnum() for c in row.text) and len(row.text) > len(".."))
        ):
            sheet.take([row], Role.FURNITURE)
        if row.is_table and row.line.cells and set(row.fold.replace("\t", " ").split()) <= _COLUMN_HEADS:
            sheet.take([row], Role.FURNITURE)
        if row.line.page is not None:
            pages[row.line.page].append(row)
        if len(row.text) <= 80 and _PAGE_NUMBER.fullmatch(row.text) and row.fold[:2] != "kl":  # noqa: PLR2004 - a short line
            sheet.take([row], Role.FURNITURE)
    _mark_running_heads(sheet, pages)


def _mark_running_heads(sheet: Sheet, pages: dict[int, list[Row]]) -> None:
    """Mark lines at the edge of most pages that are the same but for their page numbers."""
    seen: dict[str, list[Row]] = defaultdict(list)
    for rows in pages.values():
        edge = rows[:_EDGE] + rows[max(_EDGE, len(rows) - _EDGE) :]
        for row in edge:
            # What the file itself calls a heading belongs to the text, on however many pages it comes last.
            if row.line.kind is not LineKind.HEADING:
                seen[re.sub(r"\d+", "#", row.fold)].append(row)
            if (row is rows[0] or row is rows[-1]) and _PURE_PAGE_NUMBER.fullmatch(row.text) and _counts_pages(row):
                sheet.take([row], Role.FURNITURE)
    for rows in seen.values():
        if not _counts_alike(rows):
            continue
        count = len({row.line.page for row in rows})
        if count >= _MIN_PAGES and count * 2 > len(pages) and phrase_of(rows[0]) not in PHRASES:
            sheet.take(rows, Role.FURNITURE)


def _counts_alike(rows: list[Row]) -> bool:
    """Require that every number is the same on all pages or follows the page number; case numbers do neither."""
    first = rows[0]
    begins = [int(number) for number in re.findall(r"\d{1,9}", first.text)]
    for row in rows[1:]:
        step = (row.line.page or 0) - (first.line.page or 0)
        numbers = [int(number) for number in re.findall(r"\d{1,9}", row.text)]
        if len(numbers) != len(begins) or any(n not in (b, b + step) for n, b in zip(numbers, begins, strict=True)):
            return False
    return True


def _counts_pages(row: Row) -> bool:
    """Tell whether a bare number at the edge of a page comes near the page's place in the file."""
    number = re.search(r"\d{1,9}", row.text)
    return number is not None and row.line.page is not None and abs(int(number[0]) - row.line.page) <= 2  # noqa: PLR2004 - cover pages
