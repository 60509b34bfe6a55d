"""The measures in the groups that the pages show them in; every measure is in one."""

from raadhus.personnel.rules.measures.catalogue import MEASURES
from raadhus.personnel.rules.measures.definitions import Measure

_KEYS = {
    "Bemanding": (
        "headcount",
        "full_time_equivalents",
        "full_time_share",
        "employment_rate",
        "administrative_share",
        "headcount_extraordinary",
        "headcount_apprentices",
    ),
    "Alder og anciennitet": ("average_age", "share_60_plus", "new_share", "retirement_age"),
    "Løn": ("average_salary",),
    "Bevægelser": (
        "leaving_rate",
        "joining_rate",
        "internal_rate",
        "turnover",
        "joiners",
        "leavers",
        "internal_moves",
    ),
    "Fravær": (
        "sick_percentage",
        "sick_days_per_full_time",
        "sick_days_per_employee",
        "short_sick_days",
        "long_sick_days",
        "long_sick_share",
    ),
}
GROUPS: dict[str, tuple[Measure, ...]] = {name: tuple(MEASURES[key] for key in keys) for name, keys in _KEYS.items()}
ORDERED: tuple[Measure, ...] = tuple(measure for measures in GROUPS.values() for measure in measures)
