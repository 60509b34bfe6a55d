"""Files of figures from outside that were taken in: one of them, and undoing the newest."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from raadhus.core.access.public import WHOLE_HOUSE, actor_of, may
from raadhus.kernel.doors import door
from raadhus.kernel.errors import DomainError
from raadhus.personnel.actions import undoing_imports as actions
from raadhus.personnel.forms.references import UndoImportForm
from raadhus.personnel.queries import reference_imports as queries
from raadhus.personnel.queries.references import UNDO


@require_safe
@door("personnel.read_references")
def reference_import(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show what became of one file, and how it was read."""
    viewer, now = actor_of(request), timezone.now()
    found = queries.import_shown(viewer, str(key), now)
    may_undo = found.may_undo and may(viewer, UNDO, unit=WHOLE_HOUSE, now=now)
    return render(request, "personnel/references/one_import.html", {"found": found, "may_undo": may_undo})


@require_http_methods(["GET", "HEAD", "POST"])
@door("personnel.undo_references")
def undo_import(request: HttpRequest, key: UUID) -> HttpResponse:
    """Undo the newest import, with a reason."""
    viewer, now = actor_of(request), timezone.now()
    found = queries.import_shown(viewer, str(key), now)
    form = UndoImportForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.undo_import(actor=viewer, key=str(key), reason=form.cleaned_data["reason"], now=now)
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Indlæsningen er fortrudt; tallene fra før gælder igen."))
            return redirect("personnel:reference_import", key)
    context = {"form": form, "found": found}
    return render(request, "personnel/references/undo.html", context, status=400 if form.errors else 200)
