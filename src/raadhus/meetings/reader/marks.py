"""Small marks around an item: open or closed, case numbers and other registration data."""

import re
from dataclasses import dataclass

_STATUS = r"(?:åbent|åben|lukket|lukkede?)(?:\s+(?:sag|punkt|møde|dagsorden))?"
_STATUS_ALONE = re.compile(rf"\(?\s*(?P<status>{_STATUS})\s*\)?[.:]?$", re.IGNORECASE)
_STATUS_LAST = re.compile(rf"(?:\s*[-–—]\s*|\s{{2,}}|\s*\()(?P<status>{_STATUS})\s*\)?\s*$", re.IGNORECASE)
# A column of its own that came out behind a single space: the capital tells it from a sentence. When in doubt it is closed.
_STATUS_COLUMN = re.compile(r"\s(?P<status>Åbent?|ÅBENT?|Lukket|LUKKET)\s*$")
_CLOSED_FIRST = re.compile(
    r"\(?(?:lukket|lukkede?)\b(?:\s+(?:sag|punkt|møde|dagsordenspunkt))?\)?\s*(?:$|[:–—-]|\.\s)|\(lukket[^)]{0,20}\)",
    re.IGNORECASE,
)
# What an item may call itself: "Lukket sag om personale", "Fortroligt punkt", "Ikke-offentlig orientering om ...".
_CLOSED_KIND = re.compile(
    r"\W*(?:lukke(?:t|de)|fortrolige?t?|ikke[- ]offentlige?t?)\b(?:\W*$|\s*[:;,/|–—-]|\)|"
    r"\s+(?:(?:dagsordens?)?punkt(?:er)?|(?:\w+)?sag(?:er)?|møder?|del|dagsorden|behandling|orientering|drøftelse|meddelelser?)\b)",
    re.IGNORECASE,
)
_CLOSED_WITHIN = re.compile(r"[(\[]\s*(?:lukket|fortroligt?|ikke[- ]offentligt?)\b|,\s*lukket\s*$", re.IGNORECASE)
_DIVIDER = re.compile(
    r"(?:[-–=*\s]*)(?P<status>åbne?t?|lukkede?t?)\s+(?:punkter|sager|dagsorden|del|møde|dagsordenspunkter|del af mødet|"
    r"dagsorden for mødet|punkter på dagsordenen)\s*[-–=*:\s]*$|[-–=*\s]+(?P<status2>åbent?|lukket)[-–=*\s]+$",
    re.IGNORECASE,
)
_DOORS = re.compile(
    r"(?:.{0,40}\W)?for\s+(?P<doors>åbne|lukkede)\s+døre\s*[-–=*:]*$|"
    r"(?:[A-ZIVX]{1,3}[.)]\s+)?(?P<list>åbne|lukkede)\s+(?:sager|punkter)(?:\s+til\s+\w+)?\s*:?$",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"(?:[A-ZIVX]{1,3}[.)]\s+)?(?:sager|punkter|emner)\s+til\s+(?:beslutning|orientering|behandling|drøftelse|efterretning|afgørelse|"
    r"indstilling|godkendelse)(?:\s+i\s+\w+)?\s*:?$",
    re.IGNORECASE,
)
_NUMBER_SHAPE = (
    r"(?:[A-ZÆØÅ]{1,5}-?\d{4}-\d{3,7}"  # EMN-2025-010561, S2014-1234
    r"|\d{2,4}-\d{4}-\s?\d{1,7}"  # 326-2014-3605
    r"|\d{2}\.\d{2}\.\d{2}-[A-ZÆØÅ]\d{2}-\d{1,5}-\d{2,4}"  # 00.22.04-A00-1-18
    r"|\d-\d{2}-\d{2}-\d{1,5}-\d{2}"  # 1-30-72-10-20
    r"|\d{2}\.\d{2}\.\d{2}(?![.\d-])"  # 00.30.04
    r"|\d{2,4}/\d{1,7}"  # 24/24964
    r"|\d{4}-\d{3,7}"  # 2014-12345
    r"|\d{2}-\d{4,7}"  # 14-12345
    r"|[A-ZÆØÅ]?\d{5,12})"
)
_CASE_ALONE = re.compile(rf"\(?(?P<number>{_NUMBER_SHAPE})\)?$")
_STATUS_AND_CASE = re.compile(
    rf"(?P<status>{_STATUS})\s*[-–—|,:]\s*(?P<number>{_NUMBER_SHAPE})$|(?P<number2>{_NUMBER_SHAPE})(?:\s*[-–—|,:]\s*|\s+)(?P<status2>{_STATUS})$",
    re.IGNORECASE,
)
_CASE_LAST = re.compile(rf"\s*\((?:sags?\s?nr\.?:?\s*)?(?P<number>(?!\d+\)){_NUMBER_SHAPE})\)$", re.IGNORECASE)
_CASE_LABEL = re.compile(
    r"(?P<label>sags?\s?nr\.?|sagsnummer|sags?-?\s?id|sag\s+nr\.?|sagsnr|journal\s?nr\.?|journalnummer|j\.?\s?nr\.?|acadre\s?nr\.?|"
    r"acadre\s?sagsnr\.?|esdh-?sag|sag)\s*[.:]*\s*(?P<number>" + _NUMBER_SHAPE + r")?(?=$|[\s,;|)])",
    re.IGNORECASE,
)
_META_LABEL = re.compile(
    r"(?P<label>sags?\s?nr|sagsnummer|sags?-?\s?id|journal\s?nr|journalnummer|j\.?\s?nr|dok\.?\s?nr|dokumentnr|dokument\s?nr|"
    r"dok\.?\s?id|dokumentid|sagsbehandler|sagsansvarlig|tidl\. politisk behandling|forventet sagsgang|lovgrundlag|"
    r"initialer|åben sag|lukket sag|sagen afgøres i|afgøres i|sagstype|ansvarlig|resp\.?\s?afd|forvaltning|afdeling|"
    r"brevid|kle|kle-?\s?nr|kle-emne|acadre\s?nr|acadre sagsnr|sagsid|bilagsnr|punkttype|type|status|"
    r"offentlig|fagområde|center|sagsansv|skrevet af|udarbejdet af|godkendt af|punktnummer|punkt nr|"
    r"beslutningskompetence|kompetence|sagsinitialer|sagstype og sagsgang|dokument)\b\.?\s*(?::|$|(?=\s(?:[A-ZÆØÅ]{1,5}-?)?\d))|"
    r"(?P<short>sag|dok)\.?\s*(?:nr\.?)?\s*:?\s*(?=\d{2,5}[-/]\d)",
    re.IGNORECASE,
)
_BARE = 4
_LONGEST_LINE = 200
_YEARS = range(1990, 2100)


