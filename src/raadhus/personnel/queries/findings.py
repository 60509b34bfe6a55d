"""What was found in payroll's facts at the newest try to release, and what HR has said of it. It reads the try's own list, never payroll."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from raadhus.core.access.public import WHOLE_HOUSE, require
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound
from raadhus.personnel.models import FindingAcceptance, Release
from raadhus.personnel.rules.checks.accepting import is_of_all, may_be_accepted
from raadhus.personnel.rules.checks.findings import Check, Finding, Severity

READ, ACCEPT = "personnel.read_findings", "personnel.accept_findings"


@dataclass(frozen=True, slots=True)
class FindingShown:
    """A finding of the newest try, and its acceptance, if it has one. `used_in` is the first release that rested on that."""

    state: str
    check: str
    severity: str
    where: str
    day: date
    sentence: str
    count: int
    may_accept: bool
    reason: str = ""
    accepted_by: str = ""
    accepted_at: datetime | None = None
    used_in: int | None = None

    @property
    def kind(self) -> str:
        """The Danish word for what was looked for."""
        return Check(self.check).label

    @property
    def place(self) -> str:
        """Where, in words."""
        return _("hele kommunen") if is_of_all(self.check, self.where) or not self.where else self.where

    @property
    def standing(self) -> str:
        """What it does: stops, was accepted, or is only to be looked at."""
        return "accepted" if self.accepted_at else self.severity

    @property
    def label(self) -> str:
        """The Danish words for that."""
        return _("Godtaget") if self.accepted_at else _(Severity(self.severity).label)


@dataclass(frozen=True, slots=True)
class FindingsShown:
    """The findings of the newest try; `tried_at` is None before the first, `known_to` as far as payroll then told."""

    tried_at: datetime | None
    findings: tuple[FindingShown, ...]

    @property
    def stopping(self) -> int:
        """How many still stop the figures."""
        return sum(one.standing == Severity.STOPS for one in self.findings)


def written(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Return findings as a try keeps them."""
    return [
        {**asdict(one), "day": one.day.isoformat(), "state": one.state, "may_accept": may_be_accepted(one)}
        for one in findings
    ]


def findings_of_newest(viewer: Actor, *, now: datetime) -> FindingsShown:
    """Return what was found at the newest try that is over. It may be about one person's pay or absence, so looking leaves a trace."""
    require(viewer, READ, unit=WHOLE_HOUSE, now=now)
    row = newest_try()
    if row is None:
        return FindingsShown(None, ())
    known = acceptances(one["state"] for one in row.findings)
    return FindingsShown(row.started_at, tuple(_shown(one, known.get(one["state"])) for one in row.findings))


def finding_to_accept(actor: Actor, state: str, *, now: datetime) -> FindingShown:
    """Return a finding of the newest try for who may accept it. Raises NotFound: also when payroll has told otherwise since."""
    require(actor, ACCEPT, unit=WHOLE_HOUSE, now=now)
    row = newest_try()
    found = next((one for one in (row.findings if row else ()) if one["state"] == state), None)
    if found is None:
        raise NotFound(_("Fundet er der ikke mere, eller løndata er ændret siden. Se listen over fund igen."))
    return _shown(found, acceptances([state]).get(state))


def newest_try() -> Release | None:
    """Return the newest try to release that is over."""
    return Release.objects.filter(finished_at__isnull=False).order_by("-finished_at").first()


def acceptances(states: Iterable[str]) -> Mapping[str, FindingAcceptance]:
    """Return the acceptances that hold, by the state of the finding."""
    rows = FindingAcceptance.objects.filter(state__in=list(states), undone_at=None).select_related("release")
    return {row.state: row for row in rows}


def accepted_reasons() -> Mapping[str, str]:
    """Return why findings were accepted, by state; for the batch."""
    return dict(FindingAcceptance.objects.filter(undone_at=None).values_list("state", "reason"))


def _shown(one: Mapping[str, Any], row: FindingAcceptance | None) -> FindingShown:
    told = {name: one[name] for name in ("state", "check", "severity", "where", "sentence", "count", "may_accept")}
    shown = FindingShown(**told, day=date.fromisoformat(one["day"]))
    if row is None:
        return shown
    return FindingShown(
        **told,
        day=shown.day,
        reason=row.reason,
        accepted_by=row.accepted_by,
        accepted_at=row.accepted_at,
        used_in=row.release.number if row.release else None,
    )
