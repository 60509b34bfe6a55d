"""The calculation of a case as an appendix to a letter: on the screen to be printed, and as PDF."""

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.refunds.queries.appendix import appendix_of
from raadhus.refunds.queries.detail import case as case_of
from raadhus.refunds.writer.appendix_pdf import write_appendix


@require_safe
@door("refunds.read_cases")
def appendix(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show the appendix as it is printed."""
    found = case_of(actor_of(request), str(key), timezone.now())
    return render(request, "refunds/cases/appendix.html", {"appendix": appendix_of(found), "one": found.row})


@require_safe
@door("refunds.read_cases")
def appendix_pdf(request: HttpRequest, key: UUID) -> HttpResponse:
    """Give the appendix as PDF/UA; its name holds no person."""
    found = case_of(actor_of(request), str(key), timezone.now())
    response = HttpResponse(write_appendix(appendix_of(found), settings.MUNICIPALITY), content_type="application/pdf")
    response["Content-Disposition"] = 'inline; filename="bilag-beregning-af-mistet-refusion.pdf"'
    return response
