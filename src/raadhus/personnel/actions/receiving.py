"""The board's decision about a publication comes back: the outcome is kept, and what HR is to do is followed as obligations."""

from collections.abc import Iterator
from datetime import date, datetime

from django.utils.translation import gettext as _

from raadhus.core.audit.public import record
from raadhus.core.obligations.public import Given, Origin, Promise, follow_given
from raadhus.core.organisation.public import names_of
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound
from raadhus.kernel.ports import CodedDecision
from raadhus.personnel.models import BoardStatement
from raadhus.personnel.queries.board_cases import READER, subject_of
from raadhus.personnel.rules.publication.board_case import FollowUp, follow_ups, is_same
from raadhus.personnel.rules.publication.content import from_json

ORIGIN = "personnel_statement"
_LONGEST = 30


class NotProposedByUs(NotFound):
    """No case of ours belongs to the proposal."""


class PersonnelOrigin:
    """The room of personnel figures as one that proposes cases."""

    def receive_decision(self, proposal_key: str, decision: CodedDecision, *, actor: Actor, now: datetime) -> None:
        """Keep what was decided and follow what HR is to do; told twice, the second changes nothing, told otherwise, it follows."""
        receive_decision(actor=actor, proposal_key=proposal_key, decision=decision, now=now)


def receive_decision(*, actor: Actor, proposal_key: str, decision: CodedDecision, now: datetime) -> BoardStatement:
    """Keep the outcome with its day and address, in the caller's transaction. Raises NotProposedByUs."""
    row = BoardStatement.objects.select_for_update().filter(proposal_key=proposal_key).first()
    if row is None:
        raise NotProposedByUs(_("Ingen publikation hører til sagsforslaget."))
    outcome = (decision.outcome or "mixed")[:_LONGEST]
    is_news = (row.outcome, row.decided_date, row.decided_url) != (outcome, decision.date, decision.url)
    row.outcome, row.decided_date, row.decided_url = outcome, decision.date, decision.url
    row.save(update_fields=["outcome", "decided_date", "decided_url"])
    if is_news:
        data = {"outcome": outcome, "body": decision.body, "day": decision.date.isoformat()}
        record(actor=actor, event="personnel.decided", subject=subject_of(row), data={**data}, now=now)
    _follow(row, decision, actor, now)
    return row


def _follow(row: BoardStatement, decision: CodedDecision, actor: Actor, now: datetime) -> None:
    """Write the obligations that the decision gives and that nobody has written; let go of those it no longer gives."""
    label = f"{decision.body}, {decision.date:%d-%m-%Y}"
    given = Given(
        promises=tuple(_promises(row, follow_ups(from_json(row.figures), decision), decision.date)),
        origin=Origin(ORIGIN, str(row.pk), label, decision.url),
        decided=decision.date,
        closed=False,
        is_same=is_same,
    )
    follow_given(actor=actor, reader=READER, given=given, otherwise=_("Direktionen besluttede noget andet."), now=now)


def _promises(row: BoardStatement, wanted: tuple[FollowUp, ...], decided: date) -> Iterator[Promise]:
    """Yield what HR is to do; the one who proposed the case answers for it where that is a person we know."""
    owner = row.proposed_by if row.proposed_by in names_of([row.proposed_by]) else None
    for one in wanted:
        due = f"{one.due[0]}-{one.due[1]:02}"
        yield Promise(one.text, owner_key=owner, owner_text="" if owner else "HR", due=due, ordered=decided)
