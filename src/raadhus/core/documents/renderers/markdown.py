"""Blocks as Markdown (CommonMark with tables): every character of the text is text, never markup."""

import re
from collections.abc import Iterator, Sequence

from raadhus.core.documents.renderers.clean import clean
from raadhus.core.documents.renderers.runs import Run, printed_label, runs
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
_MARKUP = re.compile(r"([\\`*_\[\]<>|~]|&(?=#?\w{1,40};))")
# What would start a heading, a list, a rule or a quotation if it stood first on a line.
_LINE_START = re.compile(r"^([#+\-=]|\d{1,9}(?=[.)]))")
_COUNTED = re.compile(r"(\d{1,9})([.)])")


def render_markdown(blocks: Sequence[Block], *, heading_level: int = 4) -> str:
    """Return the blocks as Markdown; `heading_level` is how many # a block heading of level 1 gets."""
    return "\n\n".join(filter(None, (_block(block, heading_level) for block in blocks)))


def markdown_text(text: str, marks: Sequence[Mark] = ()) -> str:
    """Return running text as Markdown, line feeds as hard breaks."""
    lines = "".join(map(_inline, runs(text, marks))).split("\n")
    return "  \n".join(_line_start(line) for line in map(str.strip, lines) if line)


def markdown_line(text: str, marks: Sequence[Mark] = ()) -> str:
    """Return running text as Markdown on one line, for headings, list items and cells."""
    return _line_start(" ".join("".join(map(_inline, runs(text, marks))).split()))


def _line_start(line: str) -> str:
    found = _LINE_START.match(line)
    if not found:
        return line
    first = found.group(1)
    # A backslash escapes punctuation only; after a number it goes before the point or bracket.
    return f"{first}\\{line[len(first) :]}" if first.isdigit() else f"\\{line}"


def _escape(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text)


def _inline(run: Run) -> str:
    escaped = _escape(run.text)
    sign = "*" * (run.emphasis + 2 * run.strong)
    if sign and escaped.strip() and "\n" not in escaped:
        # Emphasis must hug its words; the white space goes outside.
        core = escaped.strip()
        before, after = escaped.split(core, 1) if escaped != core else ("", "")
        escaped = f"{before}{sign}{core}{sign}{after}"
    return f"[{escaped}]({run.href.replace('(', '%28').replace(')', '%29')})" if run.href else escaped


def _block(block: Block, heading_level: int) -> str:
    match block:
        case Paragraph(text, marks):
            return markdown_text(text, marks)
        case Heading(text, level):
            rank = min(max(heading_level + level - 1, 1), _LOWEST_HEADING)
            return f"{'#' * rank} {markdown_line(text)}".rstrip()
        case ListBlock(items):
            return "\n".join(_items(items, ""))
        case Table():
            return _table(block)
        case Image(_, alt) | Chart(_, alt):
            return markdown_text(alt)


def _items(items: Sequence[ListItem], indent: str) -> Iterator[str]:
    counted = _counts(items)
    for item in items:
        label = printed_label(item)
        marker = f"{label} " if counted and label else "- "
        shown = "" if counted or not label else f"{_line_start(_escape(label))} "
        text = markdown_line(item.text, item.marks)
        yield f"{indent}{marker}{shown}{text}".rstrip()
        yield from _items(item.items, indent + " " * len(marker))


def _counts(items: Sequence[ListItem]) -> bool:
    """Return True when the markers are 1. 2. 3. in order, so that Markdown's own numbering prints the same."""
    found = [_COUNTED.fullmatch(printed_label(item) or "") for item in items]
    signs = {each.group(2) for each in found if each}
    numbers = [int(each.group(1)) for each in found if each]
    return (
        len(numbers) == len(items) and len(signs) == 1 and numbers == list(range(numbers[0], numbers[0] + len(items)))
    )


def _table(table: Table) -> str:
    """Return a table; Markdown knows exactly one header row, so the first row is it."""
    if not table.rows or not table.rows[0]:
        return ""
    rows = ["| " + " | ".join(_escape(" ".join(clean(cell).split())) for cell in row) + " |" for row in table.rows]
    rows.insert(1, "|" + " --- |" * len(table.rows[0]))
    caption = f"{markdown_text(table.caption)}\n\n" if table.caption else ""
    return caption + "\n".join(rows)
