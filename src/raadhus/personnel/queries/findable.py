"""What the one search may find of personnel figures: measures, units, notes and publications, each with the labels of those who may open it."""

from collections.abc import Iterator
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.timezone import localdate

from raadhus.kernel.rooms import SearchEntry
from raadhus.personnel.engines.cube import Cube
from raadhus.personnel.models import Annotation, Publication
from raadhus.personnel.queries.annotations import month_label
from raadhus.personnel.queries.asked import newest_month
from raadhus.personnel.queries.branches import labels
from raadhus.personnel.queries.cubes import NoFigures, current_cube
from raadhus.personnel.queries.trees import trees_of
from raadhus.personnel.rules.choosing import AS_IS
from raadhus.personnel.rules.measures.catalogue import MEASURES
from raadhus.personnel.rules.measures.groups import GROUPS
from raadhus.personnel.rules.publication.content import Publishable, from_json
from raadhus.personnel.rules.publication.issues import issue_of
from raadhus.personnel.rules.publication.writing import title_of

NAME = "personnel"
ALL, MEASURES_LABEL, PUBLISHED, DRAFTS = "all", "measures", "published", "drafts"
MEASURE, UNIT, NOTE, PUBLICATION = "measure:", "unit:", "note:", "publication:"
# So much of a note tells it from the others, and keeps its address short.
_ENOUGH = 60
# What a unit's figures are found by: "sygefravær skovvejen" finds the unit. No figure is in the index.
_WORDS = " · ".join([*GROUPS, *(one.name for one in MEASURES.values())])


def figure_keys() -> list[str]:
    """Return the keys of what a new release may change: all measures, and all units that it knows or knew. Raises NoFigures."""
    units = sorted({f"{UNIT}{row.unit}" for row in current_cube().units})
    return [*(f"{MEASURE}{key}" for key in MEASURES), *units]


def note_key(row: Annotation) -> str:
    """Return the key of an annotation."""
    return f"{NOTE}{row.pk}"


def publication_key(row: Publication) -> str:
    """Return the key of a publication."""
    return f"{PUBLICATION}{row.pk}"


def measures() -> Iterator[SearchEntry]:
    """Yield the measures."""
    for measure in MEASURES.values():
        yield SearchEntry(
            key=f"{MEASURE}{measure.key}",
            title=measure.name,
            body=measure.definition,
            url=reverse("personnel:measure", args=[measure.key]),
            date=None,
            kind="measure",
            allowed=frozenset({MEASURES_LABEL}),
        )


def units() -> Iterator[SearchEntry]:
    """Yield the units that have figures today."""
    cube = figures_now()
    if cube is None:
        return
    overview = reverse("personnel:overview")
    for row, _depth in trees_of(cube).order(AS_IS, newest_month(cube)):
        yield SearchEntry(
            key=f"{UNIT}{row.unit}",
            title=f"Personaletal: {row.label}",
            body=_WORDS,
            url=f"{overview}?{urlencode({'enhed': row.unit})}",
            date=None,
            kind="unit_figures",
            allowed=frozenset({ALL, f"{UNIT}{row.unit}"}),
        )


def notes() -> Iterator[SearchEntry]:
    """Yield the notes that were not removed."""
    cube = figures_now()
    names = labels(cube) if cube else {}
    for note in Annotation.objects.filter(removed_at=None).order_by("id"):
        yield _note(note, names.get(note.unit_key, note.unit_key))


def figures_now() -> Cube | None:
    """Return the cube in force, or None before the first release."""
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
        allowed=frozenset({ALL, note_key(row)}),
    )


def publications() -> Iterator[SearchEntry]:
    """Yield the publications."""
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
            allowed=frozenset({PUBLISHED if is_out else DRAFTS}),
        )


def _text(content: Publishable) -> str:
    return "\n".join(
        part
        for section in content.sections
        for part in (section.heading, *section.text, *(one.alt for one in section.shown), section.comment)
        if part
    )
