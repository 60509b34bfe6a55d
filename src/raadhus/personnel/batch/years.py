"""A year whose months are out is their sum and tells nothing new; what the months do not show alike is shown by the year or not at all.

Two grids of terms over the same place could be subtracted from each other, so a place has one of them (docs/rules/personnel-disclosure.md).
"""

from collections.abc import Sequence

from raadhus.personnel.batch.planning import Known, Published, TermResult
from raadhus.personnel.batch.sums import BY_NAME, is_movement
from raadhus.personnel.engines.cube import AS_IS
from raadhus.personnel.rules.disclosure.explaining import explanation, grid_explanation
from raadhus.personnel.rules.disclosure.lattice import MONTHS_OF_A_YEAR, Place, Step
from raadhus.personnel.rules.disclosure.primary import Hole
from raadhus.personnel.rules.measures.finishing import added
from raadhus.personnel.rules.releasing import on_any_month, on_every_month

_BY_MONTH = tuple(sorted(name for name, one in BY_NAME.items() if not is_movement(one)))


def on_one_grid(
    fresh: Sequence[TermResult], earlier: Sequence[TermResult], least: int, moved: frozenset[str] = frozenset()
) -> Known:
    """Take out of a year's fresh months the places that not all of them show, and return what the year then follows from.

    `earlier` months are out already: a place that was begun in them goes on by the month, and has no year of its own. Units of today's
    organisation that have `moved` since are other units there than here: no year follows from their months, and none is made beside them.
    """
    stale = frozenset(
        place for one in (*fresh, *earlier) for place in one.there if place.version == AS_IS and place.unit in moved
    )
    stale = stale if earlier else frozenset()
    every = sorted((*fresh, *earlier), key=lambda one: one.term)
    derived: dict[str, frozenset[Place]] = {}
    begun: dict[str, frozenset[Place]] = {}
    for name in _BY_MONTH:
        there = {one.term: one.there for one in every}
        shown = {one.term: one.places(name) for one in every}
        always = on_every_month(shown, there) - stale
        out = on_any_month(one.places(name) for one in earlier) | stale
        if BY_NAME[name].is_audited:
            for one in fresh:
                _leave(one, name, one.places(name) - always - out, least)
            begun[name] = out - always
        derived[name] = always if len(every) == MONTHS_OF_A_YEAR else frozenset()
    return Known(derived, begun)


def _leave(month: TermResult, name: str, places: frozenset[Place], least: int) -> None:
    """Let the places be shown by the year instead."""
    for place in sorted(places):
        del month.sums[name][place]
        month.words[name][place] = grid_explanation(Step.YEAR, least)


def completed(year: TermResult, months: Sequence[TermResult], known: Known, least: int) -> None:
    """Give a year the sums that follow from its months, and words to what the months show in part."""
    for name in _BY_MONTH:
        for place in sorted(known.of(name) & year.there):
            parts = [month.sums[name][place] for month in months if place in month.sums[name]]
            year.sums[name][place] = _added(parts)
            year.words[name].pop(place, None)
        for place in sorted(known.begun.get(name, frozenset()) & year.there):
            year.sums[name].pop(place, None)
            year.words[name][place] = explanation(Hole.PROTECTS, least)


def _added(parts: Sequence[Published]) -> Published:
    below = added(part.below for part in parts)
    return Published(sum(part.total for part in parts), any(part.blurred for part in parts), below)
