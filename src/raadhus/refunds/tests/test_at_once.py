"""Two that write many cases at once wait for each other."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connections
from tests.cast import NOW

from raadhus.kernel.roles import Role
from raadhus.refunds.actions.recalculating import recalculate
from raadhus.refunds.actions.statuses import import_statuses
from raadhus.refunds.models import RefundCase

STATUSES = b"employment;first_absence_date;status;notified_date\nN1;2024-01-08;signed;2024-02-12\n"


def done(work):
    try:
        return work()
    finally:
        connections.close_all()


@pytest.mark.django_db(transaction=True)
def test_recalculations_and_statuses_at_once_make_each_case_once(house, payroll):
    for number in range(300):
        payroll.employs(f"N{number}")
        payroll.absence(date(2024, 1, 8), employment=f"N{number}")
    actor = house[Role.HR]
    again = [lambda: recalculate(actor=actor, today=date(2024, 6, 3), now=NOW).cases] * 3
    said = [lambda: import_statuses(actor=actor, file_name="a.csv", data=STATUSES, now=NOW).is_refused]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(done, [*again, *said])) == [300, 300, 300, False]
    assert RefundCase.objects.count() == 300
