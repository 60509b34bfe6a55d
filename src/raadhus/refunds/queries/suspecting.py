"""What looks wrong, compared with what is written down: found anew, back again, or no longer so; what was let be stays let be."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from raadhus.refunds.models import RefundCase, SuspicionRecord
from raadhus.refunds.rules.detection import Suspected


@dataclass(slots=True)
class Changes:
    """The records to make, those to write again (unsaved), and the keys of those that have ended."""

    new: list[SuspicionRecord] = field(default_factory=list)
    changed: list[SuspicionRecord] = field(default_factory=list)
    ended: list[UUID] = field(default_factory=list)


def suspicion_changes(found: Iterable[Suspected], cases: Mapping[str, RefundCase], now: datetime) -> Changes:
    """Return what brings the records in line with what was found; `cases` are by absence key."""
    known = {(one.suspicion, one.case_id, one.other_id): one for one in SuspicionRecord.objects.all()}
    changes = Changes()
    for one in found:
        suspicion, case, other = place = _place(one, cases)
        record = known.pop(place, None)
        if record is None:
            changes.new.append(
                SuspicionRecord(suspicion=suspicion, case_id=case, other_id=other, sentence=one.sentence, found_at=now)
            )
        elif record.gone_at is not None or record.sentence != one.sentence:
            record.gone_at, record.sentence = None, one.sentence
            changes.changed.append(record)
    changes.ended = [one.pk for one in known.values() if one.gone_at is None]
    return changes


def _place(one: Suspected, cases: Mapping[str, RefundCase]) -> tuple[str, UUID, UUID | None]:
    """Return what is suspected of which case, and of which other."""
    first, *others = one.spells
    return one.suspicion.value, cases[first].pk, cases[others[0]].pk if others else None
