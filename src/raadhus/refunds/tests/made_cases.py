"""Cases as the tests make them: an ordinary absence in the unit leader's unit, unless said otherwise."""

import itertools
from datetime import date, timedelta

from raadhus.refunds.models import RefundCase
from raadhus.refunds.rules.watch import Next

_numbers = itertools.count(1)


def made_case(today, *, day=30, **given):
    """Make a case whose absence is on its day number `day` on `today`, nobody having notified it."""
    first = given.pop("first_date", today - timedelta(days=day - 1))
    number = next(_numbers)
    basis = {
        "absence_key": f"prøve-{number}",
        "employment": f"M{number:05}",
        "name": f"Medarbejder {number}",
        "unit_key": "sac-myndighed",
        "centre_key": "sac",
        "first_date": first,
        "kind": "ordinary",
        "weekly_hours": 3700,
        "registered_date": first,
        "next_step": Next.NOTIFY.value,
        "deadline_date": first + timedelta(days=35),
        "at_risk_ore": 1_000_00,
        "calculated_date": today,
    }
    return RefundCase.objects.create(**{**basis, **given})


def claim_due(today, *, left, **given):
    """Make a case that is notified and whose claim is due in `left` days."""
    first = date(today.year, 1, 2)
    given = {"first_date": first, "notified_date": first + timedelta(days=30), "next_step": Next.CLAIM.value, **given}
    return made_case(today, **{"deadline_date": today + timedelta(days=left), **given})
