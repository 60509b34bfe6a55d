"""Who sees a case: every employee the open ones; closed ones their owner and those who may read closed cases of the unit."""

from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadhus.core.access.public import may, scope
from raadhus.core.cases.models import CaseRecord, ProposalRecord
from raadhus.core.cases.queries.shapes import NoSuchCase, NoSuchProposal
from raadhus.core.organisation.public import units_under
from raadhus.kernel.actors import Actor, ActorKind
from raadhus.kernel.ids import is_id


def closed_units(viewer: Actor, now: datetime) -> frozenset[str] | None:
    """Return the units whose closed cases the viewer may see; None when it is all of them."""
    seen = scope(viewer, "cases.read_closed", now=now)
    if seen.everything:
        return None
    return units_under(seen.units, localdate(now))


def _closed(viewer: Actor, now: datetime) -> Q:
    units = closed_units(viewer, now)
    return Q(closed_to_public=True) if units is None else Q(closed_to_public=True, unit_key__in=units)


def visible(viewer: Actor, now: datetime) -> "QuerySet[CaseRecord]":
    """Return the cases that the viewer may see."""
    seen = Q(pk__in=[])
    if may(viewer, "cases.read", now=now):
        seen |= Q(closed_to_public=False)
        if viewer.kind is ActorKind.PERSON:
            seen |= Q(owner_key=viewer.key)
    return CaseRecord.objects.filter(seen | _closed(viewer, now))


def visible_proposals(viewer: Actor, now: datetime) -> "QuerySet[ProposalRecord]":
    """Return the proposed cases that the viewer may see: one's own, and with the right those not closed, or closed of the unit."""
    seen = Q(proposed_by=viewer.key) if viewer.kind is ActorKind.PERSON else Q(pk__in=[])
    if may(viewer, "cases.read_proposals", now=now):
        seen |= Q(closed_to_public=False)
    return ProposalRecord.objects.filter(seen | _closed(viewer, now))


def one_visible(viewer: Actor, key: str, now: datetime, *, lock: bool = False) -> CaseRecord:
    """Return the case behind a key, held until the transaction ends when `lock`. Raises NoSuchCase."""
    rows = visible(viewer, now).filter(pk=key) if is_id(key) else CaseRecord.objects.none()
    row = (rows.select_for_update() if lock else rows).first()
    if row is None:
        raise NoSuchCase(_("Der er ingen sag her, som du har adgang til at se."))
    return row


def one_visible_proposal(viewer: Actor, key: str, now: datetime, *, lock: bool = False) -> ProposalRecord:
    """Return the proposed case behind a key, held until the transaction ends when `lock`. Raises NoSuchProposal."""
    rows = visible_proposals(viewer, now).filter(pk=key) if is_id(key) else ProposalRecord.objects.none()
    row = (rows.select_for_update() if lock else rows).first()
    if row is None:
        raise NoSuchProposal(_("Der er intet sagsforslag her, som du har adgang til at se."))
    return row
