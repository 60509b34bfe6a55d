"""Targets: which counts, and whether it is reached."""

from datetime import date
from decimal import Decimal

import pytest

from raadhus.kernel.errors import WrongInput
from raadhus.personnel.models import Target
from raadhus.personnel.queries.targets import target_for
from raadhus.personnel.rules.amounts import kept, parse_amount, shown
from raadhus.personnel.rules.measures.catalogue import MEASURES
from raadhus.personnel.rules.targets import Direction, check_years, state_of


def aim(unit="by", measure="sick_percentage", value=50, **terms):
    given = {"direction": "at_most", "first_year": 2024, "reason": "Aftalt", "set_by": "x"}
    return Target.objects.create(
        unit_key=unit, measure=measure, value=value, set_at="2026-01-01T00:00Z", **{**given, **terms}
    )


@pytest.mark.parametrize(
    ("direction", "figure", "state"),
    [
        ("at_most", "4.9", "reached"),
        ("at_most", "5.0", "reached"),
        ("at_most", "5.1", "missed"),
        ("at_least", "4.9", "missed"),
        ("at_least", "5.0", "reached"),
        ("at_most", None, "no_figure"),
    ],
)
def test_a_target_is_reached_by_the_figure_as_it_is_shown(direction, figure, state):
    assert state_of(Direction(direction), Decimal("5.0"), None if figure is None else Decimal(figure)) == state


def test_the_nearest_unit_above_that_has_a_target_counts(released):
    aim("by", value=60)
    aim("skole", value=50)
    found = target_for("skole-a", "sick_percentage", 2025)
    assert (found.value, found.unit, found.is_own) == (Decimal("5.0"), "Skoler", False)
    assert target_for("kultur", "sick_percentage", 2025).unit_key == "by"
    assert target_for("skole", "sick_percentage", 2025).is_own


def test_a_unit_that_moved_has_the_target_of_each_organisation(released):
    aim("skole", value=50)
    aim("kultur", value=60)
    assert target_for("klub", "sick_percentage", 2024, version="was").unit_key == "kultur"
    assert target_for("klub", "sick_percentage", 2024).unit_key == "skole"


def test_a_number_of_people_is_aimed_at_by_its_own_unit_only(released):
    aim("by", "headcount", 400)
    assert target_for("by", "headcount", 2025)
    assert target_for("skole", "headcount", 2025) is None


def test_a_target_holds_from_its_first_year_to_its_last(released):
    aim("by", last_year=2024)
    assert [bool(target_for("by", "sick_percentage", year)) for year in (2023, 2024, 2025)] == [False, True, False]


@pytest.mark.parametrize(
    ("measure", "text", "value"),
    [("sick_percentage", "14,6", "14.6"), ("sick_percentage", "5 %", "5.0"), ("headcount", "1.250", "1250")],
)
def test_a_value_is_read_as_danish_writes_it(measure, text, value):
    read = parse_amount(text, MEASURES[measure])
    assert str(read) == value
    assert shown(kept(read, MEASURES[measure]), MEASURES[measure]) == read


@pytest.mark.parametrize("text", ["", "mange", "-4", "1.5", "14,65", "99999999", "5,", "٣"])
def test_what_is_no_value_is_refused(text):
    with pytest.raises(WrongInput):
        parse_amount(text, MEASURES["sick_percentage"])


@pytest.mark.parametrize(("first", "last"), [(2026, 2025), (1900, None), (2026, 2999)])
def test_years_that_cannot_be_are_refused(first, last):
    with pytest.raises(WrongInput):
        check_years(first, last, date(2026, 3, 1).year)
