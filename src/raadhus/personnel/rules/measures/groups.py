"""The measures in the groups that the pages show them in; every measure is in one."""

from raadhus.kernel.words import for_catalogue
from raadhus.personnel.rules.measures.catalogue import MEASURES
from raadhus.personnel.rules.measures.definitions import Measure

_KEYS = {
    for_catalogue("Bemanding"): (
        "headcount",
        "full_time_equivalents",
        "full_time_share",
        "employment_rate",
        "administrative_share",
        "headcount_extraordinary",
        "headcount_apprentices",
    ),
    for_catalogue("Alder og anciennitet"): ("average_age", "share_60_plus", "new_share", "retirement_age"),
    for_catalogue("Løn"): ("average_salary",),
    for_catalogue("Bevægelser"): (
        "leaving_rate",
        "joining_rate",
        "internal_rate",
        "turnover",
        "joiners",
        "leavers",
        "internal_moves",
    ),
    for_catalogue("Fravær"): (
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
