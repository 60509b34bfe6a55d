"""Two of the demonstration's meetings as they were held: decided item by item, one case put off, one sent on. Safe to repeat.

Hovedudvalget sends the workforce figures on to Økonomiudvalget as an announcement; the direktion approves a model with a remark, puts a
case off and orders two things, one of them without an owner. All is invented, and done through the house's own actions.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from raadhus.config.demonstration.held_cases import HELD, Held
from raadhus.core.documents.text import Paragraph, blocks_to_json
from raadhus.kernel.actors import Actor
from raadhus.kernel.danish_calendar import is_working_day
from raadhus.meetings.actions.deciding import (
    close_sitting,
    decide_item,
    give_outcome,
    open_sitting,
    order_obligation,
    start_item,
)
from raadhus.meetings.actions.draft_steps import approve_draft, propose_draft
from raadhus.meetings.actions.drafts import create_draft
from raadhus.meetings.actions.planning import plan_draft
from raadhus.meetings.actions.sending import send_agenda
from raadhus.meetings.actions.sittings import plan_sitting
from raadhus.meetings.queries.sittings import SittingsAsked, sitting_list
from raadhus.meetings.rules.case_templates import recommendation_tree
from raadhus.meetings.rules.deciding.ordering import NewPromise
from raadhus.meetings.rules.draft_facts import DraftFacts
from raadhus.meetings.rules.draft_start import DraftStart, NewSection
from raadhus.meetings.rules.reading import SectionKind

_AGO = {"hovedudvalget": timedelta(days=12), "direktionen": timedelta(days=5)}
_HOUR = time(14)
Tree = Sequence[Mapping[str, Any]]
_WHY = "Sagen blev klar efter fristen og har betydning for budgettet."


def load_deciding(*, actor: Actor, today: date, now: datetime) -> Iterator[str]:
    """Hold the two meetings, and yield the title of each case; nothing the second time."""
    for body_key, cases in HELD.items():
        day = _working_day(today - _AGO[body_key])
        known = sitting_list(viewer=actor, asked=SittingsAsked(body=body_key, when="past"), now=now)
        if len(known):
            continue
        yield from _hold(actor, body_key, cases, datetime.combine(day, _HOUR, now.tzinfo))


def _working_day(day: date) -> date:
    while not is_working_day(day):
        day -= timedelta(days=1)
    return day


def _hold(actor: Actor, body_key: str, cases: tuple[Held, ...], at: datetime) -> Iterator[str]:
    """Plan, send, open, decide and close one meeting, at the time it was held."""
    before = at - timedelta(days=20)
    sitting = plan_sitting(
        actor=actor, body_key=body_key, day=at.date(), start_time="14:00", place="Mødelokale Havnen", now=before
    )
    trees = [recommendation_tree(one.asks) for one in cases]
    drafts = [_approved(actor, body_key, one, tree, before) for one, tree in zip(cases, trees, strict=True)]
    planned = [
        plan_draft(actor=actor, draft_id=draft, sitting_id=sitting, late_reason=_WHY, now=before) for draft in drafts
    ]
    send_agenda(actor=actor, sitting_id=sitting, accept_warnings=True, now=at - timedelta(days=6))
    open_sitting(actor=actor, sitting_id=sitting, now=at)
    clock = at
    for one, tree, item in zip(cases, trees, planned, strict=True):
        start_item(actor=actor, treatment_id=item, now=clock)
        clock += timedelta(minutes=one.used)
        _decide(actor, one, [str(each["id"]) for each in tree], item, clock)
        yield one.title
    close_sitting(actor=actor, sitting_id=sitting, now=clock)


def _approved(actor: Actor, body_key: str, one: Held, tree: Tree, moment: datetime) -> str:
    blocks = tuple(blocks_to_json((Paragraph(one.text),)))
    section = NewSection(SectionKind.STATEMENT, "Sagsfremstilling", blocks)
    start = DraftStart(sections=(section,), recommendations=tree)
    facts = DraftFacts(title=one.title, estimated_minutes=one.minutes)
    draft = create_draft(actor=actor, body_key=body_key, facts=facts, start=start, now=moment)
    propose_draft(actor=actor, draft_id=draft, now=moment)
    approve_draft(actor=actor, draft_id=draft, now=moment)
    return draft


def _decide(actor: Actor, one: Held, ids: Sequence[str], item: UUID, moment: datetime) -> None:
    for asked, given in zip(ids, one.given, strict=True):
        give_outcome(actor=actor, treatment_id=item, recommendation_ids=(asked,), given=given, now=moment)
    for order in one.orders:
        due = f"{moment + timedelta(days=60):%Y-%m}"
        named = NewPromise(order.text, order.owner_key, order.owner_text, due=due)
        order_obligation(actor=actor, treatment_id=item, promise=named, now=moment)
    decide_item(actor=actor, treatment_id=item, now=moment)
