"""The settings in force: those of the latest version that has begun, else those of the law's text as we read it."""

from dataclasses import dataclass, field, fields
from datetime import date

from raadhus.refunds.models import SettingsVersion
from raadhus.refunds.rules.cases import Settings

_OF_THE_LAW = tuple(one.name for one in fields(Settings) if one.init)


@dataclass(frozen=True, slots=True)
class SettingsOn:
    """What holds on a day. `rules` is what the calculation takes; `start` is None for what holds without anybody's word."""

    rules: Settings = field(default_factory=Settings)
    threshold_ore: int = 300_000_00
    rise_percent: int = 25
    least_cases: int = 5
    kept_months: int = 60
    start: date | None = None


class SettingsHistory:
    """Every version, read once, asked for a day."""

    def __init__(self) -> None:
        self._steps: list[SettingsOn] = [
            SettingsOn(),
            *map(_settings, SettingsVersion.objects.order_by("start_date")),
        ]

    def on(self, day: date) -> SettingsOn:
        """Return what held on the day."""
        return next(one for one in reversed(self._steps) if one.start is None or one.start <= day)


def settings_on(day: date) -> SettingsOn:
    """Return what holds on the day. An absence is told under the settings of its first day, a threshold under those of today."""
    return SettingsHistory().on(day)


def _settings(row: SettingsVersion) -> SettingsOn:
    return SettingsOn(
        rules=Settings(**{name: getattr(row, name) for name in _OF_THE_LAW}),
        threshold_ore=row.threshold_ore,
        rise_percent=row.rise_percent,
        least_cases=row.least_cases,
        kept_months=row.kept_months,
        start=row.start_date,
    )
