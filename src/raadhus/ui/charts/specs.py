"""Specifications in the look of the house: what differs, differs by more than its colour (dash, shape or words)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]
Number = int | float

_SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
_WIDTH, _HEIGHT, _BAR = 600, 280, 34
# What the words beside lying bars take.
_WORDS = 200
_INK, _QUIET, _LINE = "#1a1a1a", "#565656", "#dcdcdc"
_PETROL, _PALE, _BRICK = "#0e4a5a", "#e7f0f2", "#b4532a"
# Apart for those who see colours otherwise too, and each with a dash and a shape of its own.
_COLOURS = (_PETROL, _BRICK, "#5a7d1a", "#6a4c93", "#8a6d00", "#565656")
_DASHES = ((1, 0), (7, 4), (2, 3), (9, 3, 2, 3), (4, 2), (1, 5))
_SHAPES = ("circle", "square", "triangle-up", "diamond", "triangle-down", "cross")
# With more columns than this the numbers above them would run into each other; they stand in the table.
_MOST_LARGE, _MOST_NUMBERED = 8, 12
# So many columns the words of a level are about as wide as.
_UNDER_WORDS = 2
_FONT, _SMALL_FONT = 13, 11


@dataclass(frozen=True, slots=True)
class Point:
    """One column or bar. None is unknown: nothing is drawn. A `marked` one is pale with a dashed edge, and `legend` says why."""

    label: str
    value: Number | None
    is_marked: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """One line: its name, and its values by the labels along the axis; None breaks the line, and it is cut before each label in `cuts`."""

    name: str
    points: tuple[tuple[str, Number | None], ...]
    cuts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """A level to compare with, such as a threshold or the whole country's: a dashed line with its name."""

    label: str
    value: Number


def columns(
    points: Sequence[Point],
    *,
    x_title: str,
    y_title: str,
    decimals: int = 0,
    legend: tuple[str, str] | None = None,
    reference: Reference | None = None,
) -> Json:
    """Return standing columns, one for each label in the order given. `legend` names ordinary and marked points."""
    x = {"field": "label", "type": "nominal", "sort": None, "title": x_title, "axis": {"labelAngle": 0}}
    y = _amount("value", y_title, decimals)
    bar = {"mark": {"type": "bar", "strokeWidth": 1.5, "width": {"band": 0.7}}, "encoding": _kinds(points, legend)}
    layers = [bar]
    if len(points) <= _MOST_NUMBERED:
        text = {"field": "value", "type": "quantitative", "format": _format(decimals)}
        size = _FONT if len(points) <= _MOST_LARGE else _SMALL_FONT
        layers.append({"mark": {"type": "text", "dy": -8, "color": _INK, "fontSize": size}, "encoding": {"text": text}})
    encoding = {"x": x, "y": y}
    shared = [{**one, "encoding": {**encoding, **one["encoding"]}} for one in layers]
    return _whole(_values(points, legend), [*shared, *_level(reference, "y", at_start=_is_free(points, reference))])


def _is_free(points: Sequence[Point], reference: Reference | None) -> bool:
    """Return True when the words of the level are better read over the first columns, because the last ones pass it."""
    if reference is None:
        return False
    ends = (points[:_UNDER_WORDS], points[-_UNDER_WORDS:])
    first, last = (sum((one.value or 0) > reference.value for one in end) for end in ends)
    return first < last


def bars(points: Sequence[Point], *, x_title: str, decimals: int = 0) -> Json:
    """Return lying bars for labels that are words, in the order given; each bar has its number at the end."""
    y = {"field": "label", "type": "nominal", "sort": None, "title": None, "axis": {"labelLimit": 360}}
    encoding = {"x": _amount("value", x_title, decimals), "y": y}
    text = {"field": "value", "type": "quantitative", "format": _format(decimals)}
    layers = [
        {"mark": {"type": "bar", "color": _PETROL, "height": {"band": 0.65}}, "encoding": encoding},
        {"mark": {"type": "text", "align": "left", "dx": 5, "color": _INK}, "encoding": {**encoding, "text": text}},
    ]
    return {**_whole(_values(points, None), layers), "width": _WIDTH - _WORDS, "height": {"step": _BAR}}


def lines(
    series: Sequence[Series],
    *,
    x_title: str,
    y_title: str,
    decimals: int = 0,
    from_zero: bool = True,
    reference: Reference | None = None,
    notes: Sequence[tuple[str, str]] = (),
) -> Json:
    """Return lines over the same labels, at most six; each has a colour, a dash and a shape of its own.

    `notes` are (label along the axis, a short mark): an upright line with the mark at its top. Labels that would run into each other are left out.
    """
    names = [one.name for one in series]
    if len(names) > len(_COLOURS):
        raise ValueError(f"Et diagram med {len(names)} linjer kan ikke læses; del det i flere.")
    is_cut = any(one.cuts for one in series)
    values = [
        {"label": label, "value": value, "name": one.name, **({"part": part} if is_cut else {})}
        for one in series
        for label, value, part in _parts(one)
    ]
    legend = {"title": None, "orient": "top", "symbolSize": 90, "symbolStrokeWidth": 0} if len(names) > 1 else None
    axis = {"labelAngle": 0, "labelOverlap": True}
    place = {"field": "label", "type": "ordinal", "sort": None, "title": x_title, "axis": axis}
    encoding = {
        "x": place,
        "y": _amount("value", y_title, decimals, from_zero=from_zero),
        **{
            channel: {
                "field": "name",
                "type": "nominal",
                "sort": None,
                "scale": {"domain": names, "range": list(ways[: len(names)])},
                "legend": legend,
            }
            for channel, ways in (("color", _COLOURS), ("strokeDash", _DASHES), ("shape", _SHAPES))
        },
    }
    detail = {"detail": {"field": "part", "type": "nominal"}} if is_cut else {}
    # The shape is the points', the dash the line's: each layer takes its own.
    line = {
        "mark": {"type": "line", "strokeWidth": 2.5},
        "encoding": {k: v for k, v in encoding.items() if k != "shape"} | detail,
    }
    dots = {
        "mark": {"type": "point", "filled": True, "size": 70, "opacity": 1},
        "encoding": {key: value for key, value in encoding.items() if key != "strokeDash"},
    }
    return _whole(values, [line, dots, *_level(reference, "y", _INK), *_noted(notes, place)])


