"""Typst source to PDF: accessible (PDF/UA-1), from memory, the same bytes for the same source."""

from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path

import typst

from raadhus.core.documents.renderers.glyphs import FONTS

_LIBRARY = Path(__file__).parent / "blocks.typ"
# A document without a date is dated by the epoch, because the clock would make each file differ from the one before.
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def compile_pdf(template: str, content: str, *, day: date | None, root: Path | None = None) -> bytes:
    """Return the PDF of a template and its content, both Typst source; the functions of blocks.typ are there for both.

    `day` dates the file. System fonts and the network are never used. Pictures are read from the folder `root`.
    """
    source = f"{_library()}\n{template}\n{content}"
    created = datetime.combine(day, time(12), tzinfo=UTC) if day else _EPOCH
    pdf = typst.compile(  # type: ignore[call-overload]  # the stub wants the root to be bytes as the source is; it is a path
        source.encode(),
        root=str(root) if root else None,
        font_paths=_fonts(),
        pdf_standards=["ua-1"],
        timestamp=created,
        format="pdf",
    )
    if not isinstance(pdf, bytes):
        raise TypeError("Typst gave pages instead of one document.")
    return pdf


@cache
def _library() -> str:
    return _LIBRARY.read_text(encoding="utf-8")


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
