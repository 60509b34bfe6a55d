"""`{% load personnel %}`: the tabs of the pages of personnel figures, and the options of their forms."""

from dataclasses import replace
from functools import lru_cache
from urllib.parse import urlencode

from django import template
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from raadhus.core.access.public import actor_of, may
from raadhus.personnel.queries.aiming import may_aim
from raadhus.personnel.queries.annotations import may_annotate
from raadhus.personnel.rules.choosing import Choice
from raadhus.personnel.rules.measures.catalogue import MEASURES
from raadhus.personnel.rules.measures.definitions import Measure
from raadhus.personnel.rules.measures.in_words import added_up, counted_when, protected_how
from raadhus.personnel.rules.terms_in_words import last_month
from raadhus.ui.listing import Link
from raadhus.ui.templatetags.ui import tabs

register = template.Library()


@register.simple_tag(takes_context=True)
def personnel_tabs(context: template.RequestContext, here: str) -> SafeString:
    """Write the tabs that the reader may open; `here` is the address name of the page's own, such as "overview"."""
    actor, now = actor_of(context["request"]), timezone.now()
    # Those who are served stand beside the other values from outside; everywhere else the tab would only break the line.
    beside = here in {"references", "served"}
    pages = (
        ("overview", "personnel.read", _("Nøgletal")),
        ("figure", "personnel.read", _("Dyk ned")),
        ("compare", "personnel.read", _("Sammenlign")),
        ("views", "personnel.save_view", _("Mine visninger")),
        ("annotations", "personnel.read", _("Bemærkninger")),
        ("targets", "personnel.read", _("Målsætninger")),
        ("publications", "personnel.read_published", _("Tal om Personale")),
        ("references", "personnel.read_references", _("Sammenligningstal")),
        ("served", "personnel.read_references", _("Dem, vi betjener")),
        ("releases", "personnel.read_releases", _("Udgivelser")),
        ("settings", "personnel.read_settings", _("Forudsætninger")),
        ("measures", "personnel.read_measures", _("Om målene")),
    )
    links = [
        Link(url, label, name == here)
        for name, verb, label in pages
        if (beside or name != "served") and may(actor, verb, now=now) and (url := _address(name))
    ]
    return tabs(_("Personaletal"), links)


@lru_cache(maxsize=32)
def _address(name: str) -> str:
    try:
        return reverse(f"personnel:{name}")
    except NoReverseMatch:
        return ""


@register.simple_tag
def definition(measure: Measure) -> SafeString:
    """Write how a measure is counted; it is the same for everybody, so it is written once in each language."""
    return _defined(measure.key, get_language() or "")


@lru_cache(maxsize=128)
def _defined(key: str, _language: str) -> SafeString:
    measure = MEASURES[key]
    context = {
        "measure": measure,
        "above": added_up(measure.numerator),
        "below": added_up(measure.denominator),
        "when": counted_when(measure),
        "protection": protected_how(measure),
    }
    return render_to_string("personnel/figures/definition.html", context)


@register.inclusion_tag("personnel/around/links.html", takes_context=True)
def figure_links(context: template.RequestContext, choice: Choice) -> dict[str, object]:
    """Write what the reader may do with the figure shown: keep the view, write an annotation, set a target."""
    actor, now = actor_of(context["request"]), timezone.now()
    asked = {"enhed": choice.unit, "maal": choice.measure}
    if choice.term:
        month = last_month(choice.term)
        asked["maaned"] = f"{month // 12}-{month % 12 + 1:02}"
    return {
        "query": replace(choice, term=None).to_query(),
        "note_query": urlencode(asked),
        "may_annotate": may_annotate(actor, choice.unit, last_month(choice.term) if choice.term else 0, now),
        "may_aim": may_aim(actor, choice.unit, now),
    }
