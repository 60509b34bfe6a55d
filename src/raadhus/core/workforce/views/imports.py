"""Payroll's files are imported in the browser, and what became of each import is shown."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from raadhus.core.access.public import actor_of
from raadhus.core.workforce.actions.importing import import_payroll
from raadhus.core.workforce.forms.importing import ImportForm
from raadhus.core.workforce.queries import runs as queries
from raadhus.core.workforce.queries.runs import Run, run_of
from raadhus.core.workforce.queries.sources import sources
from raadhus.core.workforce.rules.wording import said_of
from raadhus.kernel.doors import door
from raadhus.kernel.errors import DomainError
from raadhus.ui.downloads import table_file

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file: its import, or the sentence that says why there was none."""

    name: str
    run: Run | None
    refusal: str = ""


@door("workforce.import_file")
@require_http_methods(["GET", "HEAD", "POST"])
def import_page(request: HttpRequest) -> HttpResponse:
    """Take the files of one source, one after the other. A script sends each file by itself and gets its row; one file leads to its report."""
    viewer, now = actor_of(request), timezone.now()
    known = [(one.key, one.name) for one in sources(viewer, now=now, active_only=True)]
    sent = request.method == "POST"
    asked = {"source": request.GET.get("kilde", known[0][0] if len(known) == 1 else "")}
    form = ImportForm(request.POST or None, request.FILES or None, sources=known, initial=asked)
    reports: list[FileReport] = []
    if sent and form.is_valid():
        given = form.cleaned_data
        reports = [_import(request, given["source"], file) for file in given["documents"]]
        if request.headers.get("HX-Request"):
            return render(request, "workforce/imports/rows.html", {"reports": reports})
        if len(reports) == 1 and reports[0].run is not None:
            return redirect("workforce:run", reports[0].run.key)
    context = {"form": form, "reports": reports, "has_sources": bool(known)}
    return render(request, "workforce/imports/import.html", context, status=400 if form.errors else 200)


def _import(request: HttpRequest, source_key: str, file: "UploadedFile[Any]") -> FileReport:
    name = file.name or _("filen")
    if (file.size or 0) > settings.DOCUMENTS_MAX_BYTES:
        return FileReport(name, None, _("Filen er for stor. Del den i flere, eller indlæs den med kommandoen."))
    try:
        run = import_payroll(
            actor=actor_of(request), source_key=source_key, file_name=name, data=file.read(), now=timezone.now()
        )
    except DomainError as error:
        # One file that cannot be taken must not stop the others; its sentence stands beside its name.
        return FileReport(name, None, str(error))
    return FileReport(name, run_of(run))


@door("workforce.read_sources")
@require_safe
def run(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show one import with its report; `export` gives the report as a file."""
    found = queries.run(actor_of(request), key, now=timezone.now())
    problems = [(one, *said_of(one)) for one in found.problems]
    export = request.GET.get("export", "")
    if export:
        head = (_("Linje"), _("Kolonne"), _("Hvad er galt"), _("Hvad skal der gøres"))
        rows = [(one.line or None, one.column, wrong, advice) for one, wrong, advice in problems]
        return table_file(export, _("importrapport %(file)s") % {"file": found.file_name}, head, rows)
    context = {"run": found, "problems": problems, "more": found.problem_count - len(problems)}
    return render(request, "workforce/imports/run.html", context)
