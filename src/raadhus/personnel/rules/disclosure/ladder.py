"""The ladder of periods: a unit too small for months is shown by quarter, one too small for that by year; never on two grids at once.

Two grids that overlap could be subtracted from each other.
"""

from collections.abc import Collection, Mapping

from raadhus.personnel.rules.disclosure.lattice import MONTHS_OF_A_YEAR, Step, Term

STEPS = (Step.MONTH, Step.QUARTER, Step.YEAR)


def terms_of(year: int, step: Step) -> tuple[Term, ...]:
    """Return the terms of a year."""
    return tuple(Term(year, step, number + 1) for number in range(MONTHS_OF_A_YEAR // step.months))


def rung(year: int, persons: Mapping[Term, int], least: int, published: Collection[Term] = ()) -> Step | None:
    """Return the finest step on which every term has `least` people, or None when even the year has too few.

    `persons` holds the people of a unit in the terms that are over. A step that was begun this year is kept: `published` are the
    terms that are out, and what has too few people on it is a hole from then on.
    """
    begun = {term.step for term in published if term.year == year}
    if begun:
        return min(begun, key=lambda step: step.months)
    for step in STEPS:
        known = [persons[term] for term in terms_of(year, step) if term in persons]
        if known and min(known) >= least:
            return step
    return None


def terms_to_show(
    year: int, persons: Mapping[Term, int], least: int, published: Collection[Term] = ()
) -> tuple[Term, ...]:
    """Return the terms of the unit's grid that are over and have enough people."""
    step = rung(year, persons, least, published)
    terms = terms_of(year, step) if step else ()
    return tuple(term for term in terms if persons.get(term, 0) >= least)
