"""`{% load standing %}`: recurrences, conditions and periods in words, and the tabs of the obligations' pages."""

from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from raadhus.core.access.public import may
from raadhus.core.obligations.queries import figures, wording
from raadhus.core.obligations.rules.condition import Condition
from raadhus.core.obligations.rules.recurrence import Recurrence
from raadhus.kernel.actors import PUBLIC
from raadhus.ui.listing import Link
from raadhus.ui.templatetags.ui import tabs

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


@register.filter
def month(value: int) -> str:
    """Write "juni" of 6."""
    return wording.month_name(value)


@register.simple_tag(takes_context=True)
def obligation_tabs(context: template.RequestContext, here: str) -> SafeString:
    """Write the tabs that the reader may open; `here` is the page's own."""
    actor, now = getattr(context["request"], "actor", PUBLIC), timezone.now()
    pages = (
        ("mine", "obligations.read_own", _("Mine")),
        ("board", "obligations.read", _("Alle")),
        ("overview", "obligations.read", _("Opfølgning")),
        ("register", "obligations.read_standing", _("Stående beslutninger")),
        ("wheel", "obligations.read_standing", _("Årshjul")),
    )
    links = [
        Link(reverse(f"obligations:{name}"), label, name == here)
        for name, verb, label in pages
        if may(actor, verb, now=now)
    ]
    return tabs(_("Forpligtelser"), links)
