"""A payroll source is set up and changed: its columns and codes on one page."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from raadhus.core.access.public import actor_of
from raadhus.core.workforce.actions import sources as actions
from raadhus.core.workforce.forms.sources import FROM_FILE, BeginForm, MappingEditor, initial_of
from raadhus.core.workforce.queries import sources as queries
from raadhus.core.workforce.queries.suggesting import suggestion
from raadhus.core.workforce.rules.profiles import PROFILES
from raadhus.core.workforce.rules.rows import Subject
from raadhus.kernel.doors import door
from raadhus.kernel.errors import DomainError, WrongInput

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


@door("workforce.set_source")
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """Choose what a new source begins with; the answer is the editor, filled in."""
    sent = request.method == "POST"
    form = BeginForm(request.POST, request.FILES) if sent else BeginForm()
    if sent and form.is_valid():
        given = form.cleaned_data
        try:
            return _editor(request, *_begun(given["name"], given["start"], given["documents"]))
        except WrongInput as error:
            form.add_error("documents", str(error))
    return render(request, "workforce/sources/begin.html", {"form": form}, status=400 if form.errors else 200)


def _begun(name: str, start: str, file: "UploadedFile[Any] | None") -> tuple[MappingEditor, Subject]:
    if file is None or not start.startswith(FROM_FILE):
        mapping = PROFILES[start]
        return MappingEditor(mapping.subject, **initial_of(mapping, name)), mapping.subject
    subject = Subject(start.removeprefix(FROM_FILE))
    if (file.size or 0) > settings.DOCUMENTS_MAX_BYTES:
        raise WrongInput(_("Filen er for stor. Gem de første linjer af den for sig selv, og brug dem."))
    found = suggestion(file.read(), file.name or _("filen"), subject)
    shown = initial_of(found.mapping, name)
    shown["codes"] += [{"code": code, "meaning": "", "sends": True} for code in found.unknown_codes]
    shown["initial"]["heading"] = json.dumps(list(found.heading))
    return MappingEditor(subject, heading=found.heading, **shown), subject


@door("workforce.set_source")
@require_POST
def create(request: HttpRequest) -> HttpResponse:
    """Set a new source up from the editor."""
    subject = _subject(request.POST.get("subject", ""))
    editor = MappingEditor(subject, data=request.POST, heading=_heading(request.POST.get("heading", "")))
    if editor.is_valid() and editor.mapping is not None:
        name = editor.form.cleaned_data["name"]
        try:
            made = actions.create_source(actor=actor_of(request), name=name, mapping=editor.mapping, now=timezone.now())
        except DomainError as error:
            editor.form.add_error(None, str(error))
        else:
            messages.success(request, _("Lønkilden er sat op."))
            return redirect("workforce:source", made.key)
    return _editor(request, editor, subject)


def _subject(text: str) -> Subject:
    try:
        return Subject(text)
    except ValueError as error:
        raise WrongInput(_("Begynd forfra: siden ved ikke, om kilden handler om ansættelser eller fravær.")) from error


def _heading(text: str) -> Sequence[str]:
    """Return the heading that the page carries along; what is not one is none."""
    try:
        found = json.loads(text or "[]")
    except ValueError:
        return ()
    return [str(title)[:200] for title in found[:200]] if isinstance(found, list) else ()


def _editor(
    request: HttpRequest, editor: MappingEditor, subject: Subject, found: queries.Source | None = None
) -> HttpResponse:
    context = {
        "editor": editor,
        "form": editor.form,
        "subject": subject,
        "source": found,
        "wrong": editor.form.is_bound,
    }
    return render(request, "workforce/sources/editor.html", context, status=400 if editor.form.is_bound else 200)


@door("workforce.set_source")
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, key: str) -> HttpResponse:
    """Change a source's name, columns and codes."""
    found = queries.source(actor_of(request), key, now=timezone.now()).source
    shown = initial_of(found.mapping, found.name)
    shown["initial"]["base"] = found.changed_at.isoformat()
    editor = MappingEditor(found.subject, data=request.POST or None, **shown)
    if request.method == "POST" and editor.is_valid() and editor.mapping is not None:
        try:
            actions.set_source(
                actor=actor_of(request),
                key=key,
                name=editor.form.cleaned_data["name"],
                mapping=editor.mapping,
                is_active=found.is_active,
                base=_moment(editor.form.cleaned_data["base"]),
                now=timezone.now(),
            )
        except DomainError as error:
            editor.form.add_error(None, str(error))
        else:
            messages.success(request, _("Lønkilden er gemt."))
            return redirect("workforce:source", key)
    return _editor(request, editor, found.subject, found)


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


@door("workforce.set_source")
@require_POST
def switch(request: HttpRequest, key: str) -> HttpResponse:
    """Take a source out of use, or into use again."""
    found = queries.source(actor_of(request), key, now=timezone.now()).source
    is_active = request.POST.get("active") == "1"
    actions.set_source(
        actor=actor_of(request),
        key=key,
        name=found.name,
        mapping=found.mapping,
        is_active=is_active,
        now=timezone.now(),
    )
    messages.success(request, _("Lønkilden er i brug.") if is_active else _("Lønkilden er taget ud af brug."))
    return redirect("workforce:source", key)
