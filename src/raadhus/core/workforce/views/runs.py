"""The list of imports."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from raadhus.core.access.public import WHOLE_HOUSE, actor_of, may
from raadhus.core.workforce.queries import runs as queries
from raadhus.core.workforce.queries.runs import Run
from raadhus.core.workforce.queries.sources import sources
from raadhus.core.workforce.rules.runs import RunState
from raadhus.kernel.doors import door
from raadhus.ui import listing
from raadhus.ui.downloads import table_file
from raadhus.ui.export import Cell
from raadhus.ui.listing import Column, Filter


def _columns() -> tuple[Column, ...]:
    return (
        Column("at", _("Indlæst")),
        Column("source", _("Lønkilde")),
        Column("file", _("Fil")),
        Column("state", _("Resultat")),
        Column("rows", _("Rækker"), numeric=True),
        Column("added", _("Nye"), numeric=True),
        Column("changed", _("Ændrede"), numeric=True),
        Column("gone", _("Udgåede"), numeric=True),
        Column("problems", _("Fejl"), numeric=True),
    )


@door("workforce.read_sources")
@require_safe
def runs(request: HttpRequest) -> HttpResponse:
    """Show the imports, newest first, narrowed as asked; `export` gives the list as a file."""
    viewer, now = actor_of(request), timezone.now()
    known = tuple((one.key, one.name) for one in sources(viewer, now=now))
    states = tuple((state.value, _(state.label)) for state in RunState)
    filters = (
        Filter("source", _("Lønkilde"), known or (("", ""),)),
        Filter("state", _("Resultat"), states),
        Filter("from", _("Fra og med"), kind="date"),
        Filter("to", _("Til og med"), kind="date"),
    )
    shown = listing.read(request.GET, _columns(), filters)
    state = RunState(shown.values["state"]) if shown.values["state"] else None
    found = queries.runs(viewer, now=now, source_key=shown.values["source"], state=state)
    since, until = shown.day("from"), shown.day("to")
    found = tuple(
        one
        for one in found
        if (since is None or timezone.localdate(one.started_at) >= since)
        and (until is None or timezone.localdate(one.started_at) <= until)
    )
    export = request.GET.get("export", "")
    if export:
        head = [*(column.label for column in _columns()), _("Indlæst af")]
        return table_file(export, _("importer"), head, [_row(one) for one in found])
    may_import = may(viewer, "workforce.import_file", unit=WHOLE_HOUSE, now=now)
    return render(request, "workforce/imports/list.html", {"listing": shown.paged(found), "may_import": may_import})


def _row(one: Run) -> tuple[Cell, ...]:
    counts = (one.rows, one.added, one.changed, one.gone, one.problem_count)
    return (one.started_at, one.source_name, one.file_name, _(one.state.label), *counts, one.imported_by_name)
