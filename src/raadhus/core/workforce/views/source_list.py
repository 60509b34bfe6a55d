"""The list of payroll's sources."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from raadhus.core.access.public import actor_of
from raadhus.core.workforce.queries import sources as queries
from raadhus.core.workforce.queries.sources import Source
from raadhus.core.workforce.rules.wording import subject_label
from raadhus.kernel.doors import door
from raadhus.ui import listing
from raadhus.ui.downloads import table_file
from raadhus.ui.export import Cell
from raadhus.ui.listing import Column


def _columns() -> tuple[Column, ...]:
    return (
        Column("name", _("Lønkilde")),
        Column("subject", _("Indhold")),
        Column("state", _("Status")),
        Column("cpr", _("CPR-numre")),
        Column("last", _("Seneste import")),
    )


@door("workforce.read_sources")
@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    """Show every source; `export` gives the list as a file."""
    viewer, now = actor_of(request), timezone.now()
    found = queries.sources(viewer, now=now)
    export = request.GET.get("export", "")
    if export:
        head = (*(column.label for column in _columns()), _("Ændret"))
        return table_file(export, _("lønkilder"), head, [_row(one) for one in found])
    shown = listing.read(request.GET, _columns()).paged(found)
    return render(request, "workforce/sources/list.html", {"listing": shown, "may_set": queries.may_set(viewer, now)})


def _row(one: Source) -> tuple[Cell, ...]:
    return (
        one.name,
        _(subject_label(one.subject)),
        _("I brug") if one.is_active else _("Ude af brug"),
        one.accepts_cpr,
        one.last_run_at,
        one.changed_at,
    )