@dataclass(frozen=True, slots=True)
class CaseNumber:
    """A case number and how sure it is: 3 labelled "Sagsnr.", 2 printed alone, 1 under another register's label."""

    number: str
    rank: int


def status_alone(text: str) -> bool | None:
    """Return True (closed), False (open) when the line says nothing else, otherwise None."""
    match = _STATUS_ALONE.match(text)
    return None if match is None else match["status"].casefold().startswith("l")


def split_status(text: str) -> tuple[str, bool | None]:
    """Return a title without "- Åbent", "   Lukket" or " Lukket" at its end, and what the mark said (True is closed)."""
    match = _STATUS_LAST.search(text) or _STATUS_COLUMN.search(text)
    if not match or not match.start():
        return text, None
    return text[: match.start()].rstrip(" -–—("), match["status"].casefold().startswith("l")


def status_with_case(text: str) -> tuple[bool, str] | None:
    """Return what "Åben - 01.02.00-P15-4-21" says: closed or not, and the case number; None for any other line."""
    match = _STATUS_AND_CASE.match(text)
    if match is None:
        return None
    status, number = match["status"] or match["status2"], match["number"] or match["number2"]
    return status.casefold().startswith("l"), number.replace(" ", "")


def split_case(title: str) -> tuple[str, str | None]:
    """Return a title without a case number in parentheses at its end, and the number."""
    match = _CASE_LAST.search(title)
    return (title[: match.start()], match["number"]) if match else (title, None)


def begins_closed(title: str) -> bool:
    """Return True for "Lukket", "Lukket: title", "Lukket punkt - title", "(Lukket) title"."""
    return bool(_CLOSED_FIRST.match(title))


def says_closed(title: str) -> bool:
    """Return True for a title that says that its item is closed: "Lukket sag om personale", "Salg (lukket, jf. § 10)".

    Wider than `begins_closed`, which also tells where an item begins: once a row is a title, doubt closes it.
    """
    return begins_closed(title) or bool(_CLOSED_KIND.match(title) or _CLOSED_WITHIN.search(title))


def divider_status(text: str) -> bool | None:
    """Return True for a line that begins the closed part ("Lukkede punkter"), False for the open part, None otherwise."""
    if len(text) > 60:  # noqa: PLR2004 - a sentence
        return None
    match = _DIVIDER.match(text)
    if match:
        return (match["status"] or match["status2"]).casefold().startswith("l")
    doors = _DOORS.match(text)
    return None if doors is None else (doors["doors"] or doors["list"]).casefold().startswith("l")


def is_divider(text: str) -> bool:
    """Return True for a line between items that belongs to none: the open or closed part, "Sager til orientering"."""
    return divider_status(text) is not None or _GROUP.match(text) is not None


def case_alone(text: str) -> str | None:
    """Return the case number when the line is nothing else and cannot be a year or a page."""
    match = _CASE_ALONE.match(text)
    if match is None:
        return None
    number = match["number"]
    return None if number.isdigit() and len(number) <= _BARE + 1 else number.replace(" ", "")


def case_labelled(text: str) -> CaseNumber | None:
    """Return the case number of a line such as "Sagsnr.: 25/1234    J.nr.: 00.01.10", the best label first."""
    best: CaseNumber | None = None
    for match in _CASE_LABEL.finditer(text):
        if match["number"] is None:
            continue
        rank = _rank(match["label"].casefold())
        if best is None or rank > best.rank:
            best = CaseNumber(match["number"].replace(" ", ""), rank)
    return best


def _rank(label: str) -> int:
    if label.startswith(("sags", "sag ", "acadre")):
        return 3
    return 1 if label.startswith("j") else 2


def meta_label(text: str) -> str | None:
    """Return the label when the line begins with one of the registration labels, folded."""
    match = _META_LABEL.match(text)
    return (match["label"] or match["short"]).casefold() if match else None


def is_case_line(text: str) -> bool:
    """Return True for a line that holds a case number and nothing that could be prose."""
    text = text.strip("()")
    return (
        case_alone(text) is not None
        or status_with_case(text) is not None
        or (len(text) < _LONGEST_LINE and case_labelled(text) is not None and meta_label(text) is not None)
    )
