"""HTML to lines: paragraphs, headings, list items and table rows, without the page around them.

Scripts are neither run nor kept, nothing is fetched, and the parser knows no entities of its own.
"""

import re
from dataclasses import dataclass, field

from lxml import etree, html
from lxml.html import HtmlElement

from raadhus.core.documents.readers import html_lists, html_tables
from raadhus.core.documents.readers.charset import decode
from raadhus.core.documents.readers.html_chrome import Page, closed_sign, survey
from raadhus.core.documents.readers.lines import LineCollector, clean
from raadhus.core.documents.readers.markers import BULLET
from raadhus.core.documents.rules.source_text import LineKind, SourceText
from raadhus.kernel.errors import WrongInput

MEDIA_TYPE = "text/html"
MAX_BYTES = 40_000_000

_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([a-zA-Z0-9_:-]{2,40})", re.IGNORECASE)
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "hgroup",
        "html",
        "legend",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "caption",
    ]
)
_BOLD = re.compile(r"font-weight\s*:\s*(bold|[6-9]00)", re.IGNORECASE)
_ITALIC = re.compile(r"font-style\s*:\s*italic", re.IGNORECASE)
_MOST_CLASSES = 12
# A hidden part with as much text as this is worth telling a person about.
_MUCH_TEXT = 200


def read_html(data: bytes) -> SourceText:
    """Return the lines of an HTML document or fragment. Raises WrongInput when it is too large, too deep or not text."""
    if len(data) > MAX_BYTES:
        raise WrongInput(
            f"HTML-filen fylder over {MAX_BYTES // 1_000_000} MB: gem siden uden indlejrede billeder, og prøv igen."
        )
    declared = _DECLARED.search(data[:4096])
    decoded = decode(data, declared[1].decode("ascii") if declared else None)
    collector = LineCollector()
    if decoded.unreadable:
        collector.warn(
            "unreadable_characters", f"{decoded.unreadable} tegn kunne ikke læses og er erstattet af \ufffd."
        )
    title = None
    root = _parse(decoded.text)
    if root is not None:
        title = clean(root.findtext(".//title") or "") or None
        _Walker(collector, survey(root)).walk(root)
    return collector.finish(MEDIA_TYPE, title=title)


def _parse(text: str) -> HtmlElement | None:
    """Return the root element, or None when there is nothing in it."""
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = html.document_fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        return None
    if any("Excessive depth" in entry.message for entry in parser.error_log):
        raise WrongInput(
            "HTML-filen er indlejret i for mange lag: åbn siden i en browser, gem den igen, og prøv med den nye fil."
        )
    return root


@dataclass(slots=True)
class _Paragraph:
    """Text that is being gathered, and whether all of it is bold or italic."""

    pieces: list[str] = field(default_factory=list)
    bold: bool = True
    italic: bool = True
    css: tuple[str, ...] = ()
    empty: bool = True


