"""One's own notes and highlights: kept, found, taken along and deleted. Nobody else's are reachable from here."""

from collections.abc import Iterable, Iterator, Mapping
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.kernel.errors import WrongInput
from raadhus.meetings.actions.private import (
    NoteChanged,
    add_highlight,
    delete_note,
    delete_notes,
    remove_highlight,
    save_note,
)
from raadhus.meetings.queries.private import KeptNote, my_notes, note_place
from raadhus.ui.downloads import table_file
from raadhus.ui.export import Cell
from raadhus.ui.listing import Column, Filter, read

_DIGITS = 9


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) <= _DIGITS else 0


def _asks_for_json(request: HttpRequest) -> bool:
    return request.headers.get("Accept") == "application/json"


@door("meetings.keep_notes")
@require_POST
def save(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Keep a note. The script that saves while one writes gets the new revision; a form gets its page again."""
    viewer, now, sent = actor_of(request), timezone.now(), request.POST
    section, text = sent.get("section", ""), sent.get("text", "")
    try:
        revision = save_note(
            actor=viewer,
            item_id=item_id,
            section=section,
            text=text,
            revision=_number(sent.get("revision", "")),
            now=now,
        )
    except NoteChanged as error:
        if _asks_for_json(request):
            return JsonResponse({"said": str(error), "text": error.text, "revision": error.revision}, status=409)
        context = {"item_id": item_id, "section": section, "text": text, "error": error}
        return render(request, "meetings/note_conflict.html", context, status=409)
    except WrongInput as error:
        if _asks_for_json(request):
            return JsonResponse({"said": str(error)}, status=400)
        return render(request, "meetings/note_conflict.html", _kept_text(item_id, sent, error), status=400)
    if _asks_for_json(request):
        return JsonResponse({"said": _("Gemt"), "revision": revision})
    messages.success(request, _("Noten er gemt.") if revision else _("Noten er slettet."))
    return _back(request, item_id, section)


def _kept_text(item_id: UUID, sent: Mapping[str, str], error: WrongInput) -> dict[str, object]:
    names = ("section", "text", "revision")
    return {"item_id": item_id, "error": error, **{name: sent.get(name, "") for name in names}}


def _back(request: HttpRequest, item_id: UUID, section: str = "") -> HttpResponse:
    """Return to the item's page in the room, at the section."""
    where = note_place(viewer=actor_of(request), item_id=item_id, now=timezone.now())
    if where is None:
        return redirect("meetings:notes")
    anchor = f"#note-{section.replace('.', '-') or 'punkt'}"
    return redirect(reverse("meetings:read", args=where) + anchor)


@door("meetings.keep_notes")
@require_POST
def highlight(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Mark a stretch of the item's text."""
    sent = request.POST
    block, section = _number(sent.get("block", "")), sent.get("section", "")
    quote, now = sent.get("quote", ""), timezone.now()
    try:
        made = add_highlight(
            actor=actor_of(request), item_id=item_id, section=section, block=block, quote=quote, now=now
        )
    except WrongInput as error:
        messages.error(request, str(error))
        return _back(request, item_id)
    where = note_place(viewer=actor_of(request), item_id=item_id, now=now)
    return redirect(reverse("meetings:read", args=where) + f"#markering-{made}") if where else _back(request, item_id)


@door("meetings.keep_notes")
@require_POST
def highlight_remove(request: HttpRequest, highlight_id: UUID) -> HttpResponse:
    """Take a highlight away."""
    remove_highlight(actor=actor_of(request), highlight_id=highlight_id, now=timezone.now())
    messages.success(request, _("Markeringen er fjernet."))
    return _to_where_one_was(request)


@door("meetings.keep_notes")
@require_POST
def delete(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """Delete a note."""
    delete_note(actor=actor_of(request), note_id=note_id, now=timezone.now())
    messages.success(request, _("Noten er slettet."))
    return _to_where_one_was(request)


@door("meetings.keep_notes")
@require_POST
def delete_all(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Delete everything that one has kept on a meeting."""
    count = delete_notes(actor=actor_of(request), meeting_id=meeting_id, now=timezone.now())
    messages.success(request, _("%(count)s noter og markeringer er slettet.") % {"count": count})
    return redirect("meetings:notes")


def _to_where_one_was(request: HttpRequest) -> HttpResponse:
    meeting, place = request.POST.get("meeting", ""), _number(request.POST.get("place", ""))
    try:
        return redirect("meetings:read", UUID(meeting), place) if place else redirect("meetings:notes")
    except ValueError:
        return redirect("meetings:notes")


@door("meetings.keep_notes")
@require_GET
def notes(request: HttpRequest) -> HttpResponse:
    """Show one's own notes and highlights, searched, and as a file."""
    columns = (
        Column("meeting", _("Møde")),
        Column("item", _("Punkt")),
        Column("kind", _("Art")),
        Column("text", _("Tekst")),
    )
    listing = read(request.GET.dict(), columns, (Filter("text", _("Tekst")),))
    rows = my_notes(viewer=actor_of(request), now=timezone.now(), text=listing.values.get("text", "").strip())
    if request.GET.get("export"):
        head = [*(column.label for column in columns), _("Ændret"), _("Slettes")]
        return table_file(request.GET["export"], _("Mine noter"), head, _cells(rows))
    return render(request, "meetings/notes.html", {"listing": listing.paged(rows), "days": settings.NOTES_DAYS})


def _cells(rows: Iterable[KeptNote]) -> Iterator[tuple[Cell, ...]]:
    for row in rows:
        kind = _("Note") if row.kind == "note" else _("Markering")
        gone = row.forget_at.date() if row.forget_at else None
        yield (row.meeting, row.item, kind, row.text, timezone.localtime(row.changed_at).date(), gone)
