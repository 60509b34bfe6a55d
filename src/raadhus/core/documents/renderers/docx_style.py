"""The look of a Word document: styles, language, running header and page numbers."""

from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

_INK = RGBColor(0x1A, 0x1A, 0x1A)
_QUIET = RGBColor(0x54, 0x54, 0x54)
_FONT = "Calibri"
# Style name, points, space before and after in points.
_HEADINGS = (("Title", 24, 0, 14), ("Heading 1", 16, 26, 6), ("Heading 2", 12.5, 14, 4), ("Heading 3", 11, 10, 3))
_LANGUAGES = {"da": "da-DK", "en": "en-GB"}


def set_styles(document: Document, language: str) -> None:
    """Set fonts, sizes and language, and add the styles that our documents need."""
    styles: Any = document.styles
    normal = styles["Normal"]
    _font(normal, 11, _INK)
    normal.paragraph_format.space_after = Pt(7)
    normal.paragraph_format.line_spacing = 1.15
    for name, size, before, after in _HEADINGS:
        _heading(styles[name], size, before, after)
    for level in range(4, 10):
        _heading(styles[f"Heading {level}"], 11, 8, 3)
    _set_language(styles.element, _LANGUAGES.get(language, language))
    _add(styles, "Municipality", 11, _QUIET).font.bold = True
    _add(styles, "Case Number", 10.5, _QUIET).paragraph_format.keep_with_next = True
    _add(styles, "Contents Heading", 13, _INK).font.bold = True
    _add(styles, "TOC 1", 11, _INK).paragraph_format.space_after = Pt(3)
    _add(styles, "Table Text", 10, _INK).paragraph_format.space_after = Pt(2)
    _add(styles, "Table Head", 10, _INK).font.bold = True
    _add(styles, "Table End", 4, _INK).paragraph_format.space_after = Pt(4)
    fact = _add(styles, "Fact", 11, _INK).paragraph_format
    fact.left_indent, fact.first_line_indent, fact.space_after = Cm(3.6), Cm(-3.6), Pt(3)
    fact.tab_stops.add_tab_stop(Cm(3.6))
    link = styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb, link.font.underline = RGBColor(0x00, 0x59, 0xB3), True


def _add(styles: Any, name: str, size: float, colour: RGBColor) -> Any:
    style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.element.set(qn("w:styleId"), name.replace(" ", ""))
    style.base_style = styles["Normal"]
    _font(style, size, colour)
    return style


def _heading(style: Any, size: float, before: float, after: float) -> None:
    _font(style, size, _INK)
    style.font.bold = True
    style.font.italic = False
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.keep_with_next = True
    border = style.element.pPr.find(qn("w:pBdr"))
    if border is not None:
        style.element.pPr.remove(border)


def _font(style: Any, size: float, colour: RGBColor) -> None:
    style.font.name, style.font.size, style.font.color.rgb = _FONT, Pt(size), colour
    fonts = style.element.rPr.rFonts
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)


def _set_language(styles: Any, tag: str) -> None:
    defaults = styles.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    language = defaults.find(qn("w:lang"))
    if language is None:
        language = OxmlElement("w:lang")
        defaults.append(language)
    language.set(qn("w:val"), tag)


def set_page(document: Document, running: str) -> None:
    """Set A4, margins, the running header from page two, and the page number."""
    section: Any = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.4)
    section.top_margin = section.bottom_margin = Cm(2.5)
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = running
    for footer in (section.footer, section.first_page_footer):
        paragraph = footer.paragraphs[0]
        paragraph.alignment = 2
        for piece in ("Side ", "PAGE", " af ", "NUMPAGES"):
            if piece.isupper():
                field = f'<w:fldSimple {nsdecls("w")} w:instr="{piece}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
                paragraph._p.append(parse_xml(field))  # noqa: SLF001 - python-docx has no public way to add a field
            else:
                paragraph.add_run(piece)
