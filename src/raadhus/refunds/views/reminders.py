"""The day's reminders: who would get what, and sending them now."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.refunds.actions import reminding
from raadhus.refunds.queries.reminders import due_reminders


@require_safe
@door("refunds.remind")
def reminders(request: HttpRequest) -> HttpResponse:
    """Show the e-mails that are due today, as they would be sent; they name nobody who is ill."""
    return render(request, "refunds/watching/reminders.html", {"digests": due_reminders(timezone.localdate())})


@require_POST
@door("refunds.remind")
def send_reminders(request: HttpRequest) -> HttpResponse:
    """Send them now instead of waiting for the machine's timer."""
    now = timezone.now()
    sent = len(reminding.remind(actor=actor_of(request), today=timezone.localdate(now), now=now))
    said = ngettext("%(n)d mail er sendt.", "%(n)d mails er sendt.", sent) % {"n": sent}
    messages.success(request, said if sent else _("Der var intet nyt at minde om."))
    return redirect("refunds:reminders")
