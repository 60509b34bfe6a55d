"""What a reader compares: units below one, measures and a period, as the address has them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol
from urllib.parse import urlencode

from raadhus.kernel.errors import WrongInput
from raadhus.personnel.rules.choosing import MEASURE, Choice, from_query
from raadhus.personnel.rules.measures.catalogue import MEASURES

BESIDE, AREA = "sammen", "omraade"
# Shown when no measure is chosen: what may be compared whatever a unit's size.
USUAL = ("full_time_share", "average_age", "leaving_rate", "sick_percentage")
MOST_MEASURES, MOST_UNITS = 8, 60
_LONGEST = 100


class Query(Protocol):
    """An address's parameters, several of one name among them."""

    def getlist(self, name: str) -> Sequence[str]:
        """Return all values of a name."""
        ...


@dataclass(frozen=True, slots=True)
class Comparing:
    """The unit below which is compared, its period and version (`choice`), the measures, and the units; no units are all right below."""

    choice: Choice
    measures: tuple[str, ...]
    units: tuple[str, ...]
    area: str = ""

    def to_query(self) -> str:
        """Return it as the address has it."""
        pairs = [(BESIDE, unit) for unit in self.units] + [(MEASURE, key) for key in self.measures]
        pairs += [(AREA, self.area)] if self.area else []
        base = replace(self.choice, measure="").to_query()
        return "&".join(part for part in (base, urlencode(pairs)) if part)


def comparing_from(query: Mapping[str, str], every: Query) -> Comparing:
    """Return what an address compares. Raises WrongInput with one sentence on what cannot be."""
    measures = tuple(dict.fromkeys(every.getlist(MEASURE))) or USUAL
    units = tuple(dict.fromkeys(one for one in every.getlist(BESIDE) if one))
    if any(key not in MEASURES for key in measures):
        raise WrongInput("Et af tallene er ikke et mål; vælg dem på listen over mål.")
    if len(measures) > MOST_MEASURES:
        raise WrongInput(f"Vælg højst {MOST_MEASURES} tal at sammenligne.")
    if len(units) > MOST_UNITS or any(len(one) > _LONGEST for one in units):
        raise WrongInput(f"Vælg højst {MOST_UNITS} enheder at sammenligne.")
    rest = {name: value for name, value in query.items() if name != MEASURE}
    choice = replace(from_query(rest), measure=measures[0], breakdown="")
    return Comparing(choice, measures, units, query.get(AREA, "")[:_LONGEST])
