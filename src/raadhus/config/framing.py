"""A chart in an intranet's frame whose reader may not see it: a small page says why, where a browser would show a broken frame."""

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

_FRAMES = {"iframe", "frame"}


class FramedMiddleware:
    """Answer a frame that gets no chart with a page that the frame may show; it tells nothing of what is behind."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer as the house does, unless it is a frame that gets something else than the chart."""
        response = self.get_response(request)
        if response.status_code == HTTPStatus.OK or not _is_framed(request):
            return response
        is_out = response.status_code == HTTPStatus.FOUND
        status = HTTPStatus.UNAUTHORIZED if is_out else response.status_code
        page = render(request, "personnel/figures/no_chart.html", {"is_out": is_out}, status=status)
        page._csp_replace = {"frame-ancestors": list(settings.EMBED_HOSTS)}  # type: ignore[attr-defined]  # noqa: SLF001 - django-csp's own way
        return page


def _is_framed(request: HttpRequest) -> bool:
    """Return True when a page of the hosts that were named asks for the chart in a frame; every browser says that it does."""
    wanted = request.headers.get("Sec-Fetch-Dest", "") in _FRAMES
    return bool(settings.EMBED_HOSTS) and wanted and request.path == reverse("personnel:embed")
