"""The pages of obligations. Each view makes one call into the domain; what cannot be done is said on the page it came from."""

from uuid import UUID

from django import forms  # noqa: TC002 - the annotation of a local is read by mypy only, the import by people
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from raadhus.core.obligations.actions import promises as actions
from raadhus.core.obligations.forms.promises import DueForm, EvidenceForm, NewForm, OwnerForm, ReasonForm, ReplaceForm
from raadhus.core.obligations.queries import choosing, detail
from raadhus.core.obligations.rules.status import Move
from raadhus.core.obligations.views.acting import Act, actor_of, by_hand, done, owners
from raadhus.kernel.doors import door
from raadhus.kernel.errors import DomainError


@require_safe
@door("obligations.read_own")
def show(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show one obligation with its evidence, its trail, and what the viewer may do about it."""
    found = detail.obligation(actor_of(request), str(key), now=timezone.now())
    others = choosing.successors(actor_of(request), str(key), now=timezone.now()) if found.may_manage else []
    context = {"found": found, "obligation": found.obligation, "acts": _acts(found, others)}
    return render(request, "obligations/obligation.html", context)


def _acts(found: detail.Detail, others: list[tuple[str, str]]) -> list[Act]:
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
    moves = [move for move in found.moves if move is not Move.REPLACE or others]
    acts = [
        Act(
            labels[move],
            reverse(f"obligations:{move.value}", args=[key]),
            made[move] if move in made else ReasonForm(auto_id=f"{move.value}-%s"),
        )
        for move in moves
    ]
    if found.may_manage and given.status.is_active:
        owner = {"owner_key": given.owner_key, "unit_key": given.unit_key}
        hand_over_form = OwnerForm(initial=owner, auto_id="hand-over-%s", **owners())
        acts.append(Act(_("Giv en anden ansvaret"), reverse("obligations:hand_over", args=[key]), hand_over_form))
        due_form = DueForm(initial={"due": given.due}, auto_id="due-%s")
        acts.append(Act(_("Ændr fristen"), reverse("obligations:change_due", args=[key]), due_form))
    return acts


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


@require_POST
@door("obligations.start")
def start(request: HttpRequest, key: UUID) -> HttpResponse:
    """Begin."""
    return done(request, key, None, actions.start, _("Forpligtelsen er i gang."))


@require_POST
@door("obligations.wait")
def wait(request: HttpRequest, key: UUID) -> HttpResponse:
    """Say that it waits."""
    return done(request, key, ReasonForm(request.POST), actions.wait, _("Forpligtelsen afventer."))


@require_POST
@door("obligations.complete")
def complete(request: HttpRequest, key: UUID) -> HttpResponse:
    """Say that it is done."""
    return done(request, key, EvidenceForm(request.POST), actions.complete, _("Forpligtelsen er udført."))


@require_POST
@door("obligations.reopen")
def reopen(request: HttpRequest, key: UUID) -> HttpResponse:
    """Open it again."""
    return done(request, key, ReasonForm(request.POST), actions.reopen, _("Forpligtelsen er åben igen."))


@require_POST
@door("obligations.lapse")
def lapse(request: HttpRequest, key: UUID) -> HttpResponse:
    """Let it lapse."""
    return done(request, key, ReasonForm(request.POST), actions.lapse, _("Forpligtelsen er bortfaldet."))


@require_POST
@door("obligations.replace")
def replace(request: HttpRequest, key: UUID) -> HttpResponse:
    """Put another in its place."""
    others = choosing.successors(actor_of(request), str(key), now=timezone.now())
    return done(
        request, key, ReplaceForm(request.POST, others=others), actions.replace, _("Forpligtelsen er erstattet.")
    )


@require_POST
@door("obligations.hand_over")
def hand_over(request: HttpRequest, key: UUID) -> HttpResponse:
    """Give it to another owner."""
    form = OwnerForm(request.POST, **owners())
    return done(request, key, form, actions.hand_over, _("Forpligtelsen har fået en ny ansvarlig."))


@require_POST
@door("obligations.change_due")
def change_due(request: HttpRequest, key: UUID) -> HttpResponse:
    """Give it another due date."""
    return done(request, key, DueForm(request.POST), actions.change_due, _("Fristen er ændret."))
