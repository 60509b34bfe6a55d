"""Reference values from outside: the list with its filters, and the versions of one value."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from raadhus.core.access.public import WHOLE_HOUSE, actor_of, may
from raadhus.kernel.doors import door
from raadhus.personnel.queries import references as queries
from raadhus.personnel.queries.references import ReferenceShown, Wanted
from raadhus.personnel.rules.benchmarks.references import ReferenceValue
from raadhus.ui import listing
from raadhus.ui.downloads import table_file
from raadhus.ui.export import Cell
from raadhus.ui.listing import Column, Filter

_DIGITS = 4
# The headings of our own format, so that what is fetched can be taken in again.
_HEAD = (
    "kilde",
    "definition",
    "år",
    "værdi",
    "enhed",
    "henvisning",
    "område",
    "gruppe",
    "version",
    "sikkerhed",
    "bemærkning",
)


@require_safe
@door("personnel.read_references")
def references(request: HttpRequest) -> HttpResponse:
    """Show the newest version of each value; `export` gives every version in the form that can be taken in again."""
    viewer, now = actor_of(request), timezone.now()
    known = queries.choices(viewer, now)
    filters = (
        Filter("definition", _("Definition"), known["definition"]),
        Filter("source", _("Kilde"), known["source"]),
        Filter("year", _("År"), known["year"]),
        Filter("area", _("Område"), known["area"]),
        Filter("group", _("Gruppe"), known["group"]),
    )
    columns = (
        Column("name", _("Hvad")),
        Column("source", _("Kilde")),
        Column("area", _("Område og gruppe")),
        Column("year", _("År"), numeric=True),
        Column("value", _("Tal"), numeric=True),
        Column("origin", _("Hvor det er læst")),
    )
    shown = listing.read(request.GET, columns, filters)
    wanted = Wanted(**shown.values)
    if export := request.GET.get("export", ""):
        rows = map(_row, queries.every_version(viewer, wanted, now))
        return table_file(export, _("sammenligningstal"), _HEAD, rows)
    lines = [(one, _history_url(one.value)) for one in queries.reference_list(viewer, wanted, now)]
    may_import = may(viewer, queries.IMPORT, unit=WHOLE_HOUSE, now=now)
    context = {"listing": shown.paged(lines), "may_import": may_import}
    return render(request, "personnel/references/references.html", context)


def _row(one: ReferenceShown) -> tuple[Cell, ...]:
    value = one.value
    return (
        value.source,
        value.definition,
        value.year,
        value.value,
        value.unit.label,
        value.origin,
        value.area,
        value.group,
        value.version,
        value.certainty.value,
        value.note,
    )


def _history_url(value: ReferenceValue) -> str:
    asked = {"year": value.year, **value.key._asdict()}
    return f"{reverse('personnel:reference')}?{urlencode(asked)}"


@require_safe
@door("personnel.read_references")
def reference(request: HttpRequest) -> HttpResponse:
    """Show the versions of one value, with where each came from and what it may be held against."""
    found = queries.history(actor_of(request), queries.key_of(request.GET), _year(request), timezone.now())
    return render(request, "personnel/references/reference.html", {"newest": found[0], "versions": found})


def _year(request: HttpRequest) -> int:
    text = request.GET.get("year", "")
    return int(text) if len(text) == _DIGITS and text.isascii() and text.isdigit() else 0
