"""The public page where anybody verifies signed minutes, and the installation's public keys."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from raadhus.kernel.doors import door
from raadhus.kernel.errors import WrongInput
from raadhus.meetings.queries.controlling import Control, controlled
from raadhus.meetings.queries.signed_minutes import published_keys
from raadhus.meetings.rules.signing.signed_file import LARGEST
from raadhus.meetings.views.signing_forms import ControlForm


@door("meetings.read")
@require_http_methods(["GET", "POST"])
def control(request: HttpRequest) -> HttpResponse:
    """Take a file of signed minutes and say in plain words what was verified. Nothing is kept."""
    form = ControlForm(request.POST, request.FILES) if request.method == "POST" else ControlForm()
    found: Control | None = None
    if request.method == "POST" and form.is_valid():
        try:
            found = controlled(_given(form), now=timezone.now())
        except WrongInput as error:
            form.add_error(None, str(error))
    return render(request, "meetings/signing/control.html", {"form": form, "found": found})


def _given(form: ControlForm) -> bytes:
    file, text = form.cleaned_data["file"], form.cleaned_data["text"]
    if file is None and not text.strip():
        raise WrongInput(_("Vælg en fil, eller indsæt dens indhold."))
    return bytes(file.read(LARGEST + 1)) if file is not None else text.encode("utf-8", "replace")


@door("meetings.read")
@require_GET
def keys(_request: HttpRequest) -> HttpResponse:
    """Give the public keys of the seal, those of today and those before."""
    response = JsonResponse(published_keys(), json_dumps_params={"indent": 1})
    response["Content-Disposition"] = 'inline; filename="noegler.json"'
    return response
