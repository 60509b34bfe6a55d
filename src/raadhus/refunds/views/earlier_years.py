"""HR tells what a year before raadhus lost."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.kernel.errors import DomainError
from raadhus.refunds.actions.earlier_years import set_earlier_year
from raadhus.refunds.forms.ledger import EarlierYearForm


@require_http_methods(["GET", "HEAD", "POST"])
@door("refunds.set_earlier_year")
def set_year(request: HttpRequest) -> HttpResponse:
    """Show and take the form."""
    form = EarlierYearForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            set_earlier_year(
                actor=actor_of(request),
                year=given["year"],
                lost_ore=given["lost"],
                cases=given["cases"],
                source=given["source"],
                now=timezone.now(),
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Tabet i {year} er oplyst.").format(year=given["year"]))
            return redirect("refunds:ledger")
    return render(request, "refunds/ledger/earlier_year.html", {"form": form}, status=400 if form.errors else 200)
