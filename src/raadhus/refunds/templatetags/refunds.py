"""`{% load refunds %}`: the tabs of the refund pages."""

from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from raadhus.core.access.public import WHOLE_HOUSE, actor_of, may
from raadhus.refunds.queries.freshness import freshness
from raadhus.ui.listing import Link
from raadhus.ui.templatetags.ui import tabs

register = template.Library()
# What is about everybody: who has the right in one unit only is not led there.
_OF_ALL = frozenset({"reminders", "statuses", "agreements"})


@register.simple_tag(takes_context=True)
def refund_tabs(context: template.RequestContext, here: str) -> SafeString:
    """Write the tabs that the reader may open; `here` is the address name of the page's own, such as "watch"."""
    actor, now = actor_of(context["request"]), timezone.now()
    pages = (
        ("watch", "refunds.watch", _("Frister")),
        ("cases", "refunds.read_cases", _("Sager")),
        ("suspicions", "refunds.read_cases", _("Mulige fejl")),
        ("reminders", "refunds.remind", _("Påmindelser")),
        ("ledger", "refunds.read_sums", _("Mistet refusion")),
        ("statuses", "refunds.import_statuses", _("NemRefusion")),
        ("agreements", "refunds.read_cases", _("§ 56-aftaler")),
        ("settings", "refunds.read_settings", _("Forudsætninger")),
        ("guide", "refunds.read_guide", _("Vejledning")),
    )
    links = [
        Link(reverse(f"refunds:{name}"), label, name == here)
        for name, verb, label in pages
        if may(actor, verb, unit=WHOLE_HOUSE if name in _OF_ALL else None, now=now)
    ]
    return tabs(_("Refusion"), links)


@register.inclusion_tag("refunds/freshness.html", takes_context=True)
def refund_freshness(context: template.RequestContext, here: str) -> dict[str, object]:
    """Write when the cases were worked out, and when they are behind payroll, how to catch up; `here` is the page to come back to."""
    found = freshness(actor_of(context["request"]), timezone.now())
    return {"fresh": found, "here": here, "csrf_token": context.get("csrf_token")}


@register.filter
def days_in_words(days: int) -> str:
    """Write "3 dage tilbage", "i dag" or "2 dage over"."""
    if days == 0:
        return _("i dag")
    if days > 0:
        return ngettext("%(n)d dag tilbage", "%(n)d dage tilbage", days) % {"n": days}
    return ngettext("%(n)d dag over", "%(n)d dage over", -days) % {"n": -days}
