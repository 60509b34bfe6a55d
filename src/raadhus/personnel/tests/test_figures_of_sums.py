"""From protected sums to figures: what noise may do to a sum, a figure is not to show."""

from decimal import Decimal

from raadhus.personnel.batch.figures import figures_of
from raadhus.personnel.batch.planning import Published, TermResult
from raadhus.personnel.rules.disclosure.lattice import Place, Step, Term
from raadhus.personnel.rules.measures.definitions import Component

PLACE = Place("was", "by", "", "", merged=False)


def figures(**sums):
    """Return the figures of one place by measure, of sums whose names have a full stop for two lines."""
    result = TermResult(Term(2025, Step.MONTH, 1), there=frozenset({PLACE}))
    result.sums = {name.replace("__", "."): {PLACE: one} for name, one in sums.items()}
    return {one.measure: one for one in figures_of(result, 5)}


def test_a_share_that_noise_laid_above_its_whole_is_all_of_it():
    found = figures(monthly__full_time_heads=Published(12, blurred=True, below={Component.HEADS: 10}))
    assert found["full_time_share"].value == Decimal("100.0")


def test_long_absence_is_never_below_nought_and_a_measure_without_its_sum_has_words():
    below = {Component.HOURS: 3700, Component.HEADS: 1}
    found = figures(
        monthly__sick_units=Published(1000, blurred=True, below=below),
        monthly__short_sick_units=Published(1200, blurred=True, below=below),
    )
    assert found["long_sick_days"].value == 0
    assert (found["average_age"].value, found["average_age"].words != "") == (None, True)
