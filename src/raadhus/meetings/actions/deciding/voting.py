"""Votes and dissents on an item, where the body's rules have them."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import DomainError, NotFound, WrongInput
from raadhus.meetings.actions.deciding.keeping import changed, told
from raadhus.meetings.models import Treatment, TreatmentDissent, TreatmentVote
from raadhus.meetings.queries.body_rules import body_rules
from raadhus.meetings.queries.treatment_state import entitled_to, nodes_of, people_of, vote_of
from raadhus.meetings.queries.treatments import open_treatment
from raadhus.meetings.queries.wording import said_aloud
from raadhus.meetings.rules.deciding.trees import found
from raadhus.meetings.rules.deciding.votes import Side, Vote, checked_vote, may_dissent
from raadhus.meetings.rules.outcomes import Outcome


class CannotDissent(DomainError):
    """Only one who was outvoted on the item may have a dissent written."""


@transaction.atomic
def record_vote(
    *,
    actor: Actor,
    treatment_id: str | UUID,
    vote: Vote,
    on: str = "",
    recommendation_id: str = "",
    revision: int | None = None,
    now: datetime,
) -> int:
    """Write a vote down and return the item's new revision. It counts exactly those who decide and are there.

    Raises NotAVote, or WrongInput in a body that does not vote.
    """
    require(actor, "meetings.write_minutes", now=now)
    treatment = open_treatment(treatment_id, revision=revision)
    if not body_rules(treatment.sitting.body).has_votes:
        raise WrongInput(_("I dette organ stemmes der ikke."))
    node = found(nodes_of(treatment), recommendation_id) if recommendation_id else None
    if recommendation_id and node is None:
        raise WrongInput(_("Indstillingen findes ikke på punktet. Hent siden igen."))
    with said_aloud():
        checked_vote(vote, [one.key for one in entitled_to(treatment)])
    TreatmentVote.objects.create(
        treatment=treatment,
        position=_next_position(TreatmentVote.objects.filter(treatment=treatment)),
        on=on.strip() or (_("indstilling %(label)s") % {"label": node.label} if node else ""),
        recommendation_id=recommendation_id,
        is_secret=vote.is_secret,
        in_favour=vote.in_favour,
        against=vote.against,
        abstain=vote.abstain,
        names=_names(treatment, vote),
        result=(Outcome.APPROVED if vote.passes else Outcome.REJECTED).value,
    )
    told(actor, "vote_recorded", treatment, now)
    return changed(treatment, now)


def _names(treatment: Treatment, vote: Vote) -> dict[str, object]:
    """Return who voted how, as printed and by key; nothing of a secret vote."""
    if not vote.sides:
        return {}
    names = {one.key: one.name for one in people_of(treatment.sitting)}
    keys = {side.value: [key for key, at in vote.sides if at is side] for side in Side}
    printed = {f"{side}_names": [names[key] for key in every] for side, every in keys.items()}
    return {**printed, "keys": keys}


def _next_position(rows: "QuerySet[TreatmentVote] | QuerySet[TreatmentDissent]") -> int:
    last = rows.aggregate(last=Max("position"))["last"]
    return 0 if last is None else int(last) + 1


@transaction.atomic
def remove_vote(
    *, actor: Actor, treatment_id: str | UUID, position: int, revision: int | None = None, now: datetime
) -> int:
    """Take a vote away that was written down wrongly, and return the item's new revision. Raises NotFound."""
    require(actor, "meetings.write_minutes", now=now)
    treatment = open_treatment(treatment_id, revision=revision)
    if not TreatmentVote.objects.filter(treatment=treatment, position=position).delete()[0]:
        raise NotFound(_("Afstemningen findes ikke længere."))
    told(actor, "vote_removed", treatment, now)
    return changed(treatment, now)


@transaction.atomic
def record_dissent(
    *,
    actor: Actor,
    treatment_id: str | UUID,
    person_key: str,
    text: str,
    revision: int | None = None,
    now: datetime,
) -> int:
    """Write down what one who was outvoted demands to have in the minutes, and return the item's new revision.

    Raises CannotDissent, or WrongInput in a body without dissents.
    """
    require(actor, "meetings.write_minutes", now=now)
    treatment = open_treatment(treatment_id, revision=revision)
    rules = body_rules(treatment.sitting.body)
    if not rules.has_dissents:
        raise WrongInput(_("I dette organ skrives der ikke mindretalsudtalelser."))
    if not text.strip():
        raise WrongInput(_("Skriv, hvad medlemmet kræver ført til referat."))
    votes = [vote_of(row) for row in TreatmentVote.objects.filter(treatment=treatment)]
    entitled = [one.key for one in entitled_to(treatment)]
    if not may_dissent(person_key, votes, has_votes=rules.has_votes, entitled=entitled):
        raise CannotDissent(_("Kun et medlem, der er stemt ned på punktet, kan kræve en mindretalsudtalelse."))
    TreatmentDissent.objects.create(
        treatment=treatment,
        position=_next_position(TreatmentDissent.objects.filter(treatment=treatment)),
        person_key=person_key,
        name={one.key: one.name for one in people_of(treatment.sitting)}[person_key],
        text=text.strip(),
        demanded_at=now,
    )
    told(actor, "dissent_recorded", treatment, now)
    return changed(treatment, now)


@transaction.atomic
def remove_dissent(
    *, actor: Actor, treatment_id: str | UUID, position: int, revision: int | None = None, now: datetime
) -> int:
    """Take a dissent away that was given up during the meeting, and return the item's new revision. Raises NotFound."""
    require(actor, "meetings.write_minutes", now=now)
    treatment = open_treatment(treatment_id, revision=revision)
    if not TreatmentDissent.objects.filter(treatment=treatment, position=position).delete()[0]:
        raise NotFound(_("Mindretalsudtalelsen findes ikke længere."))
    told(actor, "dissent_removed", treatment, now)
    return changed(treatment, now)
