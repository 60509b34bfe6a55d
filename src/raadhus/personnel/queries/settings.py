"""The settings and job codes in force: those of the latest version that has begun, else those the rules begin with."""

from dataclasses import dataclass, fields
from datetime import date, datetime

from raadhus.core.access.public import WHOLE_HOUSE, require
from raadhus.kernel.actors import Actor
from raadhus.personnel.models import FigureSettings, OccupationRow
from raadhus.personnel.rules.disclosure.settings import Settings as Limits
from raadhus.personnel.rules.facts import Settings
from raadhus.personnel.rules.occupations import DEFAULT_OCCUPATIONS, REST, OccupationLine, Occupations
from raadhus.personnel.rules.setting import Chosen

_NAMES = tuple(one.name for one in fields(Chosen))


@dataclass(frozen=True, slots=True)
class SettingsOn:
    """What holds on a day; `start` is None for what holds without anybody's word."""

    chosen: Chosen
    start: date | None = None
    reason: str = ""
    set_by: str = ""
    set_at: datetime | None = None

    @property
    def limits(self) -> Limits:
        """The limits that protect people."""
        return self.chosen.limits

    @property
    def years_by_month(self) -> int:
        """So many years before the last whole one are shown by month too."""
        return self.chosen.years_by_month

    def rules(self, known_to: date) -> Settings:
        """Return what the definitions take."""
        return self.chosen.rules(known_to)


def settings_on(day: date) -> SettingsOn:
    """Return what holds on the day."""
    row = FigureSettings.objects.filter(start_date__lte=day).order_by("-start_date").first()
    return SettingsOn(Chosen()) if row is None else _settings(row)


def settings_history(viewer: Actor, *, now: datetime) -> tuple[SettingsOn, ...]:
    """Return every version, the newest first, and last what held before anybody chose."""
    require(viewer, "personnel.read_settings", unit=WHOLE_HOUSE, now=now)
    return (*map(_settings, FigureSettings.objects.order_by("-start_date")), SettingsOn(Chosen()))


def _settings(row: FigureSettings) -> SettingsOn:
    chosen = Chosen(**{name: getattr(row, name) for name in _NAMES})
    return SettingsOn(chosen, row.start_date, row.reason, row.set_by, row.set_at)


def occupation_lines() -> tuple[OccupationLine, ...]:
    """Return the municipality's list of job codes, by code and day; empty until it has one."""
    rows = OccupationRow.objects.order_by("code", "start_date")
    return tuple(
        OccupationLine(row.code, row.group, row.is_administrative, row.start_date, row.end_date) for row in rows
    )


def occupations() -> tuple[Occupations, tuple[str, ...]]:
    """Return the list that figures are made by, and its groups in order, with the rest at the end."""
    lines = occupation_lines()
    if not lines:
        return DEFAULT_OCCUPATIONS, ("Administration og it", REST)
    groups = sorted({line.group for line in lines} - {REST})
    return Occupations(lines), (*groups, REST)


def listed_occupations(viewer: Actor, *, now: datetime) -> tuple[OccupationLine, ...]:
    """Return the list for who may see it."""
    require(viewer, "personnel.read_settings", unit=WHOLE_HOUSE, now=now)
    return occupation_lines()
