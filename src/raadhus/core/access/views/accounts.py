"""Accounts and roles: the list, one account, and what an administrator does with them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from raadhus.core.access.actions.accounts import close_account, create_account, reopen_account
from raadhus.core.access.forms import CreateAccountForm, GrantRoleForm
from raadhus.core.access.queries import accounts as queries
from raadhus.core.access.queries.requests import actor_of
from raadhus.core.access.queries.units import unit_choices
from raadhus.kernel.doors import door
from raadhus.kernel.errors import DomainError
from raadhus.kernel.roles import Role
from raadhus.ui.downloads import table_file
from raadhus.ui.listing import Column, Filter, read


@door("access.read_accounts")
@require_safe
def account_list(request: HttpRequest) -> HttpResponse:
    """List accounts, found by text, role and whether they are open; also as a file."""
    columns = (
        Column("name", _("Navn"), sortable=True),
        Column("email", _("E-mail"), sortable=True),
        Column("roles", _("Roller i dag")),
        Column("latest_login_at", _("Senest logget ind"), sortable=True),
    )
    roles = tuple((role.value, _(role.label)) for role in Role if role not in {Role.EMPLOYEE, Role.PUBLIC})
    filters = (
        Filter("text", _("Navn eller e-mail")),
        Filter("role", _("Rolle"), roles),
        Filter("standing", _("Konto"), (("open", _("Åben")), ("closed", _("Lukket")))),
    )
    listing = read(request.GET, columns, filters, sort="name")
    rows = queries.accounts(
        viewer=actor_of(request),
        text=listing.values["text"],
        role=listing.values["role"],
        standing=listing.values["standing"],
        ordering=listing.ordering,
        now=timezone.now(),
    )
    if "export" in request.GET:
        cells = [
            (row.name, row.email, ", ".join(_(role.label) for role in row.roles), row.latest_login_at) for row in rows
        ]
        return table_file(request.GET["export"], _("Konti"), [column.label for column in columns], cells)
    offers_new = queries.may_create_account(actor_of(request), timezone.now())
    return render(request, "access/accounts.html", {"listing": listing.paged(rows), "offers_new": offers_new})


@door("access.read_accounts")
@require_safe
def account_page(request: HttpRequest, person_key: str) -> HttpResponse:
    """Show one account with its roles."""
    return show_account(request, person_key, None, 200)


@door("access.create_account")
@require_http_methods(["GET", "HEAD", "POST"])
def new_account(request: HttpRequest) -> HttpResponse:
    """Show the form for a new account, and make it."""
    form = CreateAccountForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            create_account(
                actor=actor_of(request),
                person_key=given["person_key"],
                name=given["name"],
                email=given["email"],
                password=given["password"] or None,
                now=timezone.now(),
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Kontoen er oprettet."))
            return redirect("access:account", given["person_key"])
    return render(request, "access/account_new.html", {"form": form}, status=400 if form.errors else 200)


@door("access.close_account")
@require_POST
def close(request: HttpRequest, person_key: str) -> HttpResponse:
    """Close an account."""
    close_account(actor=actor_of(request), person_key=person_key, now=timezone.now())
    return redirect("access:account", person_key)


@door("access.close_account")
@require_POST
def reopen(request: HttpRequest, person_key: str) -> HttpResponse:
    """Open a closed account again."""
    reopen_account(actor=actor_of(request), person_key=person_key, now=timezone.now())
    return redirect("access:account", person_key)


def show_account(request: HttpRequest, person_key: str, form: GrantRoleForm | None, status: int) -> HttpResponse:
    """Answer with an account's page; `form` is a grant that was refused."""
    now = timezone.now()
    today = timezone.localdate(now)
    page = queries.account(viewer=actor_of(request), person_key=person_key, now=now)
    form = form or GrantRoleForm(units=unit_choices(today), today=today)
    return render(request, "access/account.html", {"page": page, "form": form, "today": today}, status=status)
