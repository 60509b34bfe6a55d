"""A unit's key figures: every measure in its newest month (its quarter where months are not shown) and year, the change, and the target."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache

from raadhus.kernel.actors import Actor
from raadhus.personnel.engines.cube import Cube, CubeFigure
from raadhus.personnel.queries.asked import Asked, asked_for
from raadhus.personnel.queries.cells import Legend
from raadhus.personnel.queries.key_figures import KeyFigure, key_figure
from raadhus.personnel.queries.targets import targets_for
from raadhus.personnel.queries.ways import Way
from raadhus.personnel.rules.choosing import FIRST_MEASURE, Choice
from raadhus.personnel.rules.disclosure.explaining import blurred_note
from raadhus.personnel.rules.disclosure.lattice import Step, Term
from raadhus.personnel.rules.measures.catalogue import MEASURES
from raadhus.personnel.rules.measures.groups import GROUPS
from raadhus.personnel.rules.releasing import terms_of
from raadhus.personnel.rules.targets import TargetState
from raadhus.personnel.rules.terms_in_words import in_words

# How many we are, how many leave, and how much we are away: what is said before the table.
_FIRST = ("headcount", "leaving_rate", "sick_days_per_full_time")


@dataclass(frozen=True, slots=True)
class Overview:
    """A unit's key figures in groups, with the ways up and down, and all figures that are shown."""

    asked: Asked
    year: Term
    short: Term | None
    groups: Mapping[str, tuple[KeyFigure, ...]]
    path: tuple[Way, ...]
    below: tuple[Way, ...]
    holes: tuple[str, ...]
    blurred: str
    figures: tuple[CubeFigure, ...]

    @property
    def lines(self) -> tuple[KeyFigure, ...]:
        """The key figures of all groups, in their order."""
        return tuple(line for lines in self.groups.values() for line in lines)

    @property
    def first(self) -> tuple[KeyFigure, ...]:
        """The few that a busy reader asks for first."""
        by_key = {line.measure.key: line for line in self.lines if line.sentence}
        return tuple(by_key[key] for key in _FIRST if key in by_key)

    @property
    def missed(self) -> tuple[KeyFigure, ...]:
        """The others whose target is not reached."""
        return tuple(
            line for line in self.lines if line.target_state is TargetState.MISSED and line.measure.key not in _FIRST
        )

    @property
    def year_words(self) -> str:
        """The year in words."""
        return in_words(self.year)

    @property
    def columns(self) -> tuple[bool, bool, bool]:
        """Which columns have something in them: the month or quarter, the change, the trend."""
        return self.short is not None, any(one.change for one in self.lines), any(one.trend for one in self.lines)

    @property
    def short_words(self) -> str:
        """The month or quarter in words; nothing without one."""
        return in_words(self.short) if self.short else ""


def overview(viewer: Actor, choice: Choice, now: datetime) -> Overview:
    """Return the key figures of a unit in a year, and a month or quarter; the newest without one. Raises as `asked_for`."""
    asked = asked_for(viewer, replace(choice, measure=FIRST_MEASURE, breakdown=""), now)
    year, short = _periods(asked, choice)
    by_measure: dict[str, dict[Term, CubeFigure]] = {}
    for one in asked.reach.seen(_whole(asked)):
        by_measure.setdefault(one.measure, {})[one.term] = one
    targets = targets_for(asked.unit.unit, year.year, version=asked.choice.version, cube=asked.cube)
    legend, shown, groups = Legend(), [], {}
    for name, measures in GROUPS.items():
        lines = []
        for measure in measures:
            line, figures = key_figure(
                asked, (measure, targets.get(measure.key)), by_measure.get(measure.key, {}), (year, short), legend
            )
            lines.append(line)
            shown += figures
        groups[name] = tuple(lines)
    return Overview(
        asked=asked,
        year=year,
        short=short,
        groups=groups,
        path=_path(asked),
        below=_below(asked),
        holes=tuple(legend.holes),
        blurred=blurred_note() if legend.has_blurred else "",
        figures=tuple(shown),
    )


def _periods(asked: Asked, choice: Choice) -> tuple[Term, Term | None]:
    """Return the year and the month (or quarter) that are shown: those asked for, else the newest of each."""
    terms = [one.term for one in asked.figures]
    wanted = choice.term
    step = Step.QUARTER if choice.step is Step.QUARTER else Step.MONTH
    years = [term for term in terms if term.step is Step.YEAR and (wanted is None or term.year <= wanted.year)]
    short = [term for term in terms if term.step is step and (wanted is None or term.year == wanted.year)]
    newest = wanted if wanted in short else max(short, default=None)
    return max(years, default=asked.term), newest


def _whole(asked: Asked) -> tuple[CubeFigure, ...]:
    return every_measure(asked.cube, asked.choice.version, asked.unit.unit)


@lru_cache(maxsize=256)
def every_measure(cube: Cube, version: str, unit: str) -> tuple[CubeFigure, ...]:
    """Return all measures of a unit as a whole in all periods, the same for everybody; Reach decides what each may see of it."""
    first, last = int(cube.about["first_month"]) // 12, int(cube.about["last_month"]) // 12
    years = range(first, last + 1)
    terms = [Term(year, Step.YEAR) for year in years]
    terms += [part for year in terms for step in (Step.MONTH, Step.QUARTER) for part in terms_of(year.year, step)]
    return cube.whole(version, unit, list(MEASURES), terms)


def _path(asked: Asked) -> tuple[Way, ...]:
    """Return the units above, from the top, and the unit itself without a way."""
    choice = _anytime(asked.choice)
    found = []
    for row in reversed(asked.trees.path(choice.version, asked.unit.unit, asked.month)[1:]):
        is_open = asked.reach.sees(choice.version, row.unit, asked.term)
        found.append(Way(row.label, replace(choice, unit=row.unit).to_query() if is_open else ""))
    return (*found, Way(asked.unit.label, ""))


def _below(asked: Asked) -> tuple[Way, ...]:
    choice = _anytime(asked.choice)
    rows = asked.trees.below(choice.version, asked.unit.unit, asked.month)
    return tuple(
        Way(row.label, replace(choice, unit=row.unit).to_query())
        for row in rows
        if asked.reach.sees(choice.version, row.unit, asked.term)
    )


def _anytime(choice: Choice) -> Choice:
    return replace(choice, step=None, term=None)
