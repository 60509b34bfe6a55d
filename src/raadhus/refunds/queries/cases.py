"""HR's cases: the list, narrowed and counted, and one case with every step of its reckoning. Health data: every look leaves a trace."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.db.models import F, Q, QuerySet, Sum
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.audit.public import Subject, TrailEntry, trail
from raadhus.kernel.actors import Actor
from raadhus.kernel.danish import short_date
from raadhus.kernel.errors import NotFound
from raadhus.kernel.ids import is_id
from raadhus.refunds.models import RefundCase
from raadhus.refunds.queries.absences import absence_of
from raadhus.refunds.queries.history import NoticeShown, SuspicionShown, notices_of, suspicions_of
from raadhus.refunds.queries.places import UnitNames, units_answered_for
from raadhus.refunds.queries.settings import settings_on
from raadhus.refunds.queries.shapes import CaseRow, case_row
from raadhus.refunds.rules.cases import Assumption, Cause, Kind
from raadhus.refunds.rules.causes import dispensation, saved_by
from raadhus.refunds.rules.explaining import reason_of, steps_of
from raadhus.refunds.rules.following import Dispensation, Standing
from raadhus.refunds.rules.loss import loss_of
from raadhus.refunds.rules.warnings import warnings_of
from raadhus.refunds.rules.watch import Next

READ = "refunds.read_cases"
# The subject under which everything about a case stands in the trail.
CASE = "refund_case"


class NoSuchCase(NotFound):
    """There is no such case, or the viewer may not know that there is."""


class State(StrEnum):
    """Which cases are asked for."""

    OPEN = "open"
    LOST = "lost"
    SETTLED = "settled"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the list is narrowed to; empty is everything that payroll still has. `unit` and `centre` are keys."""

    text: str = ""
    unit: str = ""
    centre: str = ""
    kind: Kind | None = None
    cause: Cause | None = None
    year: int | None = None
    standing: Standing | None = None
    state: State | None = None
    sort: str = ""
    descending: bool = False


# What the list may be sorted by.
ORDER = {
    "deadline": ("deadline_date", "first_date"),
    "first": ("first_date",),
    "unit": ("unit_key", "first_date"),
    "centre": ("centre_key", "first_date"),
    "who": ("name", "employment"),
    "lost": ("lost_ore",),
    "at_risk": ("at_risk_ore",),
    "late": ("days_late",),
    "year": ("year", "first_date"),
}


class FoundCases(Sequence[CaseRow]):
    """Cases that are counted and fetched page by page."""

    def __init__(self, rows: "QuerySet[RefundCase]") -> None:
        self._rows = rows
        self._names = UnitNames()

    def __len__(self) -> int:
        return self._rows.count()

    def __getitem__(self, wanted: int | slice) -> CaseRow | tuple[CaseRow, ...]:  # type: ignore[override]  # a slice gives a tuple
        if isinstance(wanted, slice):
            return tuple(case_row(row, self._names) for row in self._rows[wanted])
        return case_row(self._rows[wanted], self._names)

    @property
    def sums(self) -> tuple[int, int]:
        """The lost øre and the øre at risk of all of them."""
        found = self._rows.aggregate(lost=Sum("lost_ore"), risk=Sum("at_risk_ore"))
        return found["lost"] or 0, found["risk"] or 0


def cases(viewer: Actor, asked: Asked, now: datetime) -> FoundCases:
    """Return the cases that the viewer may see and asked for; without an order, the nearest deadline first."""
    require(viewer, READ, now=now, subject=Subject("refund_cases", asked.unit or asked.centre or "", "Refusionssager"))
    rows = visible_cases(viewer, now)
    given = {
        "unit_key": asked.unit,
        "centre_key": asked.centre,
        "kind": asked.kind,
        "cause": asked.cause,
        "year": asked.year,
        "standing": asked.standing,
    }
    rows = rows.filter(**{name: value for name, value in given.items() if value})
    rows = rows.filter(is_gone=asked.state is State.GONE).filter(_state(asked.state))
    if asked.text:
        rows = rows.filter(
            Q(name__icontains=asked.text) | Q(employment__icontains=asked.text) | Q(remark__icontains=asked.text)
        )
    order = (F(column) for column in ORDER.get(asked.sort, ORDER["deadline"]))
    sorted_by = [one.desc(nulls_last=True) if asked.descending else one.asc(nulls_last=True) for one in order]
    return FoundCases(rows.order_by(*sorted_by, "pk"))


