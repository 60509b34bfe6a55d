"""The newest published figure of a choice, as far as a viewer may see it at this moment."""

from dataclasses import dataclass, replace
from urllib.parse import parse_qsl

from django.utils.translation import gettext as _

from raadhus.kernel.errors import WrongInput
from raadhus.personnel.engines.cube import Cube, CubeFigure
from raadhus.personnel.queries.branches import labels, listed
from raadhus.personnel.queries.cells import is_hole
from raadhus.personnel.queries.reach import Reach
from raadhus.personnel.rules.choosing import Choice, from_query
from raadhus.personnel.rules.disclosure.lattice import Step
from raadhus.personnel.rules.measures.catalogue import MEASURES
from raadhus.personnel.rules.measures.definitions import Measure
from raadhus.personnel.rules.sentences import with_unit
from raadhus.personnel.rules.terms_in_words import in_words


@dataclass(frozen=True, slots=True)
class Newest:
    """A measure of a unit, and the newest figure the viewer may see of it; the unit as a whole, also where the choice is divided."""

    measure: Measure
    place: str
    figure: CubeFigure

    @property
    def about(self) -> str:
        """Such as "Sygefraværsprocent i Skoler"."""
        return _("%(measure)s i %(place)s") % {"measure": self.measure.title, "place": self.place}

    @property
    def words(self) -> str:
        """The figure with its unit and period, or why it is not shown."""
        period = in_words(self.figure.term)
        if self.figure.value is None:
            return f"{period}: {self.figure.words}"
        return _("%(value)s i %(period)s") % {"value": with_unit(self.measure, self.figure.value), "period": period}


def choice_of(query: str) -> Choice | None:
    """Return the choice that a kept address stands for, or None when it stands for none any more."""
    try:
        return from_query(dict(parse_qsl(query, max_num_fields=10)))
    except (WrongInput, ValueError):
        return None


def newest(choice: Choice, reach: Reach, cube: Cube) -> Newest | None:
    """Return the newest figure of the choice's step (the quarter's where no month is shown), else of the year; None when there is nothing to see."""
    unit = choice.unit or _own_unit(reach, cube)
    wanted = replace(choice, unit=unit)
    months = (Step.MONTH, Step.QUARTER) if wanted.step is Step.MONTH else ()
    found: list[CubeFigure] = []
    for step in dict.fromkeys((wanted.step or Step.YEAR, *months, Step.YEAR)):
        seen = reach.seen(cube.series(wanted.version, unit, wanted.measure, step=step))
        if seen and not (found and step is Step.YEAR):
            found.append(max(seen, key=lambda one: one.term))
    figure = next((one for one in found if not is_hole(one)), found[0] if found else None)
    return Newest(MEASURES[wanted.measure], labels(cube).get(unit, unit), figure) if figure else None


def _own_unit(reach: Reach, cube: Cube) -> str:
    """Return the unit a reader begins at: the first that the role was granted for, or the municipality."""
    units = [one.unit for one in listed(cube)]
    return next((unit for unit in units if reach.everything or unit in reach.roots), "")
