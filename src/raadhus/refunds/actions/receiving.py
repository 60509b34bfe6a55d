"""The board's decision comes back: the outcome is kept, and what HR is to do is followed as obligations."""

from collections.abc import Iterator
from datetime import date, datetime

from django.utils.translation import gettext as _

from raadhus.core.audit.public import record
from raadhus.core.obligations.public import Given, Origin, Promise, follow_given
from raadhus.core.organisation.public import names_of
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound
from raadhus.kernel.ports import CodedDecision
from raadhus.refunds.models import YearlyStatement
from raadhus.refunds.queries.board_cases import READER, proposal_of, subject_of
from raadhus.refunds.rules.deciding import follow_ups, is_same

ORIGIN = "refund_statement"
_LONGEST = 30
_MONTHS = 12


class NotProposedByUs(NotFound):
    """No statement belongs to the proposal."""


class RefundOrigin:
    """The room of refunds as one that proposes cases."""

    def receive_decision(self, proposal_key: str, decision: CodedDecision, *, actor: Actor, now: datetime) -> None:
        """Keep what was decided and follow what HR is to do; told twice, the second changes nothing, told otherwise, it follows."""
        receive_decision(actor=actor, proposal_key=proposal_key, decision=decision, now=now)


def receive_decision(*, actor: Actor, proposal_key: str, decision: CodedDecision, now: datetime) -> YearlyStatement:
    """Keep the outcome with its day and address, in the caller's transaction. Raises NotProposedByUs."""
    row = YearlyStatement.objects.select_for_update().filter(proposal_key=proposal_key).first()
    if row is None:
        raise NotProposedByUs(_("Ingen opgørelse hører til sagsforslaget."))
    outcome = (decision.outcome or "mixed")[:_LONGEST]
    is_news = (row.outcome, row.decided_date, row.decided_url) != (outcome, decision.date, decision.url)
    row.outcome, row.decided_date, row.decided_url = outcome, decision.date, decision.url
    row.save(update_fields=["outcome", "decided_date", "decided_url"])
    if is_news:
        data = {"outcome": outcome, "body": decision.body, "day": decision.date.isoformat()}
        record(actor=actor, event="refunds.decided", subject=subject_of(row), data={**data}, now=now)
    _follow(row, decision, actor, now)
    return row


def _follow(row: YearlyStatement, decision: CodedDecision, actor: Actor, now: datetime) -> None:
    """Write the obligations that the decision gives and that nobody has written; let go of those it no longer gives."""
    label = f"{decision.body}, {decision.date:%d-%m-%Y}"
    found = proposal_of(row, now)
    given = Given(
        promises=tuple(_promises(row, follow_ups(decision), decision.date)),
        origin=Origin(ORIGIN, str(row.pk), label, decision.url),
        decided=decision.date,
        closed=found is not None and found.closed_to_public,
        is_same=is_same,
    )
    follow_given(actor=actor, reader=READER, given=given, otherwise=_("Direktionen besluttede noget andet."), now=now)


def _promises(row: YearlyStatement, wanted: tuple[str, ...], decided: date) -> Iterator[Promise]:
    """Yield what HR is to do; the one who proposed the case answers for it where that is a person we know."""
    owner = row.proposed_by if row.proposed_by in names_of([row.proposed_by]) else None
    due = f"{decided.year + decided.month // _MONTHS}-{decided.month % _MONTHS + 1:02}"
    for text in wanted:
        yield Promise(text, owner_key=owner, owner_text="" if owner else "HR", due=due, ordered=decided)
