"""The settings in force: those of the latest version that has begun, else those of the law's text as we read it."""

from dataclasses import dataclass, fields
from datetime import date, datetime

from raadhus.refunds.models import SettingsVersion
from raadhus.refunds.rules.cases import Settings
from raadhus.refunds.rules.setting import Chosen

_NAMES = tuple(one.name for one in fields(Chosen))


@dataclass(frozen=True, slots=True)
class SettingsOn:
    """What holds on a day. `rules` is what the calculation takes; `start` is None for what holds without anybody's word."""

    chosen: Chosen
    rules: Settings
    start: date | None = None
    reason: str = ""
    set_by: str = ""
    set_at: datetime | None = None

    @property
    def threshold_ore(self) -> int:
        """Over this a year gives cause for concern."""
        return self.chosen.threshold_ore

    @property
    def rise_percent(self) -> int:
        """A rise from the year before by more than so many per cent gives cause for concern."""
        return self.chosen.rise_percent

    @property
    def least_cases(self) -> int:
        """Centres with fewer cases are merged in what the public sees."""
        return self.chosen.least_cases

    @property
    def kept_months(self) -> int:
        """So many months after the end of their year identified cases are deleted."""
        return self.chosen.kept_months


_DEFAULT = SettingsOn(Chosen(), Chosen().rules)


class SettingsHistory:
    """Every version, read once, asked for a day."""

    def __init__(self) -> None:
        self.steps: list[SettingsOn] = [_DEFAULT, *map(_settings, SettingsVersion.objects.order_by("start_date"))]

    def on(self, day: date) -> SettingsOn:
        """Return what held on the day."""
        return next(one for one in reversed(self.steps) if one.start is None or one.start <= day)


def settings_on(day: date) -> SettingsOn:
    """Return what holds on the day. An absence is told under the settings of its first day, a threshold under those of today."""
    return SettingsHistory().on(day)


def _settings(row: SettingsVersion) -> SettingsOn:
    chosen = Chosen(**{name: getattr(row, name) for name in _NAMES})
    return SettingsOn(chosen, chosen.rules, row.start_date, row.reason, row.set_by, row.set_at)
