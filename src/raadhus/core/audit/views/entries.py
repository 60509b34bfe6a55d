"""The log, and one entry of it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from raadhus.core.audit.forms import asked
from raadhus.core.audit.queries import log
from raadhus.kernel.doors import door
from raadhus.ui.downloads import table_file
from raadhus.ui.listing import Column, Filter, Listing, read

MOST_EXPORTED = 100_000


def _listing(request: HttpRequest) -> Listing:
    columns = (
        Column("sequence", _("Nr."), numeric=True),
        Column("at", _("Tidspunkt")),
        Column("actor", _("Hvem")),
        Column("sentence", _("Hvad")),
        Column("subject", _("Om")),
    )
    filters = (
        Filter("actor", _("Hvem"), log.known_actors() or (("", ""),)),
        Filter("event", _("Hændelse"), tuple((name, name) for name in log.known_events()) or (("", ""),)),
        Filter("kind", _("Om en"), tuple((name, name) for name in log.known_subject_kinds()) or (("", ""),)),
        Filter("subject", _("Nøgle")),
        Filter("from", _("Fra og med"), kind="date"),
        Filter("to", _("Til og med"), kind="date"),
    )
    return read(request.GET, columns, filters)


@require_safe
@door("audit.read")
def entries(request: HttpRequest) -> HttpResponse:
    """Show the log, newest first, narrowed as asked; `export` gives it as a file."""
    listing = _listing(request)
    wanted = asked(listing.values)
    if export := request.GET.get("export", ""):
        found = log.log(wanted, first=0, count=MOST_EXPORTED)
        head = (_("Nr."), _("Tidspunkt"), _("Hvem"), _("Hændelse"), _("Om"), _("Hvad"))
        rows = [
            (row.sequence, row.at, row.actor_name, row.event, row.subject_label, row.sentence) for row in found.rows
        ]
        return table_file(export, _("revisionsspor"), head, rows)
    shown = listing.shown((), log.log(wanted, first=0, count=0).total)
    page = log.log(wanted, first=(shown.page - 1) * shown.page_size, count=shown.page_size)
    return render(request, "audit/entries.html", {"listing": listing.shown(page.rows, page.total)})


@require_safe
@door("audit.read")
def entry(request: HttpRequest, sequence: int) -> HttpResponse:
    """Show one entry with everything it holds."""
    return render(request, "audit/entry.html", {"detail": log.entry(sequence)})
