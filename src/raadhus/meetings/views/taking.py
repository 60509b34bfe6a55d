"""Take a meeting along: the choices, the file, and the package with its progress."""

from collections.abc import Generator, Iterator
from urllib.parse import quote
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.kernel.errors import WrongInput
from raadhus.meetings.actions.taking import Taken, built_package, take_offline, take_package
from raadhus.meetings.queries.taking import take_page
from raadhus.meetings.writer.enclosed import size_said
from raadhus.meetings.writer.exported import ExportedFile
from raadhus.meetings.writer.package import Step

_HERE = "<!-- progress -->"
_PART = 20


def _asked(request: HttpRequest, name: str) -> bool:
    return request.GET.get(name) == "ja"


@door("meetings.export_meeting")
@require_GET
def take(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Show what can be taken along."""
    page = take_page(viewer=actor_of(request), meeting_id=meeting_id, now=timezone.now())
    return render(request, "meetings/take.html", {"page": page})


@door("meetings.export_meeting")
@require_GET
def offline(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Give the meeting as one page with everything in it."""
    viewer, now = actor_of(request), timezone.now()
    taken = Taken(_asked(request, "lukkede"), _asked(request, "noter"), _asked(request, "bilag"))
    try:
        file = take_offline(actor=viewer, meeting_id=meeting_id, taken=taken, now=now)
    except WrongInput as error:
        page = take_page(viewer=viewer, meeting_id=meeting_id, now=now)
        return render(request, "meetings/take.html", {"page": page, "error": error}, status=400)
    return _download(file)


def _download(file: ExportedFile) -> HttpResponse:
    response = HttpResponse(file.data, content_type=file.media_type)
    response["Content-Disposition"] = f"attachment; filename=\"{file.name}\"; filename*=UTF-8''{quote(file.name)}"
    return response


@door("meetings.export_meeting")
@require_GET
def package(request: HttpRequest, meeting_id: UUID) -> HttpResponseBase:
    """Build the package and tell how far it has come, in the page itself as it is sent; it ends with the link to the file."""
    closed = _asked(request, "lukkede")
    steps = take_package(actor=actor_of(request), meeting_id=meeting_id, closed=closed, now=timezone.now())
    first = _next(steps)
    address = reverse("meetings:package_file", args=[meeting_id]) + ("?lukkede=ja" if closed else "")
    if isinstance(first, ExportedFile):
        return redirect(address)
    page = take_page(viewer=actor_of(request), meeting_id=meeting_id, now=timezone.now())
    frame = render_to_string("meetings/package.html", {"page": page, "here": _HERE}, request)
    return StreamingHttpResponse(_progress(frame, first, steps, address))


def _next(steps: Generator[Step, None, ExportedFile]) -> Step | ExportedFile:
    try:
        return next(steps)
    except StopIteration as done:
        file: ExportedFile = done.value
        return file


def _progress(frame: str, step: Step, steps: Generator[Step, None, ExportedFile], address: str) -> Iterator[str]:
    before, _marker, after = frame.partition(_HERE)
    yield before
    told = -1
    at: Step | ExportedFile = step
    while isinstance(at, Step):
        part = at.done * _PART // at.of
        if part > told:
            yield format_html("<li>{}</li>\n", _("Trin %(done)s af %(of)s") % {"done": at.done, "of": at.of})
            told = part
        at = _next(steps)
    words = _("Hent den samlede PDF (%(size)s)") % {"size": size_said(len(at.data))}
    yield format_html('<li><a class="button button-primary" href="{}">{}</a></li>\n', address, words)
    yield after


@door("meetings.export_meeting")
@require_GET
def package_file(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Give the package; it is built when it is not there."""
    closed = _asked(request, "lukkede")
    return _download(built_package(actor=actor_of(request), meeting_id=meeting_id, closed=closed, now=timezone.now()))
