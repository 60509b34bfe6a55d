"""How long payroll's facts are kept, what would be deleted today, and what was deleted."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from raadhus.core.access.public import actor_of
from raadhus.core.workforce.actions import retention as actions
from raadhus.core.workforce.forms.retention import RetentionForm
from raadhus.core.workforce.queries import retention as queries
from raadhus.core.workforce.rules.retention import Kept
from raadhus.kernel.doors import door
from raadhus.kernel.errors import DomainError
from raadhus.ui import listing
from raadhus.ui.downloads import table_file
from raadhus.ui.listing import Column


@door("workforce.read_retention")
@require_safe
def retention(request: HttpRequest) -> HttpResponse:
    """Show the periods, and what would be deleted today."""
    viewer, now = actor_of(request), timezone.now()
    today = timezone.localdate(now)
    dues = queries.due(viewer, today=today, now=now)
    context = {
        "spans": queries.retention(viewer, today=today, now=now),
        "dues": dues,
        "total": sum(one.rows for one in dues),
        "may_set": queries.may_set_retention(viewer, now),
        "may_forget": queries.may_forget(viewer, now),
    }
    return render(request, "workforce/retention/retention.html", context)


@door("workforce.set_retention")
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest) -> HttpResponse:
    """Set how long something is kept from a day on."""
    now = timezone.now()
    today = timezone.localdate(now)
    asked = {"kept": request.GET.get("kept", ""), "start": today}
    form = RetentionForm(request.POST or None, initial=asked)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            actions.set_retention(
                actor=actor_of(request),
                kept=Kept(given["kept"]),
                months=given["months"],
                start=given["start"],
                ground=given["ground"],
                today=today,
                now=now,
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Slettefristen er sat."))
            return redirect("workforce:retention")
    return render(request, "workforce/retention/change.html", {"form": form}, status=400 if form.errors else 200)


@door("workforce.forget")
@require_POST
def forget(request: HttpRequest) -> HttpResponse:
    """Delete now what would otherwise be deleted tonight."""
    now = timezone.now()
    gone = actions.forget(actor=actor_of(request), today=timezone.localdate(now), now=now)
    rows = sum(one.rows for one in gone)
    said = ngettext("%(rows)s række er slettet.", "%(rows)s rækker er slettet.", rows) % {"rows": rows}
    messages.success(request, said if rows else _("Der var intet at slette."))
    return redirect("workforce:forgettings")


@door("workforce.read_retention")
@require_safe
def forgettings(request: HttpRequest) -> HttpResponse:
    """Show what was deleted, newest first; `export` gives it as a file."""
    found = queries.forgettings(actor_of(request), now=timezone.now())
    columns = (
        Column("at", _("Slettet")),
        Column("kept", _("Hvad")),
        Column("before", _("Alt fra før")),
        Column("rows", _("Rækker"), numeric=True),
    )
    export = request.GET.get("export", "")
    if export:
        rows = [(one.at, _(one.kept.label), one.before, one.rows) for one in found]
        return table_file(export, _("slettede løndata"), [column.label for column in columns], rows)
    shown = listing.read(request.GET, columns).paged(found)
    return render(request, "workforce/retention/forgettings.html", {"listing": shown})
