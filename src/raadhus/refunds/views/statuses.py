"""NemRefusion's statuses are imported in the browser; the report, the runs, and what fits no absence."""

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.refunds.actions.statuses import import_statuses
from raadhus.refunds.forms.keeping import StatusFileForm
from raadhus.refunds.queries import keeping
from raadhus.refunds.queries.history import NoticeShown
from raadhus.ui import listing
from raadhus.ui.downloads import table_file
from raadhus.ui.export import Cell
from raadhus.ui.listing import Column


@door("refunds.import_statuses")
@require_http_methods(["GET", "HEAD", "POST"])
def statuses(request: HttpRequest) -> HttpResponse:
    """Take a file and lead to its report; below the form stand the earlier ones."""
    form = StatusFileForm(request.POST or None, request.FILES or None)
    viewer, now = actor_of(request), timezone.now()
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["document"]
        if (file.size or 0) > settings.DOCUMENTS_MAX_BYTES:
            form.add_error("document", _("Filen er for stor. Del den i flere, eller indlæs den med kommandoen."))
        else:
            run = import_statuses(actor=viewer, file_name=file.name or "fil", data=file.read(), now=now)
            return redirect("refunds:status_run", run.pk)
    columns = (
        Column("at", _("Indlæst")),
        Column("file", _("Fil")),
        Column("state", _("Resultat")),
        Column("rows", _("Rækker"), numeric=True),
        Column("matched", _("Passer"), numeric=True),
        Column("changed", _("Ændret"), numeric=True),
        Column("problems", _("Fejl"), numeric=True),
    )
    found = keeping.runs(viewer, now)
    export = request.GET.get("export", "")
    if export:
        return table_file(export, _("indlæsninger fra NemRefusion"), [one.label for one in columns], map(_row, found))
    context = {"form": form, "listing": listing.read(request.GET, columns).paged(found)}
    return render(request, "refunds/keeping/statuses.html", context, status=400 if form.errors else 200)


def _row(one: keeping.RunShown) -> tuple[Cell, ...]:
    state = _("Afvist") if one.is_refused else _("Indlæst")
    return (one.imported_at, one.file_name, state, one.rows, one.matched, one.changed, one.problem_count)


@door("refunds.import_statuses")
@require_safe
def run(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show what became of one file; `export` gives what is wrong as a file."""
    found = keeping.run(actor_of(request), str(key), timezone.now())
    export = request.GET.get("export", "")
    if export:
        rows: list[tuple[Cell, ...]] = [
            (int(str(one["line"])) or None, str(one["column"]), str(one["message"])) for one in found.problems
        ]
        head = (_("Linje"), _("Kolonne"), _("Hvad er galt"))
        return table_file(export, _("rapport %(file)s") % {"file": found.file_name}, head, rows)
    context = {"run": found, "more": found.problem_count - len(found.problems)}
    return render(request, "refunds/keeping/run.html", context)


@door("refunds.read_cases")
@require_safe
def unmatched(request: HttpRequest) -> HttpResponse:
    """Show what NemRefusion said of absences that fit none of ours; `export` gives it as a file."""
    columns = (
        Column("employment", _("Ansættelse")),
        Column("first", _("Første fraværsdag")),
        Column("state", _("Status")),
        Column("notified", _("Anmeldt")),
        Column("claimed", _("Anmodet")),
        Column("file", _("Fil")),
        Column("line", _("Linje"), numeric=True),
    )
    found = keeping.unmatched(actor_of(request), timezone.now())
    export = request.GET.get("export", "")
    if export:
        return table_file(export, _("status uden fravær"), [one.label for one in columns], map(_notice, found))
    context = {"listing": listing.read(request.GET, columns).paged(found)}
    return render(request, "refunds/keeping/unmatched.html", context)


def _notice(one: NoticeShown) -> tuple[Cell, ...]:
    return (one.employment, one.first, _(one.standing.label), one.notified, one.claimed, one.file_name, one.line)
