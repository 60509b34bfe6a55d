"""One payroll source: its page, and whether CPR numbers may stand in its files."""

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
from raadhus.core.workforce.rules.mapping import FIELDS
from raadhus.core.workforce.rules.wording import subject_label
from raadhus.kernel.doors import door
from raadhus.kernel.errors import DomainError


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
