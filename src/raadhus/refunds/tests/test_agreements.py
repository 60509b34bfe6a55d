"""What a section 56 agreement may be."""

from datetime import date

import pytest

from raadhus.kernel.errors import WrongInput
from raadhus.refunds.rules.agreements import agreement_end

NEVER = date(9999, 12, 31)


def test_it_ends_the_day_after_its_last_and_lasts_two_years_at_most():
    assert agreement_end(date(2024, 3, 1), date(2026, 2, 28), []) == date(2026, 3, 1)
    with pytest.raises(WrongInput, match="højst to år"):
        agreement_end(date(2024, 3, 1), date(2026, 3, 1), [])


@pytest.mark.parametrize(
    ("start", "last", "said"),
    [
        (date(2024, 3, 1), NEVER, "højst to år"),
        (NEVER, NEVER, "mellem 2000 og 2099"),
        (date(1, 1, 1), date(1, 1, 1), "mellem 2000 og 2099"),
    ],
)
def test_payroll_s_day_for_no_end_is_refused_with_a_sentence(start, last, said):
    with pytest.raises(WrongInput, match=said):
        agreement_end(start, last, [])
