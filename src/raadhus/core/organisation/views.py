"""The pages of the organisation: the tree on any day, a unit, a person, and the import."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from raadhus.core.access.public import actor_of
from raadhus.core.audit.public import trail
from raadhus.core.organisation import queries
from raadhus.core.organisation.actions.importing import import_csv, import_os2mo
from raadhus.core.organisation.forms import ImportForm, asked_day
from raadhus.kernel.doors import door
from raadhus.kernel.errors import DomainError
from raadhus.ui.downloads import table_file
from raadhus.ui.listing import Filter, read

_IMPORTERS = {"csv": import_csv, "os2mo": import_os2mo}


@require_safe
@door("organisation.read")
def tree(request: HttpRequest) -> HttpResponse:
    """Show the tree as it was on the day in the address; `export` gives the units as a file."""
    on = asked_day(request.GET, timezone.localdate())
    if export := request.GET.get("export", ""):
        head = (_("Nøgle"), _("Kortnavn"), _("Navn"), _("Overenhed"), _("Fra"), _("Ophører"))
        rows = [
            (one.key, one.short_name, one.name, one.parent_key, one.period.start, one.period.end)
            for one in queries.units(on)
        ]
        return table_file(export, _("organisation"), head, rows)
    listing = read({"dato": on.isoformat()}, (), (Filter("dato", _("Vis organisationen den"), kind="date"),))
    return render(request, "organisation/tree.html", {"branches": queries.tree(on), "on": on, "listing": listing})


@require_safe
@door("organisation.read")
def unit(request: HttpRequest, key: str) -> HttpResponse:
    """Show a unit on the day in the address, its people and leaders, and its whole history."""
    on = asked_day(request.GET, timezone.localdate())
    context = {"detail": queries.unit_detail(key, on), "on": on, "trail": trail("unit", key)}
    return render(request, "organisation/unit.html", context)


@require_safe
@door("organisation.read")
def person(request: HttpRequest, key: str) -> HttpResponse:
    """Show a person's placements and leaderships."""
    return render(request, "organisation/person.html", {"detail": queries.person_detail(key)})


@require_http_methods(["GET", "HEAD", "POST"])
@door("organisation.import")
def import_file(request: HttpRequest) -> HttpResponse:
    """Import a file, or show what importing it would do; every row is answered."""
    form = ImportForm(request.POST or None, request.FILES or None)
    report = None
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        importer = _IMPORTERS[given["kind"]]
        try:
            report = importer(
                actor=actor_of(request),
                data=given["file"].read(),
                name=given["file"].name,
                dry_run=given["dry_run"],
                now=timezone.now(),
            )
        except DomainError as error:
            form.add_error("file", str(error))
    return render(
        request, "organisation/import.html", {"form": form, "report": report}, status=400 if form.errors else 200
    )