def _parts(one: Series) -> Iterator[tuple[str, Number | None, int]]:
    """Yield the points of a line, each with the number of the part it is in."""
    part = 0
    for label, value in one.points:
        part += label in one.cuts
        yield label, value, part


def _noted(notes: Sequence[tuple[str, str]], place: Json) -> list[Json]:
    """Return the upright lines of the notes, from the lines' own axis."""
    if not notes:
        return []
    data = {"values": [{"label": label, "mark": mark} for label, mark in notes]}
    rule = {"type": "rule", "color": _QUIET, "strokeDash": [2, 2]}
    text = {"type": "text", "color": _QUIET, "y": 0, "dy": -6, "fontSize": _SMALL_FONT}
    return [
        {"data": data, "mark": rule, "encoding": {"x": place}},
        {"data": data, "mark": text, "encoding": {"x": place, "text": {"field": "mark"}}},
    ]


def _whole(values: list[Json], layers: Sequence[Mapping[str, Any]]) -> Json:
    return {
        "$schema": _SCHEMA,
        "width": _WIDTH,
        "height": _HEIGHT,
        "padding": 6,
        "data": {"values": values},
        "layer": list(layers),
        "config": _CONFIG,
    }


def _values(points: Sequence[Point], legend: tuple[str, str] | None) -> list[Json]:
    usual, marked = legend or ("", "")
    return [{"label": one.label, "value": one.value, "kind": marked if one.is_marked else usual} for one in points]


def _kinds(points: Sequence[Point], legend: tuple[str, str] | None) -> Json:
    """Return the encoding of ordinary and marked columns; with no marked ones there is no legend either."""
    if legend is None or not any(one.is_marked for one in points):
        return {"color": {"value": _PETROL}}
    usual, marked = legend

    def of(field: str, ways: list[Any]) -> Json:
        scale = {"domain": [usual, marked], "range": ways}
        return {
            "field": field,
            "type": "nominal",
            "sort": None,
            "scale": scale,
            "legend": {"title": None, "orient": "top"},
        }

    return {
        "fill": of("kind", [_PETROL, _PALE]),
        "stroke": of("kind", [_PETROL, _PETROL]),
        "strokeDash": of("kind", [[1, 0], [4, 3]]),
    }


def _amount(field: str, title: str, decimals: int, *, from_zero: bool = True) -> Json:
    axis = {"format": _format(decimals), "tickCount": 5}
    return {"field": field, "type": "quantitative", "title": title, "axis": axis, "scale": {"zero": from_zero}}


def _format(decimals: int) -> str:
    return f",.{decimals}f"


def _level(reference: Reference | None, channel: str, colour: str = _BRICK, *, at_start: bool = False) -> list[Json]:
    """Return the level's line and words; with data of their own they are drawn once and not once for each figure."""
    if reference is None:
        return []
    data: Json = {"values": [{}]}
    place = {channel: {"datum": reference.value, "type": "quantitative"}}
    rule = {"type": "rule", "color": colour, "strokeDash": [6, 4], "strokeWidth": 1.5}
    end = {"align": "left", "x": 4} if at_start else {"align": "right", "x": _WIDTH - 4}
    text = {"type": "text", "color": colour, "baseline": "bottom", "dy": -4, **end}
    words = {**place, "text": {"value": reference.label}}
    # A pale edge around the words, so that they can be read on a dark column too.
    halo = {**text, "stroke": "#fff", "strokeWidth": 5}
    return [
        {"data": data, "mark": rule, "encoding": place},
        {"data": data, "mark": halo, "encoding": words},
        {"data": data, "mark": text, "encoding": words},
    ]


_AXIS = {
    "labelColor": _QUIET,
    "titleColor": _QUIET,
    "labelFontSize": _FONT,
    "titleFontSize": _FONT,
    "titleFontWeight": "normal",
    "titlePadding": 10,
    "domainColor": _INK,
    "tickColor": _INK,
    "gridColor": _LINE,
}
_CONFIG: Json = {
    "font": "IBM Plex Sans, sans-serif",
    "background": None,
    "view": {"stroke": None},
    "axis": _AXIS,
    "axisX": {"grid": False},
    "legend": {"labelFontSize": _FONT, "labelColor": _INK, "labelLimit": 320},
    "text": {"fontSize": _FONT},
}
