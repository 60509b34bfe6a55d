"""What was ordered with a decision becomes obligations and standing decisions, in the act that closes the item."""

from datetime import date, datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadhus.core.obligations.public import (
    Origin,
    Recurrence,
    Rhythm,
    Terms,
    create_obligation,
    create_standing,
)
from raadhus.kernel.actors import Actor
from raadhus.meetings.models import CaseDraft, PromisedObligation, Treatment
from raadhus.meetings.queries.composition import item_key
from raadhus.meetings.queries.treatment_address import treatment_address
from raadhus.meetings.rules.reading import Kind

_TITLE = 120


def make_promises(treatment: Treatment, actor: Actor, now: datetime) -> None:
    """Create an obligation or a standing decision of each thing ordered. Its origin is the item of the minutes."""
    origin = origin_of(treatment)
    for promise in PromisedObligation.objects.filter(treatment=treatment).order_by("position"):
        make = _standing if promise.rhythm else _obligation
        promise.obligation_key = make(treatment, promise, origin, actor, now)
        promise.save(update_fields=["obligation_key"])


def origin_of(treatment: Treatment) -> Origin:
    """Return where the obligations come from: the item in the minutes, which is a page when they are put up."""
    sitting = treatment.sitting
    label = _("%(body)s %(day)s (referat), punkt %(number)s") % {
        "body": sitting.body.name,
        "day": f"{sitting.date:%d-%m-%Y}",
        "number": treatment.number or "–",
    }
    return Origin("agenda_item", str(item_key(treatment.pk, Kind.MINUTES)), label, treatment_address(treatment.pk))


def ordered_on(draft: CaseDraft) -> date:
    """Return the day the case was begun: of the first of its treatments."""
    while draft.previous is not None:
        draft = draft.previous
    return localdate(draft.created_at)


def _obligation(treatment: Treatment, promise: PromisedObligation, origin: Origin, actor: Actor, now: datetime) -> str:
    closed = treatment.draft.closed
    made = create_obligation(
        actor=actor,
        text=promise.text,
        owner_key=promise.owner_key or None,
        owner_text=promise.owner_text,
        due=promise.due or None,
        origin=origin,
        to_body=promise.to_body,
        closed=closed,
        public_label=origin.label if closed else "",
        ordered=ordered_on(treatment.draft),
        decided=treatment.sitting.date,
        now=now,
    )
    return made.key


def _standing(treatment: Treatment, promise: PromisedObligation, origin: Origin, actor: Actor, now: datetime) -> str:
    closed = treatment.draft.closed
    terms = Terms(
        title=promise.text[:_TITLE],
        text=promise.text,
        body=promise.to_body or treatment.sitting.body.name,
        recurrence=Recurrence(Rhythm(promise.rhythm), months=(promise.first_month,)),
        owner_key=promise.owner_key or None,
        owner_text=promise.owner_text,
        closed=closed,
        public_label=origin.label if closed else "",
    )
    return create_standing(actor=actor, terms=terms, origin=origin, in_force=True, now=now).key
