"""Measures, units' figures, annotations and publications in the one search; each found by those who may open it."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.timezone import localdate

from raadhus.core.access.public import may
from raadhus.kernel.actors import Actor
from raadhus.kernel.rooms import SearchEntry
from raadhus.personnel.engines.cube import Cube
from raadhus.personnel.models import Annotation, Publication
from raadhus.personnel.queries.annotations import annotations, month_label
from raadhus.personnel.queries.asked import newest_month, visible_units
from raadhus.personnel.queries.branches import labels
from raadhus.personnel.queries.cubes import NoFigures, current_cube
from raadhus.personnel.queries.reach import READ as READ_FIGURES
from raadhus.personnel.queries.reach import READ_ALL, Reach
from raadhus.personnel.queries.trees import trees_of
from raadhus.personnel.rules.choosing import AS_IS
from raadhus.personnel.rules.measures.catalogue import MEASURES
from raadhus.personnel.rules.measures.groups import GROUPS
from raadhus.personnel.rules.publication.content import Publishable, from_json
from raadhus.personnel.rules.publication.issues import issue_of
from raadhus.personnel.rules.publication.writing import title_of

NAME = "personnel"
_ALL, _MEASURES, _PUBLISHED, _DRAFTS = "all", "measures", "published", "drafts"
_MEASURE, _UNIT, _NOTE, _PUBLICATION = "measure:", "unit:", "note:", "publication:"
# So much of a note tells it from the others, and keeps its address short.
_ENOUGH = 60
# What a unit's figures are found by: "sygefravær skovvejen" finds the unit. No figure is in the index.
_WORDS = " · ".join([*GROUPS, *(one.name for one in MEASURES.values())])


class PersonnelSource:
    """The search source. A unit and a note have a label of their own, held by who may see it; who sees all units holds one label for everything."""

    name = NAME
    label = "Personaletal"

    def entries(self, keys: Sequence[str] | None = None) -> Sequence[SearchEntry]:
        """Return all entries, or those with the given keys; what was removed or is in no release any more is left out."""
        every = {_MEASURE: _measures, _UNIT: _units, _NOTE: _notes, _PUBLICATION: _publications}
        if keys is None:
            return [one for made in every.values() for one in made()]
        wanted = frozenset(keys)
        prefixes = [prefix for prefix in every if any(key.startswith(prefix) for key in wanted)]
        return [one for prefix in prefixes for one in every[prefix]() if one.key in wanted]

    def viewer_labels(self, viewer: Actor, now: datetime) -> frozenset[str]:
        """Return the labels of what the viewer may open."""
        verbs = {
            _MEASURES: "personnel.read_measures",
            _PUBLISHED: "personnel.read_published",
            _DRAFTS: "personnel.read_drafts",
            _ALL: READ_ALL,
        }
        held = {label for label, verb in verbs.items() if may(viewer, verb, now=now)}
        if _ALL not in held and may(viewer, READ_FIGURES, now=now):
            held |= _seen(viewer, now)
        return frozenset(held)


def figure_keys() -> list[str]:
    """Return the keys of what a new release may change: all measures, and all units that it knows or knew. Raises NoFigures."""
    units = sorted({f"{_UNIT}{row.unit}" for row in current_cube().units})
    return [*(f"{_MEASURE}{key}" for key in MEASURES), *units]


def note_key(row: Annotation) -> str:
    """Return the key of an annotation."""
    return f"{_NOTE}{row.pk}"


def publication_key(row: Publication) -> str:
    """Return the key of a publication."""
    return f"{_PUBLICATION}{row.pk}"


def _seen(viewer: Actor, now: datetime) -> set[str]:
    """Return the labels of the units and notes that a leader may see, by the rules of their own pages."""
    cube = _cube()
    if cube is None:
        return set()
    units = visible_units(cube, Reach(viewer, cube, now), AS_IS)
    notes = annotations(viewer, now)
    return {f"{_UNIT}{row.unit}" for row, _depth in units} | {f"{_NOTE}{one.key}" for one in notes}


def _measures() -> Iterator[SearchEntry]:
    for measure in MEASURES.values():
        yield SearchEntry(
            key=f"{_MEASURE}{measure.key}",
            title=measure.name,
            body=measure.definition,
            url=reverse("personnel:measure", args=[measure.key]),
            date=None,
            kind="measure",
            allowed=frozenset({_MEASURES}),
        )


def _units() -> Iterator[SearchEntry]:
    cube = _cube()
    if cube is None:
        return
    overview = reverse("personnel:overview")
    for row, _depth in trees_of(cube).order(AS_IS, newest_month(cube)):
        yield SearchEntry(
            key=f"{_UNIT}{row.unit}",
            title=f"Personaletal: {row.label}",
            body=_WORDS,
            url=f"{overview}?{urlencode({'enhed': row.unit})}",
            date=None,
            kind="unit_figures",
            allowed=frozenset({_ALL, f"{_UNIT}{row.unit}"}),
        )


def _notes() -> Iterator[SearchEntry]:
    cube = _cube()
    names = labels(cube) if cube else {}
    for note in Annotation.objects.filter(removed_at=None).order_by("id"):
        yield _note(note, names.get(note.unit_key, note.unit_key))


def _cube() -> Cube | None:
    try:
        return current_cube()
    except NoFigures:
        return None


def _note(row: Annotation, unit: str) -> SearchEntry:
    measure = MEASURES.get(row.measure)
    return SearchEntry(
        key=note_key(row),
        title=row.text,
        body=" · ".join(part for part in (unit, measure.name if measure else "", month_label(row.month)) if part),
        # The list narrowed to the note: it says the unit, the month and who wrote it, and every reader of the note has it.
        url=f"{reverse('personnel:annotations')}?{urlencode({'text': row.text[:_ENOUGH]})}",
        date=date(row.month // 12, row.month % 12 + 1, 1),
        kind="figure_note",
        allowed=frozenset({_ALL, note_key(row)}),
    )


def _publications() -> Iterator[SearchEntry]:
    for row in Publication.objects.order_by("id"):
        is_out = row.state == "published"
        issue = issue_of(row.kind, row.year, row.half)
        path = reverse("personnel:published", args=[issue]) if is_out else reverse("personnel:draft", args=[row.pk])
        yield SearchEntry(
            key=publication_key(row),
            title=title_of(row.kind, row.year, row.half),
            body=_text(from_json(row.content)) if is_out else "",
            url=path,
            date=localdate(row.published_at or row.made_at),
            kind="personnel_publication",
            allowed=frozenset({_PUBLISHED if is_out else _DRAFTS}),
        )


def _text(content: Publishable) -> str:
    return "\n".join(
        part
        for section in content.sections
        for part in (section.heading, *section.text, *(one.alt for one in section.shown), section.comment)
        if part
    )


SEARCH = PersonnelSource()
