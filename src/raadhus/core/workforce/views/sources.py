"""Payroll's sources: the list, and one of them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from raadhus.core.access.public import actor_of
from raadhus.core.workforce.actions import sources as actions
from raadhus.core.workforce.forms.sources import ReasonForm
from raadhus.core.workforce.queries import sources as queries
from raadhus.core.workforce.queries.sources import Source
from raadhus.core.workforce.rules.mapping import FIELDS
from raadhus.core.workforce.rules.wording import subject_label
from raadhus.kernel.doors import door
from raadhus.kernel.errors import DomainError
from raadhus.ui import listing
from raadhus.ui.downloads import table_file
from raadhus.ui.export import Cell
from raadhus.ui.listing import Column


def _columns() -> tuple[Column, ...]:
    return (
        Column("name", _("Lønkilde")),
        Column("subject", _("Indhold")),
        Column("state", _("Status")),
        Column("cpr", _("CPR-numre")),
        Column("last", _("Seneste import")),
    )


@door("workforce.read_sources")
@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    """Show every source; `export` gives the list as a file."""
    viewer, now = actor_of(request), timezone.now()
    found = queries.sources(viewer, now=now)
    export = request.GET.get("export", "")
    if export:
        head = (*(column.label for column in _columns()), _("Ændret"))
        return table_file(export, _("lønkilder"), head, [_row(one) for one in found])
    shown = listing.read(request.GET, _columns()).paged(found)
    return render(request, "workforce/sources/list.html", {"listing": shown, "may_set": queries.may_set(viewer, now)})


def _row(one: Source) -> tuple[Cell, ...]:
    return (
        one.name,
        _(subject_label(one.subject)),
        _("I brug") if one.is_active else _("Ude af brug"),
        one.accepts_cpr,
        one.last_run_at,
        one.changed_at,
    )


@door("workforce.read_sources")
@require_safe
def source(request: HttpRequest, key: str) -> HttpResponse:
    """Show one source: its columns, its codes, and what was done to it."""
    return _page(request, key, ReasonForm())


def _page(request: HttpRequest, key: str, form: ReasonForm, status: int = 200) -> HttpResponse:
    found = queries.source(actor_of(request), key, now=timezone.now())
    mapping = found.source.mapping
    columns = [(one.label, mapping.columns.get(one.name, ""), one.is_required) for one in FIELDS[mapping.subject]]
    context = {
        "found": found,
        "source": found.source,
        "subject": subject_label(found.source.subject),
        "columns": columns,
        "codes": sorted(mapping.codes.items()),
        "forms": sorted(mapping.forms.items()),
        "form": form,
    }
    return render(request, "workforce/sources/source.html", context, status=status)


@door("workforce.accept_cpr")
@require_POST
def accept_cpr(request: HttpRequest, key: str) -> HttpResponse:
    """Let CPR numbers stand in the source's files."""
    return _switch(request, key, accepts=True)


@door("workforce.refuse_cpr")
@require_POST
def refuse_cpr(request: HttpRequest, key: str) -> HttpResponse:
    """Refuse CPR numbers again."""
    return _switch(request, key, accepts=False)


def _switch(request: HttpRequest, key: str, *, accepts: bool) -> HttpResponse:
    form = ReasonForm(request.POST)
    if form.is_valid():
        act = actions.accept_cpr if accepts else actions.refuse_cpr
        try:
            act(actor=actor_of(request), key=key, reason=form.cleaned_data["reason"], now=timezone.now())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(
                request, _("CPR-numre kan nu stå i filerne.") if accepts else _("CPR-numre afvises nu i filerne.")
            )
            return redirect("workforce:source", key)
    return _page(request, key, form, 400)
