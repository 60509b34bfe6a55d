"""The pages for what went wrong: what happened, what to do, and nothing of what is behind."""

import logging
import secrets
import sys

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.utils.translation import gettext as _

from raadhus.config.api_errors import problem

log = logging.getLogger("raadhus.errors")


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django names the argument
    """400: the browser sent something that cannot be understood."""
    return page(request, 400, _("Siden kunne ikke forstå det, der blev sendt"), _("Gå tilbage, og prøv igen."))


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django names the argument
    """403: the reader may not see this."""
    advice = _(
        "Log ind, hvis du har en bruger. Mener du, at du burde have adgang, så spørg din leder eller administrator."
    )
    return page(request, 403, _("Du har ikke adgang til siden"), advice)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django names the argument
    """404: there is no such page, or the reader may not know that there is."""
    advice = _(
        "Adressen kan være skrevet forkert, eller siden kan være flyttet. Søg efter det, eller begynd på forsiden."
    )
    return page(request, 404, _("Siden findes ikke"), advice)


def csrf_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form that was open too long or came from elsewhere."""
    log.warning("form refused: %s", reason)
    advice = _("Gå tilbage, genindlæs siden, og send formularen igen. Det, du skrev, står der som regel endnu.")
    return page(request, 403, _("Formularen var åben for længe"), advice)


def broken(request: HttpRequest) -> HttpResponse:
    """500: a fault of ours. The number on the screen is the number in the log; nothing else is shown."""
    number = secrets.token_hex(4)
    log.error("fault %s at %s %s", number, request.method, request.path, exc_info=sys.exc_info())
    if request.path.startswith("/api/"):
        return problem(500, _("Noget gik galt hos os. Fejlens nummer er %(number)s.") % {"number": number})
    # The frame of the page may be what failed (no database, say): this page is written without it.
    html = loader.render_to_string("ui/broken.html", {"number": number, "static": settings.STATIC_URL})
    return HttpResponse(html, status=500)


def page(request: HttpRequest, status: int, heading: str, advice: str) -> HttpResponse:
    """Return the page with a heading, one piece of advice, the search field and the way to the front page."""
    return render(request, "ui/error.html", {"status": status, "heading": heading, "advice": advice}, status=status)
