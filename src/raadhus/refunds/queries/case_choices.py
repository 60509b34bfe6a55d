"""What HR's list of cases can be narrowed to: only what the viewer may see."""

from dataclasses import dataclass
from datetime import datetime

from raadhus.kernel.actors import Actor
from raadhus.refunds.queries.places import UnitNames
from raadhus.refunds.queries.visibility import visible_cases


@dataclass(frozen=True, slots=True)
class CaseChoices:
    """Units and centres as (key, label) by label, and years, the newest first."""

    units: tuple[tuple[str, str], ...]
    centres: tuple[tuple[str, str], ...]
    years: tuple[int, ...]


def case_choices(viewer: Actor, now: datetime) -> CaseChoices:
    """Return the units, centres and years of the cases that the viewer may see."""
    rows, names = visible_cases(viewer, now), UnitNames()

    def labelled(column: str) -> tuple[tuple[str, str], ...]:
        keys = rows.order_by(column).values_list(column, flat=True).distinct()
        return tuple(sorted(((key, names.label(key)) for key in keys), key=lambda pair: pair[1].casefold()))

    years = rows.order_by("-year").values_list("year", flat=True).distinct()
    return CaseChoices(labelled("unit_key"), labelled("centre_key"), tuple(year for year in years if year is not None))
