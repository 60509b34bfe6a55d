"""An HTML fragment, as a person pasted or an editor posted it, to blocks: the one place where foreign markup is sanitised.

What the block model has no room for (scripts, styles, classes, forms, addresses that are not pages) does not get through,
because there is nowhere to put it; its text does, when it is text.
"""

from dataclasses import dataclass, field, replace

from lxml import etree, html
from lxml.html import HtmlElement

from raadhus.core.documents.readers import html_lists, html_tables
from raadhus.core.documents.readers.lines import clean
from raadhus.core.documents.readers.runs import TextRun, joined
from raadhus.core.documents.rules.blocks import (
    Block,
    Heading,
    Image,
    ListBlock,
    ListItem,
    MarkKind,
    Paragraph,
    Table,
    is_linkable,
)
from raadhus.kernel.errors import WrongInput

MAX_CHARACTERS = 5_000_000

_DROPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "iframe",
        "object",
        "embed",
        "svg",
        "select",
        "textarea",
        "button",
    ]
)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "cite",
        "code",
        "em",
        "font",
        "i",
        "label",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "u",
    ]
)
_SHA256_LENGTH = 64


def blocks_from_html(source: str, *, heading_level: int = 1) -> tuple[Block, ...]:
    """Return the blocks of an HTML fragment; `heading_level` is the HTML heading that is level 1 among the blocks.

    Raises WrongInput when it is too long or nested too deep.
    """
    if len(source) > MAX_CHARACTERS:
        raise WrongInput("Teksten er for lang: del den i flere afsnit.")
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    data = source.replace("\0", "").encode("utf-8", "replace")
    try:
        root = html.document_fromstring(b"<div>" + data + b"</div>", parser=parser)
    except etree.ParserError:
        return ()
    if any("Excessive depth" in entry.message for entry in parser.error_log):
        raise WrongInput("Teksten er indlejret i for mange lag: indsæt den som ren tekst.")
    gatherer = _Gatherer(heading_level)
    gatherer.children(root, TextRun(""))
    gatherer.flush()
    return tuple(gatherer.blocks)


@dataclass(slots=True)
class _Gatherer:
    """Goes through a fragment; recursion is safe, because the parser stops at 256 elements deep."""

    heading_level: int
    blocks: list[Block] = field(default_factory=list)
    runs: list[TextRun] = field(default_factory=list)

    def children(self, element: HtmlElement, style: TextRun) -> None:
        """Gather the text and the elements in an element."""
        self._text(element.text, style)
        for child in element:
            if isinstance(child.tag, str) and child.tag not in _DROPPED and child.get("hidden") is None:
                self._element(child, style)
            self._text(child.tail, style)

    def flush(self) -> None:
        """End the paragraph that is being gathered."""
        text, marks = joined(self.runs)
        self.runs = []
        if text:
            self.blocks.append(Paragraph(text, marks))

    def _text(self, text: str | None, style: TextRun) -> None:
        if text:
            self.runs.append(replace(style, text=text))

    def _element(self, element: HtmlElement, style: TextRun) -> None:
        tag = element.tag
        if tag in _INLINE:
            self.children(element, styled(style, element))
        elif tag == "br":
            self.runs.append(TextRun("\n", is_break=True))
        else:
            self.flush()
            self._block(element, style)
            self.flush()

    def _block(self, element: HtmlElement, style: TextRun) -> None:
        tag = element.tag
        if tag in _HEADINGS:
            text, _marks = joined(runs_of(element))
            if text:
                self.blocks.append(Heading(text.replace("\n", " "), max(int(tag[1]) - self.heading_level + 1, 1)))
        elif tag in {"ul", "ol"}:
            items = _items(element)
            if items:
                self.blocks.append(ListBlock(items, ordered=tag == "ol"))
        elif tag == "table":
            self._table(element)
        elif tag == "img":
            self._image(element)
        else:
            self.children(element, style)

    def _table(self, table: HtmlElement) -> None:
        rows = html_tables.rows_of(table)
        texts = [[(_plain(cell), *html_tables.spans(cell)) for cell in html_tables.cells_of(row)] for row in rows]
        cells = tuple(html_tables.grid(texts))
        headers = 0
        for row in rows:
            if any(cell.tag != "th" for cell in html_tables.cells_of(row)):
                break
            headers += 1
        captions = [_plain(caption) for caption in table.iterchildren("caption")]
        if any(any(row) for row in cells):
            self.blocks.append(Table(cells, headers, captions[0] if captions and captions[0] else None))

    def _image(self, element: HtmlElement) -> None:
        sha256 = element.get("data-sha256") or ""
        if len(sha256) == _SHA256_LENGTH and not set(sha256) - set("0123456789abcdef"):
            self.blocks.append(Image(sha256, clean(element.get("alt") or "")))


def styled(style: TextRun, element: HtmlElement) -> TextRun:
    """Return the style of the text in an inline element."""
    if element.tag in {"b", "strong"}:
        return replace(style, kinds=style.kinds | {MarkKind.STRONG})
    if element.tag in {"i", "em"}:
        return replace(style, kinds=style.kinds | {MarkKind.EMPHASIS})
    href = (element.get("href") or "").strip() if element.tag == "a" else ""
    return replace(style, href=href) if href and is_linkable(href) else style


def runs_of(element: HtmlElement, *, lists: bool = True) -> list[TextRun]:
    """Return everything in an element as running text; blocks in it begin new lines. `lists` False leaves lists out."""
    found: list[TextRun] = []

    def gather(part: HtmlElement, style: TextRun) -> None:
        found.append(replace(style, text=part.text or ""))
        for child in part:
            if child.tag == "br":
                found.append(TextRun("\n", is_break=True))
            elif isinstance(child.tag, str) and child.tag not in _DROPPED and (lists or child.tag not in {"ul", "ol"}):
                is_block = child.tag not in _INLINE
                found.extend([TextRun("\n", is_break=True)] * is_block)
                gather(child, styled(style, child))
                found.extend([TextRun("\n", is_break=True)] * is_block)
            found.append(replace(style, text=child.tail or ""))

    gather(element, TextRun(""))
    return found


def _plain(element: HtmlElement) -> str:
    return joined(runs_of(element))[0]


def _items(element: HtmlElement) -> tuple[ListItem, ...]:
    opened = html_lists.open_list(element)
    counts = element.tag == "ol" and (opened.style not in {"1", ""} or opened.next_number != 1)
    found = (_item(child, opened.marker(child) if counts else None) for child in element if child.tag == "li")
    return tuple(item for item in found if item.text or item.items or item.label)


def _item(element: HtmlElement, marker: str | None) -> ListItem:
    label = marker
    first = element[0] if len(element) and not (element.text or "").strip() else None
    if first is not None and first.tag == "span" and "label" in (first.get("class") or "").split():
        label = _plain(first) or None
        first.text, first[:] = "", []
    text, marks = joined(runs_of(element, lists=False))
    nested = tuple(item for child in element for item in (_items(child) if child.tag in {"ul", "ol"} else ()))
    return ListItem(text, label, nested, marks)
