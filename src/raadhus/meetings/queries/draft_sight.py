"""Who sees which case on its way to a body, and who may write in it: every list, page, editor and API asks this file."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadhus.core.access.public import WHOLE_HOUSE, may, require, scope
from raadhus.core.audit.public import Subject, record
from raadhus.core.organisation.public import units_under
from raadhus.kernel.actors import Actor, ActorKind
from raadhus.kernel.errors import DomainError, NotAllowed, NotFound
from raadhus.meetings.models import Body, CaseDraft
from raadhus.meetings.queries.body_rules import body_rules
from raadhus.meetings.queries.locked import uuid_of
from raadhus.meetings.queries.sight import bodies_of, seen_as_member
from raadhus.meetings.rules.drafts import DraftState
from raadhus.meetings.rules.sittings import SittingState

# A member of the body sees a case once it is on its way to the table, a closed one when it lies there.
_MEMBER_SEES = (DraftState.APPROVED.value, DraftState.PLANNED.value, DraftState.TREATED.value)
_MEMBER_SEES_CLOSED = (DraftState.PLANNED.value, DraftState.TREATED.value)
_AUTHOR_WRITES = frozenset({DraftState.DRAFT, DraftState.RETURNED})
_LEADER_WRITES = _AUTHOR_WRITES | {DraftState.PROPOSED}
_NOBODY_WRITES = frozenset({DraftState.TREATED, DraftState.WITHDRAWN})
# The meeting has begun: what lay before it stays as it was.
_OPEN_SITTINGS = frozenset({SittingState.DRAFT, SittingState.SENT})


class CannotWrite(DomainError):
    """The case may be read and not changed, as it stands now."""


@dataclass(frozen=True, slots=True)
class DraftSight:
    """How far a viewer sees drafts. `units` None: the open ones of every unit; `closed`: the closed ones too."""

    own_key: str | None
    units: frozenset[str] | None
    closed: bool
    own_bodies: frozenset[str]


def draft_sight_of(viewer: Actor, now: datetime) -> DraftSight:
    """Return how far the viewer sees now."""
    seen = scope(viewer, "meetings.read_drafts", now=now)
    return DraftSight(
        own_key=viewer.key if viewer.kind is ActorKind.PERSON else None,
        units=None if seen.everything else units_under(seen.units, localdate(now)),
        closed=may(viewer, "meetings.read_closed_drafts", unit=WHOLE_HOUSE, now=now),
        own_bodies=seen_as_member(viewer, localdate(now)),
    )


def drafts_within(sight: DraftSight) -> Q:
    """Return the condition on CaseDraft that the sight gives."""
    unit = Q() if sight.units is None else Q(unit_key__in=sight.units)
    shown = Q(closed=False) & unit
    if sight.closed:
        shown |= Q(closed=True)
    if sight.own_key:
        shown |= Q(author_key=sight.own_key)
    if sight.own_bodies:
        states = Q(closed=False, state__in=_MEMBER_SEES) | Q(closed=True, state__in=_MEMBER_SEES_CLOSED)
        shown |= Q(body__in=sight.own_bodies) & states
    return shown


def visible_drafts(viewer: Actor, now: datetime) -> QuerySet[CaseDraft]:
    """Return the drafts that the viewer may see."""
    return CaseDraft.objects.filter(drafts_within(draft_sight_of(viewer, now))).select_related("body")


def seen_draft(draft_id: str | UUID, viewer: Actor, now: datetime, *, lock: bool = False) -> CaseDraft:
    """Return the draft, held until the transaction ends when `lock`. Raises NotFound, the same for one that may not be seen."""
    condition = drafts_within(draft_sight_of(viewer, now)) & Q(pk=uuid_of(draft_id))
    # Only the draft's own row is held: its sitting has a lock of its own.
    rows = CaseDraft.objects.select_for_update() if lock else CaseDraft.objects.select_related("body", "sitting")
    draft = rows.filter(condition).first()
    if draft is None:
        raise NotFound(_("Sagen findes ikke, eller du har ikke adgang til den."))
    return draft


def why_not_write(viewer: Actor, draft: CaseDraft, now: datetime) -> DomainError | None:
    """Return the error that says why the viewer may not change title, facts, texts and attachments; None when they may.

    The author writes until the case is proposed, a leader of the unit until it is approved, the secretary until the
    meeting has begun.
    """
    state = DraftState(draft.state)
    if state in _NOBODY_WRITES:
        return CannotWrite(_("Sagen står som »%(state)s« og kan ikke ændres.") % {"state": _(state.label)})
    if draft.sitting is not None and SittingState(draft.sitting.state) not in _OPEN_SITTINGS:
        return CannotWrite(_("Mødet er begyndt; sagen kan ikke ændres længere."))
    if may(viewer, "meetings.write_any_draft", now=now):
        return None
    is_author = viewer.kind is ActorKind.PERSON and viewer.key == draft.author_key
    leads = may(viewer, "meetings.write_unit_draft", unit=draft.unit_key or WHOLE_HOUSE, now=now) and not draft.closed
    if (is_author and state in _AUTHOR_WRITES) or (leads and state in _LEADER_WRITES):
        return None
    if is_author or leads:
        return CannotWrite(
            _("Sagen står som »%(state)s«. Bed sekretæren om at sende den retur, før du ændrer den.")
            % {"state": _(state.label)}
        )
    return NotAllowed(_("Du må læse sagen, men ikke ændre den."))


def may_write(viewer: Actor, draft: CaseDraft, now: datetime) -> bool:
    """Return whether the viewer may change title, facts, texts and attachments of a draft that they see."""
    return why_not_write(viewer, draft, now) is None


def may_withdraw(viewer: Actor, draft: CaseDraft, now: datetime) -> bool:
    """Return whether the viewer may withdraw a draft that they see, or take it up again: author, leader, secretary."""
    if viewer.kind is ActorKind.PERSON and viewer.key == draft.author_key:
        return True
    return may(viewer, "meetings.write_unit_draft", unit=draft.unit_key or WHOLE_HOUSE, now=now)


def writable_draft(draft_id: str | UUID, actor: Actor, now: datetime) -> CaseDraft:
    """Return the draft, held until the transaction ends, for changing it. Raises NotFound, NotAllowed or CannotWrite."""
    draft = seen_draft(draft_id, actor, now, lock=True)
    problem = why_not_write(actor, draft, now)
    if problem is not None:
        raise problem
    return draft


def draft_subject(draft: CaseDraft) -> Subject:
    """Return how the audit trail names a draft: by its body, never by its title."""
    return Subject("draft", str(draft.pk), f"sag til {draft.body.name}")


def leave_draft_trace(viewer: Actor, draft: CaseDraft, now: datetime) -> None:
    """Record that the viewer looked at a closed draft that is not their own."""
    if not draft.closed or (viewer.kind is ActorKind.PERSON and viewer.key == draft.author_key):
        return
    if may(viewer, "meetings.read_closed_drafts", unit=WHOLE_HOUSE, now=now):
        require(viewer, "meetings.read_closed_drafts", unit=WHOLE_HOUSE, now=now, subject=draft_subject(draft))
    else:
        record(actor=viewer, event="meetings.closed_draft_read_by_member", subject=draft_subject(draft), now=now)


def may_propose_to(viewer: Actor, body: Body, now: datetime) -> bool:
    """Return whether the viewer may bring cases to a body: by its rules, or as its secretary."""
    rules = body_rules(body)
    if rules.every_employee_proposes or may(viewer, "meetings.write_any_draft", now=now):
        return True
    return rules.members_propose and body.key in bodies_of(viewer, localdate(now))


def may_see_counts(viewer: Actor, now: datetime) -> bool:
    """Return whether the viewer is told how many cases an agenda holds before it is sent: those who see every open one."""
    return scope(viewer, "meetings.read_drafts", now=now).everything
