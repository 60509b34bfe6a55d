"""The pages of one obligation: it is shown, and written down. What is done to it is in moves.py."""

from collections.abc import Mapping
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from raadhus.core.documents.public import open_file
from raadhus.core.obligations.actions import promises as actions
from raadhus.core.obligations.forms.promises import DueForm, EvidenceForm, NewForm, OwnerForm, ReasonForm, ReplaceForm
from raadhus.core.obligations.queries import choosing, detail
from raadhus.core.obligations.rules.status import Move
from raadhus.core.obligations.views.acting import Act, actor_of, by_hand, owners
from raadhus.kernel.doors import door
from raadhus.kernel.errors import DomainError

HAND_OVER, CHANGE_DUE = "hand_over", "change_due"


@require_safe
@door("obligations.read_own")
def show(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show one obligation with its evidence, its trail, and what the viewer may do about it."""
    return page(request, key, {})


def page(request: HttpRequest, key: UUID, bound: Mapping[str, forms.Form], status: int = 200) -> HttpResponse:
    """Return the page; a form in `bound`, by the name of what it does, is shown as it was filled in."""
    found = detail.obligation(actor_of(request), str(key), now=timezone.now())
    others = choosing.successors(actor_of(request), str(key), now=timezone.now()) if found.may_manage else []
    context = {"found": found, "obligation": found.obligation, "acts": _acts(found, others, bound)}
    return render(request, "obligations/obligation.html", context, status=status)


def _acts(found: detail.Detail, others: list[tuple[str, str]], bound: Mapping[str, forms.Form]) -> list[Act]:
    """Return what may be done now, each with a form of its own: two fields never share an id."""
    given, key = found.obligation, found.obligation.key
    labels = {
        Move.START: _("Gå i gang"),
        Move.WAIT: _("Sæt til at afvente"),
        Move.COMPLETE: _("Meld udført"),
        Move.LAPSE: _("Lad bortfalde"),
        Move.REPLACE: _("Erstat med en anden"),
        Move.REOPEN: _("Genåbn"),
    }
    made: dict[Move, forms.Form | None] = {
        Move.START: None,
        Move.COMPLETE: EvidenceForm(auto_id="complete-%s"),
        Move.REPLACE: ReplaceForm(others=others, auto_id="replace-%s"),
    }
    acts = []
    for move in found.moves:
        if move is not Move.REPLACE or others:
            fresh = made[move] if move in made else ReasonForm(auto_id=f"{move.value}-%s")
            form = bound.get(move.value, fresh) if fresh else None
            acts.append(Act(labels[move], reverse(f"obligations:{move.value}", args=[key]), form))
    if found.may_manage and given.status.is_active:
        owner = {"owner_key": given.owner_key, "unit_key": given.unit_key}
        hand_over = bound.get(HAND_OVER) or OwnerForm(initial=owner, auto_id="hand-over-%s", **owners())
        due = bound.get(CHANGE_DUE) or DueForm(initial={"due": given.due}, auto_id="due-%s")
        acts.append(Act(_("Giv en anden ansvaret"), reverse("obligations:hand_over", args=[key]), hand_over))
        acts.append(Act(_("Ændr fristen"), reverse("obligations:change_due", args=[key]), due))
    return acts


@require_safe
@door("obligations.read_own")
def evidence_file(request: HttpRequest, key: UUID, number: int) -> HttpResponseBase:
    """Give a file that shows that it was done, always as a download: it was made elsewhere."""
    found = detail.evidence_file(actor_of(request), str(key), number, now=timezone.now())
    return FileResponse(open_file(found.file_sha256), as_attachment=True, filename=found.file_name)


@require_http_methods(["GET", "HEAD", "POST"])
@door("obligations.create")
def create(request: HttpRequest) -> HttpResponse:
    """Write down a new obligation."""
    form = NewForm(request.POST or None, **owners())
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        origin = by_hand(given.pop("origin_label"), given.pop("origin_url"))
        try:
            made = actions.create_obligation(actor=actor_of(request), origin=origin, now=timezone.now(), **given)
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Forpligtelsen er oprettet."))
            return redirect(made.url)
    return render(request, "obligations/create.html", {"form": form}, status=400 if form.errors else 200)
