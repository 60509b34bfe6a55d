"""Reads of cases."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, Q, QuerySet
from django.utils.timezone import localdate

from raadhus.core.access.public import WHOLE_HOUSE, may, require
from raadhus.core.audit.public import Subject, TrailEntry, trail
from raadhus.core.cases.models import CaseLink, CaseRecord, ProposalRecord
from raadhus.core.cases.queries.shapes import Case, Proposal, proposal_shown, shown
from raadhus.core.cases.queries.visibility import one_visible, visible, visible_proposals
from raadhus.kernel.actors import Actor
from raadhus.kernel.ports import CASE_REGISTERS, CaseEntry

CLOSED_LABEL = "Lukket sag"

ORDER = {
    "number": ("case_number",),
    "title": ("title",),
    "owner": ("owner_text", "unit_key"),
    "opened": ("opened_date",),
    "kle": ("kle_number",),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What the list is narrowed to; empty is everything. `state` is "open" or "closed"."""

    words: str = ""
    unit_key: str = ""
    owner_key: str = ""
    kle: str = ""
    state: str = ""
    opened_from: date | None = None
    opened_to: date | None = None
    sort: str = ""
    descending: bool = True


class Found:
    """Cases that are counted and fetched page by page."""

    def __init__(self, rows: "QuerySet[CaseRecord]") -> None:
        self._rows = rows

    def __len__(self) -> int:
        return self._rows.count()

    def __getitem__(self, wanted: slice) -> tuple[Case, ...]:
        return tuple(shown(row) for row in self._rows[wanted])


def cases(viewer: Actor, asked: Asked, *, now: datetime) -> Found:
    """Return the cases that the viewer may see and asked for; without an order, the latest opened first."""
    rows = visible(viewer, now)
    exact = {"unit_key": asked.unit_key, "owner_key": asked.owner_key}
    rows = rows.filter(**{name: value for name, value in exact.items() if value})
    if asked.words:
        rows = rows.filter(Q(title__icontains=asked.words) | Q(case_number__icontains=asked.words))
    if asked.kle:
        rows = rows.filter(kle_number__startswith=asked.kle)
    if asked.state:
        still_open = Q(closed_date__isnull=True) | Q(closed_date__gt=localdate(now))
        rows = rows.filter(still_open if asked.state == "open" else ~still_open)
    if asked.opened_from:
        rows = rows.filter(opened_date__gte=asked.opened_from)
    if asked.opened_to:
        rows = rows.filter(opened_date__lte=asked.opened_to)
    columns = [F(column) for column in ORDER.get(asked.sort, ORDER["opened"])]
    ordered = [column.desc() if asked.descending else column.asc() for column in columns]
    return Found(rows.order_by(*ordered, "-id"))


@dataclass(frozen=True, slots=True)
class Choices:
    """What the list can be narrowed to: only what the viewer may see."""

    owners: tuple[tuple[str, str], ...]
    units: tuple[str, ...]


def choices(viewer: Actor, now: datetime) -> Choices:
    """Return the owners and units of the cases that the viewer may see."""
    rows = visible(viewer, now)
    owners = rows.exclude(owner_key="").values_list("owner_key", "owner_text").distinct().order_by("owner_text")
    units = rows.exclude(unit_key="").values_list("unit_key", flat=True).distinct().order_by("unit_key")
    return Choices(tuple((key, name or key) for key, name in owners), tuple(units))


@dataclass(frozen=True, slots=True)
class Detail:
    """One case with all that belongs to it and that the viewer may see."""

    case: Case
    entries: tuple[CaseEntry, ...]
    linked: tuple[Case, ...]
    proposals: tuple[Proposal, ...]
    trail: tuple[TrailEntry, ...]
    may_change: bool


def case(viewer: Actor, key: str, *, now: datetime) -> Detail:
    """Return one case. Looking up a closed one that is not one's own is audited. Raises NoSuchCase."""
    row = one_visible(viewer, key, now)
    is_own = bool(row.owner_key) and row.owner_key == viewer.key
    if row.closed_to_public and not is_own:
        subject = Subject("case", str(row.pk), CLOSED_LABEL)
        require(viewer, "cases.read_closed", unit=row.unit_key or WHOLE_HOUSE, now=now, subject=subject)
    return Detail(
        case=shown(row),
        entries=entries_of(viewer, row.case_number, now),
        linked=_linked(viewer, row, now),
        proposals=tuple(proposal_shown(one) for one in _proposals(viewer, row, now)),
        trail=trail("case", str(row.pk)),
        may_change=may(viewer, "cases.rename", unit=row.unit_key or WHOLE_HOUSE, now=now),
    )


def _proposals(viewer: Actor, row: CaseRecord, now: datetime) -> "QuerySet[ProposalRecord]":
    return visible_proposals(viewer, now).filter(case=row).order_by("proposed_at", "id")


def entries_of(viewer: Actor, case_number: str, now: datetime) -> tuple[CaseEntry, ...]:
    """Return what the rooms hold under a case number and the viewer may see, oldest first, undated last."""
    seen = [
        entry
        for _name, register in CASE_REGISTERS.items()
        for labels in [register.viewer_labels(viewer, now)]
        for entry in register.entries(case_number)
        if entry.allowed & labels
    ]
    return tuple(sorted(seen, key=lambda entry: (entry.date is None, entry.date or date.min, entry.label)))


def _linked(viewer: Actor, row: CaseRecord, now: datetime) -> tuple[Case, ...]:
    pairs = CaseLink.objects.filter(Q(first=row) | Q(second=row)).values_list("first_id", "second_id")
    others = {key for pair in pairs for key in pair} - {row.pk}
    return tuple(shown(other) for other in visible(viewer, now).filter(pk__in=others).order_by("case_number"))


def case_by_number(case_number: str) -> Case | None:
    """Return the case with a number, or None.

    For parts of the house that join their own things to a case; it asks nobody's leave, so what it returns is shown only through
    the queries that take a viewer.
    """
    row = CaseRecord.objects.filter(case_number=case_number.strip()).first()
    return None if row is None else shown(row)


def linkable(viewer: Actor, key: str, now: datetime) -> list[tuple[str, str]]:
    """Return the latest cases that the viewer may see, to link to."""
    rows = visible(viewer, now).exclude(pk=key).order_by("-opened_date", "-id")[:200]
    return [(str(row.pk), f"{row.case_number} {row.title}") for row in rows]
