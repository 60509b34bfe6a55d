"""The demonstration year: when the four bodies meet, and which cases stand on which agenda. Pure and deterministic."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from raadhus.kernel.danish import MONTHS
from raadhus.kernel.danish_calendar import is_working_day

_JULY = 7


@dataclass(frozen=True, slots=True)
class BodyPlan:
    """How a body meets: its name, the weekday, every how many weeks, the time, the place and who sits in it."""

    name: str
    weekday: int
    weeks: int
    time: str
    place: str
    members: tuple[str, ...]


BOARD = ("Karen Lindholm-Ager", "Mikkel Tornvig", "Birgitte Østermark", "Jens-Ole Fjordby")
HEADS = ("Torben Ravnkilde", "Henriette Bøgelund", "Steen Aggerholm", "Lisbet Krogsdal", "Poul-Erik Damhus")

BODIES = (
    BodyPlan("Direktionen", 1, 2, "09:00", "Mødelokale Havnen", BOARD),
    BodyPlan("Chefforum", 3, 4, "13:00", "Mødelokale Fjorden", (BOARD[0], *HEADS)),
    BodyPlan("Hovedudvalget", 2, 8, "10:00", "Byrådssalen", (BOARD[0], HEADS[0], HEADS[1], "Nanna Tyvelse")),
    BodyPlan("Økonomiudvalget", 0, 4, "16:00", "Byrådssalen", ("Viggo Sandager", "Karen Lindholm-Ager")),
)


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """One item of a planned meeting: the case's texts, what this body is asked, and what it decides."""

    title: str
    case_number: str
    closed: bool
    background: str
    statement: tuple[str, ...]
    table: tuple[tuple[str, ...], ...]
    economy: str | None
    attachments: tuple[str, ...]
    recommendations: tuple[str, ...]
    decision: str


@dataclass(slots=True)
class PlannedMeeting:
    """One meeting of a body on a day, with its items in order."""

    body: BodyPlan
    day: date
    items: list[PlannedItem] = field(default_factory=list)


@cache
def case_templates() -> tuple[dict[str, Any], ...]:
    """Return the invented cases of data/cases.toml."""
    text = (files(__package__) / "data" / "cases.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)["cases"])


def meeting_days(plan: BodyPlan, first: date, last: date) -> Iterator[date]:
    """Yield the days a body meets in [first, last]: never in July, moved a week when the day is a holiday."""
    day = first + timedelta(days=(plan.weekday - first.weekday()) % 7)
    while day <= last:
        if day.month != _JULY and is_working_day(day):
            yield day
            day += timedelta(weeks=plan.weeks)
        else:
            day += timedelta(weeks=1)


def planned_year(today: date) -> tuple[PlannedMeeting, ...]:
    """Return a year of meetings: ten months back and two ahead of `today`, oldest first, every one with items."""
    first, last = today - timedelta(days=305), today + timedelta(days=60)
    meetings = [PlannedMeeting(plan, day) for plan in BODIES for day in meeting_days(plan, first, last)]
    meetings.sort(key=lambda meeting: (meeting.day, meeting.body.time))
    for meeting in meetings:
        meeting.items.append(_opening(meeting))
    for number, template in enumerate(case_templates(), start=1):
        _place(template, number, meetings)
    return tuple(meetings)


def _opening(meeting: PlannedMeeting) -> PlannedItem:
    return PlannedItem(
        title="Godkendelse af dagsorden",
        case_number=f"{meeting.day:%y}/{1000 + BODIES.index(meeting.body)}",
        closed=False,
        background="Dagsordenen er sendt til mødets deltagere.",
        statement=(),
        table=(),
        economy=None,
        attachments=(),
        recommendations=("Godkender dagsordenen",),
        decision="Godkendt.",
    )


def _place(template: dict[str, Any], number: int, meetings: Sequence[PlannedMeeting]) -> None:
    """Put a case on the agendas: its treatments in turn, again after `every` meetings of the first body."""
    first_body = template["treatments"][0]["body"]
    starts = [meeting for meeting in meetings if meeting.body.name == first_body]
    every = template["every"]
    rounds = starts[number % every :: every] if every else starts[(number * 2) % max(1, len(starts) - 3) :][:1]
    for turn, start in enumerate(rounds):
        _treat(template, f"{start.day:%y}/{1100 + number * 37 + turn * 411}", start.day, meetings)


def _treat(template: dict[str, Any], case_number: str, start: date, meetings: Sequence[PlannedMeeting]) -> None:
    earliest = start
    for treatment in template["treatments"]:
        later = (m for m in meetings if m.body.name == treatment["body"] and m.day >= earliest)
        meeting = next(later, None)
        if meeting is None:
            return
        meeting.items.append(_item(template, treatment, case_number, start))
        earliest = meeting.day + timedelta(days=1)


def _item(template: dict[str, Any], treatment: dict[str, Any], case_number: str, start: date) -> PlannedItem:
    words = {
        "month": f"{MONTHS[start.month - 2]} {start.year - (start.month == 1)}",
        "quarter": f"{(start.month - 1) // 3 + 1}. kvartal {start.year}",
        "later": MONTHS[(start.month + 2) % 12],
    }
    return PlannedItem(
        title=template["title"].format(**words),
        case_number=case_number,
        closed=template.get("closed", False),
        background=template["background"],
        statement=tuple(text.format(**words) for text in template["statement"]),
        table=tuple(tuple(row) for row in template.get("table", ())),
        economy=template.get("economy"),
        attachments=tuple(template["attachments"]),
        recommendations=tuple(treatment["recommendations"]),
        decision=treatment["decision"],
    )
