"""The leader's guide on the screen and on one page of paper."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.refunds.queries.guide import guide as guide_of
from raadhus.refunds.queries.settings import settings_on
from raadhus.refunds.writer.guide_pdf import write_guide


@require_safe
@door("refunds.read_guide")
def guide(request: HttpRequest) -> HttpResponse:
    """Show what to do when, with the viewer's own deadlines on top."""
    return render(request, "refunds/guide/guide.html", {"guide": guide_of(actor_of(request), timezone.now())})


@require_safe
@door("refunds.read_guide")
def guide_pdf(_request: HttpRequest) -> HttpResponse:
    """Give the guide as one page to hang up; it names nobody."""
    today = timezone.localdate()
    pdf = write_guide(settings_on(today).rules, settings.MUNICIPALITY, today)
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = 'inline; filename="frister-for-refusion.pdf"'
    return response
