"""An obligation as the screens, the API and other rooms see it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse

from raadhus.core.obligations.models import ObligationRecord
from raadhus.core.obligations.rules.digest import outward_name
from raadhus.core.obligations.rules.due import is_late, is_soon, parse_due
from raadhus.core.obligations.rules.status import Status
from raadhus.kernel.errors import NotFound


class NoSuchObligation(NotFound):
    """There is no such obligation, or the viewer may not know that there is."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where it was promised: a kind ("agenda_item"), the thing's key, its name and its address."""

    kind: str
    key: str
    label: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Obligation:
    """Something promised, as one viewer may see it on one day."""

    key: str
    text: str
    owner_key: str
    owner: str
    unit_key: str
    to_body: str
    due: str
    due_label: str
    due_date: date | None
    is_late: bool
    is_soon: bool
    status: Status
    remark: str
    closed: bool
    public_label: str
    origin: Origin
    replaced_by: str | None
    created_at: datetime
    changed_at: datetime

    @property
    def url(self) -> str:
        """The address of its page."""
        return reverse("obligations:obligation", args=[self.key])

    @property
    def outward_name(self) -> str:
        """What may be said of it where anyone might read it."""
        return outward_name(text=self.text, closed=self.closed, public_label=self.public_label)


def shown(row: ObligationRecord, today: date) -> Obligation:
    """Return the record as a value; late and soon are said of active obligations only."""
    status = Status(row.status)
    return Obligation(
        key=str(row.pk),
        text=row.text,
        owner_key=row.owner_key,
        owner=row.owner_text or row.owner_key or row.unit_key,
        unit_key=row.unit_key,
        to_body=row.to_body,
        due=row.due,
        due_label=parse_due(row.due).label if row.due else "",
        due_date=row.due_date,
        is_late=status.is_active and is_late(row.due_date, today),
        is_soon=status.is_active and is_soon(row.due_date, today),
        status=status,
        remark=row.remark,
        closed=row.closed,
        public_label=row.public_label,
        origin=Origin(row.origin_kind, row.origin_key, row.origin_label, row.origin_url),
        replaced_by=str(row.replaced_by_id) if row.replaced_by_id else None,
        created_at=row.created_at,
        changed_at=row.changed_at,
    )
