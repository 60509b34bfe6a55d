"""The municipality's list of job codes: shown, fetched, and taken in whole."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from raadhus.core.access.public import WHOLE_HOUSE, actor_of, may
from raadhus.kernel.doors import door
from raadhus.kernel.errors import DomainError
from raadhus.personnel.actions.settings import set_occupations
from raadhus.personnel.forms.releases import OccupationsForm
from raadhus.personnel.queries.missing_codes import codes_without_group
from raadhus.personnel.queries.settings import listed_occupations
from raadhus.personnel.readers.occupation_table import HEAD, cells, read_occupations
from raadhus.ui import listing
from raadhus.ui.downloads import table_file


@door("personnel.read_settings")
@require_safe
def occupations(request: HttpRequest) -> HttpResponse:
    """Show the list of job codes; `export` gives it in the form that can be taken in again."""
    viewer, now = actor_of(request), timezone.now()
    lines = listed_occupations(viewer, now=now)
    groups = tuple((one, one) for one in sorted({line.group for line in lines}))
    filters = (listing.Filter("group", _("Gruppe"), groups or (("", ""),)),)
    columns = (
        listing.Column("code", _("Koden begynder med")),
        listing.Column("group", _("Gruppe")),
        listing.Column("administrative", _("Administrativ")),
        listing.Column("start", _("Fra")),
        listing.Column("end", _("Til")),
    )
    shown = listing.read(request.GET, columns, filters)
    wanted = [line for line in lines if shown.values["group"] in {"", line.group}]
    if export := request.GET.get("export", ""):
        return table_file(export, _("stillingskoder"), HEAD, map(cells, wanted))
    context = {
        "listing": shown.paged([(line, *cells(line)[3:]) for line in wanted]),
        "missing": codes_without_group(viewer, now=now),
        "may_set": may(viewer, "personnel.set_occupations", unit=WHOLE_HOUSE, now=now),
    }
    return render(request, "personnel/releases/occupations.html", context)


@door("personnel.set_occupations")
@require_http_methods(["GET", "HEAD", "POST"])
def change_occupations(request: HttpRequest) -> HttpResponse:
    """Take a whole list of job codes in, or nothing of it."""
    form = OccupationsForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            lines = read_occupations(form.cleaned_data["document"].read())
            count = set_occupations(actor=actor_of(request), lines=lines, now=timezone.now())
        except DomainError as error:
            form.add_error("document", str(error))
        else:
            messages.success(request, _("Listen har nu %(count)s linjer.") % {"count": count})
            return redirect("personnel:occupations")
    context = {"form": form}
    return render(request, "personnel/releases/change_occupations.html", context, status=400 if form.errors else 200)
