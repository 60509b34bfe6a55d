"""The segments, and what verification finds."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from raadhus.core.audit.actions.segments import drop, seal
from raadhus.core.audit.queries import chain
from raadhus.core.audit.queries.findings import finding_sentence
from raadhus.core.audit.queries.verification import verify
from raadhus.core.audit.reader import kept
from raadhus.kernel.actors import PUBLIC, Actor
from raadhus.kernel.doors import door
from raadhus.kernel.errors import DomainError


def _actor(request: HttpRequest) -> Actor:
    actor: Actor = getattr(request, "actor", PUBLIC)
    return actor


@dataclass(frozen=True, slots=True)
class Verified:
    """What a verification found, in sentences."""

    is_sound: bool
    entries: int
    total: int
    anchors: int
    sentences: tuple[str, ...]


@require_safe
@door("audit.read")
def segments(request: HttpRequest) -> HttpResponse:
    """Show the segments with their seals."""
    return render(request, "audit/segments.html", {"segments": chain.segments()})


@require_POST
@door("audit.verify")
def verify_now(request: HttpRequest) -> HttpResponse:
    """Verify the whole trail and show what was found."""
    report = verify(anchors=kept(Path(settings.DATA)))
    sentences = tuple(finding_sentence(finding) for finding in report.findings)
    verified = Verified(report.is_sound, report.entries, report.total, report.anchors_checked, sentences)
    return render(request, "audit/segments.html", {"segments": chain.segments(), "verified": verified})


@require_POST
@door("audit.seal")
def seal_now(request: HttpRequest) -> HttpResponse:
    """Seal the open segment."""
    sealed = seal(actor=_actor(request), now=timezone.now())
    if sealed is None:
        messages.info(request, _("Det åbne segment er tomt; der er intet at forsegle."))
    else:
        messages.success(request, _("Segment %(segment)s er forseglet.") % {"segment": sealed.segment})
    return redirect("audit:segments")


@require_POST
@door("audit.drop")
def drop_now(request: HttpRequest, segment: int) -> HttpResponse:
    """Drop a segment whose retention has passed."""
    retention = timedelta(days=settings.AUDIT_RETENTION_DAYS)
    try:
        drop(actor=_actor(request), segment=segment, retention=retention, now=timezone.now())
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Segment %(segment)s er slettet.") % {"segment": segment})
    return redirect("audit:segments")
