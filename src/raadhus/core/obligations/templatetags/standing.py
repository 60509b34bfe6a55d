"""`{% load standing %}`: recurrences, conditions and periods in words."""

from django import template

from raadhus.core.obligations.queries import figures, wording
from raadhus.core.obligations.rules.condition import Condition
from raadhus.core.obligations.rules.recurrence import Recurrence

register = template.Library()


@register.filter
def recurrence(value: Recurrence) -> str:
    """Write "hvert år i juni, 20 arbejdsdage før den 1."."""
    return wording.recurrence_words(value)


@register.filter
def condition(value: Condition) -> str:
    """Write "når »Sygefravær« er over 5 %"; the figure's own key where nobody tells it."""
    known = figures.figure(value.figure_key)
    return wording.condition_words(value, known.label if known else "")


@register.filter
def period(value: str) -> str:
    """Write "juni 2026" of "2026-06"."""
    return wording.period_words(value)
