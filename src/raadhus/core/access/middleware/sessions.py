"""How long a session lives: it ends unused after a while, and in any case after a working day."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

from raadhus.core.access.rules.sessions import BEGAN, SEEN, is_over, seen_is_news


class SessionLifetimeMiddleware:
    """Log a session out that is over, and note (once a minute) that one is in use. Pages of people are never stored."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer the request, as nobody when the session is over."""
        if request.user.is_authenticated:
            self._keep_or_end(request)
        response = self.get_response(request)
        if request.user.is_authenticated and "Cache-Control" not in response:
            response["Cache-Control"] = "private, no-store"
        response.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()")
        return response

    def _keep_or_end(self, request: HttpRequest) -> None:
        now = timezone.now().timestamp()
        began, seen = request.session.get(BEGAN), request.session.get(SEEN)
        if began is None or seen is None:
            request.session[BEGAN] = request.session[SEEN] = now
        elif is_over(
            began=began, seen=seen, now=now, idle=settings.SESSION_IDLE_SECONDS, lifetime=settings.SESSION_COOKIE_AGE
        ):
            logout(request)
        elif seen_is_news(seen=seen, now=now):
            request.session[SEEN] = now
