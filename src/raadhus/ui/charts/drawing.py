"""Draws specifications and keeps what was drawn, by the hash of everything that decides how it looks."""

import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, Literal

import vl_convert

from raadhus.kernel.errors import WrongInput
from raadhus.ui.charts.bounds import why_not
from raadhus.ui.charts.cleaning import cleaned

# Raised by one whenever the same specification is drawn otherwise than before.
_VERSION = 1
# So many drawings are kept in each of 256 folders; the oldest go first. What is gone is drawn again.
_KEPT = 60
_SCALE = 2.0
_LOCALE: Literal["da-DK"] = "da-DK"


class CannotDraw(WrongInput):
    """The specification is not a chart that can be drawn, or it asks for data from elsewhere."""


@dataclass(slots=True)
class _House:
    """Where drawings are kept, and the fonts they are drawn with; nothing is kept before the house has said where."""

    folder: Path | None = None
    fonts: Path | None = None


_house = _House()


def keep_in(folder: Path, *, fonts: Path) -> None:
    """Say where drawings are kept and where the fonts lie; the house says it once, when it starts."""
    _house.folder, _house.fonts = folder, fonts


def svg(spec: Mapping[str, Any], *, title: str, alt: str) -> str:
    """Return the chart as an SVG element that stands in a page under the house's policy: no style, no script, nothing fetched.

    It is one picture to a screen reader, named by `title` and described by `alt`. Raises CannotDraw.
    """
    key = _key(spec, title, alt)
    return _kept(key, "svg", lambda: cleaned(_drawn(spec), title=title, alt=alt, mark=key[:8]).encode()).decode()


def png(spec: Mapping[str, Any], *, title: str, alt: str) -> bytes:
    """Return the chart as PNG at twice the size, for formats without SVG. Raises CannotDraw."""
    return _kept(
        _key(spec, title, alt),
        "png",
        lambda: vl_convert.svg_to_png(_with_fonts(svg(spec, title=title, alt=alt)), _SCALE),
    )


def draw_ahead(spec: Mapping[str, Any], *, title: str, alt: str) -> None:
    """Draw a chart before somebody asks for its page: the first drawing of a process takes half a second. Raises CannotDraw."""
    svg(spec, title=title, alt=alt)


def _drawn(spec: Mapping[str, Any]) -> str:
    if reason := why_not(spec):
        raise CannotDraw(f"Diagrammet kan ikke tegnes: {reason}.")
    try:
        return vl_convert.vegalite_to_svg(
            _with_fonts(dict(spec)), format_locale=_LOCALE, time_format_locale=_LOCALE, allowed_base_urls=[]
        )
    except ValueError as error:
        reason = str(error).partition("\n")[2].partition("\n")[0]
        raise CannotDraw(f"Diagrammet kan ikke tegnes: {reason or error}") from error


def _key(spec: Mapping[str, Any], title: str, alt: str) -> str:
    try:
        said = json.dumps([_VERSION, _drawer(), spec, title, alt], sort_keys=True, allow_nan=False)
    except (TypeError, ValueError) as error:
        raise CannotDraw("Diagrammet indeholder værdier, der ikke er tekst eller tal.") from error
    return hashlib.sha256(said.encode()).hexdigest()


@cache
def _drawer() -> str:
    """Return the version of the one who draws; it is read out of a file, and a page has several charts."""
    return version("vl-convert-python")


def _kept(key: str, kind: str, draw: Callable[[], bytes]) -> bytes:
    """Return what was drawn under the key, or draw it; a drawing is whole or not there."""
    if _house.folder is None:
        return draw()
    file = _house.folder / key[:2] / f"{key}.{kind}"
    try:
        return file.read_bytes()
    except FileNotFoundError:
        content = draw()
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=".partial-", dir=file.parent)
    with os.fdopen(handle, "wb") as opened:
        opened.write(content)
    Path(temporary).replace(file)
    _prune(file.parent)
    return content


def _prune(folder: Path) -> None:
    files = [one for one in folder.iterdir() if not one.name.startswith(".")]
    if len(files) > _KEPT:
        for one in sorted(files, key=lambda one: one.stat().st_mtime)[: len(files) - _KEPT // 2]:
            one.unlink(missing_ok=True)


def _with_fonts(drawing: Any) -> Any:
    """Return what is given, after the fonts of the house are known to the one who draws."""
    _register_fonts()
    return drawing


@cache
def _register_fonts() -> None:
    if _house.fonts is not None:
        vl_convert.register_font_directory(str(_house.fonts))
