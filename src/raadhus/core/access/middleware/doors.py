"""Who asks, and whether this door opens for them."""

from collections.abc import Callable
from functools import cache

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from raadhus.core.access.queries.actors import actor_of_user
from raadhus.core.access.queries.decisions import explain, remembering
from raadhus.core.access.queries.door_faults import unknown_verbs
from raadhus.core.access.queries.doors import View, is_api, verb_of_view
from raadhus.core.access.queries.requests import actor_of, set_actor
from raadhus.core.access.queries.requirement import refusal
from raadhus.core.access.queries.second_factor import lacks_second_factor
from raadhus.kernel.doors import ANYONE
from raadhus.kernel.errors import Conflict, DomainError, NotAllowed, NotFound

# What one may do before the second factor is set up: what is open to all, and setting it up.
WITHOUT_SECOND_FACTOR = frozenset({ANYONE, "access.read_own_account", "access.end_session"})
HEADINGS = {
    400: gettext_lazy("Det kan ikke lade sig gøre"),
    403: gettext_lazy("Du har ikke adgang"),
    404: gettext_lazy("Det findes ikke"),
    409: gettext_lazy("Nogen har ændret det samme imens"),
}
STATUS = ((NotAllowed, 403), (NotFound, 404), (Conflict, 409), (DomainError, 400))


class AccessMiddleware:
    """Set `request.actor` on every request, and open only the doors whose verb the actor may."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        _refuse_unknown_verbs()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer the request with the actor known to everything behind."""
        actor = actor_of_user(request.user)
        with remembering(actor):
            set_actor(request, actor)
            return self.get_response(request)

    def process_view(self, request: HttpRequest, view: View, _args: object, _kwargs: object) -> HttpResponseBase | None:
        """Return nothing when the door opens; the login page or a closed page when it does not."""
        match = request.resolver_match
        if match is None or is_api(match):
            return None
        verb = verb_of_view(view, match.view_name)
        if verb is None:
            return refuse(request, _("Døren her er lukket."), 403)
        actor = actor_of(request)
        verdict = explain(actor, verb, now=timezone.now())
        if verdict.allowed:
            return ask_for_second_factor(request, verb)
        if actor.is_public:
            return ask_to_log_in(request)
        return refuse(request, refusal(verdict.verb), 403)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Turn an anticipated error that a view let through into a page with its sentence."""
        for kind, status in STATUS:
            if isinstance(error, kind):
                return refuse(request, str(error), status)
        return None


@cache
def _refuse_unknown_verbs() -> None:
    """Stop the start of the house when a door, a link or a tile names a verb that no room declared."""
    faults = unknown_verbs()
    if faults:
        raise ImproperlyConfigured("No room declares these verbs: " + "; ".join(faults))


def ask_to_log_in(request: HttpRequest) -> HttpResponse:
    """Send an anonymous visitor to the log-in page, and back afterwards; htmx is told to load the whole page."""
    response = redirect_to_login(request.get_full_path() if request.method == "GET" else settings.LOGIN_REDIRECT_URL)
    if request.headers.get("HX-Request") == "true":
        return HttpResponse(status=401, headers={"HX-Redirect": response.url})
    return response


def ask_for_second_factor(request: HttpRequest, verb: str) -> HttpResponse | None:
    """Return nothing, or the way to set up a second factor for someone whose role works only with one."""
    if verb in WITHOUT_SECOND_FACTOR or not lacks_second_factor(request, now=timezone.now()):
        return None
    return redirect("mfa_activate_totp")


def refuse(request: HttpRequest, sentence: str, status: int) -> HttpResponse:
    """Return the page that says no: one sentence, nothing of what is behind."""
    heading = HEADINGS.get(status, HEADINGS[400])
    return render(
        request, "access/refused.html", {"heading": heading, "sentence": sentence, "status": status}, status=status
    )