@dataclass(slots=True)
class _Walker:
    """Goes through the elements in order without recursion, however deep they are nested."""

    collector: LineCollector
    page: Page
    paragraph: _Paragraph = field(default_factory=_Paragraph)
    lists: list[html_lists.OpenList] = field(default_factory=list)
    marker: str | None = None
    heading: int = 0
    bold: int = 0
    italic: int = 0
    preformatted: int = 0
    breaks: int = 0

    def walk(self, root: HtmlElement) -> None:
        """Read the element and everything in it."""
        stack: list[tuple[HtmlElement, bool]] = [(root, False)]
        while stack:
            element, leaving = stack.pop()
            if leaving:
                self._leave(element)
                if element is not root:
                    self._text(element.tail, element.getparent())
                continue
            if self._enter(element):
                stack.append((element, True))
                stack.extend((child, False) for child in reversed(element))
            elif element is not root:
                self._text(element.tail, element.getparent())
        self._flush()

    def _enter(self, element: HtmlElement) -> bool:
        """Begin an element; return False when nothing in it is to be read (any more)."""
        tag = element.tag
        if not isinstance(tag, str):
            return False
        sign = closed_sign(element)
        if sign:
            self._piece(f" {sign} ", element)
        if self.page.is_chrome(element):
            return False
        if self.page.is_hidden(element):
            self._tell_hidden(element)
            return False
        if self._is_line_end(element) or self._is_rows(element):
            return False
        self._begin(element)
        self._text(element.text, element)
        return True

    def _is_line_end(self, element: HtmlElement) -> bool:
        if element.tag == "br":
            self._break()
        elif element.tag == "hr":
            self._flush()
            self.collector.add("", LineKind.RULE)
        return element.tag in {"br", "hr"}

    def _begin(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag in _BLOCKS or tag in _HEADINGS:
            self._flush()
        if tag in _HEADINGS:
            self.heading = int(tag[1])
        elif tag in {"ul", "ol"}:
            self.lists.append(html_lists.open_list(element))
        elif tag == "li":
            self.marker = self.lists[-1].marker(element) if self.lists else BULLET
        self._style(element, 1)

    def _leave(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag in _BLOCKS or tag in _HEADINGS:
            self._flush(paragraph_end=tag == "p")
        if tag in _HEADINGS:
            self.heading = 0
        elif tag in {"ul", "ol"} and self.lists:
            self.lists.pop()
        elif tag == "li":
            self.marker = None
        self._style(element, -1)

    def _style(self, element: HtmlElement, step: int) -> None:
        style = element.get("style") or ""
        if element.tag in {"b", "strong"} or _BOLD.search(style):
            self.bold += step
        if element.tag in {"i", "em"} or _ITALIC.search(style):
            self.italic += step
        if element.tag == "pre":
            self.preformatted += step

    def _text(self, text: str | None, element: HtmlElement | None) -> None:
        """Gather a piece of text that stands directly in the element."""
        if not text:
            return
        if self.preformatted and "\n" in text:
            first, *others = text.split("\n")
            self._piece(first, element)
            for line in others:
                self._flush()
                self._piece(line, element)
            return
        self._piece(text, element)

    def _piece(self, text: str, element: HtmlElement | None) -> None:
        paragraph = self.paragraph
        paragraph.pieces.append(text)
        if text.strip():
            paragraph.bold &= self.bold > 0
            paragraph.italic &= self.italic > 0
            if paragraph.empty:
                paragraph.css = _classes(element)
                paragraph.empty = False

    def _break(self) -> None:
        """End the line at a break; headings and list items stay whole."""
        if self.heading or self.lists:
            self.paragraph.pieces.append(" ")
            return
        self.breaks += self.paragraph.empty
        self._flush()

    def _flush(self, *, paragraph_end: bool = False) -> None:
        """End the line that is being gathered."""
        paragraph, self.paragraph = self.paragraph, _Paragraph()
        text = clean("".join(paragraph.pieces))
        if not text:
            self.breaks += paragraph_end
            return
        kind, level = LineKind.TEXT, 0
        if self.heading:
            kind, level = LineKind.HEADING, self.heading
        elif self.marker is not None:
            kind, level = LineKind.LIST_ITEM, max(len(self.lists) - 1, 0)
            marked = not self.marker or (self.marker == BULLET and html_lists.has_marker(text))
            text = text if marked else f"{self.marker} {text}"
            self.marker = None
        self.collector.add(
            text,
            kind,
            level=level,
            bold=paragraph.bold,
            italic=paragraph.italic,
            blank_before=self.breaks > 0,
            css=paragraph.css,
        )
        self.breaks = 0

    def _is_rows(self, element: HtmlElement) -> bool:
        """Read a data table, or a data row of a layout table, as rows; return False for everything else."""
        if element.tag == "table" and not html_tables.arranges_page(element, self.page):
            self._flush()
            for caption in element.iterchildren("caption"):
                text = self._plain(caption)
                if text:
                    self.collector.add(text)
            self._rows(html_tables.rows_of(element))
            return True
        terms = html_tables.described_terms(element, self.page) if element.tag == "dl" else []
        if terms:
            self._flush()
            table = self.collector.next_table()
            for term, descriptions in terms:
                value = ", ".join(filter(None, map(self._plain, descriptions)))
                self.collector.add_row((self._plain(term), value), table=table, css=_classes(term))
            return True
        if element.tag == "tr" and html_tables.is_data_row(element, self.page):
            self._flush()
            self._rows([element])
            return True
        return False

    def _rows(self, rows: list[HtmlElement]) -> None:
        shown = [row for row in rows if not self.page.is_hidden(row)]
        texts = [[(self._plain(cell), *html_tables.spans(cell)) for cell in html_tables.cells_of(row)] for row in shown]
        table = self.collector.next_table()
        for row, cells in zip(shown, html_tables.grid(texts), strict=True):
            if any(cells):
                bold = all(cell.tag == "th" for cell in html_tables.cells_of(row))
                self.collector.add_row(cells, table=table, bold=bold, css=_classes(row))

    def _plain(self, element: HtmlElement) -> str:
        """Return the text of a cell as one line."""
        if self.page.is_hidden(element):
            return ""
        inner = LineCollector()
        _Walker(inner, self.page).walk(element)
        return clean(" ".join(line.text for line in inner.lines))

    def _tell_hidden(self, element: HtmlElement) -> None:
        length = 0
        for piece in element.itertext():
            length += len(piece.strip())
            if length > _MUCH_TEXT:
                self.collector.warn("hidden_text", "Siden har skjult tekst her, som ikke er læst med.")
                return


def _classes(element: HtmlElement | None) -> tuple[str, ...]:
    """Return the class names of the element and those around it, the nearest first."""
    names: dict[str, None] = {}
    while element is not None and len(names) < _MOST_CLASSES:
        names.update(dict.fromkeys((element.get("class") or "").split()))
        element = element.getparent()
    return tuple(names)[:_MOST_CLASSES]
