"""Where series of figures begin, and naming the one that waits."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from raadhus.core.access.public import WHOLE_HOUSE, actor_of, may
from raadhus.kernel.doors import door
from raadhus.personnel.actions.naming_series import name_series
from raadhus.personnel.forms.series import SeriesForm
from raadhus.personnel.queries import naming_series as queries
from raadhus.ui import listing
from raadhus.ui.asking import filled_in
from raadhus.ui.downloads import table_file
from raadhus.ui.listing import Column


@door("personnel.read_releases")
@require_safe
def all_series(request: HttpRequest) -> HttpResponse:
    """Show every new series, the newest first, and what waits for a name; `export` gives the list as a file."""
    viewer, now = actor_of(request), timezone.now()
    found, waiting = queries.all_series(viewer, now=now)
    columns = (Column("day", _("Fra")), Column("text", _("Hvad der er nyt")), Column("figures", _("Tal")))
    shown = listing.read(request.GET, columns, ())
    if export := request.GET.get("export", ""):
        rows = ((one.day, one.text, one.figures) for one in found)
        return table_file(export, _("serier af personaletal"), [one.label for one in columns], rows)
    may_name = may(viewer, queries.NAME_SERIES, unit=WHOLE_HOUSE, now=now)
    context = {"listing": shown.paged(found), "waiting": waiting, "may_name": may_name}
    return render(request, "personnel/releases/series.html", context)


@door("personnel.name_series")
@require_http_methods(["GET", "HEAD", "POST"])
def name(request: HttpRequest) -> HttpResponse:
    """Say what the new series is and when it begins; the form begins with what changed."""
    actor, now = actor_of(request), timezone.now()
    asked = queries.series_to_name(actor, now=now)
    begin = {"start": asked.start.isoformat(), "text": asked.text}
    form = SeriesForm(request.POST or None, days=asked.days, initial=begin)
    if filled_in(
        request,
        form,
        lambda: name_series(actor=actor, text=form.cleaned_data["text"], start=form.day(), now=now),
        _("Serien har fået sit navn. Udgiv tallene igen."),
    ):
        return redirect("personnel:series")
    context = {"form": form, "asked": asked}
    return render(request, "personnel/releases/name_series.html", context, status=400 if form.errors else 200)
