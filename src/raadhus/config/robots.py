"""What search engines are told: what not to look at, and where the list of published pages is."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from raadhus.kernel.doors import ANYONE, door

_SHUT = ("/api/", "/konto/", "/soeg/", "/adgang/", "/ui/")


@door(ANYONE)
@require_safe
def robots(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - every view is given the request
    """Give robots.txt: the public pages are open, forms and searches are not looked at."""
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in _SHUT),
        f"Sitemap: {settings.ADDRESS}{reverse('meetings:sitemap')}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
