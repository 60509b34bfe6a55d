"""What stands around the text of a Word document: its properties, a table of contents with links, and bytes without the time of writing."""

import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, date, datetime, time

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from raadhus.core.documents.renderers.clean import clean
from raadhus.core.documents.renderers.docx import DocxWriter

_EPOCH = datetime(1980, 1, 1, tzinfo=UTC)  # what a zip archive can hold at the earliest
_LONGEST = 255  # what Word takes in a property


def set_properties(document: Document, *, title: str, author: str, language: str, day: date | None) -> None:
    """Say what the document is; dated by `day`, so that the same content gives the same bytes."""
    moment = datetime.combine(day, time(12), tzinfo=UTC) if day else _EPOCH
    properties = document.core_properties
    properties.title = clean(title)[:_LONGEST]
    properties.author = clean(author)[:_LONGEST]
    properties.language = language
    properties.comments = ""
    properties.last_modified_by = ""
    properties.revision = 1
    properties.created = properties.modified = moment.replace(tzinfo=None)


def add_contents(writer: DocxWriter, headings: Sequence[str]) -> None:
    """Append a table of contents that Word can bring up to date, filled in already with links to the headings of `add_heading`."""
    writer.paragraph("ContentsHeading", "Indholdsfortegnelse")
    last = len(headings)
    for position, heading in enumerate(headings, start=1):
        entry = writer.paragraph("TOC1", "")
        if position == 1:
            entry.append(_field("begin"))
            entry.append(parse_xml(f'<w:r {nsdecls("w")}><w:instrText>TOC \\o "1-1" \\h \\z</w:instrText></w:r>'))
            entry.append(_field("separate"))
        link = parse_xml(f'<w:hyperlink {nsdecls("w")} w:anchor="punkt_{position}"/>')
        entry.append(link)
        writer.text(link, heading)
        if position == last:
            entry.append(_field("end"))


def _field(kind: str) -> object:
    return parse_xml(f'<w:r {nsdecls("w")}><w:fldChar w:fldCharType="{kind}"/></w:r>')


def add_heading(writer: DocxWriter, text: str, position: int) -> None:
    """Append the heading that the table of contents leads to at this position."""
    heading = writer.paragraph("Heading1", text)
    start = parse_xml(f'<w:bookmarkStart {nsdecls("w")} w:id="{position}" w:name="punkt_{position}"/>')
    heading.insert(1, start)
    heading.append(parse_xml(f'<w:bookmarkEnd {nsdecls("w")} w:id="{position}"/>'))


def same_bytes(document: Document) -> bytes:
    """Return the file with every part dated alike: a zip archive would otherwise carry the time of writing."""
    first, second = io.BytesIO(), io.BytesIO()
    document.save(first)
    with zipfile.ZipFile(first) as source, zipfile.ZipFile(second, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            part.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(part, source.read(name))
    return second.getvalue()
