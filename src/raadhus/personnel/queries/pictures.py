"""Charts of published figures: a measure through time, its parts, and units side by side. The sentence of each is made of the figures shown."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from raadhus.personnel.engines.cube import CubeFigure
from raadhus.personnel.rules.measures.definitions import Measure, Unit
from raadhus.personnel.rules.sentences import Point, series_sentence, with_unit
from raadhus.personnel.rules.series import Break, cuts, since_last_break
from raadhus.personnel.rules.terms_in_words import in_short, in_words
from raadhus.ui.charts import Picture, Reference, Series, as_read, bars, lines
from raadhus.ui.charts import Point as Bar

# More lines than six cannot be told apart, more bars than these not be read.
MOST_LINES, MOST_BARS = 6, 40


class Line(NamedTuple):
    """A line beside a unit's own, such as the municipality's: its name, and its values by the short words of the period.

    `words` are how the values are written where that is not our way: a source's own number of decimals. It is cut before the periods in
    `cuts`: from there on it is of another series.
    """

    name: str
    values: dict[str, Decimal]
    words: Mapping[str, str] = MappingProxyType({})
    cuts: tuple[str, ...] = ()


class Level(NamedTuple):
    """A target: its words, and its value."""

    label: str
    value: Decimal


def points_of(figures: Sequence[CubeFigure]) -> tuple[Point, ...]:
    """Return figures through time as sentences take them."""
    return tuple(Point(in_words(one.term), one.value) for one in figures)


def line_of(name: str, figures: Sequence[CubeFigure], own: Sequence[Break] = ()) -> Line:
    """Return figures through time as a line; what is not shown breaks it, and so does a new series (`own`)."""
    values = {in_short(one.term): one.value for one in figures if one.value is not None}
    return Line(name, values, cuts=tuple(map(in_short, cuts(own, [one.term for one in figures]))))


def series_picture(
    measure: Measure,
    place: str,
    figures: Sequence[CubeFigure],
    *,
    beside: Sequence[Line] = (),
    target: Level | None = None,
    notes: Sequence[tuple[str, str]] = (),
    breaks: Sequence[Break] = (),
) -> Picture:
    """Return a unit's measure through time, with other lines, the target's level, the marks of notes (short period, mark) and its breaks."""
    labels = [in_short(one.term) for one in figures]
    own = line_of(place, figures, breaks)
    shown = [own, *beside][:MOST_LINES]
    spec = lines(
        [
            Series(one.name, tuple((label, _number(one.values.get(label))) for label in labels), one.cuts)
            for one in shown
        ],
        x_title="",
        y_title=_(measure.unit.label),
        decimals=measure.decimals,
        from_zero=measure.unit in {Unit.PERSONS, Unit.FULL_TIME, Unit.PERCENT, Unit.DAYS},
        reference=Reference(target.label, float(target.value)) if target else None,
        notes=[one for one in notes if one[0] in labels],
    )
    return Picture(
        title=_("%(measure)s i %(place)s") % {"measure": measure.title, "place": place},
        alt=_told(measure, place, figures, breaks),
        spec=as_read(spec),
    )


def _told(measure: Measure, place: str, figures: Sequence[CubeFigure], breaks: Sequence[Break]) -> str:
    """Return the sentence of the line; of what is of another series nothing is said but that it is."""
    kept = set(since_last_break(breaks, [one.term for one in figures]))
    newest = [one for one in figures if one.term in kept]
    is_new = len(newest) < len(figures)
    return series_sentence(measure, place, points_of(newest), in_words(newest[0].term) if is_new else "")


def facts_of(measure: Measure, number: str) -> dict[str, str]:
    """Return what stands beneath a table of figures: the unit, the release, and the definition with the way to its source and validity."""
    return {
        "unit": _(measure.unit.label),
        "source": _("personaletal, udgivelse %(n)s") % {"n": number},
        "definition": measure.explained,
        "definition_url": reverse("personnel:measure", args=[measure.key]),
    }


def bars_picture(measure: Measure, title: str, figures: Sequence[tuple[str, CubeFigure]]) -> Picture | None:
    """Return figures of one period side by side, each with its label; None with fewer than two to compare."""
    shown = [(label, one.value) for label, one in figures if one.value is not None]
    if len(shown) < 2:  # noqa: PLR2004 - one bar compares nothing
        return None
    spec = bars(
        [Bar(label, _number(value)) for label, value in shown[:MOST_BARS]],
        x_title=_(measure.unit.label),
        decimals=measure.decimals,
    )
    return Picture(title=title, alt=bars_sentence(measure, title, shown, len(figures)), spec=as_read(spec))


def bars_sentence(measure: Measure, title: str, shown: Sequence[tuple[str, Decimal]], among: int) -> str:
    """Return what figures side by side show: the highest and the lowest, and how many are not shown."""
    highest = max(shown, key=lambda one: one[1])
    lowest = min(shown, key=lambda one: one[1])
    if highest[1] == lowest[1]:
        said = _("%(title)s: alle %(n)s er %(value)s") % {
            "title": title,
            "n": len(shown),
            "value": with_unit(measure, highest[1]),
        }
    else:
        said = _("%(title)s: højest i %(high)s (%(top)s) og lavest i %(low)s (%(bottom)s)") % {
            "title": title,
            "high": highest[0],
            "top": with_unit(measure, highest[1]),
            "low": lowest[0],
            "bottom": with_unit(measure, lowest[1]),
        }
    missing = among - len(shown)
    if missing:
        return said + _("; %(n)s af %(of)s tal vises ikke.") % {"n": missing, "of": among}
    return said if said.endswith(".") else f"{said}."


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
