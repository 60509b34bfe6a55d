"""From protected sums to the figures of the cube: every measure at every place, rounded once, or words that say why not."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from raadhus.personnel.batch.planning import Published, TermResult
from raadhus.personnel.batch.sums import LONG, SHORT, SICK, sums_above
from raadhus.personnel.engines.cube import AS_IS, CubeFigure
from raadhus.personnel.rules.disclosure.explaining import by_year_explanation, explanation, is_hole
from raadhus.personnel.rules.disclosure.lattice import Place, Step, Term
from raadhus.personnel.rules.disclosure.primary import Hole
from raadhus.personnel.rules.measures.catalogue import MEASURES
from raadhus.personnel.rules.measures.definitions import Basis, Component, Measure, Unit
from raadhus.personnel.rules.measures.finishing import figure

_PERCENT = 100
Places = Mapping[str, Collection[Place]]
REORGANISED = "Enheden er lagt om, siden tallet blev udgivet. Se tallet i organisationen, som den var dengang."


def figures_of(result: TermResult, least: int) -> Iterator[CubeFigure]:
    """Yield every measure of a term that has any place; a place without a figure has its words."""
    result = _with_long(result)
    for measure in MEASURES.values():
        if measure.basis is not Basis.MOVEMENT or result.term.step is Step.YEAR:
            yield from _of_measure(measure, result, least)


def unmade(units: Iterable[str], term: Term) -> Iterator[CubeFigure]:
    """Yield the words of the units that today's organisation has put together anew since the term was released: no figure is made of them."""
    for unit in sorted(units):
        for measure in MEASURES.values():
            if measure.basis is not Basis.MOVEMENT or term.step is Step.YEAR:
                yield CubeFigure(
                    AS_IS,
                    unit,
                    merged=False,
                    measure=measure.key,
                    breakdown="",
                    breakdown_value="",
                    term=term,
                    value=None,
                    blurred=False,
                    words=REORGANISED,
                )


def figures_again(
    result: TermResult, least: int, renewed: Places, stands: Places, moved: Collection[str]
) -> Iterator[CubeFigure]:
    """Yield the figures of a term that was made again: of the new units all, and elsewhere those that a renewed sum stands behind.

    Where a sum `stands` while its correction waits, no figure is made of it: what is made of several is not to mix old and new.
    """
    behind = {measure.key: _behind(measure) for measure in MEASURES.values()}
    for one in figures_of(result, least):
        place = Place(one.version, one.unit, one.breakdown, one.breakdown_value, one.merged)
        is_moved = one.version == AS_IS and one.unit in moved
        names = behind[one.measure]
        is_renewed = any(place in renewed.get(name, ()) for name in names)
        if is_moved or (is_renewed and not any(place in stands.get(name, ()) for name in names)):
            yield one


def _behind(measure: Measure) -> tuple[str, ...]:
    """Return every sum that a figure of a measure is made of."""
    names = sums_above(measure)
    long = (SICK, SHORT) if LONG in names else ()
    return (*names, *long, *([SICK] if Component.SICK_UNITS in measure.denominator else []))


def _with_long(result: TermResult) -> TermResult:
    """Return the term with long absence beside: all less short, where both are shown."""
    every, short = result.sums.get(SICK, {}), result.sums.get(SHORT, {})
    both = every.keys() & short.keys()
    long = {
        place: Published(max(0, every[place].total - short[place].total), blurred=True, below=every[place].below)
        for place in both
    }
    words = {**result.words.get(SICK, {}), **result.words.get(SHORT, {})}
    kept = TermResult(result.term, {**result.sums, LONG: long}, {**result.words, LONG: words})
    kept.there = result.there
    return kept


def _of_measure(measure: Measure, result: TermResult, least: int) -> Iterator[CubeFigure]:
    names = sums_above(measure)
    months = 1 if measure.basis is Basis.MOVEMENT else result.term.step.months
    shown = [result.sums.get(name, {}) for name in names]
    merged = {place for place in shown[0] if place.merged and len(names) == 1}
    for place in sorted(result.there | merged):
        parts = [one[place] for one in shown if place in one]
        value = None
        if len(parts) == len(names):
            value = figure(measure, _components(measure, parts, result.sums.get(SICK, {}).get(place)), months=months)
        words = "" if value is not None else _words(result.words, names, place, least)
        if measure.basis is Basis.MOVEMENT and is_hole(words):
            words = by_year_explanation(words)
        yield CubeFigure(
            *(place.version, place.unit, place.merged, measure.key, place.breakdown, place.value, result.term),
            value=value,
            blurred=value is not None and any(part.blurred for part in parts),
            words=words,
        )


def _components(measure: Measure, parts: list[Published], sick: Published | None) -> dict[Component, int]:
    found = {component: value for part in parts for component, value in part.below.items()}
    if Component.SICK_UNITS in measure.denominator and sick is not None:
        found[Component.SICK_UNITS] = sick.total
    below = sum(found.get(component, 0) for component in measure.denominator)
    for component, part in zip(measure.numerator, parts, strict=True):
        # Noise may lay a part above its whole; more than all of it cannot be.
        is_part = measure.unit is Unit.PERCENT and measure.scale == _PERCENT
        found[component] = min(part.total, below) if is_part else part.total
    return found


def _words(words: Mapping[str, Mapping[Place, str]], names: tuple[str, ...], place: Place, least: int) -> str:
    said = (words.get(name, {}).get(place, "") for name in names)
    return next((one for one in said if one), explanation(Hole.TOO_FEW, least))
