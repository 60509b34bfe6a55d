"""What the page of those who are served shows: their numbers, their growth, and beside it the growth of the municipality's staff."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.kernel.actors import Actor
from raadhus.kernel.words import number
from raadhus.personnel.engines.cube import AS_IS, Cube
from raadhus.personnel.queries.cubes import NoFigures, current_cube
from raadhus.personnel.queries.references import READ
from raadhus.personnel.queries.series import with_the_last
from raadhus.personnel.queries.served import ServedLine, own_area, served_areas, served_lines
from raadhus.personnel.rules.benchmarks.served import Growth, growth_of, growth_sentence
from raadhus.personnel.rules.disclosure.lattice import Step
from raadhus.personnel.rules.measures.catalogue import MEASURES
from raadhus.ui.charts import Picture, Series, as_read, lines

# The measures of the whole municipality that stand beside those who are served; everybody who sees figures may see them.
STAFF = ("full_time_equivalents", "headcount")
_MOST_LINES = 6


@dataclass(frozen=True, slots=True)
class StaffLine:
    """A measure of the municipality as a whole through the years, as it is published."""

    name: str
    values: Mapping[int, Decimal]
    decimals: int


@dataclass(frozen=True, slots=True)
class ServedPage:
    """The area and years that are shown, its groups and the staff, a sentence for each group, and the picture of their growth."""

    areas: tuple[str, ...]
    area: str
    years: tuple[int, ...]
    first: int
    last: int
    place: str
    groups: tuple[ServedLine, ...]
    staff: tuple[StaffLine, ...]
    sentences: tuple[str, ...]
    picture: Picture | None

    @property
    def files(self) -> tuple[str, ...]:
        """The files that the people came from, each once."""
        return tuple(dict.fromkeys(name for line in self.groups for name in line.files))


def served_page(viewer: Actor, *, area: str = "", first: int = 0, last: int = 0, now: datetime) -> ServedPage:
    """Return the page for an area and two years; what is not known of the two is the area that is ours and the widest years there are."""
    require(viewer, READ, now=now)
    place, staff = _staff()
    areas = served_areas()
    chosen = area if area in areas else own_area(areas, place)
    groups = served_lines(viewer, now, chosen) if chosen else ()
    years = _years(groups, staff)
    start, end = _span(years, first, last)
    sentences = _sentences(place, staff, groups, start, end)
    picture = _picture(
        place,
        staff,
        groups,
        [year for year in years if start <= year <= end],
        _summary(place, staff, groups, start, end),
    )
    return ServedPage(areas, chosen, years, start, end, place, groups, staff, sentences, picture)


def _staff() -> tuple[str, tuple[StaffLine, ...]]:
    """Return what the municipality is called and its staff by year; nothing when no figures are released yet."""
    try:
        cube = current_cube()
    except NoFigures:
        return "", ()
    unit, label = _top(cube)
    found = []
    for key in STAFF:
        years = cube.series(AS_IS, unit, key, step=Step.YEAR)
        values = {one.term.year: one.value for one in with_the_last(cube, years) if one.value is not None}
        found.append(StaffLine(MEASURES[key].title, values, MEASURES[key].decimals))
    return label, tuple(found)


def _top(cube: Cube) -> tuple[str, str]:
    top = next(one for one in cube.units_in(AS_IS, int(cube.about["last_month"])) if not one.parent)
    return top.unit, top.label


def _years(groups: Sequence[ServedLine], staff: Sequence[StaffLine]) -> tuple[int, ...]:
    """Return the years in which both those who are served and the staff are known; without staff those of the served."""
    served = {year for line in groups for year in line.people}
    known = {year for line in staff for year in line.values}
    return tuple(sorted(served & known if known else served))


def _span(years: Sequence[int], first: int, last: int) -> tuple[int, int]:
    if not years:
        return 0, 0
    start = first if first in years else years[0]
    end = last if last in years else years[-1]
    return (start, end) if start < end else (years[0], years[-1])


def _sentences(
    place: str, staff: Sequence[StaffLine], groups: Sequence[ServedLine], first: int, last: int
) -> tuple[str, ...]:
    """Return a sentence for each measure of staff and each group, when both are known in both years."""
    found = []
    for line in staff:
        own = growth_of(line.name, dict(line.values), first, last)
        for group in groups:
            other = growth_of(group.group.name, group.people, first, last)
            if own is not None and other is not None and first < last:
                found.append(growth_sentence(place, own, other, group.source))
    return tuple(found)


def _summary(place: str, staff: Sequence[StaffLine], groups: Sequence[ServedLine], first: int, last: int) -> str:
    """Return how the first measure of staff and all groups have grown, in one sentence."""
    own = growth_of(staff[0].name, dict(staff[0].values), first, last) if staff and first < last else None
    known = [(growth_of(group.group.name, group.people, first, last), group.source) for group in groups]
    served = [one for one, _source in known if one is not None]
    if own is None or not served:
        return ""
    sources = dict.fromkeys(source for one, source in known if one is not None)
    return growth_sentence(place, own, served[0], "; ".join(sources), *served[1:])


def _picture(
    place: str, staff: Sequence[StaffLine], groups: Sequence[ServedLine], years: Sequence[int], sentence: str
) -> Picture | None:
    """Return the growth since the first year of staff and served as lines, with the numbers themselves as the table."""
    if len(years) < 2:  # noqa: PLR2004 - one year has not grown
        return None
    known: list[tuple[str, Mapping[int, Decimal], int]] = [
        (f"{line.name}, {place}", line.values, line.decimals) for line in staff
    ]
    known += [
        (_capital(_(line.group.name)), {year: Decimal(count) for year, count in line.people.items()}, 0)
        for line in groups
    ]
    series = [Series(name, _percents(name, values, years)) for name, values, _decimals in known[:_MOST_LINES]]
    rows = tuple(_row(name, values, decimals, years) for name, values, decimals in known)
    return Picture(
        title=_("Personale og dem, vi betjener, %(first)s-%(last)s") % {"first": years[0], "last": years[-1]},
        alt=sentence or _("Udviklingen i dem, vi betjener, i procent siden %(year)s.") % {"year": years[0]},
        spec=as_read(
            lines(
                series,
                x_title=_("År"),
                y_title=_("Ændring i procent siden %(year)s") % {"year": years[0]},
                decimals=1,
                from_zero=False,
            )
        ),
        columns=(_("Hvem"), *map(str, years), _("Ændring")),
        rows=rows,
        facts={
            "period": _("Personale: gennemsnit af årets måneder. Betjente: den 1. januar."),
            "source": _("Kommunens udgivne personaletal; %(source)s") % {"source": _source(groups)},
        },
    )


def _source(groups: Sequence[ServedLine]) -> str:
    return ", ".join(dict.fromkeys(group.source for group in groups))


def _percents(name: str, values: Mapping[int, Decimal], years: Sequence[int]) -> tuple[tuple[str, float | None], ...]:
    return tuple((str(year), _percent(growth_of(name, dict(values), years[0], year))) for year in years)


def _percent(growth: Growth | None) -> float | None:
    return None if growth is None or growth.percent is None else float(growth.percent)


def _row(name: str, values: Mapping[int, Decimal], decimals: int, years: Sequence[int]) -> tuple[str, ...]:
    cells = [number(values[year], decimals) if year in values else "–" for year in years]
    growth = growth_of(name, dict(values), years[0], years[-1])
    percent = None if growth is None else growth.percent
    return (name, *cells, _signed(percent))


def _signed(percent: Decimal | None) -> str:
    """Return "+3,0 %", "−1,1 %" or "0,0 %"."""
    if percent is None:
        return "–"
    sign = "+" if percent > 0 else "−" if percent < 0 else ""
    return f"{sign}{number(abs(percent), 1)}\N{NO-BREAK SPACE}%"


def _capital(name: str) -> str:
    """Return a group's name as it begins a line."""
    return f"{name[:1].upper()}{name[1:]}"
