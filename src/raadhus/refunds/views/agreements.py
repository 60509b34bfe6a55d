"""Section 56 agreements: the list, writing one down, ending one, and removing one that never was."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from raadhus.core.access.public import WHOLE_HOUSE, actor_of, may
from raadhus.kernel.doors import door
from raadhus.kernel.errors import DomainError
from raadhus.refunds.actions.agreements import remove_agreement, set_agreement
from raadhus.refunds.forms.keeping import AgreementForm, RemoveAgreementForm
from raadhus.refunds.queries import keeping
from raadhus.ui import listing
from raadhus.ui.downloads import table_file
from raadhus.ui.export import Cell
from raadhus.ui.listing import Column, Filter


@door("refunds.read_cases")
@require_safe
def agreements(request: HttpRequest) -> HttpResponse:
    """Show the agreements, those in force first; `export` gives the list as a file."""
    viewer, now = actor_of(request), timezone.now()
    columns = (
        Column("employment", _("Ansættelse")),
        Column("start", _("Gælder fra")),
        Column("last", _("Sidste dag")),
        Column("state", _("Gælder i dag")),
    )
    shown = listing.read(request.GET, columns, (Filter("text", _("Ansættelse eller navn")),))
    found = keeping.agreements(viewer, now, shown.values["text"])
    export = request.GET.get("export", "")
    if export:
        head = [_("Ansættelse"), _("Navn"), _("Gælder fra"), _("Sidste dag"), _("Gælder i dag")]
        return table_file(export, _("paragraf 56-aftaler"), head, map(_row, found))
    may_set = may(viewer, "refunds.set_agreement", unit=WHOLE_HOUSE, now=now)
    return render(request, "refunds/keeping/agreements.html", {"listing": shown.paged(found), "may_set": may_set})


def _row(one: keeping.AgreementShown) -> tuple[Cell, ...]:
    return (one.employment, one.name, one.start, one.last, one.is_in_force)


@door("refunds.set_agreement")
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Write an agreement down, or give one another last day."""
    asked = {name: request.GET.get(name, "") for name in ("employment", "start", "last")}
    form = AgreementForm(request.POST or None, initial=asked)
    if request.method == "POST" and form.is_valid():
        try:
            set_agreement(actor=actor_of(request), **form.cleaned_data, now=timezone.now())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Aftalen er skrevet. Mulige fejl ses efter ved næste genberegning."))
            return redirect("refunds:agreements")
    return render(request, "refunds/keeping/agreement.html", {"form": form}, status=400 if form.errors else 200)


@door("refunds.set_agreement")
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, key: UUID) -> HttpResponse:
    """Remove an agreement that never was, with a reason."""
    form = RemoveAgreementForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        remove_agreement(actor=actor_of(request), key=str(key), reason=reason, now=timezone.now())
        messages.success(request, _("Aftalen er fjernet."))
        return redirect("refunds:agreements")
    return render(request, "refunds/keeping/remove_agreement.html", {"form": form}, status=400 if form.errors else 200)
