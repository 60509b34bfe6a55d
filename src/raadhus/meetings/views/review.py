"""The review page: document and reading side by side, corrections, comparison, undo and confirmation."""

from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from raadhus.core.access.public import actor_of
from raadhus.core.documents.public import open_file
from raadhus.kernel.doors import door
from raadhus.kernel.errors import DomainError, NotAllowed, WrongInput
from raadhus.meetings.actions import confirm_reading, correct_reading, restore_reading
from raadhus.meetings.queries.readings import comparison, document_of
from raadhus.meetings.queries.review import review_page

_DIGITS = 9
_OWN_FIELDS = frozenset({"csrfmiddlewaretoken", "number", "note", "back"})


@door("meetings.read_document")
@require_GET
def review(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Show the document beside its newest reading."""
    page = review_page(viewer=actor_of(request), meeting_id=meeting_id, now=timezone.now())
    return render(request, "meetings/review.html", {"page": page})


def _number(request: HttpRequest, name: str = "number") -> int:
    number = _whole_number(request.POST.get(name, ""))
    if number is None:
        raise WrongInput(_("Formularen mangler læsningens nummer. Åbn siden igen."))
    return number


def _whole_number(text: str) -> int | None:
    """Return the number of a reading; None for what is none, also for more digits than any reading's number has."""
    return int(text) if text.isdecimal() and len(text) <= _DIGITS else None


def _back(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Return to the review page at the part that was sent, such as "punkt-3"."""
    anchor = request.POST.get("back", "")
    address = reverse("meetings:review", args=[meeting_id])
    return redirect(f"{address}#{anchor}" if anchor.replace("-", "").isalnum() else address)


@door("meetings.correct_reading")
@require_POST
def correct(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Take the corrections of the header or of one item; what they change becomes a new reading."""
    edits = {name: value for name, value in request.POST.items() if name not in _OWN_FIELDS}
    number = _number(request)
    try:
        made = correct_reading(
            actor=actor_of(request),
            meeting_id=meeting_id,
            number=number,
            edits={name: str(value) for name, value in edits.items()},
            note=request.POST.get("note", ""),
            now=timezone.now(),
        )
    except NotAllowed:
        raise
    except DomainError as error:
        messages.error(request, str(error))
    else:
        said = _("Rettelsen er gemt som læsning %(number)s.") if made != number else _("Der var intet at rette.")
        messages.success(request, said % {"number": made})
    return _back(request, meeting_id)


@door("meetings.correct_reading")
@require_POST
def restore(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Go back to an earlier reading; it becomes a new one."""
    made = restore_reading(actor=actor_of(request), meeting_id=meeting_id, number=_number(request), now=timezone.now())
    messages.success(request, _("Læsningen er gendannet som læsning %(number)s.") % {"number": made})
    return _back(request, meeting_id)


@door("meetings.confirm_reading")
@require_POST
def confirm(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Confirm the newest reading."""
    try:
        confirm_reading(actor=actor_of(request), meeting_id=meeting_id, number=_number(request), now=timezone.now())
    except NotAllowed:
        raise
    except DomainError as error:
        messages.error(request, str(error))
        return _back(request, meeting_id)
    messages.success(request, _("Læsningen er bekræftet."))
    return redirect("meetings:meeting", meeting_id=meeting_id)


@door("meetings.read_document")
@require_GET
def compare(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Show what changed between two readings."""
    before, after = (_asked(request, name) for name in ("fra", "til"))
    found = comparison(viewer=actor_of(request), meeting_id=meeting_id, before=before, after=after, now=timezone.now())
    choices = (("fra", found.before.number), ("til", found.after.number))
    return render(request, "meetings/compare.html", {"page": found, "meeting_id": meeting_id, "choices": choices})


def _asked(request: HttpRequest, name: str) -> int | None:
    return _whole_number(request.GET.get(name, ""))


@door("meetings.read_document")
@require_GET
def document(request: HttpRequest, meeting_id: UUID) -> HttpResponseBase:
    """Give the imported document itself, always as a download: it was made elsewhere."""
    found = document_of(viewer=actor_of(request), meeting_id=meeting_id, now=timezone.now())
    return FileResponse(open_file(found.sha256), as_attachment=True, filename=found.name, content_type=found.media_type)
