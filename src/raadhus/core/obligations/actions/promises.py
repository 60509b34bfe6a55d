"""Every write of an obligation: made, moved, handed over, given another due date."""

from collections.abc import Callable, Collection
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadhus.core.access.public import WHOLE_HOUSE, require
from raadhus.core.audit.public import JSON, Subject, record
from raadhus.core.documents.public import store_file
from raadhus.core.obligations.models import ObligationRecord
from raadhus.core.obligations.queries.shapes import Obligation, Origin, shown
from raadhus.core.obligations.queries.visibility import one_visible
from raadhus.core.obligations.rules.digest import PUBLIC_LABEL
from raadhus.core.obligations.rules.due import parse_due
from raadhus.core.obligations.rules.promise import named_body
from raadhus.core.obligations.rules.status import (
    CannotCreate,
    ChangedMeanwhile,
    Move,
    Status,
    Upload,
    needed_evidence,
    needed_reason,
    next_status,
)
from raadhus.core.organisation.public import person
from raadhus.kernel import changes
from raadhus.kernel.actors import Actor, system

SOURCE = "obligations"


def create_obligation(
    *,
    actor: Actor,
    text: str,
    owner_key: str | None = None,
    owner_text: str = "",
    unit_key: str | None = None,
    due: str | None = None,
    origin: Origin,
    to_body: str = "",
    closed: bool = False,
    public_label: str = "",
    ordered: date | None = None,
    decided: date | None = None,
    now: datetime,
) -> Obligation:
    """Write down what was promised. The unit is the owner's when none is given. Raises CannotCreate and NotADueDate.

    `ordered` is the day the board asked for it, where that is known; `decided` the day it was decided or promised, today when not given.
    """
    name, unit = _owner(owner_key, owner_text, unit_key, now)
    require(actor, "obligations.create", unit=unit or WHOLE_HOUSE, now=now)
    if not text.strip():
        raise CannotCreate(_("Skriv, hvad der er lovet."))
    with transaction.atomic():
        row = ObligationRecord.objects.create(
            text=text.strip(),
            owner_key=owner_key or "",
            owner_text=name,
            unit_key=unit,
            to_body=named_body(to_body),
            closed=closed,
            public_label=public_label.strip(),
            ordered_date=ordered,
            decided_date=decided or localdate(now),
            **_due(due),
            **_origin(origin),
            created_at=now,
            changed_at=now,
        )
        return _told(row, actor, "obligations.created", now)


def start(*, actor: Actor, key: str, now: datetime) -> Obligation:
    """Begin: the obligation is in progress."""
    return _move(actor, key, Move.START, now, event="obligations.started")


def wait(*, actor: Actor, key: str, reason: str, now: datetime) -> Obligation:
    """Say that it waits, and for what."""
    return _move(actor, key, Move.WAIT, now, event="obligations.set_waiting", reason=needed_reason(reason))


def complete(
    *,
    actor: Actor,
    key: str,
    text: str = "",
    link: str = "",
    file_sha256: str = "",
    file_name: str = "",
    upload: Upload | None = None,
    now: datetime,
) -> Obligation:
    """Say that it is done, with what shows it: words, a link, a file already in core/documents, or one that is handed in now.

    Raises MissingEvidence, and WrongInput when the file is not of a kind that is kept.
    """
    needed_evidence(text=text, link=link, file=file_sha256 or (upload.name if upload else ""))

    def keep(row: ObligationRecord) -> None:
        sha256, name = _kept_file(actor, upload, now) if upload else (file_sha256, file_name)
        row.evidence.create(
            text=text.strip(),
            link=link.strip(),
            file_sha256=sha256,
            file_name=name,
            recorded_by=actor.name,
            recorded_at=now,
        )

    return _move(actor, key, Move.COMPLETE, now, event="obligations.completed", also=keep)


def reopen(*, actor: Actor, key: str, reason: str, now: datetime) -> Obligation:
    """Open again what was done or lapsed; the evidence stays."""
    return _move(actor, key, Move.REOPEN, now, event="obligations.reopened", reason=needed_reason(reason))


def lapse(*, actor: Actor, key: str, reason: str, now: datetime) -> Obligation:
    """Let it lapse: nobody is bound any more."""
    return _move(actor, key, Move.LAPSE, now, event="obligations.lapsed", reason=needed_reason(reason))


def replace(*, actor: Actor, key: str, by_key: str, now: datetime) -> Obligation:
    """Say that another obligation, which the actor may also see, has taken its place."""
    new = one_visible(actor, by_key, now)
    if str(new.pk) == key:
        raise CannotCreate(_("En forpligtelse kan ikke erstatte sig selv."))

    def point(row: ObligationRecord) -> None:
        row.replaced_by = new

    return _move(actor, key, Move.REPLACE, now, event="obligations.replaced", also=point)


def hand_over(
    *,
    actor: Actor,
    key: str,
    owner_key: str | None = None,
    owner_text: str = "",
    unit_key: str | None = None,
    seen_at: datetime | None = None,
    now: datetime,
) -> Obligation:
    """Give it to another owner. The new owner's unit follows when none is given. Raises Conflict when it changed after `seen_at`."""
    with transaction.atomic():
        row = _manageable(actor, "obligations.hand_over", key, now)
        _unchanged(row, seen_at)
        name, unit = _owner(owner_key, owner_text, unit_key, now)
        before = row.owner_text or row.unit_key
        row.owner_key, row.owner_text, row.unit_key = owner_key or "", name, unit
        return _told(row, actor, "obligations.handed_over", now, data={"before": before, "after": name or unit})


