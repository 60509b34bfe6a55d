"""The demonstration's staff: the house's own rules, given the invented records, compute figures that tell the story of a published text."""

import tomllib
from collections import Counter, defaultdict
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

import pytest

from raadhus.config.demonstration.payroll.municipality import municipality
from raadhus.config.demonstration.payroll.rates import rates
from raadhus.config.demonstration.payroll.sources import ABSENCES
from raadhus.config.demonstration.people import described, load_people
from raadhus.core.organisation.public import unit
from raadhus.kernel.actors import system
from raadhus.personnel.engines.duck import DuckEngine
from raadhus.personnel.rules.absences import parts_of
from raadhus.personnel.rules.calendar import WorkingDays, month_of
from raadhus.personnel.rules.counting import Breakdown, Scope
from raadhus.personnel.rules.facts import Absence, Form, Kind, Settings, Terms
from raadhus.personnel.rules.measures.absence import SICK_DAYS
from raadhus.personnel.rules.measures.definitions import Basis, Component, Population
from raadhus.personnel.rules.measures.finishing import added, exact
from raadhus.personnel.rules.measures.movement import LEAVING_RATE, RETIREMENT_AGE
from raadhus.personnel.rules.measures.stock import (
    ADMINISTRATIVE_SHARE,
    AVERAGE_AGE,
    AVERAGE_SALARY,
    EMPLOYMENT_RATE,
    FULL_TIME_EQUIVALENTS,
    FULL_TIME_SHARE,
    NEW_SHARE,
    SHARE_60_PLUS,
)
from raadhus.personnel.rules.occupations import KRL_GROUPS, REST, OccupationLine, Occupations
from raadhus.personnel.rules.shapes.questions import COMPONENTS, Question, Shape
from raadhus.personnel.rules.timeline import stretches_of

TODAY = date(2025, 6, 2)
SETTINGS = Settings(known_to=TODAY)
FIRST, LAST = 2022 * 12 + 10, 2024 * 12 + 11
DECEMBER = 11
SHAPES = {
    Basis.STOCK: (Shape.STOCK,),
    Basis.FLOW: (Shape.ABSENCE, Shape.STOCK),
    Basis.MOVEMENT: (Shape.GOING,),
}
SOSU, TEACHERS, PEDAGOGUES = "SOSU-personale", "Lærere m.fl.", "Pædagogisk personale, daginstitution og klub"


def job_lines():
    text = (files("raadhus.config.demonstration") / "data" / "stillinger.toml").read_text(encoding="utf-8")
    return [OccupationLine(row["code"], row["group"], row["administrative"]) for row in tomllib.loads(text)["lines"]]


@cache
def payroll():
    return municipality(TODAY)


@cache
def stretches():
    """Everybody's stretches from the census of 2022 on."""
    begins = date.fromordinal(month_of(FIRST).first)
    terms = [
        Terms(
            person=one.person,
            employment=one.employment,
            unit=one.unit,
            start=one.start,
            end=one.last and one.last + timedelta(days=1),
            weekly_hours=one.hours,
            form=Form(one.form),
            job_code=one.job_code,
            hired=one.hired,
            born=one.born,
            gender=one.gender,
            monthly_ore=one.monthly_ore,
        )
        for one in payroll().terms
        if one.last is None or one.last >= begins
    ]
    return stretches_of(terms, Occupations(job_lines()), SETTINGS)


@cache
def engine():
    kinds = {code: Kind(meaning.kind.value) for code, meaning in ABSENCES.codes.items()}
    absences = [
        Absence(one.employment, one.first, one.last, kinds[one.code], one.away)
        for one in payroll().spells
        if one.last is None or one.last.year > 2022
    ]
    days = WorkingDays(2018, 2026)
    filled = DuckEngine(threads=1)
    months = [month_of(number) for number in range(FIRST, LAST + 1)]
    filled.fill_all(stretches(), parts_of(absences, stretches(), days, SETTINGS), months, days)
    return filled


@cache
def answers(shape, population, breakdown):
    """Return the components of the whole municipality, by month and value."""
    first = FIRST + 12 if shape is Shape.GOING else FIRST
    found = defaultdict(list)
    question = Question(shape, Scope(population, breakdown, SETTINGS), first, LAST)
    for month, _unit, value, *numbers in engine().answer(question):
        found[month, value].append(dict(zip(COMPONENTS[shape], numbers, strict=True)))
    return {place: added(parts) for place, parts in found.items()}


