"""A chart with everything that is shown around it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from raadhus.kernel.words import reads_danish


class Drawable(Protocol):
    """Whatever has a heading, the sentence of what it shows, and a specification: a Picture, or a chart frozen with a case."""

    @property
    def title(self) -> str:
        """The heading."""
        ...

    @property
    def alt(self) -> str:
        """The Danish sentence of what it shows."""
        ...

    @property
    def spec(self) -> Mapping[str, Any]:
        """The Vega-Lite specification with its data."""
        ...


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart as a page shows it: heading, specification, the Danish sentence of what it shows, and the table behind it.

    `alt` is that sentence: it stands under the picture and is what a screen reader says. The cells of `rows` are texts, as
    they are to be read; the first column names the row. `facts` (unit, period, source, definition) stand beneath the table.
    Without `columns` the table is shown elsewhere on the page. `words` are the columns that hold words and not numbers.
    """

    title: str
    alt: str
    spec: Mapping[str, Any]
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
    words: frozenset[str] = frozenset()

    @property
    def lines(self) -> tuple[tuple[tuple[str, bool], ...], ...]:
        """The rows' cells, each with whether it is a number."""
        return tuple(
            tuple((cell, name not in self.words) for name, cell in zip(self.columns, row, strict=True))
            for row in self.rows
        )

    @property
    def heads(self) -> tuple[tuple[str, bool], ...]:
        """The columns, each with whether it holds numbers."""
        return tuple((name, name not in self.words) for name in self.columns)


def framed(spec: Mapping[str, Any], *, title: str, foot: str) -> dict[str, Any]:
    """Return the chart as it stands alone, away from the house: on white, with its title and where the figures are from."""
    words = {"text": title, "subtitle": foot, "anchor": "start", "fontSize": 16, "subtitleFontSize": 12, "offset": 12}
    return {**spec, "background": "#fff", "padding": 16, "title": {**words, "subtitleColor": "#565656"}}


_ENGLISH = {"number": {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["", ""]}}


def as_read(spec: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the chart with its numbers written as the reader of the moment writes them."""
    return spec if reads_danish() else {**spec, "config": {**spec.get("config", {}), "locale": _ENGLISH}}
