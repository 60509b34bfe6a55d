"""A case shows the agenda items that have its number, and never that a closed item was about it."""

import pytest

from raadhus.core.cases.public import entries_of
from raadhus.kernel.actors import PUBLIC
from raadhus.kernel.roles import Role
from raadhus.meetings.models import AgendaItem


@pytest.fixture
def numbers(published):
    """The case numbers of the open item and of the closed one."""
    return [AgendaItem.objects.get(closed=closed).case_number for closed in (False, True)]


def test_an_open_item_is_in_its_case(numbers, now):
    (entry,) = entries_of(PUBLIC, numbers[0], now)
    assert (entry.kind, entry.url.startswith("/moeder/")) == ("agenda_item", True)


@pytest.mark.parametrize("role", [Role.PUBLIC, Role.EMPLOYEE, Role.CENTRE_HEAD, Role.HR])
def test_a_closed_item_is_in_no_case_for_those_who_may_not_read_it(numbers, cast, now, role):
    assert entries_of(cast[role], numbers[1], now) == ()


def test_a_closed_item_is_in_its_case_for_those_who_may_read_it(numbers, cast, now):
    assert len(entries_of(cast[Role.SECRETARY], numbers[1], now)) == 1
