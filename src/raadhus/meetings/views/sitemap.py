"""Everything published, for search engines: the same bytes whoever asks."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_GET

from raadhus.kernel.doors import door
from raadhus.meetings.queries.sitemap import sitemap_entries
from raadhus.meetings.views.answering import file_answer


@door("meetings.read")
@require_GET
def sitemap(request: HttpRequest) -> HttpResponse:
    """Give the addresses of everything published, each with the moment of its publication."""
    lists = [reverse(f"meetings:{name}") for name in ("meetings", "bodies", "decisions")]
    pages = {"entries": sitemap_entries(), "lists": lists, "address": settings.ADDRESS}
    data = render_to_string("meetings/sitemap.xml", pages).encode()
    return file_answer(request, data, "application/xml; charset=utf-8")
