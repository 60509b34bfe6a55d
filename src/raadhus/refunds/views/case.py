"""One case: it is shown with every step, and changed, settled and opened again."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from raadhus.core.access.public import actor_of, may
from raadhus.kernel.doors import door
from raadhus.kernel.errors import DomainError
from raadhus.refunds.actions import cases as actions
from raadhus.refunds.forms.cases import ChangeForm, ReasonForm
from raadhus.refunds.queries.detail import case as case_of
from raadhus.ui.asking import done

# A longer list of steps is folded, so that what follows can be found.
_FOLDED_FROM = 40
# Look-ups are told apart, so that what was done to the case can be seen among them.
_LOOKED_UP = "access.looked_up"


@require_safe
@door("refunds.read_cases")
def case(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show a case: facts, why it was lost, each step, what would have saved it, and what the viewer may do."""
    return page(request, key)


def page(request: HttpRequest, key: UUID, *, change: ChangeForm | None = None, status: int = 200) -> HttpResponse:
    """Return the page; the form is shown as it was filled in when something was wrong with it."""
    viewer, now = actor_of(request), timezone.now()
    found = case_of(viewer, str(key), now)
    changing = may(viewer, "refunds.change_case", unit=found.row.unit_key, now=now)
    context = {
        "found": found,
        "one": found.row,
        "change": (change or ChangeForm(written=found.row.written)) if changing else None,
        "is_wrong": change is not None,
        "reopen": ReasonForm(auto_id="reopen-%s"),
        "let_be": ReasonForm(auto_id="let-be-%s"),
        "may_settle": may(viewer, "refunds.settle_case", unit=found.row.unit_key, now=now),
        "may_let_be": may(viewer, "refunds.let_be", unit=found.row.unit_key, now=now),
        "history": [one for one in found.trail if one.event != _LOOKED_UP],
        "lookups": [one for one in found.trail if one.event == _LOOKED_UP],
        "is_folded": len(found.steps) > _FOLDED_FROM,
    }
    return render(request, "refunds/cases/case.html", context, status=status)


@require_POST
@door("refunds.change_case")
def change(request: HttpRequest, key: UUID) -> HttpResponse:
    """Write what is known of it; what is wrong is said, and stays in the form."""
    form = ChangeForm(request.POST)
    if form.is_valid() and _changed(request, key, form):
        return redirect("refunds:case", key)
    return page(request, key, change=form, status=400)


def _changed(request: HttpRequest, key: UUID, form: ChangeForm) -> bool:
    given = form.cleaned_data
    try:
        actions.change_case(
            actor=actor_of(request),
            key=str(key),
            written=form.written(),
            reason=given["reason"],
            seen=given["seen"],
            now=timezone.now(),
        )
    except DomainError as error:
        form.add_error(None, str(error))
        return False
    messages.success(request, _("Sagen er rettet og regnet igen."))
    return True


@require_POST
@door("refunds.settle_case")
def settle(request: HttpRequest, key: UUID) -> HttpResponse:
    """Say that nothing more is to be done."""
    done(
        request,
        lambda: actions.settle_case(actor=actor_of(request), key=str(key), now=timezone.now()),
        _("Sagen er afsluttet."),
    )
    return redirect("refunds:case", key)


@require_POST
@door("refunds.settle_case")
def reopen(request: HttpRequest, key: UUID) -> HttpResponse:
    """Open it again, with a reason."""
    reason = _reason(request)
    done(
        request,
        lambda: actions.reopen_case(actor=actor_of(request), key=str(key), reason=reason, now=timezone.now()),
        _("Sagen er åben igen."),
    )
    return redirect("refunds:case", key)


def _reason(request: HttpRequest) -> str:
    """Return what was written; the action says what is wrong when it is nothing."""
    field = forms.CharField(max_length=500, required=False)
    try:
        return str(field.clean(request.POST.get("reason", "")))
    except forms.ValidationError:
        return ""
