"""A cube of invented figures, for tests of what reads a cube: made by hand, not by the batch, so it is quick and says what it holds."""

from decimal import Decimal
from random import Random

from raadhus.personnel.engines.cube import AS_IS, AS_WAS, CubeFigure, CubeUnit, write_cube
from raadhus.personnel.rules.counting import AGE_BANDS, Breakdown
from raadhus.personnel.rules.disclosure.explaining import grid_explanation
from raadhus.personnel.rules.disclosure.lattice import Step, Term
from raadhus.personnel.rules.measures.catalogue import MEASURES
from raadhus.personnel.rules.measures.definitions import Basis
from raadhus.personnel.rules.occupations import KRL_GROUPS, REST

FIRST_YEAR, LAST_YEAR = 2023, 2025
# Above, label. The school's class moved from culture to schools on 1 January 2025; the nursery is too small to be shown alone.
UNITS = {
    "by": ("", "Prøvekøbing Kommune"),
    "skole": ("by", "Skoler"),
    "skole-a": ("skole", "Skole A"),
    "skole-b": ("skole", "Skole B"),
    "kultur": ("by", "Kultur"),
    "klub": ("skole", "Klubben"),
    "lille": ("kultur", "Lille hold"),
}
# Too small for months: it is shown by quarter.
BY_QUARTER = "klub"
MOVED, MOVED_FROM, MOVED_IN = "klub", "kultur", 2025 * 12
TOO_FEW = "Vises ikke: færre end 5 personer. Tallet indgår i enheden ovenfor."
VALUES = {
    Breakdown.OCCUPATION: (*KRL_GROUPS[:3], REST),
    Breakdown.AGE: tuple(name for _, name in AGE_BANDS),
    Breakdown.GENDER: ("K", "M"),
    Breakdown.CONTRACT: ("full-time", "part-time", "hourly"),
}
_BASE = {"persons": 1, "full_time": 1, "percent": 14, "days": 13, "years": 45, "kroner": 38_000}
_HEADS = {"by": 400, "skole": 220, "skole-a": 120, "skole-b": 80, "kultur": 60, "klub": 20, "lille": 3}


def cube_units():
    """Return the units of both versions."""
    last = (LAST_YEAR + 1) * 12
    for version in (AS_WAS, AS_IS):
        for position, (unit, (parent, label)) in enumerate(UNITS.items()):
            depth = 0 if not parent else 1 if parent == "by" else 2
            if version == AS_WAS and unit == MOVED:
                yield CubeUnit(version, unit, MOVED_FROM, label, position, depth, FIRST_YEAR * 12, MOVED_IN)
                yield CubeUnit(version, unit, parent, label, position, depth, MOVED_IN, last)
            else:
                yield CubeUnit(version, unit, parent, label, position, depth, FIRST_YEAR * 12, last)


def terms_of(measure):
    """Return the years, and the months of the last year unless people are counted between two censuses."""
    years = [Term(year, Step.YEAR) for year in range(FIRST_YEAR, LAST_YEAR + 1)]
    if measure.basis is Basis.MOVEMENT:
        return years
    return [*years, *(Term(LAST_YEAR, Step.MONTH, number) for number in range(1, 13))]


def quarters_of(measure):
    """Return the quarters of the year that has months."""
    return [] if measure.basis is Basis.MOVEMENT else [Term(LAST_YEAR, Step.QUARTER, number) for number in range(1, 5)]


def cube_figures():
    """Yield a figure, or words, for every unit, measure, term and breakdown; the same each time."""
    chance, more = Random(5), Random(6)  # noqa: S311 - invented figures
    for version in (AS_WAS, AS_IS):
        for unit in UNITS:
            for measure in MEASURES.values():
                for term in terms_of(measure):
                    yield _figure(chance, version, unit, measure, term)
                    if term.step is Step.YEAR:
                        yield from (
                            _figure(chance, version, unit, measure, term, breakdown.value, value)
                            for breakdown, values in VALUES.items()
                            for value in values
                        )
                yield from (_figure(more, version, unit, measure, term) for term in quarters_of(measure))
        for measure in MEASURES.values():
            for term in terms_of(measure):
                yield _figure(chance, version, "kultur", measure, term, merged=True)


def _figure(chance, version, unit, measure, term, breakdown="", value="", *, merged=False):  # noqa: PLR0917 - an address
    is_open = measure.disclosure.value == "A" and not breakdown
    hidden = not is_open and (unit == "lille" or (breakdown and (chance.random() < 0.3)))
    level = _HEADS[unit] if measure.unit.value in {"persons", "full_time"} else _BASE[measure.unit.value]
    is_short = unit == BY_QUARTER and term.step is Step.MONTH and not is_open
    shown = Decimal(level * chance.randint(95, 105)).scaleb(-2).quantize(Decimal(1).scaleb(-measure.decimals))
    return CubeFigure(
        version,
        unit,
        merged,
        measure.key,
        breakdown,
        value,
        term,
        None if hidden or is_short else shown,
        not is_open and not hidden and not is_short,
        TOO_FEW if hidden else grid_explanation(Step.QUARTER) if is_short else "",
    )


def make_cube(path):
    """Write the cube to a file that is not there."""
    about = {"number": "1", "first_month": str(FIRST_YEAR * 12), "last_month": str(LAST_YEAR * 12 + 11), "least": "5"}
    write_cube(path, units=cube_units(), figures=cube_figures(), about=about)
