"""What a figure shows, in one sentence: the level, the change, and the distance to a benchmark. Figures are compared as they are shown."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from raadhus.kernel.words import for_catalogue, number, said
from raadhus.personnel.rules.benchmarks.references import ReferenceValue, gap, written
from raadhus.personnel.rules.measures.definitions import Measure, Unit

_SPACE = "\N{NO-BREAK SPACE}"
_COUNTED = (for_catalogue("flere"), for_catalogue("færre"))
_MORE = {Unit.PERSONS: _COUNTED, Unit.FULL_TIME: _COUNTED}


class Point(NamedTuple):
    """A figure of a period: "2024" or "november 2024", and the value as it is shown, None when it is not."""

    period: str
    value: Decimal | None


def with_unit(measure: Measure, value: Decimal) -> str:
    """Return the value as Danish writes it, with its unit: "14,6 dage", "1 person", "64,0 %"."""
    one = measure.unit is Unit.PERSONS and value == 1
    word = said("person") if one else said(measure.unit.label)
    return f"{number(value, measure.decimals)}{_SPACE}{word}"


def difference(measure: Measure, value: Decimal) -> str:
    """Return a distance without sign; of percentages it is in percentage points."""
    if measure.unit is Unit.PERCENT:
        points = said("procentpoint")
        return f"{number(abs(value), measure.decimals)}{_SPACE}{points}"
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
    return f"{level_words(measure, place, with_unit(measure, now.value), now.period)}{_joined(parts)}."


def level_words(measure: Measure, place: str, value: str, period: str) -> str:
    """Return "Sygefraværsprocent i Park: 5,3 % i 2024", without a full stop."""
    return said(
        "{measure} i {place}: {value} i {period}", measure=measure.title, place=place, value=value, period=period
    )


def _joined(parts: Sequence[str]) -> str:
    return f", {_listed(parts)}" if parts else ""


def _listed(parts: Sequence[str]) -> str:
    return said(" og ").join(parts)


def _change(measure: Measure, now: Decimal, before: Point) -> str:
    earlier = before.value if before.value is not None else now
    change = now - earlier
    if change == 0:
        return said("uændret fra {period}", period=before.period)
    more, fewer = _MORE.get(measure.unit, (for_catalogue("højere"), for_catalogue("lavere")))
    return said(
        "{difference} {word} end i {period} ({value})",
        difference=difference(measure, change),
        word=said(more if change > 0 else fewer),
        period=before.period,
        value=with_unit(measure, earlier),
    )


def _distance(measure: Measure, now: Point, reference: ReferenceValue) -> str:
    own = now.value if now.value is not None else reference.value
    apart = gap(measure, own, int(now.period[-4:]), reference)
    benchmark = said(
        "{area} ({value}; kilde: {tag})", area=said(reference.area), value=written(reference), tag=reference.tag
    )
    if apart == 0:
        return said("på niveau med {benchmark}", benchmark=benchmark)
    side = (
        for_catalogue("{difference} over {benchmark}") if apart > 0 else for_catalogue("{difference} under {benchmark}")
    )
    return said(side, difference=difference(measure, apart), benchmark=benchmark)


def hidden_sentence(measure: Measure, place: str, period: str, reason: str = "") -> str:
    """Return the sentence of a figure that is not shown; `reason` is the release's own, such as "færre end 5"."""
    told = f": {reason}" if reason else ""
    words = said("{measure} i {place}: vises ikke for {period}", measure=measure.title, place=place, period=period)
    return f"{words}{told}."


def series_sentence(measure: Measure, place: str, points: Sequence[Point], new_since: str = "") -> str:
    """Return what a line of figures shows: the last, from where it came, and the highest and lowest; how many are not shown.

    `points` are of one series; `new_since` is the period in which that began, where others came before it.
    """
    told = _course_of(measure, place, points)
    if not new_since:
        return told
    new = said("Serien er ny fra {period}; tallene før er opgjort på en anden måde.", period=new_since)
    return f"{told} {new}"


def _course_of(measure: Measure, place: str, points: Sequence[Point]) -> str:
    shown = [(point.period, point.value) for point in points if point.value is not None]
    if not shown:
        period = f"{points[0].period}-{points[-1].period}" if points else said("perioden")
        return hidden_sentence(measure, place, period)
    (first, start), (last, end) = shown[0], shown[-1]
    sentence = level_words(measure, place, with_unit(measure, end), last)
    if len(shown) > 1:
        course = said(_course(end - start), value=with_unit(measure, start), period=first)
        sentence += f", {course}{_extremes(measure, shown)}"
    missing = len(points) - len(shown)
    hidden = said("; {n} af {of} tal vises ikke", n=missing, of=len(points)) if missing else ""
    return f"{sentence}{hidden}."


def _course(change: Decimal) -> str:
    if change == 0:
        return for_catalogue("det samme som {value} i {period}")
    return for_catalogue("op fra {value} i {period}") if change > 0 else for_catalogue("ned fra {value} i {period}")


def _extremes(measure: Measure, shown: Sequence[tuple[str, Decimal]]) -> str:
    """Return the highest and lowest when they lie inside the line and not at its ends."""
    ends = {shown[0][1], shown[-1][1]}
    words = []
    for word, (period, value) in (
        (for_catalogue("højest {value} i {period}"), max(shown, key=lambda point: point[1])),
        (for_catalogue("lavest {value} i {period}"), min(shown, key=lambda point: point[1])),
    ):
        if value not in ends:
            words.append(said(word, value=with_unit(measure, value), period=period))
    return f" ({_listed(words)})" if words else ""
