"""`{% load outcomes %}`: what became of a recommendation, as a status tag."""

from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from raadhus.meetings.rules.outcomes import Outcome

register = template.Library()


@register.simple_tag
def outcome_status(outcome: Outcome | None) -> SafeString:
    """Write an outcome's status tag; nothing where there is none. A meeting shows the same dozen hundreds of times."""
    return _written(outcome, get_language() or "") if outcome else SafeString("")


@lru_cache(maxsize=64)
def _written(outcome: Outcome, language: str) -> SafeString:
    del language  # one entry for each
    return render_to_string("meetings/parts/outcome.html", {"outcome": outcome})
