"""Annotations: the list, writing one, removing one and putting it back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from raadhus.core.access.public import actor_of, may
from raadhus.kernel.doors import door
from raadhus.personnel.forms.around import measure_choices
from raadhus.personnel.queries.annotations import ANNOTATE, NotesAsked, NoteShown, annotations
from raadhus.personnel.queries.places import units_read
from raadhus.ui import listing
from raadhus.ui.downloads import table_file
from raadhus.ui.export import Cell
from raadhus.ui.listing import Column, Filter


@door("personnel.read")
@require_safe
def notes(request: HttpRequest) -> HttpResponse:
    """Show the notes that the viewer may see, the newest month first; `export` gives the list as a file."""
    viewer, now = actor_of(request), timezone.now()
    may_write = may(viewer, ANNOTATE, now=now)
    filters = [
        Filter("text", _("Tekst")),
        Filter("unit", _("Enhed"), units_read(viewer, now) or (("", ""),)),
        Filter("measure", _("Mål"), tuple(measure_choices())),
    ]
    if may_write:
        filters.append(Filter("state", _("Tilstand"), (("removed", _("Fjernede")),)))
    columns = (Column("month", _("Måned")), Column("text", _("Bemærkning")), Column("unit", _("Enhed og mål")))
    shown = listing.read(request.GET, columns, filters)
    asked = shown.values
    is_removed = asked.get("state") == "removed"
    found = annotations(viewer, now, NotesAsked(asked["text"], asked["unit"], asked["measure"], removed=is_removed))
    if export := request.GET.get("export", ""):
        head = [_("Måned"), _("Bemærkning"), _("Enhed"), _("Mål"), _("Skrevet af")]
        return table_file(export, _("bemærkninger"), head, map(_row, found))
    context = {"listing": shown.paged(found), "may_write": may_write, "is_removed": is_removed}
    return render(request, "personnel/around/annotations.html", context)


def _row(one: NoteShown) -> tuple[Cell, ...]:
    return (one.month_label, one.text, one.unit, one.measure_label, one.written_by)
