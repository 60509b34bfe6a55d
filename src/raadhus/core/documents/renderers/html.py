"""Blocks as HTML: escaped, semantic, and nothing but the elements that the block model has."""

from collections.abc import Mapping, Sequence
from html import escape

from raadhus.core.documents.renderers.charts import drawn
from raadhus.core.documents.renderers.clean import clean
from raadhus.core.documents.renderers.columns import figure_columns
from raadhus.core.documents.renderers.runs import Run, is_labelled, printed_label, runs
from raadhus.core.documents.rules.blocks import (
    Block,
    Chart,
    Heading,
    Image,
    ListBlock,
    ListItem,
    Mark,
    Paragraph,
    Table,
)

_LOWEST_HEADING = 6


def render_html(blocks: Sequence[Block], *, heading_level: int = 4, images: Mapping[str, str] | None = None) -> str:
    """Return the blocks as HTML.

    `heading_level` is what a block heading of level 1 becomes (4 gives h4). `images` gives the address of each picture by
    its SHA-256; a picture without an address is shown by its alternative text.
    """
    return "\n".join(filter(None, (_block(block, heading_level, images or {}) for block in blocks)))


def html_text(text: str, marks: Sequence[Mark] = ()) -> str:
    """Return running text as HTML inside one element; line feeds become line breaks."""
    return "".join(map(_inline, runs(text, marks)))


def _block(block: Block, heading_level: int, images: Mapping[str, str]) -> str:
    match block:
        case Paragraph(text, marks):
            return f"<p>{html_text(text, marks)}</p>"
        case Heading(text, level):
            rank = min(max(heading_level + level - 1, 1), _LOWEST_HEADING)
            return f"<h{rank}>{html_text(text)}</h{rank}>"
        case ListBlock(items, ordered):
            return _list(items, ordered=ordered)
        case Table():
            return _table(block)
        case Image(sha256, alt):
            return _image(images.get(sha256), alt)
        case Chart():
            return _chart(block)


def _inline(run: Run) -> str:
    html = escape(run.text).replace("\n", "<br>")
    if run.emphasis:
        html = f"<em>{html}</em>"
    if run.strong:
        html = f"<strong>{html}</strong>"
    return f'<a href="{escape(run.href)}">{html}</a>' if run.href else html


def _list(items: Sequence[ListItem], *, ordered: bool) -> str:
    """Return a list. Printed markers stand in the text, because "a)" and "3.2" are part of what was decided upon."""
    labelled = is_labelled(items)
    element = "ol" if ordered or labelled else "ul"
    kind = ' class="labelled"' if labelled else ""
    return f"<{element}{kind}>\n" + "\n".join(map(_item, items)) + f"\n</{element}>"


def _item(item: ListItem) -> str:
    label = printed_label(item)
    marker = f'<span class="label">{escape(label)}</span> ' if label else ""
    nested = "\n" + _list(item.items, ordered=False) + "\n" if item.items else ""
    return f"<li>{marker}{html_text(item.text, item.marks)}{nested}</li>"


def _table(table: Table) -> str:
    caption = f"<caption>{html_text(table.caption)}</caption>\n" if table.caption else ""
    figures = figure_columns(table) if table.rows and table.rows[0] else ()
    head = "".join(_row(row, "th", figures) for row in table.rows[: table.header_rows])
    body = "".join(_row(row, "td", figures) for row in table.rows[table.header_rows :])
    return (
        f"<table>\n{caption}"
        + (f"<thead>\n{head}</thead>\n" if head else "")
        + (f"<tbody>\n{body}</tbody>\n" if body else "")
        + "</table>"
    )


def _row(row: Sequence[str], element: str, figures: Sequence[bool]) -> str:
    opening = '<th scope="col"' if element == "th" else "<td"
    marks = (' class="numeric"' if is_figures else "" for is_figures in figures)
    cells = (f"{opening}{mark}>{html_text(cell)}</{element}>" for mark, cell in zip(marks, row, strict=True))
    return f"<tr>{''.join(cells)}</tr>\n"


def _image(address: str | None, alt: str) -> str:
    words = escape(clean(alt))
    if address is not None:
        return f'<figure><img src="{escape(address)}" alt="{words}"></figure>'
    return f'<p class="image">{words}</p>' if words else ""


def _chart(chart: Chart) -> str:
    """Return the drawing in a frame that scrolls where it is too wide, with its sentence beneath."""
    drawing = drawn(chart)
    if drawing is None:
        return _image(None, chart.alt)
    frame = f'<div class="table--responsive-scroll" tabindex="0" role="region" aria-label="{escape(clean(chart.title))}: diagram">'
    return f'<figure class="mx-0">{frame}{drawing}</div><figcaption>{escape(clean(chart.alt))}</figcaption></figure>'
