"""Files of figures from outside, in steps: choose the file, say what it is, see what it would do, take it in. Nothing is kept in between."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from raadhus.core.access.public import actor_of
from raadhus.kernel.actors import Actor
from raadhus.kernel.doors import door
from raadhus.kernel.errors import DomainError
from raadhus.personnel.actions import importing_references as actions
from raadhus.personnel.forms.carrying import CarriedFile
from raadhus.personnel.forms.references import (
    ReferenceFileForm,
    ServedFileForm,
    StepForm,
)
from raadhus.personnel.queries import reference_imports as queries
from raadhus.personnel.queries import reference_plans as plans
from raadhus.personnel.queries.reference_imports import SERVED, VALUES
from raadhus.personnel.views.import_steps import Step, step_of

_SHOWN = 200


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
            return _go_on(request, kind, CarriedFile(given["name"], given["packed"]))
        messages.error(request, _("Filen gik tabt undervejs; vælg den igen."))
        return redirect(request.path)
    form = form_class(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        return _go_on(request, kind, form.carried)
    context = {
        "form": form,
        "kind": kind,
        "imports": queries.imports(actor_of(request), kind, timezone.now()),
    }
    return render(request, "personnel/references/import.html", context, status=400 if form.errors else 200)


def _go_on(request: HttpRequest, kind: str, file: CarriedFile) -> HttpResponse:
    """Show what the file would do, or take it in when that is what was seen and asked for."""
    step = step_of(actor_of(request), kind, file, request.POST, timezone.now())
    if "take_in" in request.POST and request.POST.get("seen") == step.mark:
        return _taken_in(request, step)
    return _preview(request, step)


def _preview(request: HttpRequest, step: Step) -> HttpResponse:
    viewer, now = actor_of(request), timezone.now()
    context: dict[str, object] = {"step": step, "packed": step.file.packed(), "shown": _SHOWN}
    is_chosen = step.table is None or step.choice is not None
    if step.kind == SERVED:
        counts = plans.preview_served(viewer, step.file.data, step.file.name, step.ages, now)
        context |= {"plan": counts, "rows": len(counts.read), "new": counts.outcome.added + counts.outcome.corrected}
    elif is_chosen:
        plan = plans.preview_values(viewer, step.file.data, step.file.name, step.choice, now)
        context |= {"plan": plan, "rows": plan.rows, "new": plan.outcome.added + plan.outcome.corrected}
    wrong = getattr(context.get("plan"), "wrong", ())
    context |= {"more": max(0, len(wrong) - _SHOWN)}
    is_bad = bool(wrong or (step.form is not None and step.form.errors))
    return render(request, "personnel/references/preview.html", context, status=400 if is_bad else 200)


def _taken_in(request: HttpRequest, step: Step) -> HttpResponse:
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


def _act(actor: Actor, step: Step) -> actions.ImportReport:
    file, now = step.file, timezone.now()
    if step.kind == SERVED:
        return actions.import_served(
            actor=actor, file_name=file.name, data=file.data, ages=step.ages, source=step.source, now=now
        )
    return actions.import_references(actor=actor, file_name=file.name, data=file.data, choice=step.choice, now=now)
