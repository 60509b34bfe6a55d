"""A year planned from an invented payroll, step by step up the ladder, and an attacker who lays all of its terms upon each other."""

from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np
import pytest

from raadhus.personnel.batch.keeping import kept_columns
from raadhus.personnel.batch.made_by import Rules
from raadhus.personnel.batch.planning import TermPlanner, population_of
from raadhus.personnel.batch.running import Planner, Plans, Work, plan_terms
from raadhus.personnel.batch.sums import BY_NAME
from raadhus.personnel.batch.term import TermJob
from raadhus.personnel.batch.trees import Trees
from raadhus.personnel.engines.cube import AS_WAS
from raadhus.personnel.engines.duck import DuckEngine
from raadhus.personnel.rules.absences import parts_of
from raadhus.personnel.rules.calendar import WorkingDays, month_of
from raadhus.personnel.rules.disclosure import plan
from raadhus.personnel.rules.disclosure.attacks.row_space import recover
from raadhus.personnel.rules.disclosure.lattice import Step
from raadhus.personnel.rules.disclosure.noise import Secret
from raadhus.personnel.rules.disclosure.population import Cell, Population, cells_of
from raadhus.personnel.rules.disclosure.settings import Settings as Limits
from raadhus.personnel.rules.facts import Form, Settings, Terms
from raadhus.personnel.rules.history import History
from raadhus.personnel.rules.measures.definitions import Disclosure
from raadhus.personnel.rules.occupations import DEFAULT_OCCUPATIONS, REST
from raadhus.personnel.rules.releasing import terms_of
from raadhus.personnel.rules.timeline import stretches_of
from raadhus.personnel.tests.made_payroll import payroll

YEAR = 2025
KNOWN_TO = date(YEAR, 12, 31)
MONTHS, QUARTERS, WHOLE = (terms_of(YEAR, step) for step in Step)


def uneven_payroll():
    """Two ordinary units; one with four people in every third month and six in the others; one with three at a time, others each quarter."""
    told = payroll(KNOWN_TO, people={"skole-a": 24, "hjem": 22})
    terms = [row for row in told.terms if row.end is None]
    terms += [_row(f"lille{number}", "lille", date(2023, 1, 1), None) for number in range(4)]
    for number, quarter in enumerate(QUARTERS):
        first, last = quarter.months()[0].number, quarter.months()[-1].number
        first, third = date(YEAR, first, 1), date(YEAR, last, 1)
        after = third + timedelta(days=31 if last in {3, 12} else 30)
        terms += [_row(f"vikar{number}{one}", "lille", first, third) for one in "ab"]
        terms += [_row(f"hold{number}{one}", "skole-b", first, after) for one in "abc"]
    there = {row.employment for row in terms}
    return told, terms, [one for one in told.absences if one.employment in there]


def _row(name, unit, start, end):
    return Terms(
        f"p-{name}", f"e-{name}", unit, start, end, 37_00, Form.MONTHLY, "900", start, date(1980, 5, 4), "K", 35_000_00
    )


@dataclass
class PlannedYear:
    """The plans, what they were made from, and which places each merged one ("Øvrige enheder") was put together of."""

    work: Work
    plans: Plans
    merged: dict

    def of(self, term):
        return self.plans.results[term]

    def shown(self, name, place):
        """The terms in which a place is shown, in order."""
        return [term for term, one in sorted(self.plans.results.items()) if place in one.sums[name]]


def plan_year(folder, terms=(*MONTHS, *QUARTERS, *WHOLE)):
    """Return the year's plans."""
    told, rows, absences = uneven_payroll()
    settings, days = Settings(KNOWN_TO), WorkingDays(YEAR - 2, YEAR + 1)
    stretches = stretches_of(rows, DEFAULT_OCCUPATIONS, settings)
    parts = parts_of(absences, stretches, days, settings)
    with DuckEngine(threads=1) as engine:
        months = [month_of(number) for number in range((YEAR - 1) * 12, YEAR * 12 + 12)]
        engine.fill_all(stretches, parts, months, days)
        engine.save(folder)
    rules = Rules(settings, Limits(), ("Administration og it", REST), History(told.spans), KNOWN_TO)
    work = Work(folder, rules, Secret(b"a secret of the tests, 32 bytes."))
    with noted_merging() as merged:
        return PlannedYear(work, plan_terms(work, terms, {}, lambda *_: None), merged)


