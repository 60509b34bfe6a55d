"""A meeting as Word: heading styles, a table of contents, running header and page numbers."""

import io
import zipfile
from datetime import UTC, datetime, time

from docx import Document
from docx.document import Document as DocxDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from raadhus.core.documents.renderers.clean import clean
from raadhus.core.documents.renderers.docx import DocxWriter
from raadhus.core.documents.rules.blocks import Mark, MarkKind
from raadhus.meetings.rules.disclosure import DisclosedMeeting
from raadhus.meetings.writer.docx_style import set_page, set_styles
from raadhus.meetings.writer.printed import PrintedItem, PrintedMeeting, printed

_BLOCK_HEADING = 3
_EPOCH = datetime(1980, 1, 1, tzinfo=UTC)  # what a zip archive can hold at the earliest


def write_docx(meeting: DisclosedMeeting) -> bytes:
    """Return the meeting as DOCX; dated by the meeting, so that the same meeting gives the same bytes."""
    return docx_of(printed(meeting))


def docx_of(page: PrintedMeeting) -> bytes:
    """Return what is printed as DOCX, dated by the meeting."""
    document = Document()
    set_styles(document, page.meeting.language)
    set_page(document, page.running)
    _properties(document, page)
    writer = DocxWriter(document)
    if page.municipality:
        writer.paragraph("Municipality", page.municipality)
    writer.paragraph("Title", page.title)
    for label, value in page.facts:
        marked = f"{label}:"
        writer.paragraph("Fact", f"{marked}\t{value}", (Mark(0, len(marked), MarkKind.STRONG),))
    _contents(writer, page)
    for position, item in enumerate(page.items, start=1):
        _item(writer, item, position)
    return same_bytes(document)


def _properties(document: DocxDocument, page: PrintedMeeting) -> None:
    meeting = page.meeting
    moment = datetime.combine(meeting.date, time(12), tzinfo=UTC) if meeting.date else _EPOCH
    properties = document.core_properties
    # Word takes at most 255 characters in a property.
    properties.title = clean(page.title)[:255]
    properties.author = clean(page.municipality or meeting.body or "")[:255]
    properties.language = meeting.language
    properties.comments = ""
    properties.last_modified_by = ""
    properties.revision = 1
    properties.created = properties.modified = moment.replace(tzinfo=None)


def _contents(writer: DocxWriter, page: PrintedMeeting) -> None:
    """Append a table of contents that Word can bring up to date, filled in already with links to the items."""
    if not page.has_contents:
        return
    writer.paragraph("ContentsHeading", "Indholdsfortegnelse")
    last = len(page.items)
    for position, item in enumerate(page.items, start=1):
        entry = writer.paragraph("TOC1", "")
        if position == 1:
            entry.append(_field("begin"))
            entry.append(parse_xml(f'<w:r {nsdecls("w")}><w:instrText>TOC \\o "1-1" \\h \\z</w:instrText></w:r>'))
            entry.append(_field("separate"))
        link = parse_xml(f'<w:hyperlink {nsdecls("w")} w:anchor="punkt_{position}"/>')
        entry.append(link)
        writer.text(link, item.heading)
        if position == last:
            entry.append(_field("end"))


def _field(kind: str) -> object:
    return parse_xml(f'<w:r {nsdecls("w")}><w:fldChar w:fldCharType="{kind}"/></w:r>')


def _item(writer: DocxWriter, item: PrintedItem, position: int) -> None:
    heading = writer.paragraph("Heading1", item.heading)
    start = parse_xml(f'<w:bookmarkStart {nsdecls("w")} w:id="{position}" w:name="punkt_{position}"/>')
    heading.insert(1, start)
    heading.append(parse_xml(f'<w:bookmarkEnd {nsdecls("w")} w:id="{position}"/>'))
    if item.item.case_number:
        writer.paragraph("CaseNumber", item.item.case_number)
    for section in item.sections:
        if section.heading:
            writer.paragraph("Heading2", section.heading)
        writer.blocks(section.blocks, heading_level=_BLOCK_HEADING - 1 + section.depth)


def same_bytes(document: DocxDocument) -> bytes:
    """Return the file with every part dated alike: a zip archive would otherwise carry the time of writing."""
    first, second = io.BytesIO(), io.BytesIO()
    document.save(first)
    with zipfile.ZipFile(first) as source, zipfile.ZipFile(second, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            part.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(part, source.read(name))
    return second.getvalue()
