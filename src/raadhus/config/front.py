"""The front page, which collects the rooms' tiles, and the change of language."""

from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from raadhus.config.rooms import rooms
from raadhus.core.access.public import may
from raadhus.kernel.actors import PUBLIC, Actor
from raadhus.kernel.doors import ANYONE, door

SIX_MONTHS = 60 * 60 * 24 * 182


@door(ANYONE)
@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """Show the tiles that the viewer may see; the public sees what is published."""
    actor: Actor = getattr(request, "actor", PUBLIC)
    now = timezone.now()
    return render(
        request, "ui/front.html", {"tiles": tiles(actor, now), "today": timezone.localdate(now), "viewer": actor}
    )


def tiles(viewer: Actor, now: datetime) -> list[dict[str, str]]:
    """Return name, title and content of each tile that has something for this viewer, in order."""
    found = []
    for tile in sorted((tile for room in rooms() for tile in room.tiles), key=lambda tile: (tile.order, tile.name)):
        content = tile.content(viewer, now) if may(viewer, tile.verb, now=now) else None
        if content is not None:
            html = render_to_string(content.template, {**content.context, "viewer": viewer, "now": now})
            found.append({"name": tile.name, "title": gettext(str(tile.title)), "html": html})
    return found


@door(ANYONE)
@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Keep the reader's language in a cookie and go back to the page; a foreign address is not followed."""
    chosen = request.POST.get("language", "")
    target = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure()):
        target = "/"
    response = HttpResponse(status=303, headers={"Location": target})
    if translation.check_for_language(chosen) and chosen in dict(settings.LANGUAGES):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            chosen,
            max_age=SIX_MONTHS,
            samesite="Lax",
            secure=request.is_secure(),
            httponly=True,
        )
    return response
