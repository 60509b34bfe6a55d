"""A quarter or a year as an attacker sees it who has its months and quarters too: what is kept of those, month by month (T3)."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from raadhus.personnel.batch.columns import Columns
from raadhus.personnel.batch.keeping import KeptTerm, of_sum
from raadhus.personnel.batch.planning import KnownPlaces, ShorterCells, picked
from raadhus.personnel.batch.sums import Sum
from raadhus.personnel.batch.together import what_is_said
from raadhus.personnel.rules.disclosure.attacks.grids import MonthOut, Parted, Upon, parted
from raadhus.personnel.rules.disclosure.corrections import lay_together
from raadhus.personnel.rules.disclosure.lattice import Step, Term
from raadhus.personnel.rules.disclosure.plan import Plan
from raadhus.personnel.rules.disclosure.population import Cell, Numbers, Population

# Every plan that is kept of a term, the first one first; None where one of them is gone.
Kept = Callable[[Term], Sequence[KeptTerm] | None]
Epochs = Sequence[int]


@dataclass(frozen=True, eq=False)
class _Month:
    """A month's columns in all of its plans and as payroll tells them now: who each is, where each plan's stand, and where those of today do."""

    who: Numbers
    plans: Sequence[tuple[KeptTerm, Numbers]]
    present: Columns
    at: Numbers


class Beside:
    """One sum of a longer term beside what is told of it by month and by quarter (`about`)."""

    def __init__(self, term: Term, one: Sum, about: KnownPlaces, kept: Kept) -> None:
        self._term, self._one, self._about, self._kept = term, one, about, kept

    def laid_upon(
        self, shorter: ShorterCells, columns: Columns, by_month: Callable[[], Columns], epochs: Epochs
    ) -> ShorterCells:
        """Return what shorter terms tell, with what lays a plan over the term's columns upon them where there are any.

        `by_month` gives the same people month by month, where the epoch is the month's place in the term; `epochs` are the term's own.
        """
        within = [self._kept(term) for term in self._within()]
        if not len(columns) or not any(within):
            return replace(shorter, is_blind=None in within)
        if None in within:
            return replace(shorter, is_blind=True)
        return replace(shorter, upon=partial(self._attack, columns, by_month, epochs))

    def _within(self) -> Iterator[Term]:
        yield from self._term.months()
        if self._term.step is Step.YEAR:
            yield from (Term(self._term.year, Step.QUARTER, number) for number in range(1, 5))

    def _attack(
        self, columns: Columns, by_month: Callable[[], Columns], epochs: Epochs, plan: Plan, secret: Sequence[Cell]
    ) -> Upon:
        """Return what attacks a plan; the cells beside it are further ones that nobody may compute."""
        apart = by_month()
        months = [self._month(at, term, apart) for at, term in enumerate(self._term.months())]
        out = _numbered([self._out(month) for month in months], months)
        of = [_of(columns, month, epoch) for month, epoch in zip(months, epochs, strict=True)]
        quarters, hidden = self._quarters(months)
        added = [parted(cell.place, of, cell.columns) for cell in plan.shown]
        watched = [parted(cell.place, of, cell.columns) for cell in (*plan.hidden, *secret)]
        return Upon(out, quarters, added, [*watched, *hidden])

    def _plans(self, term: Term) -> list[KeptTerm]:
        return [one for one in self._kept(term) or () if self._one.name in one.sums]

    def _month(self, place: int, term: Term, by_month: Columns) -> _Month:
        present = of_sum(picked(by_month, np.flatnonzero(np.array(by_month.epoch, dtype=np.int64) == place)), self._one)
        present = replace(present, epoch=(0,) * len(present))
        plans = self._plans(term)
        every = [*(kept.columns(self._one) for kept in plans), present]
        at, first = lay_together([what_is_said(one, self._one) for one in every])
        who = np.array([every[number].who[column] for number, column in first], dtype=np.int64)
        return _Month(who, list(zip(plans, at, strict=False)), present, at[-1])

    def _out(self, month: _Month) -> tuple[list[Cell], list[Cell]]:
        """Return the cells of a month that are told, and those that nobody may compute."""
        shown: list[Cell] = []
        hidden: list[Cell] = []
        for kept, at in month.plans:
            told = kept.sums[self._one.name]
            own = [cell for cell in told.shown if cell.place.merged or cell.place in self._about.by_month]
            shown += [replace(cell, columns=np.sort(at[cell.columns])) for cell in (*told.known, *own)]
            hidden += [replace(cell, columns=np.sort(at[cell.columns])) for cell in told.hidden]
        return shown, hidden

    def _quarters(self, months: Sequence[_Month]) -> tuple[list[Parted], list[Parted]]:
        """Return what is told by quarter and what is hidden there, taken apart; a quarter is told by one organisation."""
        shown: list[Parted] = []
        hidden: list[Parted] = []
        for term in self._within():
            for kept in self._plans(term) if term.step is Step.QUARTER else ():
                columns, told, within = kept.columns(self._one), kept.sums[self._one.name], term.months()
                of = [
                    _of(columns, month, None) if one in within else np.full(len(month.who), -1)
                    for month, one in zip(months, self._term.months(), strict=True)
                ]
                own = [cell for cell in told.shown if cell.place.merged or cell.place in self._about.by_quarter]
                shown += [parted(cell.place, of, cell.columns) for cell in own]
                hidden += [parted(cell.place, of, cell.columns) for cell in told.hidden]
        return shown, hidden


def _numbered(out: Sequence[tuple[list[Cell], list[Cell]]], months: Sequence[_Month]) -> list[MonthOut]:
    """Return the months with one number for a person in all of them."""
    everybody = np.unique(np.concatenate([np.zeros(0, np.int64), *(month.who for month in months)]))
    found = []
    for (shown, hidden), month in zip(out, months, strict=True):
        person = np.searchsorted(everybody, month.who).astype(np.int64)
        found.append(MonthOut(Population(person, {}, {}, np.zeros(len(person), dtype=np.int64)), shown, hidden))
    return found


def _of(columns: Columns, month: _Month, epoch: int | None) -> Numbers:
    """Return which column of a longer term each of a month's belongs to, -1 for none.

    Two employments of a person that the same is said of are in the same cells, so it does not matter which of them is found.
    """
    at = {key: number for number, key in enumerate(_keys(columns, columns.epoch if epoch is not None else None))}
    now = _keys(month.present, (epoch,) * len(month.present) if epoch is not None else None)
    found = np.full(len(month.who), -1, dtype=np.int64)
    found[month.at] = np.array([at.get(key, -1) for key in now], dtype=np.int64)
    return found


def _keys(columns: Columns, epochs: Sequence[int] | None) -> Iterator[Hashable]:
    """Yield what says of each column whose it is and which cells it is in."""
    codes = (columns.codes[name] for name in sorted(columns.codes))
    return zip(columns.who.tolist(), columns.unit, *codes, *(() if epochs is None else (epochs,)), strict=True)
