"""`{% load guide %}`: links into the guide from the places in the work where they matter."""

from django import template
from django.utils import timezone

from raadhus.core.access.public import actor_of
from raadhus.meetings.queries.guide import guide_index, links_at

register = template.Library()

# A page with many places asks the guide once.
_KEPT = "guide_index"


@register.inclusion_tag("meetings/guide/links.html", takes_context=True)
def guide_link(context: template.RequestContext, place: str) -> dict[str, object]:
    """Write "Se vejledningen" with the articles of a place ("recommendation", "rule:no-owner"); nothing when there are none."""
    request = context.get("request")
    if request is None:
        return {"links": ()}
    index = getattr(request, _KEPT, None)
    if index is None:
        index = guide_index(viewer=actor_of(request), now=timezone.now())
        setattr(request, _KEPT, index)
    return {"links": links_at(place, index)}
