"""Blocks as Typst source. Text stands in string literals only, so that nothing in it can be markup or code."""

import re
from collections.abc import Sequence

from raadhus.core.documents.renderers.charts import drawn
from raadhus.core.documents.renderers.clean import clean, is_blank
from raadhus.core.documents.renderers.columns import column_widths, figure_columns, is_wide
from raadhus.core.documents.renderers.glyphs import printable, with_glyphs
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

_KEPT_TOGETHER = 900  # characters: about ten lines
_KEPT_ROWS = 12
# "IT-nedbrud", and "børne- og" with the word that the hyphen points to.
_HYPHENATED = re.compile(r"((?<!\S)(?:[^\s-]{1,20}(?:-[^\s-]{1,20}){1,2}|[^\s-]{1,20}- [^\s-]{1,20})(?!\S))")
_ESCAPED = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"})


def render_typst(blocks: Sequence[Block], *, heading_level: int = 3) -> str:
    """Return the blocks as Typst statements for code mode, one a line.

    They call the functions of `blocks.typ`, which the template that holds them must import. `heading_level` is what a
    block heading of level 1 becomes.
    """
    return "\n".join(filter(None, (_block(block, heading_level) for block in blocks)))


def typst_string(text: str) -> str:
    """Return a Typst string literal whose value is the text."""
    return f'"{printable(clean(text)).translate(_ESCAPED)}"'


def typst_content(text: str, marks: Sequence[Mark] = ()) -> str:
    """Return an expression whose value is the text as content, with its marks and line breaks."""
    pieces = [piece for run in runs(text, marks) for piece in _run(run)]
    return " + ".join(pieces) if pieces else "[]"


def _run(run: Run) -> list[str]:
    lines = run.text.split("\n")
    pieces: list[str] = []
    for position, line in enumerate(lines):
        if position:
            pieces.append("linebreak()")
        if line:
            pieces.append(_marked(line, run))
    return pieces


def _marked(line: str, run: Run) -> str:
    """Return an expression for a line.

    No line may end within "IT-nedbrud": who copies or reads the text again could not tell that hyphen from a division.
    """
    pieces = [piece for piece in _HYPHENATED.split(line) if piece]
    whole = " + ".join(
        f"box(text({typst_string(piece)}))" if _HYPHENATED.fullmatch(piece) else f"text({typst_string(piece)})"
        for piece in pieces
    )
    expression = f"({whole})" if len(pieces) > 1 else whole
    if run.emphasis:
        expression = f"emph({expression})"
    if run.strong:
        expression = f"strong({expression})"
    return f"link({typst_string(run.href)}, {expression})" if run.href else expression


def _block(block: Block, heading_level: int) -> str:
    match block:
        case Paragraph(text, marks):
            function = "para" if len(text) < _KEPT_TOGETHER else "long-para"
            return f"{function}({typst_content(text, marks)})" if not is_blank(text) else ""
        case Heading(text, level):
            return f"subhead({heading_level + level - 1}, {typst_content(text)})" if not is_blank(text) else ""
        case ListBlock(items):
            return _list(items)
        case Table():
            return _table(block)
        case Image(_, alt):
            return f"para({typst_content(alt)})" if not is_blank(alt) else ""
        case Chart(_, alt):
            drawing = with_glyphs(drawn(block) or "").translate(_ESCAPED)
            picture = f'chart("{drawing}", {typst_string(alt)})\n' if drawing else ""
            return f"{picture}para({typst_content(alt)})"


def _list(items: Sequence[ListItem]) -> str:
    function = "labelled" if is_labelled(items) else "bullets"
    return f"{function}(" + "".join(f"{_item(item)}, " for item in items) + ")"


def _item(item: ListItem) -> str:
    label = typst_string(printed_label(item) or "–")
    nested = f" + {_list(item.items)}" if item.items else ""
    return f"({label}, {typst_content(item.text, item.marks)}{nested})"


def _table(table: Table) -> str:
    if not table.rows or not table.rows[0]:
        return ""
    caption = typst_content(table.caption) if table.caption else "none"
    head = "".join(f"{typst_content(cell)}, " for row in table.rows[: table.header_rows] for cell in row)
    body = "".join(f"{typst_content(cell)}, " for row in table.rows[table.header_rows :] for cell in row)
    sides = "".join("right, " if is_figures else "left, " for is_figures in figure_columns(table))
    length = sum(len(cell) for row in table.rows for cell in row)
    together = "true" if len(table.rows) <= _KEPT_ROWS and length < _KEPT_TOGETHER else "false"
    widths = "".join(f"{one}fr, " for one in column_widths(table)) if is_wide(table) else ""
    return f"grid-table(({sides}), ({widths}), {table.header_rows}, {together}, {caption}, ({head}), ({body}))"
