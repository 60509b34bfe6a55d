"""`{% load workforce %}`: the tabs of payroll's pages, and hours as people write them."""

from decimal import Decimal

from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from raadhus.core.access.public import may
from raadhus.kernel.actors import PUBLIC
from raadhus.kernel.danish import number
from raadhus.ui.listing import Link
from raadhus.ui.templatetags.ui import tabs

register = template.Library()


@register.simple_tag(takes_context=True)
def workforce_tabs(context: template.RequestContext, here: str) -> SafeString:
    """Write the tabs that the reader may open; `here` is the page's own."""
    actor, now = getattr(context["request"], "actor", PUBLIC), timezone.now()
    pages = (
        ("sources", "workforce.read_sources", _("Lønkilder")),
        ("import", "workforce.import_file", _("Indlæs en fil")),
        ("runs", "workforce.read_sources", _("Importer")),
        ("look_up", "workforce.read_employments", _("Slå op")),
        ("lookups", "workforce.read_lookups", _("Hvem har slået op")),
        ("retention", "workforce.read_retention", _("Slettefrister")),
        ("protection", "workforce.read_retention", _("Til konsekvensanalysen")),
    )
    links = [
        Link(reverse(f"workforce:{name}"), label, name == here)
        for name, verb, label in pages
        if may(actor, verb, now=now)
    ]
    return tabs(_("Løndata"), links)


@register.filter
def hours(hundredths: int | None) -> str:
    """Write "32,5" of 3250; nothing for None."""
    return "" if hundredths is None else number(Decimal(hundredths) / 100).rstrip("0").rstrip(",")
