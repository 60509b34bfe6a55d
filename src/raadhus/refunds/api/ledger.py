"""The API of the ledger, the figures and the case to the board."""

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Query, Router, Schema
from ninja.responses import Status as CreatedStatus

from raadhus.core.access.public import actor_of
from raadhus.core.cases.public import State
from raadhus.kernel.doors import door
from raadhus.refunds.actions.earlier_years import set_earlier_year
from raadhus.refunds.actions.proposing import propose_statement
from raadhus.refunds.queries import board_cases, ledger, lost_cases
from raadhus.refunds.rules.cases import Cause

router = Router()


class YearAskedIn(Schema):
    """Which year; without one the latest that is over and lost something."""

    year: int | None = Field(None, ge=1990, le=2100)


class YearOfCasesIn(Schema):
    """Which year's cases."""

    year: int = Field(ge=1990, le=2100)


class LedgerLineOut(Schema):
    """One line: what it is about, its cases, the causes in words where the table is exact, and the lost øre."""

    name: str
    cases: int
    causes: str
    lost_ore: int


class WrongEntriesOut(Schema):
    """How the sum splits into wrong entries and lateness."""

    cases: int
    lost_ore: int
    late_ore: int


class LedgerYearOut(Schema):
    """One year of the trend; `source` is empty for what was worked out here."""

    year: int
    lost_ore: int
    cases: int | None
    source: str
    is_running: bool


class LedgerOut(Schema):
    """One year told up. Where `is_exact` is false, a way of telling without lines is withheld."""

    year: int
    is_exact: bool
    is_running: bool
    least_cases: int
    cases: int
    lost_ore: int
    by_centre: list[LedgerLineOut]
    by_cause: list[LedgerLineOut]
    by_lateness: list[LedgerLineOut]
    wrong: WrongEntriesOut | None
    trend: list[LedgerYearOut]
    gives_concern: bool
    rise_percent: Decimal | None


class LostCaseOut(Schema):
    """One lost case with its law and what would have saved it."""

    key: UUID
    employment: str
    name: str
    centre: str
    unit: str
    first_date: date
    cause: Cause
    days_late: int
    lost_ore: int
    reason: str
    law: str
    saved_by: str


class EarlierYearIn(Schema):
    """What a year before raadhus lost."""

    lost_ore: int = Field(ge=0, lt=10**13)
    cases: int | None = Field(None, ge=0, le=100_000)
    source: str = Field(min_length=1, max_length=500)


class EarlierYearOut(EarlierYearIn):
    """What was told."""

    year: int


class StatementIn(Schema):
    """Which case to propose: closed with the exact table, or open with small centres merged."""

    year: int = Field(ge=1990, le=2100)
    closed: bool = True


class StatementOut(Schema):
    """A statement as it was proposed, and what was decided. `state` is None when the proposal is no more."""

    key: UUID
    year: int
    proposal_key: str
    figures: dict[str, object]
    sha256: str
    is_intact: bool
    proposed_at: datetime
    state: State | None
    outcome: str
    decided_date: date | None


@router.get("ledger", response=LedgerOut, summary="Årets tabte refusion i tal")
@door("refunds.read_sums")
def show_ledger(request: HttpRequest, asked: Query[YearAskedIn]) -> LedgerOut:
    """Return a year's ledger, exactly for those who may, with small lines merged for others."""
    found = ledger.ledger(actor_of(request), year=asked.year, now=timezone.now())
    shown = {name: getattr(found, name) for name in LedgerOut.model_fields if hasattr(found, name)}
    return LedgerOut(**shown, gives_concern=found.concern.is_met, rise_percent=found.concern.rise)


@router.get("ledger/cases", response=list[LostCaseOut], summary="Årets tabte sager én for én")
@door("refunds.read_cases")
def show_lost_cases(request: HttpRequest, asked: Query[YearOfCasesIn]) -> tuple[lost_cases.LostCase, ...]:
    """Return each lost case of a year; looking is audited."""
    return lost_cases.lost_cases(actor_of(request), year=asked.year, now=timezone.now())


@router.put("earlier-years/{int:year}", response=EarlierYearOut, summary="Oplys et tidligere års tab")
@door("refunds.set_earlier_year")
def tell_earlier_year(request: HttpRequest, year: int, given: EarlierYearIn) -> EarlierYearOut:
    """Tell what a year before raadhus lost, or tell it anew."""
    row = set_earlier_year(
        actor=actor_of(request),
        year=year,
        lost_ore=given.lost_ore,
        cases=given.cases,
        source=given.source,
        now=timezone.now(),
    )
    return EarlierYearOut(year=row.year, lost_ore=row.lost_ore, cases=row.cases, source=row.source)


@router.get("statements", response=list[StatementOut], summary="Opgørelser, der er foreslået direktionen")
@door("refunds.read_exact")
def show_statements(request: HttpRequest, asked: Query[YearAskedIn]) -> list[StatementOut]:
    """Return the statements that were proposed, the latest first."""
    return [_out(one) for one in board_cases.statements(actor_of(request), year=asked.year, now=timezone.now())]


@router.post("statements", response={201: StatementOut}, summary="Foreslå sagen om et års tabte refusion")
@door("refunds.propose")
def propose(request: HttpRequest, given: StatementIn) -> CreatedStatus[StatementOut]:
    """Propose the case about a year and freeze its figures."""
    viewer, now = actor_of(request), timezone.now()
    row = propose_statement(actor=viewer, year=given.year, closed=given.closed, now=now)
    return CreatedStatus(201, _out(board_cases.shown_statement(viewer, row, now=now)))


def _out(one: board_cases.Statement) -> StatementOut:
    row = one.row
    return StatementOut(
        key=row.pk,
        year=row.year,
        proposal_key=row.proposal_key,
        figures=row.figures,
        sha256=row.figures_sha256,
        is_intact=one.is_intact,
        proposed_at=row.proposed_at,
        state=one.state,
        outcome=row.outcome,
        decided_date=row.decided_date,
    )
