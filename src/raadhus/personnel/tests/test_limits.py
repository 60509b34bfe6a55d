"""A limit is crossed beyond it, never on it, and a figure that is not shown crosses nothing (docs/rules/personnel.md)."""

from decimal import Decimal

import pytest

from raadhus.personnel.rules.limits import LimitKind, is_crossed

LIMIT = Decimal("5.0")


@pytest.mark.parametrize(
    ("kind", "figure", "crossed"),
    [
        (LimitKind.OVER, "5.1", True),
        (LimitKind.OVER, "5.0", False),
        (LimitKind.OVER, "4.9", False),
        (LimitKind.UNDER, "4.9", True),
        (LimitKind.UNDER, "5.0", False),
        (LimitKind.UNDER, "5.1", False),
    ],
)
def test_a_limit_is_crossed_beyond_it_and_not_on_it(kind, figure, crossed):
    assert is_crossed(kind, LIMIT, Decimal(figure)) is crossed


@pytest.mark.parametrize("kind", LimitKind)
def test_a_figure_that_is_not_shown_crosses_nothing(kind):
    assert not is_crossed(kind, LIMIT, None)
