"""Measures, units' figures, annotations and publications in the one search; each found by those who may open it."""

from collections.abc import Sequence
from datetime import datetime

from raadhus.core.access.public import may
from raadhus.kernel.actors import Actor
from raadhus.kernel.rooms import SearchEntry
from raadhus.personnel.queries.annotations import annotations
from raadhus.personnel.queries.asked import visible_units
from raadhus.personnel.queries.findable import (
    ALL,
    DRAFTS,
    MEASURE,
    MEASURES_LABEL,
    NAME,
    NOTE,
    PUBLICATION,
    PUBLISHED,
    UNIT,
    figures_now,
    measures,
    notes,
    publications,
    units,
)
from raadhus.personnel.queries.reach import READ as READ_FIGURES
from raadhus.personnel.queries.reach import READ_ALL, Reach
from raadhus.personnel.rules.choosing import AS_IS


class PersonnelSource:
    """The search source. A unit and a note have a label of their own, held by who may see it; who sees all units holds one label for everything."""

    name = NAME
    label = "Personaletal"

    def entries(self, keys: Sequence[str] | None = None) -> Sequence[SearchEntry]:
        """Return all entries, or those with the given keys; what was removed or is in no release any more is left out."""
        every = {MEASURE: measures, UNIT: units, NOTE: notes, PUBLICATION: publications}
        if keys is None:
            return [one for made in every.values() for one in made()]
        wanted = frozenset(keys)
        prefixes = [prefix for prefix in every if any(key.startswith(prefix) for key in wanted)]
        return [one for prefix in prefixes for one in every[prefix]() if one.key in wanted]

    def viewer_labels(self, viewer: Actor, now: datetime) -> frozenset[str]:
        """Return the labels of what the viewer may open."""
        verbs = {
            MEASURES_LABEL: "personnel.read_measures",
            PUBLISHED: "personnel.read_published",
            DRAFTS: "personnel.read_drafts",
            ALL: READ_ALL,
        }
        held = {label for label, verb in verbs.items() if may(viewer, verb, now=now)}
        if ALL not in held and may(viewer, READ_FIGURES, now=now):
            held |= _seen(viewer, now)
        return frozenset(held)


def _seen(viewer: Actor, now: datetime) -> set[str]:
    """Return the labels of the units and notes that a leader may see, by the rules of their own pages."""
    cube = figures_now()
    if cube is None:
        return set()
    units = visible_units(cube, Reach(viewer, cube, now), AS_IS)
    notes = annotations(viewer, now)
    return {f"{UNIT}{row.unit}" for row, _depth in units} | {f"{NOTE}{one.key}" for one in notes}


SEARCH = PersonnelSource()
