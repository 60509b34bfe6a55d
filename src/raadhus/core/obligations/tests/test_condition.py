from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadhus.core.obligations.rules.condition import Comparison, Condition, Judged, NotACondition, judge
from raadhus.kernel.ports import FigureValue

AMOUNTS = st.decimals(min_value=-1000, max_value=1000, places=2)
LABEL = "Sygefravær"


def value(amount, unit="%"):
    return FigureValue(Decimal(amount), unit, "januar 2026", "Fravær", date(2026, 1, 31))


def condition(comparison, threshold, upper=None):
    return Condition("absence", comparison, Decimal(threshold), "%", None if upper is None else Decimal(upper))


@pytest.mark.parametrize(
    ("given_condition", "amount", "judged", "sentence"),
    [
        (
            condition(Comparison.OVER, 5),
            "5.3",
            Judged.MET,
            "Sygefravær: 5,3 % (januar 2026). Det er over 5 %.",
        ),
        (
            condition(Comparison.OVER, 5),
            "4.1",
            Judged.NOT_MET,
            "Sygefravær: 4,1 % (januar 2026). Det er ikke over 5 %.",
        ),
        (condition(Comparison.OVER, 5), "5", Judged.NOT_MET, "Sygefravær: 5 % (januar 2026). Det er ikke over 5 %."),
        (condition(Comparison.UNDER, 5), "5", Judged.NOT_MET, "Sygefravær: 5 % (januar 2026). Det er ikke under 5 %."),
        (
            condition(Comparison.OUTSIDE, 2, 5),
            "1.9",
            Judged.MET,
            "Sygefravær: 1,9 % (januar 2026). Det er uden for 2 til 5 %.",
        ),
        (
            condition(Comparison.OUTSIDE, 2, 5),
            "5",
            Judged.NOT_MET,
            "Sygefravær: 5 % (januar 2026). Det er ikke uden for 2 til 5 %.",
        ),
    ],
)
def test_a_figure_is_held_against_its_threshold(given_condition, amount, judged, sentence):
    found = judge(given_condition, LABEL, value(amount))
    assert (found.judged, found.sentence) == (judged, sentence)


def test_a_unit_that_is_an_abbreviation_ends_the_sentence_once():
    given_condition = Condition("late", Comparison.OVER, Decimal(0), "stk.")
    found = judge(given_condition, "Over fristen", value(3, "stk."))
    assert found.sentence == "Over fristen: 3 stk. (januar 2026). Det er over 0 stk."


@pytest.mark.parametrize(("now", "judged"), [("5.6", Judged.MET), ("4.4", Judged.MET), ("5.5", Judged.NOT_MET)])
def test_a_change_counts_both_up_and_down(now, judged):
    found = judge(condition(Comparison.CHANGE, 10), LABEL, value(now), value("5"))
    assert found.judged is judged
    assert "mod 5 % året før" in found.sentence


def test_a_change_of_anything_at_all_may_be_asked_for():
    assert judge(condition(Comparison.CHANGE, 0), LABEL, value("5.1"), value("5")).judged is Judged.MET
    assert judge(condition(Comparison.CHANGE, 0), LABEL, value("5"), value("5")).judged is Judged.NOT_MET


@pytest.mark.parametrize("before", [None, value("0"), value("5", "stk.")])
def test_a_change_without_a_year_before_is_not_decided(before):
    found = judge(condition(Comparison.CHANGE, 10), LABEL, value("5"), before)
    assert found.judged is Judged.MISSING
    assert "året før mangler" in found.sentence


@pytest.mark.parametrize("missing", [None, value("5", "stk.")])
def test_a_missing_or_unlike_figure_is_said_and_never_guessed(missing):
    found = judge(condition(Comparison.OVER, 5), LABEL, missing)
    assert found.judged is Judged.MISSING
    assert LABEL in found.sentence


@given(AMOUNTS, AMOUNTS)
def test_over_and_under_are_never_both_and_neither_only_at_the_threshold(amount, threshold):
    over = judge(condition(Comparison.OVER, threshold), LABEL, value(amount)).judged is Judged.MET
    under = judge(condition(Comparison.UNDER, threshold), LABEL, value(amount)).judged is Judged.MET
    assert over + under == (amount != threshold)


@given(AMOUNTS, AMOUNTS, st.decimals(min_value=1, max_value=100, places=2))
def test_outside_is_under_the_lower_or_over_the_upper(amount, lower, width):
    found = judge(condition(Comparison.OUTSIDE, lower, lower + width), LABEL, value(amount))
    assert (found.judged is Judged.MET) == (amount < lower or amount > lower + width)


@pytest.mark.parametrize(
    "wrong",
    [
        {"figure_key": " "},
        {"threshold": Decimal("NaN")},
        {"threshold": Decimal("0.00001")},
        {"threshold": Decimal(10) ** 13},
        {"comparison": Comparison.OUTSIDE},
        {"comparison": Comparison.OUTSIDE, "upper": Decimal(5)},
        {"upper": Decimal(9)},
        {"comparison": Comparison.CHANGE, "threshold": Decimal(-1)},
    ],
)
def test_what_does_not_say_when_it_gives_cause_is_refused(wrong):
    basis = {"figure_key": "absence", "comparison": Comparison.OVER, "threshold": Decimal(5), "unit": "%"}
    with pytest.raises(NotACondition, match=r"\.$"):
        Condition(**{**basis, **wrong})
