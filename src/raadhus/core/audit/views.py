"""The pages of the audit trail: the log, one entry, the segments, and what verification finds."""

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
from raadhus.core.audit.forms import asked
from raadhus.core.audit.queries import chain, log
from raadhus.core.audit.queries.findings import finding_sentence
from raadhus.core.audit.queries.verification import verify
from raadhus.core.audit.reader import kept
from raadhus.kernel.actors import PUBLIC, Actor
from raadhus.kernel.doors import door
from raadhus.kernel.errors import DomainError
from raadhus.ui.downloads import table_file
from raadhus.ui.listing import Column, Filter, Listing, read

MOST_EXPORTED = 100_000


def _actor(request: HttpRequest) -> Actor:
    actor: Actor = getattr(request, "actor", PUBLIC)
    return actor


def _listing(request: HttpRequest) -> Listing:
    columns = (
        Column("sequence", _("Nr."), numeric=True),
        Column("at", _("Tidspunkt")),
        Column("actor", _("Hvem")),
        Column("sentence", _("Hvad")),
        Column("subject", _("Om")),
    )
    filters = (
        Filter("actor", _("Hvem"), log.known_actors() or (("", ""),)),
        Filter("event", _("Hændelse"), tuple((name, name) for name in log.known_events()) or (("", ""),)),
        Filter("kind", _("Om en"), tuple((name, name) for name in log.known_subject_kinds()) or (("", ""),)),
        Filter("subject", _("Nøgle")),
        Filter("from", _("Fra og med"), kind="date"),
        Filter("to", _("Til og med"), kind="date"),
    )
    return read(request.GET, columns, filters)


@require_safe
@door("audit.read")
def entries(request: HttpRequest) -> HttpResponse:
    """Show the log, newest first, narrowed as asked; `export` gives it as a file."""
    listing = _listing(request)
    wanted = asked(listing.values)
    if export := request.GET.get("export", ""):
        found = log.log(wanted, first=0, count=MOST_EXPORTED)
        head = (_("Nr."), _("Tidspunkt"), _("Hvem"), _("Hændelse"), _("Om"), _("Hvad"))
        rows = [
            (row.sequence, row.at, row.actor_name, row.event, row.subject_label, row.sentence) for row in found.rows
        ]
        return table_file(export, _("revisionsspor"), head, rows)
    shown = listing.shown((), log.log(wanted, first=0, count=0).total)
    page = log.log(wanted, first=(shown.page - 1) * shown.page_size, count=shown.page_size)
    return render(request, "audit/entries.html", {"listing": listing.shown(page.rows, page.total)})


@require_safe
@door("audit.read")
def entry(request: HttpRequest, sequence: int) -> HttpResponse:
    """Show one entry with everything it holds."""
    return render(request, "audit/entry.html", {"detail": log.entry(sequence)})


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
