"""A body's rules of form: its profile's, with what it does otherwise."""

from raadhus.meetings.models import Body, Sitting
from raadhus.meetings.rules.profile_rules import Deadlines, ProfileRules, deadlines, rules_of
from raadhus.meetings.rules.profiles import Profile


def body_rules(body: Body) -> ProfileRules:
    """Return the rules that count for a body."""
    return rules_of(Profile(body.profile), body.own_rules)


def sitting_deadlines(sitting: Sitting) -> Deadlines:
    """Return a sitting's deadlines: its own days where it has them, otherwise counted back from its day."""
    counted = deadlines(sitting.date, body_rules(sitting.body))
    return Deadlines(sitting.submission_date or counted.submission, sitting.sending_date or counted.sending)
