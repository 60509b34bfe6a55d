"""One obligation with all that belongs to it."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadhus.core.access.public import WHOLE_HOUSE, may, require
from raadhus.core.audit.public import Subject, TrailEntry, trail
from raadhus.core.obligations.models import Evidence
from raadhus.core.obligations.queries.shapes import NoSuchObligation, Obligation, shown
from raadhus.core.obligations.queries.visibility import one_visible
from raadhus.core.obligations.rules.digest import PUBLIC_LABEL
from raadhus.core.obligations.rules.status import Move, Status, possible_moves
from raadhus.kernel.actors import Actor


@dataclass(frozen=True, slots=True)
class EvidenceShown:
    """What shows that it was done; `key` names it among the evidence of its obligation."""

    key: int
    text: str
    link: str
    file_sha256: str
    file_name: str
    recorded_by: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Detail:
    """Everything one page shows: the obligation, its evidence, its trail, and what the viewer may do now."""

    obligation: Obligation
    evidence: tuple[EvidenceShown, ...]
    trail: tuple[TrailEntry, ...]
    moves: tuple[Move, ...] = ()
    may_manage: bool = False


def obligation(viewer: Actor, key: str, *, now: datetime) -> Detail:
    """Return one obligation with all that belongs to it. Looking up a closed one is audited. Raises NoSuchObligation."""
    row = one_visible(viewer, key, now)
    is_own = bool(row.owner_key) and row.owner_key == viewer.key
    if row.closed and not is_own:
        subject = Subject("obligation", str(row.pk), row.public_label or PUBLIC_LABEL)
        require(viewer, "obligations.read_closed", unit=WHOLE_HOUSE, now=now, subject=subject)
    manages = may(viewer, "obligations.manage", unit=row.unit_key or WHOLE_HOUSE, now=now)
    evidence = Evidence.objects.filter(obligation=row).order_by("recorded_at", "id")
    moves = possible_moves(Status(row.status))
    own_moves = {Move.START, Move.WAIT, Move.COMPLETE}
    return Detail(
        obligation=shown(row, localdate(now)),
        evidence=tuple(_evidence(one) for one in evidence),
        trail=trail("obligation", str(row.pk)),
        moves=moves if manages else tuple(move for move in moves if is_own and move in own_moves),
        may_manage=manages,
    )


def _evidence(row: Evidence) -> EvidenceShown:
    return EvidenceShown(row.pk, row.text, row.link, row.file_sha256, row.file_name, row.recorded_by, row.recorded_at)


def evidence_file(viewer: Actor, key: str, evidence_key: int, *, now: datetime) -> EvidenceShown:
    """Return a piece of evidence that is a file, to whoever may see its obligation. Raises NoSuchObligation."""
    for one in obligation(viewer, key, now=now).evidence:
        if one.key == evidence_key and one.file_sha256:
            return one
    raise NoSuchObligation(_("Der er ingen fil her, som du har adgang til at se."))
