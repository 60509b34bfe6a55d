"""The yearly case of lost refund on its way: the one of 2024 decided and followed, the one of last year waiting, and the standing decision."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from uuid import UUID

from raadhus.core.access.public import actor_of_person
from raadhus.core.obligations.public import Origin, complete, create_standing, of_origin
from raadhus.kernel.actors import Actor
from raadhus.meetings.actions.deciding import close_sitting, decide_item, give_outcome, open_sitting, start_item
from raadhus.meetings.actions.drafts import change_draft
from raadhus.meetings.actions.intake import create_draft_from_proposal
from raadhus.meetings.models import CaseDraft
from raadhus.meetings.public import DraftFacts, approve_draft, plan_draft, plan_sitting, propose_draft, send_agenda
from raadhus.meetings.rules.deciding.given import Given
from raadhus.meetings.rules.outcomes import Outcome
from raadhus.refunds.actions.earlier_years import set_earlier_year
from raadhus.refunds.actions.proposing import propose_statement
from raadhus.refunds.actions.receiving import ORIGIN
from raadhus.refunds.models import YearlyStatement
from raadhus.refunds.queries.standing_terms import statement_terms

HR, SECRETARY = "dorthe-solbakke", "signe-holmbaek"
BODY = "direktionen"
YEAR = 2024
# When the board treated the case of 2024.
HELD = date(2025, 10, 1)
_BEFORE = timedelta(days=21)
_EARLIER = ((2020, 98_400_00, 5), (2021, 121_700_00, 6), (2022, 87_250_00, 4))
_SOURCE = "Opdigtet til demonstrationen"
_GROUND = "Tabellen har centre med så få sager, at enkelte medarbejderes sygdom kan kendes"
_DONE = "Gjort; se Ledernyt for november."


def load_board_cases(*, today: date, now: datetime) -> Iterator[str]:
    """Tell the earlier years, treat the case of 2024, propose last year's and make the standing decision; nothing the second time."""
    if YearlyStatement.objects.exists():
        return
    hr, secretary = actor_of_person(HR), actor_of_person(SECRETARY)
    for year, lost, cases in _EARLIER:
        set_earlier_year(actor=hr, year=year, lost_ore=lost, cases=cases, source=_SOURCE, now=now)
    yield f"sagen om {YEAR}, behandlet {_hold(hr, secretary, now)}"
    propose_statement(actor=hr, year=today.year - 1, now=now)
    yield f"sagen om {today.year - 1}, foreslået"
    origin = Origin("meeting", "", "Direktionen, mistet refusion (opdigtet)")
    yield create_standing(actor=secretary, terms=statement_terms(owner_key=HR), origin=origin, now=now).title


def _hold(hr: Actor, secretary: Actor, now: datetime) -> str:
    """Bring the case of 2024 to the board's meeting, decide it as it asks, and do the first two of what follows."""
    at = datetime.combine(HELD, now.timetz().replace(hour=10, minute=0))
    row = propose_statement(actor=hr, year=YEAR, now=at - _BEFORE)
    treat(row, actor=secretary, at=at)
    for promise in of_origin(hr, ORIGIN, str(row.pk), now=now)[:2]:
        complete(actor=hr, key=promise.key, text=_DONE, now=at + timedelta(days=30))
    return f"{HELD:%d-%m-%Y}"


def treat(row: YearlyStatement, *, actor: Actor, at: datetime) -> None:
    """Plan a meeting of the board with the case, hold it at `at`, decide the case as it asks and close the meeting."""
    sitting = plan_sitting(
        actor=actor, body_key=BODY, day=at.date(), start_time="10:00", place="Mødelokale Havnen", now=at - _BEFORE
    )
    item = _planned(actor, row.proposal_key, sitting, at - _BEFORE)
    send_agenda(actor=actor, sitting_id=sitting, accept_warnings=True, now=at - timedelta(days=6))
    open_sitting(actor=actor, sitting_id=sitting, now=at)
    start_item(actor=actor, treatment_id=item, now=at)
    draft = CaseDraft.objects.get(proposal_key=row.proposal_key)
    for place, asked in enumerate(draft.recommendations):
        given = Given(Outcome.APPROVED if place else Outcome.NOTED)
        give_outcome(actor=actor, treatment_id=item, recommendation_ids=(asked["id"],), given=given, now=at)
    decide_item(actor=actor, treatment_id=item, now=at + timedelta(minutes=20))
    close_sitting(actor=actor, sitting_id=sitting, now=at + timedelta(minutes=25))


def _planned(secretary: Actor, proposal_key: str, sitting: UUID, before: datetime) -> UUID:
    draft = create_draft_from_proposal(actor=secretary, proposal_key=proposal_key, body_key=BODY, now=before)
    title = CaseDraft.objects.get(pk=draft).title
    facts = DraftFacts(title=title, closed=True, legal_ground=_GROUND, public_title="Refusion", estimated_minutes=20)
    change_draft(actor=secretary, draft_id=draft, facts=facts, now=before)
    propose_draft(actor=secretary, draft_id=draft, now=before)
    approve_draft(actor=secretary, draft_id=draft, now=before)
    return plan_draft(actor=secretary, draft_id=draft, sitting_id=sitting, now=before)
