"""What stops the figures, or is to be looked at."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from raadhus.core.access.public import WHOLE_HOUSE, actor_of, may
from raadhus.kernel.doors import door
from raadhus.personnel.queries import findings as queries
from raadhus.personnel.queries.findings import FindingShown
from raadhus.personnel.rules.checks.findings import Check, Severity
from raadhus.ui import listing
from raadhus.ui.downloads import table_file
from raadhus.ui.export import Cell
from raadhus.ui.listing import Column, Filter


@door("personnel.read_findings")
@require_safe
def findings(request: HttpRequest) -> HttpResponse:
    """Show what the newest try found, what stops first; `export` gives the list as a file."""
    viewer, now = actor_of(request), timezone.now()
    found = queries.findings_of_newest(viewer, now=now)
    columns = (Column("kind", _("Fund")), Column("sentence", _("Hvad og hvor")), Column("standing", _("Tilstand")))
    states = (*((one.value, _(one.label)) for one in Severity), ("accepted", _("Godtaget")))
    kinds = tuple((one.value, _(one.label)) for one in Check)
    filters = (Filter("standing", _("Tilstand"), states), Filter("check", _("Fund"), kinds))
    shown = listing.read(request.GET, columns, filters)
    standing, check = shown.values["standing"], shown.values["check"]
    wanted = [one for one in found.findings if standing in {"", one.standing} and check in {"", one.check}]
    if export := request.GET.get("export", ""):
        head = [_("Fund"), _("Hvor"), _("Fra"), _("Antal"), _("Hvad og hvor"), _("Tilstand"), _("Begrundelse")]
        return table_file(export, _("fund i løndata"), head, map(_row, wanted))
    may_accept = may(viewer, queries.ACCEPT, unit=WHOLE_HOUSE, now=now)
    context = {"listing": shown.paged(wanted), "found": found, "may_accept": may_accept}
    return render(request, "personnel/releases/findings.html", context)


def _row(one: FindingShown) -> tuple[Cell, ...]:
    return (_(one.kind), one.place, one.day, one.count, one.sentence, one.label, one.reason)
