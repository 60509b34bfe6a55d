"""Import documents in the browser, and the readings that wait to be confirmed."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from raadhus.core.access.public import actor_of
from raadhus.core.documents.public import require_size
from raadhus.kernel.actors import Actor
from raadhus.kernel.doors import door
from raadhus.kernel.errors import WrongInput
from raadhus.meetings.actions import ImportResult, import_document
from raadhus.meetings.forms import ImportForm
from raadhus.meetings.queries.lists import waiting_for_confirmation
from raadhus.meetings.queries.wording import told

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file: a result, or the sentence that says why it was refused."""

    name: str
    result: ImportResult | None
    refusal: str = ""


@door("meetings.import_document")
@require_http_methods(["GET", "POST"])
def import_page(request: HttpRequest) -> HttpResponse:
    """Take several files, import one after the other, and report on each. A script sends each file by itself and gets its row."""
    sent = request.method == "POST"
    form = ImportForm(request.POST, request.FILES) if sent else ImportForm()
    reports: list[FileReport] = []
    if sent and form.is_valid():
        fields = form.cleaned_data
        reports = [
            _import(actor_of(request), file, fields["body"], fields["meeting_date"]) for file in fields["documents"]
        ]
        form = ImportForm()
    if reports and request.headers.get("HX-Request"):
        return render(request, "meetings/parts/import_rows.html", {"reports": reports})
    return render(request, "meetings/import.html", {"form": form, "reports": reports})


def _import(actor: Actor, file: "UploadedFile[Any]", body: str, day: date | None) -> FileReport:
    name = file.name or "dokument"
    try:
        require_size(name=name, size=file.size or 0, largest=settings.DOCUMENTS_MAX_BYTES)
        result = import_document(
            actor=actor, name=name, data=file.read(), now=timezone.now(), body=body or None, meeting_date=day
        )
    except WrongInput as error:
        # One bad file must not stop the others; its sentence stands beside its name.
        return FileReport(name, None, told(error))
    return FileReport(name, result)


@door("meetings.confirm_reading")
@require_GET
def waiting(request: HttpRequest) -> HttpResponse:
    """Show the readings that wait to be confirmed."""
    rows = waiting_for_confirmation(viewer=actor_of(request), now=timezone.now())
    return render(request, "meetings/waiting.html", {"rows": rows})
