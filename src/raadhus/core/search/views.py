"""The search page: one GET form, its answer, and the same answer as a file."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from raadhus.core.search import queries
from raadhus.core.search.forms import Asked, asked
from raadhus.core.search.queries import Answer, Choice
from raadhus.kernel.actors import PUBLIC, Actor
from raadhus.kernel.doors import door
from raadhus.ui.downloads import table_file
from raadhus.ui.export import Cell
from raadhus.ui.listing import Filter, Listing

MOST_EXPORTED = 5_000


@require_GET
@door("search.find")
def find(request: HttpRequest) -> HttpResponse:
    """Show what was found, one page at a time; `export` gives it all as CSV or XLSX."""
    wanted = asked(request.GET)
    export = request.GET.get("export", "")
    if export:
        return table_file(
            export, _("søgning"), _head(), _rows(_search(request, replace(wanted, page=1), MOST_EXPORTED))
        )
    answer = _search(request, wanted, queries.PAGE_SIZE)
    return render(
        request, "search/find.html", {"answer": answer, "listing": _listing(wanted, answer), "wanted": wanted}
    )


def _search(request: HttpRequest, wanted: Asked, page_size: int) -> Answer:
    viewer: Actor = getattr(request, "actor", PUBLIC)
    return queries.search(
        viewer,
        wanted.text,
        now=timezone.now(),
        kind=wanted.kind,
        body=wanted.body,
        date_from=wanted.date_from,
        date_to=wanted.date_to,
        page=wanted.page,
        page_size=page_size,
    )


def _listing(wanted: Asked, answer: Answer) -> Listing:
    """Return the answer as the list components know it. Only what the viewer found can be chosen."""
    filters = (
        Filter("q", _("Søg efter")),
        Filter("kind", _("Slags"), _choices(answer.kinds, wanted.kind)),
        Filter("body", _("Organ"), _choices(answer.bodies, wanted.body)),
        Filter("from", _("Fra og med"), kind="date"),
        Filter("to", _("Til og med"), kind="date"),
    )
    values = {
        "q": wanted.text,
        "kind": wanted.kind or "",
        "body": wanted.body or "",
        "from": wanted.date_from.isoformat() if wanted.date_from else "",
        "to": wanted.date_to.isoformat() if wanted.date_to else "",
    }
    return Listing(
        columns=(),
        filters=filters,
        values=values,
        page=answer.page,
        page_size=queries.PAGE_SIZE,
        total=answer.total,
        rows=answer.hits,
        exports=("csv", "xlsx") if answer.total else (),
    )


def _choices(found: tuple[Choice, ...], chosen: str | None) -> tuple[tuple[str, str], ...]:
    """Return the choices with their counts; the chosen one stays even when nothing has it any more."""
    choices = [(choice.value, f"{choice.label} ({choice.count})") for choice in found]
    if chosen and chosen not in {choice.value for choice in found}:
        choices.append((chosen, f"{chosen} (0)"))
    return tuple(choices) or (("", _("Alle")),)


def _head() -> tuple[str, ...]:
    return (_("Dato"), _("Slags"), _("Organ"), _("Titel"), _("Tekst"), _("Adresse"))


def _rows(answer: Answer) -> list[tuple[Cell, ...]]:
    return [
        (
            hit.date,
            hit.kind_label,
            hit.body,
            "".join(fragment.text for fragment in hit.title),
            "".join(fragment.text for fragment in hit.snippet),
            hit.url,
        )
        for hit in answer.hits
    ]
