"""Lists of obligations: filtered, sorted, counted, by what the viewer may see."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate

from raadhus.core.obligations.models import ObligationRecord  # noqa: TC001 - needed by the annotations of managers at run time
from raadhus.core.obligations.queries.shapes import Obligation, shown
from raadhus.core.obligations.queries.visibility import visible
from raadhus.core.obligations.rules.due import SOON
from raadhus.core.obligations.rules.status import ACTIVE
from raadhus.kernel.actors import Actor
from raadhus.kernel.rooms import TileContent
from raadhus.ui.ordering import lacking_last

_ACTIVE = [status.value for status in ACTIVE]
# What the list may be sorted by, and the columns that stand for it.
ORDER = {
    "due": ("due_date",),
    "text": ("text",),
    "owner": ("owner_text", "unit_key"),
    "body": ("to_body",),
    "status": ("status",),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a list is narrowed to; None or empty is everything. `late`, `active` and `ownerless` (still active, no person) narrow when True."""

    owner_key: str = ""
    unit_key: str = ""
    to_body: str = ""
    status: str = ""
    late: bool = False
    active: bool = False
    ownerless: bool = False
    decided_year: int = 0
    due_from: date | None = None
    due_to: date | None = None
    words: str = ""
    sort: str = ""
    descending: bool = False


class Found:
    """Obligations that are counted and fetched page by page."""

    def __init__(self, rows: "QuerySet[ObligationRecord]", today: date) -> None:
        self._rows = rows
        self._today = today

    def __len__(self) -> int:
        return self._rows.count()

    def __getitem__(self, wanted: slice) -> tuple[Obligation, ...]:
        return tuple(shown(row, self._today) for row in self._rows[wanted])


def obligations(viewer: Actor, asked: Asked, *, now: datetime) -> Found:
    """Return what the viewer may see and asked for, in the order asked for; without one, what is due first."""
    today = localdate(now)
    rows = visible(viewer, now)
    exact = {"owner_key": asked.owner_key, "unit_key": asked.unit_key, "to_body": asked.to_body, "status": asked.status}
    rows = rows.filter(**{name: value for name, value in exact.items() if value})
    if asked.active or asked.late or asked.ownerless:
        rows = rows.filter(status__in=_ACTIVE)
    if asked.late:
        rows = rows.filter(due_date__lt=today)
    if asked.ownerless:
        rows = rows.filter(owner_key="")
    if asked.decided_year:
        rows = rows.filter(decided_date__year=asked.decided_year)
    if asked.due_from:
        rows = rows.filter(due_date__gte=asked.due_from)
    if asked.due_to:
        rows = rows.filter(due_date__lte=asked.due_to)
    if asked.words:
        rows = rows.filter(Q(text__icontains=asked.words) | Q(origin_label__icontains=asked.words))
    order = lacking_last(ORDER.get(asked.sort, ORDER["due"]), descending=asked.descending)
    return Found(rows.order_by(*order, "id"), today)


def open_obligations(viewer: Actor, now: datetime, owner_key: str | None = None) -> tuple[Obligation, ...]:
    """Return what is still promised and the viewer may see, perhaps of one owner, what is due first at the top."""
    return obligations(viewer, Asked(owner_key=owner_key or "", active=True), now=now)[:]


def of_origin(viewer: Actor, kind: str, key: str, *, now: datetime) -> tuple[Obligation, ...]:
    """Return what came of one thing, as far as the viewer may see it."""
    rows = visible(viewer, now).filter(origin_kind=kind, origin_key=key).order_by("created_at", "id")
    return tuple(shown(row, localdate(now)) for row in rows)


def of_address(viewer: Actor, url: str, *, now: datetime) -> tuple[Obligation, ...]:
    """Return what came of the thing at an address, as far as the viewer may see it: for those who know the address and not the key."""
    rows = visible(viewer, now).filter(origin_url=url).order_by("created_at", "id")
    return tuple(shown(row, localdate(now)) for row in rows)


@dataclass(frozen=True, slots=True)
class Choices:
    """What a list can be narrowed to: only what the viewer may see."""

    owners: tuple[tuple[str, str], ...]
    units: tuple[str, ...]
    bodies: tuple[str, ...]
    years: tuple[int, ...]


def choices(viewer: Actor, now: datetime) -> Choices:
    """Return the owners, units and bodies of what the viewer may see."""
    rows = visible(viewer, now)
    owners = rows.exclude(owner_key="").values_list("owner_key", "owner_text").distinct().order_by("owner_text")
    units = rows.exclude(unit_key="").values_list("unit_key", flat=True).distinct().order_by("unit_key")
    bodies = rows.exclude(to_body="").values_list("to_body", flat=True).distinct().order_by("to_body")
    years = sorted({day.year for day in rows.dates("decided_date", "year")}, reverse=True)
    return Choices(tuple((key, name or key) for key, name in owners), tuple(units), tuple(bodies), tuple(years))


@dataclass(frozen=True, slots=True)
class Promised:
    """What the front page says to one person: what is late, what is due within a week, and how much is open."""

    late: tuple[Obligation, ...]
    soon: tuple[Obligation, ...]
    open_count: int
    late_elsewhere: int


def promised(viewer: Actor, now: datetime) -> Promised:
    """Return what the viewer has promised, and how much is late among what else the viewer may see."""
    today = localdate(now)
    active = visible(viewer, now).filter(status__in=_ACTIVE)
    own = active.filter(owner_key=viewer.key).order_by("due_date", "id")
    late = tuple(shown(row, today) for row in own.filter(due_date__lt=today))
    soon = tuple(shown(row, today) for row in own.filter(due_date__gte=today, due_date__lte=today + SOON))
    elsewhere = active.exclude(owner_key=viewer.key).filter(due_date__lt=today).count()
    return Promised(late, soon, own.count(), elsewhere)


def tile(viewer: Actor, now: datetime) -> TileContent | None:
    """Return the front page's tile; nothing for those who have promised nothing and see nothing late."""
    found = promised(viewer, now)
    if not found.open_count and not found.late_elsewhere:
        return None
    return TileContent("obligations/tile.html", {"promised": found})