@contextmanager
def noted_merging():
    """Give what is put together while it lasts: the places behind each merged one, by term and sum."""
    noted, at, merge, take = {}, [], plan.merged_siblings, TermPlanner.take

    def taking(self, columns, population, one, *more):
        at[:] = [(self.result.term, one.name)]
        return take(self, columns, population, one, *more)

    def merging(population, trees, cells, shown):
        found = merge(population, trees, cells, shown)
        out, parents = {cell.place for cell in shown}, {unit: up for tree in trees for unit, up in tree.parents.items()}
        noted[at[0]] = {
            one.place: [
                cell.place
                for cell in cells
                if cell.persons
                and cell.place not in out
                and replace(cell.place, unit=parents[cell.place.unit], merged=True) == one.place
            ]
            for one in found
        }
        return found

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TermPlanner, "take", taking)
        patch.setattr(plan, "merged_siblings", merging)
        yield noted


@dataclass
class Everything:
    """Every month of every employment as an unknown of its own: whose it is, and which of them are behind a place in a month."""

    person: list
    cells: dict

    def cell(self, term, place, parts=()):
        at = {
            number for month in term.months() for part in parts or [place] for number in self.cells[month].get(part, ())
        }
        return Cell(place, np.array(sorted(at), dtype=np.int64), len({self.person[number] for number in at}))


def everything(year, name):
    """Return the unknowns of a sum through the year."""
    planner, one = Planner(year.work), BY_NAME[name]
    found = Everything([], {})
    for month in MONTHS:
        job = TermJob(planner._engine, month, year.work.rules, planner._keys, year.work.secret)
        columns, start = job._columns(one), len(found.person)
        trees = Trees.of(year.work.rules.history, month, year.work.rules.today, columns.unit)
        lattice = job._lattice(trees, [columns])
        population = population_of(columns, lattice, trees.places)
        found.cells[month] = {cell.place: cell.columns + start for cell in cells_of(population, lattice)}
        found.person += columns.who.tolist()
    return found


def recovered(year, name, unknowns, also=()):
    """Return the places that follow of a sum from the months, the quarters and the year together (T1), beyond what the open figures tell.

    `also` are further (term, place) that are taken to be shown. A person that follows stands in the list by number.
    """
    numbers = {one: number for number, one in enumerate(sorted(set(unknowns.person)))}
    person = np.array([numbers[one] for one in unknowns.person])
    population = Population(person, {}, {}, np.zeros(len(person), dtype=np.int64))
    shown, hidden = [unknowns.cell(*one) for one in also], []
    for term, result in year.plans.results.items():
        merged = year.merged.get((term, name), {})
        was = [place for place in result.sums[name] if place.version == AS_WAS]
        shown += [unknowns.cell(term, place, merged.get(place, ())) for place in was]
        first_rules = {cell.place for cell in kept_columns(year.work.folder, term).sums[name].hidden}
        there = [unknowns.cell(term, place) for place in result.there - result.places(name) if place.version == AS_WAS]
        few = year.work.rules.limits.least
        hidden += [one for one in there if one.persons and (one.persons < few or one.place in first_rules)]
    is_open = BY_NAME[name].disclosure is Disclosure.OPEN
    known = [one for one in shown if is_open and not one.place.breakdown and not one.place.merged]
    after = recover(population, shown, hidden)
    found = set(after.hidden) - set(recover(population, known, hidden).hidden)
    return [*sorted(found), *(after.persons if not is_open else ())]
