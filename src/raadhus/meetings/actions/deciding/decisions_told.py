"""The room that proposed a case is told what became of it, in the act that closes the item."""

from datetime import datetime

from raadhus.core.cases.public import decide_proposal, proposal, unplan_proposal
from raadhus.kernel.actors import Actor
from raadhus.kernel.ports import CodedDecision, CodedOutcome
from raadhus.meetings.models import Treatment
from raadhus.meetings.queries.treatment_address import treatment_address
from raadhus.meetings.queries.treatment_state import given_of, nodes_of
from raadhus.meetings.rules.deciding.onward import is_undecided
from raadhus.meetings.rules.deciding.trees import every
from raadhus.meetings.rules.tally import common_outcome


def tell_decision(treatment: Treatment, actor: Actor, now: datetime) -> None:
    """Let the room that proposed the case know; a case that was put off is proposed still."""
    key, given = treatment.draft.proposal_key, given_of(treatment)
    if not key:
        return
    if is_undecided(given):
        unplan_proposal(actor=actor, key=key, now=now)
        return
    # The item was closed, what was proposed was not: its readers are told how it went, and none of the words.
    withheld = treatment.draft.closed and not proposal(actor, key, now=now).proposal.closed_to_public
    outcome = common_outcome([one.outcome for one in given.values()])
    decision = CodedDecision(
        body=treatment.sitting.body.name,
        date=treatment.sitting.date,
        text=treatment.public_decision if withheld else treatment.decision_text,
        outcome=outcome.value if outcome else "",
        outcomes=tuple(
            CodedOutcome(
                node.label,
                "" if withheld else node.text,
                given[node.id].outcome.value,
                None if withheld else given[node.id].remark or None,
            )
            for node in every(nodes_of(treatment))
        ),
        url=treatment_address(treatment.pk),
    )
    decide_proposal(actor=actor, key=key, decision=decision, now=now)
