"""A publication as its makers see it: every section with its comment, the check of its figures, its cases and its files."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from raadhus.core.access.public import actor_of, may
from raadhus.kernel.doors import door
from raadhus.personnel.queries import publications as queries
from raadhus.personnel.queries.board_cases import statements
from raadhus.personnel.queries.publication_files import FileForm, facts_of, publication_file
from raadhus.personnel.views.publication_text import sections_of
from raadhus.personnel.views.publications import handed


@require_safe
@door("personnel.read_drafts")
def draft(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show a publication as its makers see it: every section with its comment, and what can be done with it."""
    viewer, now = actor_of(request), timezone.now()
    shown = queries.publication(viewer, str(key), now=now)
    context = {
        "shown": shown,
        "statements": statements(viewer, str(key), now=now),
        "sections": sections_of(shown.content),
        "written": {one.key for one in shown.content.sections},
        "facts": facts_of(shown.row),
        "forms": [(form.value, form.label) for form in FileForm],
        "may_write": may(viewer, "personnel.write_publication", now=now),
        "may_publish": may(viewer, "personnel.publish", now=now),
        "may_propose": may(viewer, "personnel.propose", now=now),
    }
    return render(request, "personnel/publication/draft.html", context)


@require_safe
@door("personnel.read_drafts")
def draft_file(request: HttpRequest, key: UUID, form: str) -> HttpResponse:
    """Give a publication as a file, marked as a draft while it is one."""
    return handed(publication_file(queries.publication(actor_of(request), str(key), now=timezone.now()), form))
