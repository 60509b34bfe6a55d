"""An extract of the minutes (protokoludskrift): one item with the facts of the meeting, of the signatures, and of who issued it when."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from raadhus.meetings.rules.disclosure import DisclosedMeeting
from raadhus.meetings.writer.dates import short_date
from raadhus.meetings.writer.docx import docx_of
from raadhus.meetings.writer.exported import ExportedFile, Format, file_name
from raadhus.meetings.writer.pdf import pdf_of
from raadhus.meetings.writer.printed import PrintedMeeting, printed

FORMATS = (Format.PDF, Format.DOCX)


@dataclass(frozen=True, slots=True)
class Signed:
    """The signatures: the day they were complete (None when they are not) and who signed, with what."""

    day: date | None
    signed_by: tuple[str, ...] = ()
    reserved_by: tuple[str, ...] = ()
    refused_by: tuple[str, ...] = ()
    root: str = ""


def extract_of(meeting: DisclosedMeeting, item_id: str, signed: Signed, *, issued: date, issuer: str) -> PrintedMeeting:
    """Return the extract as it is printed. Raises LookupError when the viewer is not shown the item."""
    page = printed(meeting)
    items = tuple(one for one in page.items if one.item.id == item_id and not one.item.withheld)
    if not items:
        raise LookupError(item_id)
    facts = (*page.facts, *_signed(signed), ("Udskrift", f"Udstedt den {short_date(issued)} af {issuer}"))
    title = page.title.replace("REFERAT", "PROTOKOLUDSKRIFT", 1)
    running = page.running.replace("Referat", "Protokoludskrift", 1)
    return replace(page, title=title, running=running, facts=facts, items=items)


def _signed(signed: Signed) -> Iterable[tuple[str, str]]:
    if signed.day is None:
        yield "Underskrift", "Referatet er ikke underskrevet"
        return
    by = f" af {', '.join(signed.signed_by)}" if signed.signed_by else ""
    yield "Underskrift", f"Underskrevet{by}; afsluttet den {short_date(signed.day)}"
    if signed.reserved_by:
        yield "Med forbehold", ", ".join(signed.reserved_by)
    if signed.refused_by:
        yield "Ikke underskrevet af", ", ".join(signed.refused_by)
    yield "Kontrolsum", signed.root


def write_extract(page: PrintedMeeting, format_: Format) -> ExportedFile:
    """Return the extract as PDF or DOCX. Raises ValueError for another format."""
    if format_ not in FORMATS:
        raise ValueError(format_)
    data = pdf_of(page) if format_ is Format.PDF else docx_of(page)
    number = "".join(one for one in page.items[0].item.number or "" if one.isascii() and one.isalnum())
    name = file_name(page.meeting, format_).replace("referat", f"protokoludskrift-{number or 'punkt'}")
    return ExportedFile(name, format_.media_type, data)
