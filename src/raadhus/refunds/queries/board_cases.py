"""What a case to the board would hold, the statements that were proposed, and where they stand."""

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from django.utils import translation
from django.utils.timezone import localdate

from raadhus.core.access.public import WHOLE_HOUSE, require
from raadhus.core.audit.public import Subject
from raadhus.core.cases.public import Content, FrozenTable, Proposal, State, address_for, kept_proposal
from raadhus.kernel.actors import Actor, system
from raadhus.kernel.errors import NotFound
from raadhus.refunds.models import YearlyStatement
from raadhus.refunds.queries.ledger import Ledger, Line, has_small_lines, told
from raadhus.refunds.queries.pictures import trend_picture
from raadhus.refunds.queries.years import YearSum
from raadhus.refunds.rules.board_case import CaseFacts, CaseLine, blocks_of, title_of

# Where a proposed statement stands is no secret to those who may read statements, whoever proposed it.
READER = system("refunds", "Refusion")
# A standing decision with this template asks for the case itself and not for an empty draft.
TEMPLATE = "refunds.statement"


class NoSuchStatement(NotFound):
    """There is no such statement."""


@dataclass(frozen=True, slots=True)
class BoardCase:
    """A case as it would be proposed: its title, what it holds, and the figures that the room keeps of it."""

    year: int
    title: str
    is_exact: bool
    content: Content
    figures: dict[str, Any]

    @property
    def sha256(self) -> str:
        """The hash of the figures."""
        return hash_of(self.figures)


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement that was proposed, whether its figures are as they were then, and where the proposal stands (None: not to be seen)."""

    row: YearlyStatement
    is_intact: bool
    state: State | None
    url: str


def subject_of(row: YearlyStatement) -> Subject:
    """Return what the trail calls a statement."""
    return Subject("yearly_statement", str(row.pk), title_of(row.year))


def hash_of(figures: dict[str, Any]) -> str:
    """Return the SHA-256 of the figures in the one way in which they are hashed."""
    return hashlib.sha256(json.dumps(figures, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def board_case(viewer: Actor, *, year: int, exact: bool, now: datetime) -> BoardCase:
    """Return the case about a year as it would be proposed now: exactly, or as everybody may see it."""
    require(viewer, "refunds.propose", unit=WHOLE_HOUSE, now=now)
    found = told(year=year, exact=exact, today=localdate(now))
    # The case is about the year: what came after it is another case's.
    found = replace(found, trend=tuple(one for one in found.trend if one.year <= year))
    # The case is in Danish, whatever language its maker reads in.
    with translation.override("da"):
        content = _content(found)
    return BoardCase(year, title_of(year), exact, content, _figures(found))


def should_be_closed(viewer: Actor, *, year: int, now: datetime) -> bool:
    """Return True when the exact table of the year has lines about a few people, so that a case with it must be closed."""
    require(viewer, "refunds.propose", unit=WHOLE_HOUSE, now=now)
    return has_small_lines(year, localdate(now))


def _content(found: Ledger) -> Content:
    picture = trend_picture(found.trend, found.concern.threshold_ore, found.year)
    chart = None
    if picture is not None:
        chart = {"type": "chart", "title": picture.title, "alt": picture.alt, "spec": dict(picture.spec)}
    facts = CaseFacts(
        concern=found.concern,
        cases=found.cases,
        lost_ore=found.lost_ore,
        by_centre=_case_lines(found.by_centre),
        by_cause=_case_lines(found.by_cause),
        wrong=(found.wrong.cases, found.wrong.lost_ore) if found.wrong else None,
        chart=chart,
        is_exact=found.is_exact,
        least_cases=found.least_cases,
    )
    return Content(blocks=blocks_of(facts), data=tuple(_data(found)))


def _case_lines(lines: tuple[Line, ...]) -> tuple[CaseLine, ...]:
    return tuple(CaseLine(one.name, one.cases, one.lost_ore, one.causes) for one in lines)


def _data(found: Ledger) -> list[FrozenTable]:
    source, period = "Refusionssagerne i raadhus", str(found.year)
    years = tuple((one.year, one.cases, one.lost_ore / 100, one.source or "raadhus") for one in found.trend)
    tables = [FrozenTable("År for år", ("År", "Sager", "Tabt", "Kilde"), years, "kr.", "", source)]
    if found.by_lateness:
        rows = tuple((one.name, one.cases, one.lost_ore / 100) for one in found.by_lateness)
        head = ("Anmeldt efter fristen", "Sager", "Tabt")
        tables.append(FrozenTable("Hvor meget for sent", head, rows, "kr.", period, source))
    return tables


def _figures(found: Ledger) -> dict[str, Any]:
    """Return what the room keeps: the same figures as JSON values."""

    def lines(some: tuple[Line, ...]) -> list[dict[str, Any]]:
        return [asdict(one) for one in some]

    def year(one: YearSum) -> dict[str, Any]:
        return asdict(one)

    return {
        "year": found.year,
        "is_exact": found.is_exact,
        "cases": found.cases,
        "lost_ore": found.lost_ore,
        "by_centre": lines(found.by_centre),
        "by_cause": lines(found.by_cause),
        "by_lateness": lines(found.by_lateness),
        "wrong": asdict(found.wrong) if found.wrong else None,
        "trend": [year(one) for one in found.trend],
        "gives_concern": found.concern.is_met,
        "threshold_ore": found.concern.threshold_ore,
        "rise_percent": found.concern.rise_percent,
        "least_cases": found.least_cases,
    }


def statements(viewer: Actor, *, now: datetime, year: int | None = None) -> tuple[Statement, ...]:
    """Return the statements that were proposed, the latest first."""
    require(viewer, "refunds.read_exact", unit=WHOLE_HOUSE, now=now)
    rows = YearlyStatement.objects.order_by("-proposed_at", "-pk")
    return tuple(shown_statement(viewer, row, now=now) for row in (rows if year is None else rows.filter(year=year)))


def statement(viewer: Actor, key: str, *, now: datetime) -> Statement:
    """Return one statement. Raises NoSuchStatement."""
    require(viewer, "refunds.read_exact", unit=WHOLE_HOUSE, now=now)
    row = YearlyStatement.objects.filter(pk=key).first()
    if row is None:
        raise NoSuchStatement("Opgørelsen findes ikke.")
    return shown_statement(viewer, row, now=now)


def shown_statement(viewer: Actor, row: YearlyStatement, *, now: datetime) -> Statement:
    """Return a kept statement with where it stands, and the proposal's address for those who may see that."""
    found = proposal_of(row, now)
    return Statement(
        row=row,
        is_intact=hash_of(row.figures) == row.figures_sha256,
        state=found.state if found else None,
        url=address_for(viewer, found, now=now),
    )


def proposal_of(row: YearlyStatement, now: datetime) -> Proposal | None:
    """Return the proposed case of a statement, or None when it is no more."""
    return kept_proposal(READER, row.proposal_key, now=now)
