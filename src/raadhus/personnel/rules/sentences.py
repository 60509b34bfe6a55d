"""What a figure shows, in one Danish sentence: the level, the change, and the distance to a benchmark. Figures are compared as they are shown."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from raadhus.kernel import danish
from raadhus.personnel.rules.benchmarks.references import ReferenceValue, gap, written
from raadhus.personnel.rules.measures.definitions import Measure, Unit

_SPACE = "\N{NO-BREAK SPACE}"
_MORE = {Unit.PERSONS: ("flere", "færre"), Unit.FULL_TIME: ("flere", "færre")}


class Point(NamedTuple):
    """A figure of a period: "2024" or "november 2024", and the value as it is shown, None when it is not."""

    period: str
    value: Decimal | None


def with_unit(measure: Measure, value: Decimal) -> str:
    """Return the value as Danish writes it, with its unit: "14,6 dage", "1 person", "64,0 %"."""
    one = measure.unit is Unit.PERSONS and value == 1
    word = "person" if one else measure.unit.label
    return f"{danish.number(value, measure.decimals)}{_SPACE}{word}"


def difference(measure: Measure, value: Decimal) -> str:
    """Return a distance without sign; of percentages it is in percentage points."""
    if measure.unit is Unit.PERCENT:
        return f"{danish.number(abs(value), measure.decimals)}{_SPACE}procentpoint"
    return with_unit(measure, abs(value))


def figure_sentence(
    measure: Measure, place: str, now: Point, before: Point | None = None, reference: ReferenceValue | None = None
) -> str:
    """Return "Sygefraværsprocent i Park: 5,3 % i 2024, 0,4 procentpoint lavere end i 2023 (5,7 %) og ...".

    A period before without a value is left out. Raises NotComparable on a reference value of another definition or year.
    """
    if now.value is None:
        return hidden_sentence(measure, place, now.period)
    parts = [_change(measure, now.value, before)] if before is not None and before.value is not None else []
    if reference is not None:
        parts.append(_distance(measure, now, reference))
    level = f"{measure.name} i {place}: {with_unit(measure, now.value)} i {now.period}"
    return f"{level}, {' og '.join(parts)}." if parts else f"{level}."


def _change(measure: Measure, now: Decimal, before: Point) -> str:
    earlier = before.value if before.value is not None else now
    change = now - earlier
    if change == 0:
        return f"uændret fra {before.period}"
    more, fewer = _MORE.get(measure.unit, ("højere", "lavere"))
    word = more if change > 0 else fewer
    return f"{difference(measure, change)} {word} end i {before.period} ({with_unit(measure, earlier)})"


def _distance(measure: Measure, now: Point, reference: ReferenceValue) -> str:
    own = now.value if now.value is not None else reference.value
    apart = gap(measure, own, int(now.period[-4:]), reference)
    benchmark = f"{reference.area} ({written(reference)}; kilde: {reference.tag})"
    if apart == 0:
        return f"på niveau med {benchmark}"
    return f"{difference(measure, apart)} {'over' if apart > 0 else 'under'} {benchmark}"


def hidden_sentence(measure: Measure, place: str, period: str, reason: str = "") -> str:
    """Return the sentence of a figure that is not shown; `reason` is the release's own, such as "færre end 5"."""
    told = f": {reason}" if reason else ""
    return f"{measure.name} i {place}: vises ikke for {period}{told}."


def series_sentence(measure: Measure, place: str, points: Sequence[Point]) -> str:
    """Return what a line of figures shows: the last, from where it came, and the highest and lowest; how many are not shown."""
    shown = [(point.period, point.value) for point in points if point.value is not None]
    if not shown:
        period = f"{points[0].period}-{points[-1].period}" if points else "perioden"
        return hidden_sentence(measure, place, period)
    (first, start), (last, end) = shown[0], shown[-1]
    sentence = f"{measure.name} i {place}: {with_unit(measure, end)} i {last}"
    if len(shown) > 1:
        sentence += f", {_course(end - start)} {with_unit(measure, start)} i {first}{_extremes(measure, shown)}"
    missing = len(points) - len(shown)
    return f"{sentence}; {missing} af {len(points)} tal vises ikke." if missing else f"{sentence}."


def _course(change: Decimal) -> str:
    if change == 0:
        return "det samme som"
    return "op fra" if change > 0 else "ned fra"


def _extremes(measure: Measure, shown: Sequence[tuple[str, Decimal]]) -> str:
    """Return the highest and lowest when they lie inside the line and not at its ends."""
    ends = {shown[0][1], shown[-1][1]}
    words = []
    for word, (period, value) in (
        ("højest", max(shown, key=lambda point: point[1])),
        ("lavest", min(shown, key=lambda point: point[1])),
    ):
        if value not in ends:
            words.append(f"{word} {with_unit(measure, value)} i {period}")
    return f" ({' og '.join(words)})" if words else ""
