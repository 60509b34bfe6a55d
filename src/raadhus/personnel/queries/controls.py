"""What a reader may choose on a page of figures: the units within reach, the periods there are, and the closed lists."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from raadhus.personnel.engines.cube import CubeUnit
from raadhus.personnel.queries.asked import Asked, visible_units
from raadhus.personnel.rules.choosing import BREAKDOWN_WORDS, STEP_WORDS, VERSION_LABELS, VERSION_WORDS
from raadhus.personnel.rules.counting import Breakdown
from raadhus.personnel.rules.disclosure.lattice import Step, Term
from raadhus.personnel.rules.labels import BREAKDOWN_LABELS
from raadhus.personnel.rules.measures.groups import GROUPS
from raadhus.personnel.rules.terms_in_words import in_words

Option = tuple[str, str]
# More units than these nobody finds their way in, and the list would be most of the page: then those near are listed.
MOST_UNITS = 400


class Group(NamedTuple):
    """Options under a heading."""

    label: str
    options: tuple[Option, ...]


class Controls(NamedTuple):
    """The lists of a page's form, each with what is chosen."""

    measures: tuple[Group, ...]
    units: tuple[Option, ...]
    breakdowns: tuple[Option, ...]
    periods: tuple[Group, ...]
    versions: tuple[Option, ...]
    measure: str
    unit: str
    breakdown: str
    period: str
    version: str


@lru_cache(maxsize=8)
def measure_groups(_language: str) -> tuple[Group, ...]:
    """Return the measures in their groups, in a language that is in force."""
    return tuple(Group(_(name), tuple((one.key, one.title) for one in measures)) for name, measures in GROUPS.items())


def controls(asked: Asked, *, breaks_down: bool, terms: Sequence[Term]) -> Controls:
    """Return what may be chosen from here; parts are offered to those who may see them (`breaks_down`)."""
    choice = asked.choice
    return Controls(
        measures=measure_groups(get_language() or ""),
        units=_units(asked),
        breakdowns=_breakdowns() if breaks_down else (),
        periods=_periods(asked, terms),
        versions=tuple((word, _(VERSION_LABELS[meant])) for word, meant in VERSION_WORDS.items()),
        measure=choice.measure,
        unit=choice.unit,
        breakdown=next((word for word, meant in BREAKDOWN_WORDS.items() if meant == choice.breakdown), ""),
        period=str(choice.term or ""),
        version=next(word for word, meant in VERSION_WORDS.items() if meant == choice.version),
    )


def _units(asked: Asked) -> tuple[Option, ...]:
    every = visible_units(asked.cube, asked.reach, asked.choice.version)
    rows = every if len(every) <= MOST_UNITS else _near(asked)
    found = tuple((row.unit, f"{'–' * depth} {row.label}".strip()) for row, depth in rows)
    known = any(key == asked.unit.unit for key, _label in found)
    return found if known else ((asked.unit.unit, asked.unit.label), *found)


def _near(asked: Asked) -> tuple[tuple[CubeUnit, int], ...]:
    """Return the units above the one shown, those beside it and those right below it, in the order of the tree, as the viewer may see them."""
    version, trees = asked.choice.version, asked.trees
    path = tuple(reversed(trees.path(version, asked.unit.unit, asked.month)))
    here = len(path) - 1
    found = list(zip(path[:-1], range(here), strict=True))
    for one in trees.below(version, asked.unit.parent, asked.month):
        found.append((one, here))
        if one.unit == asked.unit.unit:
            found += [(below, here + 1) for below in trees.below(version, one.unit, asked.month)]
    return tuple((row, depth) for row, depth in found if asked.reach.sees(version, row.unit, asked.term))


def _breakdowns() -> tuple[Option, ...]:
    return tuple((word, _(BREAKDOWN_LABELS[Breakdown(meant)])) for word, meant in BREAKDOWN_WORDS.items())


def _periods(asked: Asked, terms: Sequence[Term]) -> tuple[Group, ...]:
    words = {step: word for word, step in STEP_WORDS.items()}
    newest = {Step.MONTH: _("Seneste måned"), Step.QUARTER: _("Seneste kvartal"), Step.YEAR: _("Seneste år")}
    steps = tuple((words[step], newest[step]) for step in asked.steps)
    single = tuple((str(term), in_words(term)) for term in sorted(terms, reverse=True))
    return (Group(_("Nyeste tal"), steps), Group(_("En bestemt periode"), single))