def figure(measure, months, group=""):
    breakdown = Breakdown.OCCUPATION if group else Breakdown.NONE
    parts = []
    for shape in SHAPES[measure.basis]:
        known = answers(shape, measure.population, breakdown)
        parts += [known.get((month, group), {}) for month in months]
    return float(exact(measure, added(parts), months=len(months)))


def year(number):
    return range(number * 12, number * 12 + 12)


def leaving(number, measure=LEAVING_RATE, group=""):
    """From November to November."""
    return figure(measure, [number * 12 + 10], group)


def in_december(number):
    return figure(FULL_TIME_EQUIVALENTS, [number * 12 + DECEMBER])


def test_the_figures_of_2024_come_out_of_the_records_as_the_published_text_has_them():
    assert in_december(2024) - in_december(2023) == pytest.approx(170, abs=5)
    assert figure(FULL_TIME_SHARE, year(2024)) == pytest.approx(64, abs=0.5)
    assert figure(SHARE_60_PLUS, year(2024)) == pytest.approx(12, abs=0.5)
    assert (leaving(2023), leaving(2024)) == (pytest.approx(21, abs=0.5), pytest.approx(17, abs=0.5))
    assert figure(SICK_DAYS, year(2024)) == pytest.approx(14.6, abs=0.05)


def test_from_2023_to_2024_what_was_said_to_rise_rises_and_what_was_said_to_fall_falls():
    for measure in (FULL_TIME_SHARE, EMPLOYMENT_RATE):
        assert figure(measure, year(2024)) > figure(measure, year(2023))
    for measure in (SICK_DAYS, ADMINISTRATIVE_SHARE, AVERAGE_AGE):
        assert figure(measure, year(2024)) < figure(measure, year(2023))
    assert figure(AVERAGE_SALARY, year(2024)) == pytest.approx(figure(AVERAGE_SALARY, year(2023)), rel=0.01)


def test_the_growth_is_mostly_teachers_educational_staff_and_care():
    known = answers(Shape.STOCK, Population.ORDINARY, Breakdown.OCCUPATION)
    grown = Counter()
    for month, group in known:
        sign = {LAST: 1, LAST - 12: -1}.get(month, 0)
        grown[group] += sign * known[month, group][Component.HOURS]
    assert {group for group, _ in grown.most_common(3)} == {SOSU, TEACHERS, PEDAGOGUES}
    assert sum(hours for _, hours in grown.most_common(3)) > 0.7 * sum(grown.values())


@pytest.mark.parametrize("group", [SOSU, TEACHERS, PEDAGOGUES])
def test_those_the_half_yearly_report_is_about_retire_and_are_new_as_people_are(group):
    assert 62.5 < leaving(2024, RETIREMENT_AGE, group) < 65.5
    assert 10 < figure(NEW_SHARE, year(2024), group) < 30


def test_there_are_about_4600_employees_in_units_large_and_small_that_the_organisation_has():
    units = Counter(one.unit for one in payroll().terms if one.last is None)
    assert 4_500 < units.total() < 4_700
    assert set(units) == set(rates().units) < {row["key"] for row in described()["units"]}
    assert sum(5 <= people <= 15 for people in units.values()) >= 8


def test_every_job_is_of_a_known_group_and_the_groups_are_those_of_the_tables_of_absence():
    occupations = Occupations(job_lines())
    assert {occupations.on(code, TODAY).group for code in rates().jobs} == {*KRL_GROUPS, REST}


def test_what_happened_before_a_day_is_the_same_when_it_is_asked_on_a_later_one():
    before = {spell.number + spell.employment for spell in municipality(date(2019, 3, 1)).spells if spell.last}
    assert before <= {spell.number + spell.employment for spell in payroll().spells}


@pytest.mark.django_db
def test_one_unit_lay_under_another_centre_before_it_was_moved_and_is_moved_once(now):
    for _ in range(2):
        list(load_people(actor=system("demonstration", "Demonstrationen"), now=now))
    days = (date(2024, 12, 31), date(2025, 1, 1))
    assert [unit("fkc-fritidsklubber", day).parent_key for day in days] == ["fkc", "uuc"]


def test_some_have_two_employments_at_once_and_some_go_from_one_to_the_next():
    by_person = defaultdict(set)
    for one in payroll().terms:
        by_person[one.person].add((one.employment, one.form))
    several = [found for found in by_person.values() if len({employment for employment, _ in found}) > 1]
    assert any({form for _, form in found} == {"monthly", "hourly"} for found in several)
    assert any({form for _, form in found} == {"monthly"} for found in several)
