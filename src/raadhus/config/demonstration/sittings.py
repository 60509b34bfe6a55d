"""The demonstration's own meetings: members, templates, a coming agenda with cases in every state, and one that was sent.

Everything goes through the house's own actions. Safe to repeat: where a sitting stands already, nothing is made.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from importlib.resources import files
from uuid import UUID

from django.db import transaction

from raadhus.config.demonstration.year import BODIES
from raadhus.core.organisation.public import people
from raadhus.kernel.actors import Actor
from raadhus.kernel.danish_calendar import is_working_day
from raadhus.meetings.public import (
    BodyExists,
    DraftFacts,
    DraftStart,
    NewSection,
    Profile,
    SectionKind,
    SittingsAsked,
    add_member,
    approve_draft,
    create_body,
    create_draft,
    lay_in_templates,
    plan_draft,
    plan_sitting,
    propose_draft,
    put_fixed_items,
    recommendation_tree,
    return_draft,
    send_agenda,
    sitting_list,
)

SINCE = date(2024, 1, 1)
_ISU = "Informationssikkerhedsudvalget"
_CHAIR, _MEMBER = "chair", "member"


@dataclass(frozen=True, slots=True)
class Story:
    """One invented case: who writes it, what it says, and how far it has come."""

    author: str
    title: str
    background: str
    asks: tuple[str, ...]
    state: str
    minutes: int = 15
    case_number: str = ""
    closed: bool = False
    ground: str = ""
    public_title: str = ""
    reason: str = ""


def stories(chapter: str) -> tuple[Story, ...]:
    """Return a chapter of data/sittings.toml: "board", "late" or "sent"."""
    told = tomllib.loads((files(__package__) / "data" / "sittings.toml").read_text(encoding="utf-8"))
    return tuple(Story(**{**one, "asks": tuple(one["asks"])}) for one in told[chapter])


@transaction.atomic
def load_sittings(*, actor: Actor, today: date, now: datetime) -> Iterator[str]:
    """Make members, templates, ISU as a proposed body and the two coming sittings; return what was made, nothing the second time."""
    if len(sitting_list(viewer=actor, asked=SittingsAsked(when="all"), now=now)):
        return iter(())
    made = [*_members(actor, today, now)]
    made.append(f"{lay_in_templates(actor=actor, now=now)} skabeloner")
    made.append(_proposed_body(actor, now))
    made.append(_sent_agenda(actor, today, now))
    made.append(_coming_agenda(actor, today, now))
    return iter(made)


def _members(actor: Actor, today: date, now: datetime) -> Iterator[str]:
    known = {one.name: one.key for one in people(today)}
    for plan in BODIES:
        for place, name in enumerate(one for one in plan.members if one in known):
            role = _MEMBER if place else _CHAIR
            add_member(
                actor=actor,
                body_key=plan.name.lower().replace("ø", "oe"),
                person_key=known[name],
                role=role,
                start_date=SINCE,
                now=now,
            )
            yield name


def _proposed_body(actor: Actor, now: datetime) -> str:
    try:
        create_body(
            actor=actor,
            name=_ISU,
            profile=Profile.INFORMATION_SECURITY.value,
            is_public=False,
            proposed=True,
            now=now,
        )
    except BodyExists:
        return _ISU
    return _ISU


def _weekday_after(today: date, weekday: int, days: int) -> date:
    """Return the first such weekday, at least so many days ahead, that is a working day."""
    day = today + timedelta(days=days)
    while day.weekday() != weekday or not is_working_day(day):
        day += timedelta(days=1)
    return day


def _coming_agenda(actor: Actor, today: date, now: datetime) -> str:
    """Plan the board's next own meeting, with cases in every state and one that came late."""
    day = _weekday_after(today, 1, 14)
    sitting = plan_sitting(
        actor=actor, body_key="direktionen", day=day, start_time="13:00", place="Mødelokale Havnen", now=now
    )
    for story in stories("board"):
        _told(story, "direktionen", sitting, actor, day, now)
    put_fixed_items(actor=actor, sitting_id=sitting, now=now)
    _late_case(actor, sitting, day, now)
    return f"Direktionen {day:%d-%m-%Y}"


def _late_case(actor: Actor, sitting: UUID, day: date, now: datetime) -> None:
    """Plan a case the day before the meeting, as the story's clock goes, so that it comes late and says why."""
    draft = _told(stories("late")[0], "direktionen", sitting, actor, day, now)
    late = datetime.combine(day - timedelta(days=1), now.timetz())
    why = "Plejecentret er uden nødstrøm, til der er truffet en beslutning."
    plan_draft(actor=actor, draft_id=draft, sitting_id=sitting, late_reason=why, now=late)


def _sent_agenda(actor: Actor, today: date, now: datetime) -> str:
    day = _weekday_after(today, 3, 7)
    sitting = plan_sitting(
        actor=actor, body_key="chefforum", day=day, start_time="10:00", place="Mødelokale Fjorden", now=now
    )
    for story in stories("sent"):
        _told(story, "chefforum", sitting, actor, day, now)
    send_agenda(actor=actor, sitting_id=sitting, accept_warnings=True, now=now)
    return f"Chefforum {day:%d-%m-%Y}"


def _told(story: Story, body: str, sitting: UUID, secretary: Actor, day: date, now: datetime) -> str:  # noqa: PLR0917 - one story in its place, told once
    """Write a case and move it as far as its story says; the author does what the author can."""
    facts = DraftFacts(
        title=story.title,
        case_number=story.case_number,
        closed=story.closed,
        legal_ground=story.ground,
        public_title=story.public_title,
        wanted_date=day,
        estimated_minutes=story.minutes,
    )
    text = ({"type": "paragraph", "text": story.background},)
    start = DraftStart(
        sections=(
            NewSection(SectionKind.BACKGROUND, "Baggrund", text),
            NewSection(SectionKind.STATEMENT, "Sagsfremstilling"),
        ),
        recommendation_lead="Det indstilles, at {organ}",
        recommendations=recommendation_tree(story.asks),
    )
    draft = create_draft(actor=secretary, body_key=body, facts=facts, start=start, author_key=story.author, now=now)
    if story.state != "draft":
        propose_draft(actor=secretary, draft_id=draft, now=now)
    if story.state == "returned":
        return_draft(actor=secretary, draft_id=draft, reason=story.reason, now=now)
    if story.state in {"approved", "planned"}:
        approve_draft(actor=secretary, draft_id=draft, now=now)
    if story.state == "planned":
        plan_draft(actor=secretary, draft_id=draft, sitting_id=sitting, now=now)
    return draft
