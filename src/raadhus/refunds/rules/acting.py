"""That somebody has said that the step is on its way: how long that keeps the reminders quiet (docs/rules/refunds.md)."""

from datetime import date

from raadhus.refunds.rules.watch import CLAIM_ALARM, Next


def is_said_of(acted_on: date | None, step: Next, deadline: date | None) -> bool:
    """Return True when what was said that day is about this step.

    A notification may be said to be on its way from the first day. A claim only from its alarm on: what was said of the
    notification, or of the claim before, says nothing about a claim three months later.
    """
    if acted_on is None or deadline is None or step is Next.NOTHING:
        return False
    return step is Next.NOTIFY or acted_on >= deadline - CLAIM_ALARM


def is_quiet(acted_on: date | None, step: Next, deadline: date | None, today: date) -> bool:
    """Return True while nobody is to be reminded: until the deadline has passed, unless it was said after that."""
    if acted_on is None or deadline is None or not is_said_of(acted_on, step, deadline):
        return False
    return today <= deadline or acted_on > deadline


def can_act(acted_on: date | None, step: Next, deadline: date | None, today: date) -> bool:
    """Return True when it makes a difference to say today that the step is on its way."""
    return is_said_of(today, step, deadline) and not is_quiet(acted_on, step, deadline, today)
