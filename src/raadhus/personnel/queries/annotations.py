"""Annotations: which stand at a figure, and the list of those that the viewer may see."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from raadhus.core.access.public import require, scope
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound
from raadhus.kernel.ids import is_id
from raadhus.personnel.engines.cube import VERSIONS, Cube
from raadhus.personnel.models import Annotation
from raadhus.personnel.queries.branches import Lineage, labels, lineage, within
from raadhus.personnel.queries.cubes import current_cube
from raadhus.personnel.queries.reach import Reach
from raadhus.personnel.rules.disclosure.lattice import Step, Term
from raadhus.personnel.rules.measures.catalogue import MEASURES
from raadhus.personnel.rules.terms_in_words import month_in_words

ANNOTATE = "personnel.annotate"


@dataclass(frozen=True, slots=True)
class Note:
    """An annotation as it stands at a figure: since which month (twelve a year), what happened, and at which unit."""

    month: int
    text: str
    unit_key: str


@dataclass(frozen=True, slots=True)
class NoteShown:
    """An annotation in the list. `may_change` says whether the viewer may remove it, or put it back."""

    key: str
    month: int
    text: str
    unit_key: str
    unit: str
    measure: str
    written_by: str
    written_at: datetime
    removed_at: datetime | None
    may_change: bool

    @property
    def month_label(self) -> str:
        """Such as "august 2025"."""
        return month_label(self.month)

    @property
    def measure_label(self) -> str:
        """The measure's name, or that the note stands at all of them."""
        return MEASURES[self.measure].title if self.measure in MEASURES else _("alle mål")


def month_label(month: int) -> str:
    """Return "august 2025" of a month's number."""
    return month_in_words(month)


def annotations_for(
    unit_keys: Collection[str],
    measure: str,
    first_month: int,
    last_month: int,
    *,
    reach: Reach | None = None,
    cube: Cube | None = None,
) -> tuple[Note, ...]:
    """Return the notes of the months [first, last] that stand at these units' figures of a measure, in order of time.

    A note holds for its unit: it is shown there, at all units below, and, with a `reach` that sees its unit, at all above. Without a
    reach only what stands at the units and above them is told. Units are above each other as in the note's month or as today.
    """
    rows = Annotation.objects.filter(
        Q(measure="") | Q(measure=measure), removed_at=None, month__gte=first_month, month__lte=last_month
    ).order_by("month", "id")
    found = [Note(row.month, row.text, row.unit_key) for row in rows]
    if not found:
        return ()
    asked, opened = frozenset(unit_keys), cube or current_cube()
    above = cache(lambda month: lineage(opened, month))
    return tuple(one for one in found if _stands_at(one, asked, above(one.month), reach, opened))


def _stands_at(note: Note, asked: frozenset[str], above: Lineage, reach: Reach | None, cube: Cube) -> bool:
    if any(note.unit_key in above.get(unit, frozenset()) for unit in asked):
        return True
    return bool(above.get(note.unit_key, frozenset()) & asked) and reach is not None and _is_seen(note, reach, cube)


def _is_seen(note: Note, reach: Reach, cube: Cube) -> bool:
    month = within(cube, note.month)
    term = Term(month // 12, Step.MONTH, month % 12 + 1)
    return any(reach.sees(version, note.unit_key, term, is_whole=False) for version in VERSIONS)


def may_annotate(actor: Actor, unit: str, month: int, now: datetime) -> bool:
    """Return whether the actor may write at a unit: everywhere, or below a unit led, in the month's organisation or today's."""
    where = scope(actor, ANNOTATE, now=now)
    return where.everything or bool(lineage(current_cube(), month).get(unit, frozenset()) & where.units)


@dataclass(frozen=True, slots=True)
class NotesAsked:
    """What the list is narrowed to; empty is everything. `removed` asks for those that were removed."""

    text: str = ""
    unit: str = ""
    measure: str = ""
    removed: bool = False


def annotations(viewer: Actor, now: datetime, asked: NotesAsked = NotesAsked()) -> tuple[NoteShown, ...]:
    """Return the notes that the viewer may see, the newest month first: of the units reached, and of all above them."""
    cube = current_cube()
    reach = Reach(viewer, cube, now)
    names, where = labels(cube), scope(viewer, ANNOTATE, now=now)
    above = cache(lambda month: lineage(cube, month))
    shown = []
    for row in _rows(asked):
        tree = above(row.month)
        note = Note(row.month, row.text, row.unit_key)
        if asked.text.casefold() not in row.text.casefold() or not (
            reach.everything or _holds_for(note, tree, reach.roots) or _is_seen(note, reach, cube)
        ):
            continue
        may_change = where.everything or bool(tree.get(row.unit_key, frozenset()) & where.units)
        if asked.removed and not may_change:
            continue
        shown.append(_shown(row, names, may_change=may_change))
    return tuple(shown)


def _holds_for(note: Note, above: Lineage, units: Collection[str]) -> bool:
    return any(note.unit_key in above.get(unit, frozenset()) for unit in units)


def _rows(asked: NotesAsked) -> "QuerySet[Annotation]":
    rows = Annotation.objects.filter(removed_at__isnull=not asked.removed)
    if asked.unit:
        rows = rows.filter(unit_key=asked.unit)
    if asked.measure:
        rows = rows.filter(measure=asked.measure)
    return rows.order_by("-month", "-written_at", "id")


def _shown(row: Annotation, names: Mapping[str, str], *, may_change: bool) -> NoteShown:
    return NoteShown(
        key=str(row.pk),
        month=row.month,
        text=row.text,
        unit_key=row.unit_key,
        unit=names.get(row.unit_key, row.unit_key),
        measure=row.measure,
        written_by=row.written_by,
        written_at=row.written_at,
        removed_at=row.removed_at,
        may_change=may_change,
    )


def annotation_to_change(actor: Actor, key: str, now: datetime) -> Annotation:
    """Return the row of a note that the actor may change, held until the transaction ends. Raises NotFound for any other."""
    require(actor, ANNOTATE, now=now)
    row = Annotation.objects.select_for_update().filter(pk=key).first() if is_id(key) else None
    if row is None or not may_annotate(actor, row.unit_key, row.month, now):
        raise NotFound(_("Der er ingen bemærkning her, som du har adgang til at ændre."))
    return row
