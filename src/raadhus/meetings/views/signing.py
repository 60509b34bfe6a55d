"""Minutes that are put up: read, approve, object, sign, complete, and add to afterwards."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from raadhus.core.access.public import actor_of, confirm_identity_address, identity_confirmed_at
from raadhus.kernel.doors import door
from raadhus.kernel.errors import DomainError, NotAllowed, NotFound
from raadhus.meetings import actions
from raadhus.meetings.queries.signed_minutes import signed_minutes_file
from raadhus.meetings.queries.signing_page import SigningPage, signing_page
from raadhus.meetings.rules.signing.demands import IDENTITY_IS_FRESH
from raadhus.meetings.rules.signing.statements import Act
from raadhus.meetings.views.signing_forms import (
    AdditionForm,
    ApprovalForm,
    ReplyForm,
    SignForm,
    WithdrawForm,
)


@door("meetings.read")
@require_GET
def signing(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Show minutes that are put up or signed, and what the viewer may do."""
    return _page(request, meeting_id)


def _page(request: HttpRequest, meeting_id: UUID, sign_form: SignForm | None = None) -> HttpResponse:
    now = timezone.now()
    page = signing_page(viewer=actor_of(request), meeting_id=meeting_id, now=now)
    confirmed = identity_confirmed_at(request)
    context = {
        "page": page,
        "is_fresh": confirmed is not None and now - confirmed <= IDENTITY_IS_FRESH,
        "confirm_url": confirm_identity_address(reverse("meetings:signing", args=[meeting_id]) + "?underskriv=1"),
        "sign_form": sign_form or SignForm(initial={"version_number": page.version.number}),
        "approval_form": ApprovalForm(),
        "reply_form": ReplyForm(),
        "withdraw_form": WithdrawForm(),
        "addition_form": AdditionForm(items=_choices(page)),
    }
    return render(request, "meetings/signing/minutes.html", context)


def _choices(page: SigningPage) -> list[tuple[str, str]]:
    return [(str(place), shown.heading) for place, shown in enumerate(page.items, start=1)]


@door("meetings.sign_minutes")
@require_POST
def sign(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Sign, sign with a reservation, or refuse, for oneself. What was written stays on the page when it cannot be done."""
    form = SignForm(request.POST)
    if not form.is_valid():
        return _page(request, meeting_id, form)
    given = {**form.cleaned_data, "act": Act(form.cleaned_data["act"])}
    try:
        is_complete = actions.sign_minutes(
            actor=actor_of(request),
            meeting_id=meeting_id,
            confirmed_at=identity_confirmed_at(request),
            now=timezone.now(),
            **given,
        )
    except (NotAllowed, NotFound):
        raise
    except DomainError as error:
        form.add_error(None, str(error))
        return _page(request, meeting_id, form)
    said = _("Dit svar er givet. Referatet er nu endeligt underskrevet.") if is_complete else _("Dit svar er givet.")
    messages.success(request, said)
    return redirect("meetings:signing", meeting_id=meeting_id)


def _done(request: HttpRequest, meeting_id: UUID, deed: Callable[[], object], said: str) -> HttpResponse:
    """Do it and say so; a sentence that says why not is shown on the page instead."""
    try:
        deed()
    except (NotAllowed, NotFound):
        raise
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, said)
    return redirect("meetings:signing", meeting_id=meeting_id)


@door("meetings.approve_minutes")
@require_POST
def approve(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Approve the minutes, or object to them with a remark."""
    approves, remark = request.POST.get("approves") == "ja", request.POST.get("remark", "")[:5000]
    said = _("Du har godkendt referatet.") if approves else _("Din indsigelse er sendt til sekretæren.")
    actor, now = actor_of(request), timezone.now()

    def deed() -> None:
        actions.approve_minutes(actor=actor, meeting_id=meeting_id, approves=approves, remark=remark, now=now)

    return _done(request, meeting_id, deed, said)


@door("meetings.answer_objection")
@require_POST
def answer_objection(request: HttpRequest, meeting_id: UUID, signatory_id: UUID) -> HttpResponse:
    """Reply to an objection without changing the minutes."""
    actor, now, reply = actor_of(request), timezone.now(), request.POST.get("reply", "")[:5000]

    def deed() -> None:
        actions.answer_objection(actor=actor, meeting_id=meeting_id, signatory_id=signatory_id, reply=reply, now=now)

    return _done(request, meeting_id, deed, _("Indsigelsen er besvaret."))


@door("meetings.withdraw_minutes")
@require_POST
def withdraw(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Take minutes back before anybody has signed."""
    actor, now, reason = actor_of(request), timezone.now(), request.POST.get("reason", "")[:500]
    try:
        actions.withdraw_minutes(actor=actor, meeting_id=meeting_id, reason=reason, now=now)
    except (NotAllowed, NotFound):
        raise
    except DomainError as error:
        messages.error(request, str(error))
        return redirect("meetings:signing", meeting_id=meeting_id)
    messages.success(request, _("Referatet er trukket tilbage. Ret det, og læg det frem igen."))
    return redirect("meetings:meeting", meeting_id=meeting_id)


@door("meetings.complete_minutes")
@require_POST
def complete(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Complete minutes after the deadline."""
    actor, now = actor_of(request), timezone.now()

    def deed() -> None:
        actions.complete_minutes(actor=actor, meeting_id=meeting_id, now=now)

    return _done(request, meeting_id, deed, _("Referatet er endeligt underskrevet."))


@door("meetings.add_correction")
@require_POST
def add(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Add a dated correction to signed minutes."""
    actor, now = actor_of(request), timezone.now()
    page = signing_page(viewer=actor, meeting_id=meeting_id, now=now)
    form = AdditionForm(request.POST, items=_choices(page))
    if not form.is_valid():
        messages.error(request, _("Skriv tilføjelsen, og vælg, hvad den hører til."))
        return redirect("meetings:signing", meeting_id=meeting_id)

    def deed() -> None:
        actions.add_correction(actor=actor, meeting_id=meeting_id, **form.cleaned_data, now=now)

    return _done(request, meeting_id, deed, _("Tilføjelsen er skrevet."))


@door("meetings.read")
@require_GET
def signed_file(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Give the signed minutes as a file that verifies; `?lukket=1` with the closed parts, for those who may see them."""
    closed = request.GET.get("lukket") == "1"
    name, data = signed_minutes_file(viewer=actor_of(request), meeting_id=meeting_id, closed=closed, now=timezone.now())
    response = HttpResponse(data, content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
