"""The publication as PDF/UA-1: tagged, in Danish, every chart with its sentence and its table."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path

from raadhus.core.documents.renderers.pdf import compile_pdf
from raadhus.core.documents.renderers.typst import typst_content, typst_string
from raadhus.core.documents.text import Block, render_typst
from raadhus.personnel.rules.publication.content import Publishable
from raadhus.personnel.writer.publication.blocks import APPENDIX, definition_blocks, section_blocks

_BLOCK_HEADING = 2


def write_pdf(content: Publishable, *, day: date, facts: Sequence[tuple[str, str]], mark: str = "") -> bytes:
    """Return the PDF, dated by `day`. `facts` stand on the cover; `mark` (such as "Udkast") on every page."""
    return compile_pdf(_template(), "\n".join(_source(content, day, facts, mark)), day=day)


@cache
def _template() -> str:
    return (Path(__file__).parent / "publication.typ").read_text(encoding="utf-8")


def _source(content: Publishable, day: date, facts: Sequence[tuple[str, str]], mark: str) -> Iterator[str]:
    when = f"datetime(year: {day.year}, month: {day.month}, day: {day.day})"
    told = "".join(f"({typst_string(label)}, {typst_content(value)}), " for label, value in facts)
    words = ", ".join(map(typst_string, (content.title, content.place, "da")))
    yield f"#show: publication.with({words}, {when}, ({told}), {typst_string(mark)})"
    yield "#{"
    is_fresh = True
    for section in content.sections:
        yield from _section(section.heading, section_blocks(section), is_fresh=is_fresh)
        is_fresh = bool(section.shown)
    yield from _section(APPENDIX, definition_blocks(content), is_fresh=True)
    yield "}"


def _section(heading: str, blocks: Sequence[Block], *, is_fresh: bool) -> Iterator[str]:
    yield f"section({typst_content(heading)}, {str(is_fresh).lower()}, {{"
    yield render_typst(blocks, heading_level=_BLOCK_HEADING)
    yield "})"
