"""The figures that the rooms tell, by their keys. What is missing is None, never a guess."""

from datetime import date

from raadhus.kernel.errors import DomainError
from raadhus.kernel.ports import FIGURE_SOURCES, Figure, FigureSource, FigureValue


def figures() -> tuple[Figure, ...]:
    """Return every figure that can be asked for, by name."""
    found = {one.key: one for _name, source in FIGURE_SOURCES.items() for one in source.figures()}
    return tuple(sorted(found.values(), key=lambda one: (one.label, one.key)))


def figure(key: str) -> Figure | None:
    """Return a figure's description, or None when nobody tells it."""
    return next((one for one in figures() if one.key == key), None)


def value_of(key: str, on: date) -> FigureValue | None:
    """Return what a figure was on a day, or None when nobody tells it, or its source cannot."""
    source = _source_of(key)
    if source is None:
        return None
    try:
        return source.value(key, on)
    except DomainError:
        return None


def _source_of(key: str) -> FigureSource | None:
    sources = (source for _name, source in FIGURE_SOURCES.items())
    return next((source for source in sources if any(one.key == key for one in source.figures())), None)
