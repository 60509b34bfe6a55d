"""Files of figures from outside, in steps: choose the file, say what it is, see what it would do, take it in. Nothing is kept in between."""

import hashlib
import json
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from raadhus.core.access.public import WHOLE_HOUSE, actor_of, may
from raadhus.kernel.actors import Actor
from raadhus.kernel.doors import door
from raadhus.kernel.errors import DomainError, WrongInput
from raadhus.personnel.actions import importing_references as actions
from raadhus.personnel.forms.carrying import CarriedFile
from raadhus.personnel.forms.references import (
    ReferenceFileForm,
    ServedFileForm,
    StepForm,
    TableChoiceForm,
    UndoImportForm,
)
from raadhus.personnel.queries import reference_imports as queries
from raadhus.personnel.queries.reference_imports import SERVED, VALUES
from raadhus.personnel.queries.references import UNDO
from raadhus.personnel.rules.benchmarks.mapping import TableChoice, suggested
from raadhus.personnel.rules.benchmarks.statbank import StatTable

_SHOWN = 200


@dataclass(slots=True)
class _Step:
    """Where the reader is: the file, its ages or the form of its variables, and what it would do."""

    kind: str
    file: CarriedFile
    ages: str = ""
    table: StatTable | None = None
    form: TableChoiceForm | None = None
    choice: TableChoice | None = None

    @property
    def mark(self) -> str:
        """What is seen is known by: another choice is another mark, and is shown before it is taken in."""
        reading = json.dumps([self.ages, self.choice.as_data() if self.choice else None], sort_keys=True)
        return hashlib.sha256(reading.encode() + self.file.data).hexdigest()


@require_http_methods(["GET", "HEAD", "POST"])
@door("personnel.import_references")
def import_references(request: HttpRequest) -> HttpResponse:
    """Take reference values in."""
    return _import(request, VALUES)


@require_http_methods(["GET", "HEAD", "POST"])
@door("personnel.import_references")
def import_served(request: HttpRequest) -> HttpResponse:
    """Take those who are served in."""
    return _import(request, SERVED)


def _import(request: HttpRequest, kind: str) -> HttpResponse:
    form_class = ServedFileForm if kind == SERVED else ReferenceFileForm
    if request.method == "POST" and "packed" in request.POST:
        step_form = StepForm(request.POST)
        if step_form.is_valid():
            given = step_form.cleaned_data
            return _go_on(request, kind, CarriedFile(given["name"], given["packed"]), given["ages"])
        messages.error(request, _("Filen gik tabt undervejs; vælg den igen."))
        return redirect(request.path)
    form = form_class(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        return _go_on(request, kind, form.carried, form.cleaned_data.get("ages", ""))
    context = {
        "form": form,
        "kind": kind,
        "imports": queries.imports(actor_of(request), kind, timezone.now()),
    }
    return render(request, "personnel/references/import.html", context, status=400 if form.errors else 200)


def _go_on(request: HttpRequest, kind: str, file: CarriedFile, ages: str) -> HttpResponse:
    """Show what the file would do, or take it in when that is what was seen and asked for."""
    step = _Step(kind, file, ages)
    viewer, now = actor_of(request), timezone.now()
    if kind == VALUES:
        try:
            step.table = queries.table_in(viewer, file.data, file.name, now)
        except WrongInput:
            step.table = None
        _choose(request, step)
    if "take_in" in request.POST and request.POST.get("seen") == step.mark:
        return _taken_in(request, step)
    return _preview(request, step)


def _choose(request: HttpRequest, step: _Step) -> None:
    """Read the choice of the variables; the first time it is what we suggest."""
    if step.table is None:
        return
    suggestion = suggested(step.table)
    posted = request.POST if "definition" in request.POST else None
    step.form = TableChoiceForm(posted, table=step.table, suggestion=suggestion)
    if posted is not None and step.form.is_valid():
        step.choice = step.form.choice


def _preview(request: HttpRequest, step: _Step) -> HttpResponse:
    viewer, now = actor_of(request), timezone.now()
    context: dict[str, object] = {"step": step, "packed": step.file.packed(), "shown": _SHOWN}
    is_chosen = step.table is None or step.choice is not None
    if step.kind == SERVED:
        counts = queries.preview_served(viewer, step.file.data, step.file.name, step.ages, now)
        context |= {"plan": counts, "rows": len(counts.read), "new": counts.outcome.added + counts.outcome.corrected}
    elif is_chosen:
        plan = queries.preview_values(viewer, step.file.data, step.file.name, step.choice, now)
        context |= {"plan": plan, "rows": plan.rows, "new": plan.outcome.added + plan.outcome.corrected}
    wrong = getattr(context.get("plan"), "wrong", ())
    context |= {"more": max(0, len(wrong) - _SHOWN)}
    is_bad = bool(wrong or (step.form is not None and step.form.errors))
    return render(request, "personnel/references/preview.html", context, status=400 if is_bad else 200)


def _taken_in(request: HttpRequest, step: _Step) -> HttpResponse:
    try:
        report = _act(actor_of(request), step)
    except DomainError as error:
        messages.error(request, str(error))
        return _preview(request, step)
    if report.is_refused:
        return _preview(request, step)
    if not report.key:
        messages.info(request, _("Filen siger det, der allerede er kendt. Intet er ændret."))
        return redirect(request.path)
    messages.success(request, _("Filen er indlæst."))
    return redirect("personnel:reference_import", report.key)


def _act(actor: Actor, step: _Step) -> actions.ImportReport:
    file, now = step.file, timezone.now()
    if step.kind == SERVED:
        return actions.import_served(actor=actor, file_name=file.name, data=file.data, ages=step.ages, now=now)
    return actions.import_references(actor=actor, file_name=file.name, data=file.data, choice=step.choice, now=now)


@require_safe
@door("personnel.read_references")
def reference_import(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show what became of one file, and how it was read."""
    viewer, now = actor_of(request), timezone.now()
    found = queries.import_shown(viewer, str(key), now)
    may_undo = found.may_undo and may(viewer, UNDO, unit=WHOLE_HOUSE, now=now)
    return render(request, "personnel/references/one_import.html", {"found": found, "may_undo": may_undo})


@require_http_methods(["GET", "HEAD", "POST"])
@door("personnel.undo_references")
def undo_import(request: HttpRequest, key: UUID) -> HttpResponse:
    """Undo the newest import, with a reason."""
    viewer, now = actor_of(request), timezone.now()
    found = queries.import_shown(viewer, str(key), now)
    form = UndoImportForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.undo_import(actor=viewer, key=str(key), reason=form.cleaned_data["reason"], now=now)
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Indlæsningen er fortrudt; tallene fra før gælder igen."))
            return redirect("personnel:reference_import", key)
    context = {"form": form, "found": found}
    return render(request, "personnel/references/undo.html", context, status=400 if form.errors else 200)
