"""The digest: the reader's own as it would look, and sending those that are due."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from raadhus.core.access.public import WHOLE_HOUSE, actor_of, may
from raadhus.kernel.doors import door
from raadhus.personnel.actions import digesting
from raadhus.personnel.queries.digest import due_digests, preview


@door("personnel.save_view")
@require_safe
def digest(request: HttpRequest) -> HttpResponse:
    """Show the reader's own mail as it would look now, and to those who may send how many wait."""
    viewer, now = actor_of(request), timezone.now()
    made, sent_at = preview(viewer, now)
    may_send = may(viewer, "personnel.send_digests", unit=WHOLE_HOUSE, now=now)
    waiting = len(due_digests(now)) if may_send else 0
    context = {"digest": made, "sent_at": sent_at, "may_send": may_send, "waiting": waiting}
    return render(request, "personnel/around/digest.html", context)


@door("personnel.send_digests")
@require_POST
def send(request: HttpRequest) -> HttpResponse:
    """Send them now instead of waiting for the machine's timer."""
    made = digesting.send_digests(actor=actor_of(request), now=timezone.now())
    sent = len(made.sent)
    said = ngettext("%(n)d mail er sendt.", "%(n)d mails er sendt.", sent) % {"n": sent}
    messages.success(request, said if sent else _("Ingen venter på en mail."))
    if made.failed:
        failed = _("%(n)s mails kunne ikke sendes. De prøves igen ved næste kørsel.") % {"n": made.failed}
        messages.error(request, failed)
    return redirect("personnel:views")