def _state(state: State | None) -> Q:
    match state:
        case State.OPEN:
            return is_open()
        case State.LOST:
            return counts()
        case State.SETTLED:
            return Q(settled_at__isnull=False)
        case _:
            return Q()


def is_open() -> Q:
    """Return the condition of a case that somebody can still do something about, or must close."""
    going_on = Q(last_date__isnull=True) | ~Q(next_step=Next.NOTHING.value)
    return going_on & Q(is_gone=False, settled_at__isnull=True)


def counts() -> Q:
    """Return the condition of a case that the ledger counts as lost."""
    return Q(is_gone=False, lost_ore__gt=0, year__isnull=False) & ~Q(dispensation=Dispensation.GRANTED.value)


def visible_cases(viewer: Actor, now: datetime, verb: str = READ) -> "QuerySet[RefundCase]":
    """Return the rows of the units in which the viewer may use the verb."""
    units = units_answered_for(viewer, verb, now)
    rows = RefundCase.objects.all()
    return rows if units is None else rows.filter(unit_key__in=units)


def one_case(viewer: Actor, key: str, now: datetime, *, verb: str = READ, lock: bool = False) -> RefundCase:
    """Return the row of a case in a unit where the viewer may use the verb, held until the transaction ends when `lock`. Raises NoSuchCase."""
    rows = visible_cases(viewer, now, verb).filter(pk=key) if is_id(key) else RefundCase.objects.none()
    row = (rows.select_for_update() if lock else rows).first()
    if row is None:
        raise NoSuchCase(_("Der er ingen refusionssag her, som du har adgang til at se."))
    return row


def subject_of(row: RefundCase) -> Subject:
    """Return a case as the trail names it: by the employment's number and the first day, never by name or illness."""
    return Subject(CASE, str(row.pk), f"refusionssagen {row.employment} fra {short_date(row.first_date)}")


@dataclass(frozen=True, slots=True)
class CaseDetail:
    """Everything about one case: the row, why, each step, what was assumed and what to beware of, and what has happened."""

    row: CaseRow
    as_of: date
    reason: str
    steps: tuple[str, ...]
    saved_by: str
    dispensation: str
    assumptions: tuple[Assumption, ...]
    warnings: tuple[str, ...]
    notices: tuple[NoticeShown, ...]
    suspicions: tuple[SuspicionShown, ...]
    trail: tuple[TrailEntry, ...]


def case(viewer: Actor, key: str, now: datetime) -> CaseDetail:
    """Return one case as it stands today, with its reckoning. The look leaves a trace. Raises NoSuchCase."""
    row = one_case(viewer, key, now)
    require(viewer, READ, now=now, subject=subject_of(row))
    today, absence = localdate(now), absence_of(row)
    settings = settings_on(row.first_date).rules
    loss = loss_of(absence, settings, today)
    return CaseDetail(
        row=case_row(row, UnitNames()),
        as_of=today,
        reason=reason_of(loss, settings),
        steps=tuple(steps_of(loss, settings, today)),
        saved_by=saved_by(loss, settings),
        dispensation=dispensation(loss),
        assumptions=settings.assumptions,
        warnings=tuple(warnings_of(absence, today)),
        notices=notices_of(row),
        suspicions=suspicions_of(row),
        trail=trail(CASE, str(row.pk)),
    )
