"""HR's list of cases, narrowed, ordered and counted. Health data: every look leaves a trace."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db.models import Q, QuerySet, Sum

from raadhus.core.access.public import require
from raadhus.core.audit.public import Subject
from raadhus.kernel.actors import Actor
from raadhus.refunds.models import RefundCase  # noqa: TC001 - needed by the annotations of managers at run time
from raadhus.refunds.queries.places import UnitNames
from raadhus.refunds.queries.shapes import CaseRow, case_row
from raadhus.refunds.queries.visibility import READ, counts, is_open, visible_cases
from raadhus.refunds.rules.cases import Cause, Kind
from raadhus.refunds.rules.following import Standing
from raadhus.ui.ordering import lacking_last


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


class FoundCases:
    """Cases that are counted and fetched page by page."""

    def __init__(self, rows: "QuerySet[RefundCase]") -> None:
        self._rows = rows
        self._names = UnitNames()

    def __len__(self) -> int:
        return self._rows.count()

    def __getitem__(self, wanted: slice) -> tuple[CaseRow, ...]:
        return tuple(case_row(row, self._names) for row in self._rows[wanted])

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
    order = lacking_last(ORDER.get(asked.sort, ORDER["deadline"]), descending=asked.descending)
    return FoundCases(rows.order_by(*order, "pk"))


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
