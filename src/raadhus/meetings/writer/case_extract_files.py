"""An extract of a case on paper: PDF/UA and Word, in the form of the minutes."""

from collections.abc import Iterator
from enum import StrEnum

from docx import Document

from raadhus.core.documents.renderers.clean import clean
from raadhus.core.documents.renderers.docx import DocxWriter
from raadhus.core.documents.renderers.docx_frame import same_bytes, set_properties
from raadhus.core.documents.renderers.docx_style import set_page, set_styles
from raadhus.core.documents.renderers.pdf import compile_pdf
from raadhus.core.documents.renderers.typst import typst_content, typst_string
from raadhus.core.documents.rules.blocks import Mark, MarkKind
from raadhus.core.documents.text import Block, ListBlock, ListItem, Paragraph, render_typst
from raadhus.meetings.rules.case_parts import LEGAL_BASIS
from raadhus.meetings.writer.case_extract import CaseExtract, entries_by_source, source_line, write_case_json
from raadhus.meetings.writer.exported import ExportedFile, Format
from raadhus.meetings.writer.pdf import template

_LANGUAGE = "da"


def write_case_pdf(extract: CaseExtract, municipality: str) -> bytes:
    """Return the extract as PDF/UA-1, dated by the day it was made."""
    return compile_pdf(template(), "\n".join(_typst(extract, municipality)), day=extract.made_on)


def _typst(extract: CaseExtract, municipality: str) -> Iterator[str]:
    facts = "".join(f"({typst_string(label)}, {typst_content(clean(value))}), " for label, value in extract.facts)
    day = extract.made_on
    words = (extract.heading, extract.heading, municipality)
    arguments = [
        *(typst_string(clean(word)) for word in words),
        f"({facts})",
        typst_string(_LANGUAGE),
        typst_string(municipality),
    ]
    yield f"#show: meeting-page.with({', '.join(arguments)}, datetime(year: {day.year}, month: {day.month}, day: {day.day}))"
    yield "#{"
    for heading, parts in _sections(extract):
        yield f"item({typst_content(heading)}, none)"
        for subheading, blocks in parts:
            if subheading:
                yield f"part({typst_content(subheading)})"
            yield render_typst(blocks, heading_level=3 if subheading else 2)
    yield "}"


def write_case_docx(extract: CaseExtract, municipality: str) -> bytes:
    """Return the extract as DOCX, dated by the day it was made."""
    document = Document()
    set_styles(document, _LANGUAGE)
    set_page(document, clean(extract.heading))
    set_properties(document, title=extract.heading, author=municipality, language=_LANGUAGE, day=extract.made_on)
    writer = DocxWriter(document)
    if municipality:
        writer.paragraph("Municipality", municipality)
    writer.paragraph("Title", extract.heading)
    for label, value in extract.facts:
        marked = f"{label}:"
        writer.paragraph("Fact", f"{marked}\t{value}", (Mark(0, len(marked), MarkKind.STRONG),))
    for heading, parts in _sections(extract):
        writer.paragraph("Heading1", heading)
        for subheading, blocks in parts:
            if subheading:
                writer.paragraph("Heading2", subheading)
            writer.blocks(blocks, heading_level=3 if subheading else 2)
    return same_bytes(document)


def _sections(extract: CaseExtract) -> Iterator[tuple[str, list[tuple[str, tuple[Block, ...]]]]]:
    """Yield heading and parts of everything after the facts: what was said, where, and on what the extract stands."""
    for part, entries in extract.parts:
        told = []
        for place, of_source in entries_by_source(entries):
            blocks: list[Block] = []
            for entry in of_source:
                blocks += [Paragraph(entry.heading, (Mark(0, len(entry.heading), MarkKind.STRONG),))] * bool(
                    entry.heading
                )
                blocks += entry.blocks
            told.append((clean(source_line(extract.sources[place])), tuple(blocks)))
        yield part.label, told
    listed = tuple(ListItem(f"{source_line(one)} ({one.url})") for one in extract.sources)
    yield "Kilder", [("", (ListBlock(listed),) if listed else ())]
    basis = tuple(
        ListItem(f"{one.text}{' (antagelse, ikke efterprøvet)' if one.is_assumed else ''}") for one in LEGAL_BASIS
    )
    yield "Retsgrundlag", [("", (ListBlock(basis),))]


class ExtractFormat(StrEnum):
    """The formats of an extract; the value is the name on the command line and the file's ending."""

    PDF = "pdf"
    DOCX = "docx"
    JSON = "json"

    @property
    def label(self) -> str:
        """What it is called on the screens."""
        return Format(self.value).label


def extract_file(extract: CaseExtract, format_: ExtractFormat, municipality: str) -> ExportedFile:
    """Return the extract as a file; the same extract gives the same bytes."""
    if format_ is ExtractFormat.PDF:
        data = write_case_pdf(extract, municipality)
    elif format_ is ExtractFormat.DOCX:
        data = write_case_docx(extract, municipality)
    else:
        data = write_case_json(extract)
    return ExportedFile(f"{extract.name}.{format_.value}", Format(format_.value).media_type, data)
