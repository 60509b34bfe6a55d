"""A meeting as Word: heading styles, a table of contents, running header and page numbers."""

from docx import Document

from raadhus.core.documents.renderers.docx import DocxWriter
from raadhus.core.documents.renderers.docx_frame import add_contents, add_heading, same_bytes, set_properties
from raadhus.core.documents.renderers.docx_style import set_page, set_styles
from raadhus.core.documents.rules.blocks import Mark, MarkKind
from raadhus.meetings.rules.disclosure import DisclosedMeeting
from raadhus.meetings.writer.printed import PrintedItem, PrintedMeeting, printed

_BLOCK_HEADING = 3


def write_docx(meeting: DisclosedMeeting) -> bytes:
    """Return the meeting as DOCX; dated by the meeting, so that the same meeting gives the same bytes."""
    return docx_of(printed(meeting))


def docx_of(page: PrintedMeeting) -> bytes:
    """Return what is printed as DOCX, dated by the meeting."""
    document = Document()
    set_styles(document, page.meeting.language)
    set_page(document, page.running)
    meeting = page.meeting
    author = page.municipality or meeting.body or ""
    set_properties(document, title=page.title, author=author, language=meeting.language, day=meeting.date)
    writer = DocxWriter(document)
    if page.municipality:
        writer.paragraph("Municipality", page.municipality)
    writer.paragraph("Title", page.title)
    for label, value in page.facts:
        marked = f"{label}:"
        writer.paragraph("Fact", f"{marked}\t{value}", (Mark(0, len(marked), MarkKind.STRONG),))
    if page.has_contents:
        add_contents(writer, [item.heading for item in page.items])
    for position, item in enumerate(page.items, start=1):
        _item(writer, item, position)
    return same_bytes(document)


def _item(writer: DocxWriter, item: PrintedItem, position: int) -> None:
    add_heading(writer, item.heading, position)
    if item.item.case_number:
        writer.paragraph("CaseNumber", item.item.case_number)
    for section in item.sections:
        if section.heading:
            writer.paragraph("Heading2", section.heading)
        writer.blocks(section.blocks, heading_level=_BLOCK_HEADING - 1 + section.depth)
