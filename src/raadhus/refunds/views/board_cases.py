"""The case to the board: a preview, the one click that proposes it, and the statement that is kept of it."""

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
from raadhus.refunds.actions.proposing import propose_statement
from raadhus.refunds.forms.ledger import ProposeForm
from raadhus.refunds.queries import board_cases as queries


@require_http_methods(["GET", "HEAD", "POST"])
@door("refunds.propose")
def propose(request: HttpRequest, year: int) -> HttpResponse:
    """Show the case as it would be proposed, closed and exact or open and merged; propose it when it is posted."""
    viewer, now = actor_of(request), timezone.now()
    is_small = queries.should_be_closed(viewer, year=year, now=now)
    form = ProposeForm(request.POST or None, initial={"closed": request.GET.get("closed", "1" if is_small else "0")})
    if request.method == "POST" and form.is_valid():
        closed = form.cleaned_data["closed"] == "1"
        try:
            row = propose_statement(actor=viewer, year=year, closed=closed, now=now)
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Sagen er foreslået. Sekretariatet kan nu tage den med på et møde."))
            return redirect("refunds:statement", row.pk)
    exact = str(form["closed"].value()) != "0"
    found = queries.board_case(viewer, year=year, exact=exact, now=now)
    # The renderer of documents escapes every text; it is the one place that makes HTML of blocks.
    text = mark_safe(render_html(blocks_from_json(found.content.blocks), heading_level=3))  # noqa: S308 - just named
    context = {"form": form, "found": found, "text": text, "is_small": is_small, "exact": exact}
    return render(request, "refunds/ledger/propose.html", context, status=400 if form.errors else 200)


@require_safe
@door("refunds.read_exact")
def statement(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show the figures as they were when the case was proposed, and what was decided."""
    found = queries.statement(actor_of(request), str(key), now=timezone.now())
    return render(
        request, "refunds/ledger/statement.html", {"found": found, "row": found.row, "figures": found.row.figures}
    )
