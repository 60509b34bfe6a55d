"""What a publication may tell, read out of the published cube of its release and nothing else."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from raadhus.personnel.engines.cube import AS_WAS, Cube, CubeFigure, CubeUnit
from raadhus.personnel.models import Release
from raadhus.personnel.queries.cubes import NoFigures, cube_of
from raadhus.personnel.queries.references import references
from raadhus.personnel.queries.series import breaks_in
from raadhus.personnel.rules.benchmarks.references import ReferenceValue, in_sight
from raadhus.personnel.rules.counting import AGE_BANDS
from raadhus.personnel.rules.disclosure.lattice import Step, Term
from raadhus.personnel.rules.occupations import KRL_GROUPS, REST
from raadhus.personnel.rules.publication.material import MERGED, Material, Slot, Told
from raadhus.personnel.rules.publication.outline import MOST_YEARS, OF_CENTRES, Kind, measures_of, splits_of

_ORDER = {name: place for place, name in enumerate((*KRL_GROUPS, REST, *(name for _, name in AGE_BANDS)))}
_HALVES = (6, 12)


def months_of(kind: str, year: int, half: int) -> tuple[int, int]:
    """Return the first and last month number that a release must have for the publication."""
    last = year * 12 + (5 if kind == Kind.WORKFORCE and half == 1 else 11)
    return (last - 11 if kind == Kind.WORKFORCE else year * 12), last


def releases_for(kind: str, year: int, half: int) -> tuple[Release, ...]:
    """Return the published releases that have the whole period, the newest first."""
    first, last = months_of(kind, year, half)
    found = Release.objects.filter(state="published", first_month__lte=first, last_month__gte=last)
    return tuple(found.order_by("-number"))


def material_of(release: Release, *, kind: str, year: int, half: int) -> Material:
    """Return the figures of a release for one publication. Raises NoFigures when the release's file is gone."""
    return material_in(
        cube_of(release), references(), release=release.number or 0, kind=Kind(kind), year=year, half=half
    )


def material_in(
    cube: Cube, known: Sequence[ReferenceValue], *, release: int, kind: Kind, year: int, half: int
) -> Material:
    """Return the figures of a cube for one publication, with the reference values that it may be held against. Raises NoFigures."""
    last_year = year - 1 if half == 1 else year
    units = cube.units_in(AS_WAS, last_year * 12 + 11)
    top = next((one for one in units if not one.depth), None)
    if top is None:
        raise NoFigures(_("Udgivelsen har ingen tal for {year}.").format(year=last_year))
    told = dict(_municipality(cube, top.unit, kind, last_year))
    told |= dict(_split(cube, top.unit, kind))
    centres = tuple(one for one in units if one.parent == top.unit) if kind is Kind.YEAR else ()
    told |= dict(_centres(cube, top.unit, centres, last_year))
    return Material(
        kind=kind,
        year=year,
        half=half,
        place=top.label,
        release=release,
        told=told,
        centres=_rows(centres, told),
        references=in_sight(known),
        values=_values(told),
        breaks=breaks_in(cube),
    )


def _municipality(cube: Cube, top: str, kind: Kind, last_year: int) -> Iterator[tuple[Slot, Told]]:
    terms = [Term(last_year - back, Step.YEAR) for back in range(MOST_YEARS)]
    terms += [Term(last_year - back, Step.MONTH, 12) for back in range(2)]
    for one in cube.whole(AS_WAS, top, measures_of(kind), terms):
        yield _slot(one), _told(one)


def _split(cube: Cube, top: str, kind: Kind) -> Iterator[tuple[Slot, Told]]:
    for measure, breakdown in splits_of(kind):
        for one in cube.series(AS_WAS, top, measure, breakdown=breakdown):
            half = kind is Kind.WORKFORCE and one.term.step is Step.MONTH and one.term.number in _HALVES
            if one.term.step is Step.YEAR or half:
                yield _slot(one), _told(one)


def _centres(cube: Cube, top: str, centres: tuple[CubeUnit, ...], year: int) -> Iterator[tuple[Slot, Told]]:
    if centres:
        term = Term(year, Step.YEAR)
        for one in cube.beside(AS_WAS, [each.unit for each in centres], OF_CENTRES, term, merged_of=top):
            yield _slot(one)._replace(unit=MERGED if one.merged else one.unit), _told(one)


def _rows(centres: tuple[CubeUnit, ...], told: dict[Slot, Told]) -> tuple[tuple[str, str], ...]:
    rest = [(MERGED, "Øvrige enheder")] if any(slot.unit == MERGED for slot in told) else []
    return (*((one.unit, one.label) for one in centres), *rest)


def _slot(one: CubeFigure) -> Slot:
    month = one.term.number if one.term.step is Step.MONTH else 0
    return Slot(one.measure, one.term.year, month, one.breakdown, one.breakdown_value)


def _told(one: CubeFigure) -> Told:
    return Told(one.value, one.words, one.blurred)


def _values(told: dict[Slot, Told]) -> dict[str, tuple[str, ...]]:
    """Return the values of each breakdown, groups and ages in their own order."""
    found: dict[str, set[str]] = {}
    for slot in told:
        if slot.breakdown:
            found.setdefault(slot.breakdown, set()).add(slot.value)
    return {
        key: tuple(sorted(values, key=lambda one: (_ORDER.get(one, len(_ORDER)), one))) for key, values in found.items()
    }