def change_due(
    *, actor: Actor, key: str, due: str | None, reason: str, seen_at: datetime | None = None, now: datetime
) -> Obligation:
    """Give it another due date, or none, and say why. Raises Conflict when it changed after `seen_at`."""
    with transaction.atomic():
        row = _manageable(actor, "obligations.change_due", key, now)
        _unchanged(row, seen_at)
        before, row.remark = row.due or "–", needed_reason(reason)
        for name, value in _due(due).items():
            setattr(row, name, value)
        return _told(
            row,
            actor,
            "obligations.due_changed",
            now,
            data={"before": before, "after": row.due or "–"},
            reason=row.remark,
        )


def follow_obligations(
    *, actor: Actor, kind: str, closed: Collection[str], opened: Collection[str] = (), now: datetime
) -> int:
    """Close what came of things that have been closed since, open what came of those that were opened, and return how many.

    `kind` and the keys are those of the origins. Others are then told no more of a closed one than where it came from.
    """
    require(actor, "obligations.manage", unit=WHOLE_HOUSE, now=now)
    told = 0
    with transaction.atomic():
        for keys, is_closed in ((closed, True), (opened, False)):
            rows = ObligationRecord.objects.select_for_update().filter(origin_kind=kind, origin_key__in=keys)
            for row in rows.exclude(closed=is_closed).order_by("id"):
                row.closed = is_closed
                row.public_label = row.public_label or row.origin_label[:300]
                _told(row, actor, "obligations.shut" if is_closed else "obligations.unshut", now)
                told += 1
    return told


_VERBS = {move: f"obligations.{move.value}" for move in Move}
_OWNERS_MOVES = frozenset({Move.START, Move.WAIT, Move.COMPLETE})


def _move(
    actor: Actor,
    key: str,
    move: Move,
    now: datetime,
    *,
    event: str,
    reason: str = "",
    also: Callable[[ObligationRecord], object] | None = None,
) -> Obligation:
    """Make a move: the owner may start, wait and complete; everything else is for those who manage the unit's obligations."""
    with transaction.atomic():
        row = one_visible(actor, key, now, lock=True)
        require(actor, _VERBS[move], now=now)
        if row.owner_key != actor.key or move not in _OWNERS_MOVES:
            require(actor, "obligations.manage", unit=row.unit_key or WHOLE_HOUSE, now=now)
        row.status = next_status(Status(row.status), move).value
        row.ended_date = None if Status(row.status).is_active else localdate(now)
        row.remark = reason or row.remark
        if also:
            also(row)
        return _told(row, actor, event, now, reason=reason)


def _manageable(actor: Actor, verb: str, key: str, now: datetime) -> ObligationRecord:
    row = one_visible(actor, key, now, lock=True)
    require(actor, verb, unit=row.unit_key or WHOLE_HOUSE, now=now)
    if not Status(row.status).is_active:
        raise CannotCreate(_("Forpligtelsen er afsluttet. Genåbn den først."))
    return row


def _unchanged(row: ObligationRecord, seen_at: datetime | None) -> None:
    """Raise Conflict when somebody changed it after it was read; what is told outside has its moments in whole milliseconds."""
    if seen_at is not None and row.changed_at - seen_at >= timedelta(milliseconds=1):
        raise ChangedMeanwhile(_("Forpligtelsen er ændret af en anden, siden du læste den. Læs den igen, og ret så."))


def _told(
    row: ObligationRecord,
    actor: Actor,
    event: str,
    now: datetime,
    *,
    data: dict[str, JSON] | None = None,
    reason: str = "",
) -> Obligation:
    """Save, record and announce. Of a closed obligation the trail's chain holds the public label and no reason."""
    row.changed_at = now
    row.save()
    subject = Subject("obligation", str(row.pk), (row.public_label or PUBLIC_LABEL) if row.closed else row.text)
    told: dict[str, JSON] = {**(data or {}), "reason": _("(lukket)") if row.closed else reason}
    personal: dict[str, JSON] | None = {"reason": reason} if row.closed and reason else None
    record(actor=actor, event=event, subject=subject, data=told, personal=personal, now=now)
    changes.announce(SOURCE, [str(row.pk)])
    return shown(row, localdate(now))


def _owner(owner_key: str | None, owner_text: str, unit_key: str | None, now: datetime) -> tuple[str, str]:
    """Return the owner's name and unit; a person known to the organisation brings both along."""
    known = person(owner_key, localdate(now)) if owner_key else None
    name = owner_text.strip() or (known.name if known else "")
    unit = unit_key or (known.unit_key if known else None) or ""
    return name, unit


def _kept_file(actor: Actor, upload: Upload, now: datetime) -> tuple[str, str]:
    """Keep the file for whoever may complete the obligation: that right brings the right to keep its evidence (ADR 1002)."""
    stored = store_file(actor=system(SOURCE, actor.name), name=upload.name, data=upload.data, now=now)
    return stored.sha256, stored.name


def _due(due: str | None) -> dict[str, object]:
    parsed = parse_due(due.strip()) if due and due.strip() else None
    return {"due": parsed.text if parsed else "", "due_date": parsed.last_day if parsed else None}


def _origin(origin: Origin) -> dict[str, str]:
    return {
        "origin_kind": origin.kind,
        "origin_key": origin.key,
        "origin_label": origin.label,
        "origin_url": origin.url,
    }
