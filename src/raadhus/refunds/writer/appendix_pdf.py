"""The appendix as PDF/UA-1."""

from collections.abc import Iterator

from raadhus.core.documents.renderers.pdf import compile_pdf
from raadhus.core.documents.renderers.typst import typst_content, typst_string
from raadhus.refunds.writer.appendix import TITLE, Appendix
from raadhus.refunds.writer.guide_pdf import dated, paper


def write_appendix(appendix: Appendix, municipality: str) -> bytes:
    """Return the appendix as PDF/UA-1, dated by the day it was worked out for."""
    return compile_pdf(paper(), "\n".join(_source(appendix, municipality)), day=appendix.day)


def _source(appendix: Appendix, municipality: str) -> Iterator[str]:
    words = f"{typst_string(TITLE)}, {typst_string(municipality)}"
    yield f'#show: sheet.with({words}, "da", {dated(appendix.day)}, 10.5pt, (top: 25mm, bottom: 22mm, x: 24mm), true)'
    yield "#{"
    facts = "".join(f"({typst_string(label)}, {typst_content(value)}), " for label, value in appendix.facts)
    yield f"fact-grid(({facts}))"
    yield f"v(0.6em); para({typst_content(appendix.reason)})"
    yield from _part("Beregningen, skridt for skridt", appendix.steps, "enum")
    for part in appendix.parts:
        yield from _part(part.heading, part.lines, "list" if len(part.lines) > 1 else "para")
    yield "}"


def _part(heading: str, lines: tuple[str, ...], how: str) -> Iterator[str]:
    yield f"heading(level: 1, {typst_content(heading)})"
    yield f"{how}({', '.join(map(typst_content, lines))})"
