"""Releases: the list with what is going on now, one release with what it was made of, and starting one."""

import json

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from raadhus.core.access.public import WHOLE_HOUSE, actor_of, may
from raadhus.kernel.doors import door
from raadhus.personnel.actions.starting import start_release
from raadhus.personnel.queries import releases as queries
from raadhus.personnel.queries.findings import READ as READ_FINDINGS
from raadhus.personnel.queries.releases import ReleaseShown
from raadhus.ui import listing
from raadhus.ui.downloads import table_file
from raadhus.ui.export import Cell
from raadhus.ui.listing import Column, Filter


@door("personnel.read_releases")
@require_safe
def releases(request: HttpRequest) -> HttpResponse:
    """Show every try, the newest first; while one runs, its progress is asked for again and again."""
    viewer, now = actor_of(request), timezone.now()
    found = queries.releases(viewer, now=now)
    states = (("published", _("Udgivet")), ("refused", _("Standset")), ("running", _("Er i gang")))
    columns = (
        Column("number", _("Udgivelse")),
        Column("months", _("Måneder")),
        Column("state", _("Tilstand")),
        Column("shown", _("Viste tal"), numeric=True),
        Column("hidden", _("Skjulte"), numeric=True),
        Column("found", _("Fund"), numeric=True),
        Column("when", _("Hvornår")),
    )
    shown = listing.read(request.GET, columns, (Filter("state", _("Tilstand"), states),))
    running = next((one for one in found if one.state == "running"), None)
    if request.headers.get("HX-Request") and "fremdrift" in request.GET:
        return render(request, "personnel/releases/progress.html", {"running": running})
    wanted = [one for one in found if shown.values["state"] in {"", one.state}]
    if export := request.GET.get("export", ""):
        return table_file(export, _("udgivelser af personaletal"), [one.label for one in columns], map(_row, wanted))
    may_release = may(viewer, queries.MAKE, unit=WHOLE_HOUSE, now=now)
    context = {
        "listing": shown.paged(wanted),
        "running": running,
        "may_release": may_release,
        "may_find": may(viewer, READ_FINDINGS, unit=WHOLE_HOUSE, now=now),
        "any": bool(found),
    }
    return render(request, "personnel/releases/releases.html", context)


def _row(one: ReleaseShown) -> tuple[Cell, ...]:
    months = f"{one.first_month} til {one.last_month}" if one.first_month else ""
    return (one.number, months, one.label, one.shown, one.hidden, one.findings, one.started_at)


@door("personnel.read_releases")
@require_safe
def release(request: HttpRequest, number: int) -> HttpResponse:
    """Show what a release holds and what it was made of; `manifest` gives the manifest as a file."""
    found = queries.release(actor_of(request), number, now=timezone.now())
    if "manifest" in request.GET:
        text = json.dumps(found.manifest, ensure_ascii=False, indent=1, sort_keys=True)
        answer = HttpResponse(text, content_type="application/json")
        answer["Content-Disposition"] = f'attachment; filename="manifest-{number}.json"'
        return answer
    return render(request, "personnel/releases/release.html", {"found": found})


@door("personnel.release")
@require_POST
def start(request: HttpRequest) -> HttpResponse:
    """Start a release as a process of its own; the page tells how far it is."""
    start_release(actor=actor_of(request), now=timezone.now())
    messages.success(request, _("Udgivelsen er sat i gang. Siden viser, hvor langt den er."))
    return redirect("personnel:releases")
