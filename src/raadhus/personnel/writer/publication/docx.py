"""The publication as Word: headings, contents, pictures with alternative texts, and tables whose heads repeat."""

from collections.abc import Sequence
from datetime import date

from docx import Document

from raadhus.core.documents.renderers.docx import DocxWriter
from raadhus.core.documents.renderers.docx_frame import add_contents, add_heading, same_bytes, set_properties
from raadhus.core.documents.renderers.docx_style import set_page, set_styles
from raadhus.core.documents.text import Mark, MarkKind
from raadhus.personnel.rules.publication.content import Publishable
from raadhus.personnel.writer.publication.blocks import APPENDIX, definition_blocks, section_blocks

_LANGUAGE = "da"
_BLOCK_HEADING = 2


def write_docx(content: Publishable, *, day: date, facts: Sequence[tuple[str, str]], mark: str = "") -> bytes:
    """Return the document, dated by `day`."""
    document = Document()
    set_styles(document, _LANGUAGE)
    document.styles["Heading 1"].paragraph_format.page_break_before = True
    # A table stands on one page, with its caption and what must be known to read it.
    for name in ("Caption", "Table Head", "Table Text", "Table End"):
        document.styles[name].paragraph_format.keep_with_next = True
    set_page(document, f"{content.title}  {mark or content.place}")
    set_properties(document, title=content.title, author=content.place, language=_LANGUAGE, day=day)
    writer = DocxWriter(document)
    writer.paragraph("Municipality", f"{content.place}  {mark}".strip())
    writer.paragraph("Title", content.title)
    for label, value in facts:
        marked = f"{label}:"
        writer.paragraph("Fact", f"{marked}\t{value}", (Mark(0, len(marked), MarkKind.STRONG),))
    parts = [(one.heading, section_blocks(one)) for one in content.sections]
    parts.append((APPENDIX, definition_blocks(content)))
    add_contents(writer, [heading for heading, _ in parts])
    for position, (heading, blocks) in enumerate(parts, start=1):
        add_heading(writer, heading, position)
        writer.blocks(blocks, heading_level=_BLOCK_HEADING)
    return same_bytes(document)
