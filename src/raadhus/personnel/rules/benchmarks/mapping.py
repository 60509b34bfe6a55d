"""Which variable of a StatBank table is what: the choice that makes reference values of it, and what we suggest out of the codes that we know."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from raadhus.kernel.errors import WrongInput
from raadhus.personnel.rules.benchmarks.naming import UNITS
from raadhus.personnel.rules.benchmarks.references import COUNTRY, UNTOLD, ReferenceValue
from raadhus.personnel.rules.benchmarks.statbank import Dimension, StatTable, TableReading, references_of
from raadhus.personnel.rules.measures.definitions import Unit
from raadhus.personnel.rules.measures.provenance import DST

# What a variable may be; else it is held at the code that stands after the sign.
YEAR, AREA, GROUP, HELD = "year", "area", "group", "="
_ROLES = {"tid": YEAR, "år": YEAR, "område": AREA, "region": AREA, "kommune": AREA} | {
    "stillingsgruppe": GROUP,
    "overenskomstgruppe": GROUP,
}
# The codes of FRA020-FRA024 (docs/rules/personnel.md): all municipalities, own sickness, days' work for each full-time employee.
_SICK_DAYS = {"1025": "kommuner", "1100": "egen sygdom", "40": "dagsværk pr. fuldtidsansat"}
_SICK_DAYS_ARE = "sick_days_per_full_time"


@dataclass(frozen=True, slots=True)
class TableChoice:
    """How a table is read: for each variable its name and what it is (YEAR, AREA, GROUP, or HELD and a code), and what its numbers are."""

    source: str
    definition: str
    origin: str
    variables: Mapping[str, str]
    unit: Unit | None = None
    note: str = ""

    def as_data(self) -> dict[str, object]:
        """Return the choice as it is kept with the import."""
        return {
            "source": self.source,
            "definition": self.definition,
            "origin": self.origin,
            "variables": dict(self.variables),
            "note": self.note,
        }


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What is suggested of a table: what each variable is ("" when nobody can tell), and source and definition when the codes say them."""

    variables: Mapping[str, str] = field(default_factory=dict)
    source: str = DST
    definition: str = ""
    origin: str = ""


def suggested(table: StatTable) -> Suggestion:
    """Return what the table's names and codes suggest. Nothing is taken in before HR has seen it."""
    found = {dimension.name: _suggested(dimension) for dimension in table.dimensions}
    known = {value for value in found.values() if value.startswith(HELD)}
    texts = {
        code for dimension in table.dimensions for code in _SICK_DAYS if found[dimension.name] == _held(dimension, code)
    }
    definition = _SICK_DAYS_ARE if known and texts == set(_SICK_DAYS) else ""
    origin = ", ".join(part for part in (table.source or "Statistikbanken", table.title, table.updated) if part)
    return Suggestion(found, DST, definition, origin[:500])


def _suggested(dimension: Dimension) -> str:
    role = _ROLES.get(dimension.name.casefold(), "")
    if role:
        return role
    if len(dimension.values) == 1:
        return HELD + dimension.values[0][0]
    return next((held for code in _SICK_DAYS if (held := _held(dimension, code))), "")


def _held(dimension: Dimension, code: str) -> str:
    """Return what holds the dimension at a code that we know, by the code or its words; "" when it has neither."""
    for own, text in dimension.values:
        if own == code or text.casefold() == _SICK_DAYS[code]:
            return HELD + own
    return ""


def values_of(table: StatTable, choice: TableChoice) -> tuple[ReferenceValue, ...]:
    """Return the reference values that the choice makes of a table. Raises WrongInput when it does not fit the table."""
    unit = UNITS.get(choice.definition, choice.unit)
    if unit is None:
        raise WrongInput(f"Definitionen {choice.definition!r} kendes ikke: oplys enheden, eller vælg en, der kendes.")
    roles = {role: [name for name, what in choice.variables.items() if what == role] for role in (YEAR, AREA, GROUP)}
    if len(roles[YEAR]) != 1 or len(roles[AREA]) > 1 or len(roles[GROUP]) > 1:
        raise WrongInput("Vælg én variabel som år, og højst én som område og én som gruppe.")
    reading = TableReading(
        source=choice.source,
        definition=choice.definition,
        unit=unit,
        origin=choice.origin,
        year=roles[YEAR][0],
        area="".join(roles[AREA]),
        group="".join(roles[GROUP]),
        chosen={name: what[1:] for name, what in choice.variables.items() if what.startswith(HELD)},
        areas=_country(table),
        note=choice.note,
    )
    found = references_of(table, reading)
    if not found:
        raise WrongInput(f"Tabellen {table.title!r} har ingen tal for det valgte; ret valget.")
    return tuple(replace(value, version=UNTOLD) for value in found)


def _country(table: StatTable) -> dict[str, str]:
    """Return our word for the whole country in place of the table's."""
    return {
        text: COUNTRY
        for dimension in table.dimensions
        for _code, text in dimension.values
        if text.strip().casefold() == COUNTRY
    }


def choice_of(source: str, definition: str, origin: str, variables: Iterable[str]) -> TableChoice:
    """Return the choice in "TID=year" and "SEKTOR=1025": a role, or the code or words that the variable is held at. Raises WrongInput."""
    found = {}
    for told in variables:
        name, sign, what = told.partition("=")
        if not sign or not name.strip() or not what.strip():
            raise WrongInput(
                f"{told[:40]!r} siger ikke, hvad en variabel er; skriv for eksempel TID=year eller SEKTOR=1025."
            )
        found[name.strip()] = what.strip() if what.strip() in {YEAR, AREA, GROUP} else HELD + what.strip()
    if not definition:
        raise WrongInput("Sig, hvad tabellens tal måler: en definition, for eksempel sick_days_per_full_time.")
    return TableChoice(source, definition, origin, found)
