"""What is out: the list, one publication as a page, its files and its charts. Everybody may read them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from raadhus.core.access.public import actor_of, may
from raadhus.kernel.doors import door
from raadhus.personnel.queries import publications as queries
from raadhus.personnel.queries.publication_files import (
    FileForm,
    PublicationFile,
    chart_file,
    facts_of,
    publication_file,
)
from raadhus.personnel.views.publication_text import sections_of
from raadhus.ui import listing


@require_safe
@door("personnel.read_published")
def publications(request: HttpRequest) -> HttpResponse:
    """Show what is out, and to those who write them the drafts too."""
    viewer, now = actor_of(request), timezone.now()
    columns = (
        listing.Column("title", _("Publikation")),
        listing.Column("state", _("Status")),
        listing.Column("release", _("Udgivelse"), numeric=True),
        listing.Column("day", _("Offentliggjort")),
    )
    shown = listing.read(request.GET, columns).paged(queries.publications(viewer, now=now))
    context = {"listing": shown, "may_make": may(viewer, "personnel.write_publication", now=now)}
    return render(request, "personnel/publication/list.html", context)


@require_safe
@door("personnel.read_published")
def published(request: HttpRequest, issue: str) -> HttpResponse:
    """Show a publication that is out, on its permanent address."""
    shown = queries.published(actor_of(request), issue, now=timezone.now())
    context = {
        "shown": shown,
        "sections": sections_of(shown.content),
        "facts": facts_of(shown.row),
        "forms": [(form.value, form.label) for form in FileForm],
        "may_drafts": may(actor_of(request), "personnel.read_drafts", now=timezone.now()),
    }
    return render(request, "personnel/publication/published.html", context)


@require_safe
@door("personnel.read_published")
def published_file(request: HttpRequest, issue: str, form: str) -> HttpResponse:
    """Give a publication that is out as a file."""
    return handed(publication_file(queries.published(actor_of(request), issue, now=timezone.now()), form))


@require_safe
@door("personnel.read_published")
def published_chart(request: HttpRequest, issue: str, key: str) -> HttpResponse:
    """Give one chart of a publication that is out as SVG."""
    return handed(chart_file(queries.published(actor_of(request), issue, now=timezone.now()), key))


def handed(file: PublicationFile) -> HttpResponse:
    """Return the answer with a file."""
    response = HttpResponse(file.data, content_type=file.media_type)
    shown = "inline" if file.media_type == "application/pdf" else "attachment"
    response["Content-Disposition"] = f'{shown}; filename="{file.name}"'
    return response
