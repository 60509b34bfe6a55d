"""The pages of case files."""

from datetime import date
from functools import partial
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from raadhus.core.cases.actions import cases as actions
from raadhus.core.cases.forms import ClosedForm, LinkForm, NewForm, OwnerForm, RenameForm
from raadhus.core.cases.queries import cases as queries
from raadhus.core.cases.queries.shapes import Case
from raadhus.core.cases.views.acting import Act, actor_of, done, owners
from raadhus.kernel.doors import door
from raadhus.kernel.errors import DomainError
from raadhus.ui import downloads, listing

PAGE = "cases:case"


def _columns() -> tuple[listing.Column, ...]:
    return (
        listing.Column("number", _("Sagsnummer"), sortable=True),
        listing.Column("title", _("Titel"), sortable=True),
        listing.Column("owner", _("Ansvarlig"), sortable=True),
        listing.Column("kle", _("KLE"), sortable=True),
        listing.Column("opened", _("Åbnet"), sortable=True),
    )


def _filters(known: queries.Choices) -> tuple[listing.Filter, ...]:
    return (
        listing.Filter("words", _("Titel eller nummer")),
        listing.Filter("owner", _("Ansvarlig"), known.owners or (("", ""),)),
        listing.Filter("unit", _("Enhed"), tuple((key, key) for key in known.units) or (("", ""),)),
        listing.Filter("state", _("Tilstand"), (("open", _("Åbne")), ("closed", _("Afsluttede")))),
        listing.Filter("kle", _("KLE begynder med")),
        listing.Filter("from", _("Åbnet fra"), kind="date"),
        listing.Filter("to", _("Åbnet til"), kind="date"),
    )


@require_safe
@door("cases.read")
def show_list(request: HttpRequest) -> HttpResponse:
    """Show the cases that the viewer may see; `export` gives them as a file."""
    viewer, now = actor_of(request), timezone.now()
    shown = listing.read(request.GET, _columns(), _filters(queries.choices(viewer, now)), sort="-opened")
    found = queries.cases(viewer, _asked(shown), now=now)
    export = request.GET.get("export", "")
    if export:
        return downloads.table_file(export, _("sager"), _head(), [_row(one) for one in found[:]])
    sized = shown.shown((), len(found))
    first = (sized.page - 1) * sized.page_size
    rows = found[first : first + sized.page_size]
    return render(request, "cases/list.html", {"listing": sized.shown(rows, sized.total)})


def _asked(shown: listing.Listing) -> queries.Asked:
    values = shown.values
    key, descends = shown.ordering
    return queries.Asked(
        words=values["words"],
        unit_key=values["unit"],
        owner_key=values["owner"],
        kle=values["kle"],
        state=values["state"],
        opened_from=shown.day("from"),
        opened_to=shown.day("to"),
        sort=key,
        descending=descends,
    )


def _head() -> tuple[str, ...]:
    return (_("Sagsnummer"), _("Titel"), _("Ansvarlig"), _("Enhed"), _("KLE"), _("Åbnet"), _("Afsluttet"), _("Lukket"))


def _row(one: Case) -> tuple[str | date | bool | None, ...]:
    return (
        one.case_number,
        one.title,
        one.owner,
        one.unit_key,
        one.kle_number,
        one.opened_date,
        one.closed_date,
        one.closed_to_public,
    )


@require_safe
@door("cases.read")
def show(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show one case with what belongs to it, its history, and what the viewer may do about it."""
    found = queries.case(actor_of(request), str(key), now=timezone.now())
    return render(request, "cases/case.html", {"found": found, "case": found.case, "acts": _acts(request, found)})


def _acts(request: HttpRequest, found: queries.Detail) -> list[Act]:
    if not found.may_change:
        return []
    one = found.case
    at = partial(reverse, args=[one.key])
    renamed = {"title": one.title, "kle_number": one.kle_number}
    owned = {"owner_key": one.owner_key, "unit_key": one.unit_key}
    others = queries.linkable(actor_of(request), one.key, timezone.now())
    acts = [
        Act(_("Ret titel"), at("cases:rename"), RenameForm(initial=renamed, auto_id="rename-%s")),
        Act(_("Skift ansvarlig"), at("cases:change_owner"), OwnerForm(initial=owned, auto_id="owner-%s", **owners())),
        Act(_("Knyt til en anden sag"), at("cases:link"), LinkForm(others=others, auto_id="link-%s")),
        Act(_("Genåbn sagen"), at("cases:reopen")) if one.closed_date else Act(_("Afslut sagen"), at("cases:close")),
    ]
    closing = _("Åbn for alle medarbejdere") if one.closed_to_public else _("Luk for offentligheden")
    turned = ClosedForm(initial={"closed": "" if one.closed_to_public else "yes"})
    return [*acts, Act(closing, at("cases:set_closed"), turned, is_button=True)]


@require_http_methods(["GET", "HEAD", "POST"])
@door("cases.open")
def create(request: HttpRequest) -> HttpResponse:
    """Open a new case."""
    form = NewForm(request.POST or None, **owners())
    form.fields["case_number"].help_text = _("For eksempel {example}").format(example=settings.CASE_NUMBER_EXAMPLE)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.open_case(actor=actor_of(request), now=timezone.now(), **form.cleaned_data)
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Sagen er oprettet."))
            return redirect(made.url)
    return render(request, "cases/open.html", {"form": form}, status=400 if form.errors else 200)


@require_POST
@door("cases.rename")
def rename(request: HttpRequest, key: UUID) -> HttpResponse:
    """Give it another title."""
    return done(request, (PAGE, key), RenameForm(request.POST), actions.rename_case, _("Titlen er rettet."))


@require_POST
@door("cases.change_owner")
def change_owner(request: HttpRequest, key: UUID) -> HttpResponse:
    """Give it to another owner."""
    form = OwnerForm(request.POST, **owners())
    return done(request, (PAGE, key), form, actions.change_owner, _("Sagen har fået en ny ansvarlig."))


@require_POST
@door("cases.close")
def close(request: HttpRequest, key: UUID) -> HttpResponse:
    """Close it."""
    return done(request, (PAGE, key), None, actions.close_case, _("Sagen er afsluttet."))


@require_POST
@door("cases.reopen")
def reopen(request: HttpRequest, key: UUID) -> HttpResponse:
    """Open it again."""
    return done(request, (PAGE, key), None, actions.reopen_case, _("Sagen er åben igen."))


@require_POST
@door("cases.set_closed")
def set_closed(request: HttpRequest, key: UUID) -> HttpResponse:
    """Close it to the public, or open it to every employee: the page says which."""
    act = partial(actions.set_closed_to_public, closed=request.POST.get("closed") == "yes")
    return done(request, (PAGE, key), None, act, _("Sagens adgang er ændret."))


@require_POST
@door("cases.link")
def link(request: HttpRequest, key: UUID) -> HttpResponse:
    """Link it to another."""
    others = queries.linkable(actor_of(request), str(key), timezone.now())
    return done(
        request, (PAGE, key), LinkForm(request.POST, others=others), actions.link_cases, _("Sagerne er knyttet sammen.")
    )


@require_POST
@door("cases.link")
def unlink(request: HttpRequest, key: UUID) -> HttpResponse:
    """Take a link away."""
    act = partial(actions.unlink_cases, other_key=request.POST.get("other_key", ""))
    return done(request, (PAGE, key), None, act, _("Sagerne er ikke længere knyttet sammen."))
