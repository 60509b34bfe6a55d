"""The figures that standing decisions may rest on: the municipality's main measures as they are published, the newest year and the newest month."""

from collections.abc import Sequence
from datetime import date

from django.utils.timezone import localdate
from django.utils.translation import override

from raadhus.kernel.ports import Figure, FigureValue
from raadhus.personnel.engines.cube import AS_IS, Cube
from raadhus.personnel.models import Release
from raadhus.personnel.queries.branches import listed
from raadhus.personnel.queries.cubes import cube_of
from raadhus.personnel.rules.disclosure.lattice import Step
from raadhus.personnel.rules.measures.catalogue import MEASURES
from raadhus.personnel.rules.measures.definitions import Basis
from raadhus.personnel.rules.terms_in_words import in_words

SOURCE = "Tal om Personale"
# In the order of the list; all of the municipality as a whole.
TOLD = tuple(MEASURES)
_STEPS = {"year": Step.YEAR, "month": Step.MONTH}
_NEWEST = {"year": "nyeste år", "month": "nyeste måned"}


class PersonnelFigures:
    """The source of these figures. It reads the published cube alone, as it was on the day that is asked about."""

    def figures(self) -> Sequence[Figure]:
        """Return each measure by year, and by month when it has months."""
        return tuple(
            Figure(
                f"personnel.{key}.{word}",
                f"{MEASURES[key].name}, {_NEWEST[word]}",
                MEASURES[key].unit.label,
                SOURCE,
                f"{MEASURES[key].definition} Kommunen som helhed, {_NEWEST[word]} i den nyeste udgivelse.",
            )
            for key in TOLD
            for word in _STEPS
            if word == "year" or MEASURES[key].basis is not Basis.MOVEMENT
        )

    @override("da")
    def value(self, key: str, on: date) -> FigureValue | None:
        """Return the newest figure of the release that was out on the day; None when there was none, or the figure is not shown."""
        parts = key.split(".")
        release = _release_on(on)
        if release is None or len(parts) != 3 or parts[1] not in MEASURES or parts[2] not in _STEPS:  # noqa: PLR2004 - room, measure, step
            return None
        cube = cube_of(release)
        found = cube.series(AS_IS, _top(cube), parts[1], step=_STEPS[parts[2]])
        newest = max(found, key=lambda one: one.term, default=None)
        if newest is None or newest.value is None or release.finished_at is None:
            return None
        return FigureValue(
            newest.value,
            MEASURES[parts[1]].unit.label,
            in_words(newest.term),
            f"{SOURCE}, udgivelse {release.number}",
            localdate(release.finished_at),
        )


def _release_on(on: date) -> Release | None:
    """Return the newest release that was out on a day."""
    rows = Release.objects.filter(state="published").order_by("-number")
    return next((row for row in rows if row.finished_at and localdate(row.finished_at) <= on), None)


def _top(cube: Cube) -> str:
    return next((one.unit for one in listed(cube) if not one.parent), "")


FIGURE_SOURCE = PersonnelFigures()
