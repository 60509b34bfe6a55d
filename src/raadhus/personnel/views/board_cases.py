"""The case to the board about a publication: a preview, the one click that proposes it, and what is kept of it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from raadhus.core.access.public import actor_of
from raadhus.core.documents.text import blocks_from_json, render_html
from raadhus.kernel.doors import door
from raadhus.kernel.errors import DomainError
from raadhus.personnel.actions import proposing
from raadhus.personnel.forms.publication import CaseForm
from raadhus.personnel.queries import board_cases as queries
from raadhus.personnel.rules.publication.board_case import blocks_of


@require_http_methods(["GET", "HEAD", "POST"])
@door("personnel.propose")
def propose(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show the case as it would be proposed; propose it when it is posted."""
    viewer, now = actor_of(request), timezone.now()
    form = CaseForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            row = proposing.propose(actor=viewer, key=str(key), now=now)
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Sagen er foreslået. Sekretariatet kan nu tage den med på et møde."))
            return redirect("personnel:statement", row.pk)
    found = queries.board_case(viewer, str(key), now=now)
    # The renderer of documents escapes every text; it is the one place that makes HTML of blocks.
    text = mark_safe(render_html(blocks_from_json(found.content.blocks), heading_level=3))  # noqa: S308 - just named
    context = {"form": form, "found": found, "text": text}
    return render(request, "personnel/publication/propose.html", context, status=400 if form.errors else 200)


@require_safe
@door("personnel.read_drafts")
def statement(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show the case as it was when it was proposed, and what was decided."""
    found = queries.statement(actor_of(request), str(key), now=timezone.now())
    # Escaped by the renderer, as above.
    blocks = blocks_of(found.content, timezone.localdate(found.row.proposed_at))
    text = mark_safe(render_html(blocks_from_json(blocks), heading_level=3))  # noqa: S308 - just named
    context = {"found": found, "row": found.row, "text": text}
    return render(request, "personnel/publication/statement.html", context)
