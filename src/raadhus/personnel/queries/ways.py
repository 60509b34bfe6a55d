"""The ways on from a figure: up the tree, and to the measures before and after."""

from dataclasses import replace
from typing import NamedTuple

from raadhus.personnel.queries.asked import Asked
from raadhus.personnel.queries.cells import is_hole
from raadhus.personnel.rules.measures.groups import ORDERED
from raadhus.personnel.rules.terms_in_words import in_words


class Way(NamedTuple):
    """A way on: its words, and the query string it leads to; empty where the viewer may not go or already is."""

    label: str
    query: str


def path_of(asked: Asked) -> tuple[Way, ...]:
    """Return the units above, from the top, and the unit itself without a way."""
    choice = asked.choice
    found = []
    for row in reversed(asked.trees.path(choice.version, asked.unit.unit, asked.month)[1:]):
        is_open = asked.reach.sees(choice.version, row.unit, asked.term)
        found.append(Way(row.label, replace(choice, unit=row.unit).to_query() if is_open else ""))
    return (*found, Way(asked.unit.label, ""))


def longer_of(asked: Asked) -> Way | None:
    """Return the way from a period that is not shown to the shortest longer one that holds it and is; None from what is shown."""
    by_term = {one.term: one for one in asked.figures}
    if not is_hole(by_term[asked.term]):
        return None
    longer = sorted(term for term in by_term if term.step.months > asked.step.months and term.overlaps(asked.term))
    found = next((term for term in longer if not is_hole(by_term[term])), None)
    return Way(in_words(found), asked.choice.at(found).to_query()) if found else None


def around_of(asked: Asked) -> tuple[Way | None, Way | None]:
    """Return the ways to the measure before and the one after, in the order of the overview."""
    place = ORDERED.index(asked.measure)
    step = replace(asked.choice, term=None)

    def way(number: int) -> Way | None:
        if not 0 <= number < len(ORDERED):
            return None
        one = ORDERED[number]
        return Way(one.title, replace(step, measure=one.key).to_query())

    return way(place - 1), way(place + 1)
