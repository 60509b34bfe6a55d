"""The last value that may be and the first that may not, for what people write about figures."""

from dataclasses import replace
from datetime import date

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from raadhus.kernel.errors import WrongInput
from raadhus.personnel.rules.amounts import parse_amount
from raadhus.personnel.rules.annotations import check_annotation, check_month
from raadhus.personnel.rules.comparing import USUAL, comparing_from
from raadhus.personnel.rules.digest import DigestLine, digest
from raadhus.personnel.rules.disclosure.noise import stepped
from raadhus.personnel.rules.measures.catalogue import MEASURES
from raadhus.personnel.rules.targets import check_years, is_handed_down, nearest, years_meet

TODAY = date(2026, 3, 1)
JANUARY = 2024 * 12


def may(check, *given):
    try:
        check(*given)
    except WrongInput:
        return False
    return True


@pytest.mark.parametrize(
    ("first", "last", "allowed"),
    [
        (1996, None, True),
        (1995, None, False),
        (2056, None, True),
        (2057, None, False),
        (2026, 2056, True),
        (2026, 2057, False),
        (2026, 2026, True),
    ],
)
def test_a_target_s_years_lie_within_thirty_years_of_now(first, last, allowed):
    assert may(check_years, first, last, TODAY.year) is allowed


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ((2024, 2025), (2025, None), True),
        ((2024, 2024), (2025, None), False),
        ((2026, None), (2024, 2025), False),
        ((2025, None), (2024, 2025), True),
        ((2020, None), (2030, None), True),
    ],
)
def test_two_targets_meet_when_they_share_a_year(one, other, meet):
    assert years_meet(*one, *other) is years_meet(*other, *one) is meet


@pytest.mark.parametrize(
    ("unit", "found"), [("a", "a"), ("b", "a"), ("c", "a"), ("x", None), ("round", None), ("", None)]
)
def test_a_target_is_looked_for_upwards_and_never_in_a_ring(unit, found):
    parents = {"c": "b", "b": "a", "a": "top", "round": "about", "about": "round"}
    assert nearest(unit, parents, ["a"]) == found


def test_shares_are_handed_down_and_numbers_are_not():
    assert [is_handed_down(MEASURES[key]) for key in ("headcount", "full_time_share", "average_age")] == [
        False,
        True,
        True,
    ]


@pytest.mark.parametrize(
    ("month", "allowed"), [(JANUARY, True), (JANUARY - 1, False), (2027 * 12 + 2, True), (2027 * 12 + 3, False)]
)
def test_a_note_s_month_lies_between_the_first_figures_and_a_year_from_now(month, allowed):
    assert may(check_month, month, JANUARY, TODAY) is allowed


def test_a_month_that_may_not_be_is_answered_with_those_that_may():
    with pytest.raises(WrongInput, match=r"mellem 01\.2024 og 03\.2027"):
        check_month(JANUARY - 1, JANUARY, TODAY)


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("x" * 300, True),
        ("x" * 301, False),
        ("Bo sagde op", True),
        ("Bæk Bo", True),
        ("Bo fra Bæk", True),
        ("Bo Bæk", False),
    ],
)
def test_a_note_is_short_and_names_nobody_in_full(text, allowed):
    assert may(check_annotation, text, ["Bo Bæk", "Bo"]) is allowed


@pytest.mark.parametrize(
    ("measure", "text", "allowed"),
    [
        ("sick_percentage", "1.000", True),
        ("sick_percentage", "1.000,1", False),
        ("headcount", "1.000.000", True),
        ("headcount", "1.000.001", False),
        ("average_age", "120", True),
        ("average_age", "120,1", False),
    ],
)
def test_a_target_is_at_most_what_can_be(measure, text, allowed):
    assert may(parse_amount, text, MEASURES[measure]) is allowed


@pytest.mark.parametrize(("count", "allowed"), [(8, True), (9, False)])
def test_so_many_measures_are_compared_and_no_more(count, allowed):
    query = QueryDict(mutable=True)
    query.setlist("maal", list(MEASURES)[:count])
    assert may(comparing_from, {}, query) is allowed


@pytest.mark.parametrize(("count", "allowed"), [(60, True), (61, False)])
def test_so_many_units_are_compared_and_each_once(count, allowed):
    query = QueryDict(mutable=True)
    query.setlist("sammen", ["", *(f"u{number}" for number in range(count)), "u0"])
    assert may(comparing_from, {}, query) is allowed
    if allowed:
        found = comparing_from({}, query)
        assert (found.measures, len(found.units)) == (USUAL, count)


@given(st.floats(1e-3, 1e9))
def test_a_size_of_noise_is_the_next_of_the_row_and_stays_there(deviation):
    size = stepped(deviation)
    assert deviation * (1 - 1e-6) <= size < deviation * 1.1 * (1 + 1e-6)
    assert stepped(size) == pytest.approx(size)


def test_the_same_mail_arrives_once_and_another_is_another():
    given = {"views_url": "/", "house": "Eksempelkøbing"}
    mail = digest(("a", "A", "a@x.example"), (7, "marts"), [DigestLine("Min", "Sygefravær", "/1")], **given)
    others = (replace(mail, owner_key="b"), replace(mail, release=8))
    names = {mail.message_id("x"), mail.message_id("y"), *(one.message_id("x") for one in others)}
    assert len(names) == 4
    assert mail.message_id("x") == replace(mail, text="andet").message_id("x")
    assert "rummer ingen tal" in mail.text


def test_a_mail_with_one_figure_among_its_views_does_not_say_that_it_has_none():
    lines = [DigestLine("Min", "Sygefravær", "/1", "5,3 %"), DigestLine("Din", "Alder", "/2")]
    mail = digest(("a", "A", "a@x.example"), (7, "marts"), lines, views_url="/", house="Eksempelkøbing")
    assert "dem, du har adgang til at se i dag" in mail.text
    assert "rummer ingen tal" not in mail.text
    assert mail.text.count("\n  ") == 3
