"""Saved views: each its owner's own, with the newest published figure that the owner may see at this moment."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound
from raadhus.kernel.ids import is_id
from raadhus.personnel.engines.cube import Cube
from raadhus.personnel.models import SavedView
from raadhus.personnel.queries.cubes import current_cube
from raadhus.personnel.queries.newest import Newest, choice_of, newest
from raadhus.personnel.queries.reach import Reach
from raadhus.personnel.rules.amounts import shown, written
from raadhus.personnel.rules.limits import LimitKind, is_crossed
from raadhus.personnel.rules.measures.catalogue import MEASURES
from raadhus.personnel.rules.sentences import with_unit

SAVE = "personnel.save_view"


@dataclass(frozen=True, slots=True)
class ViewShown:
    """A saved view as its owner sees it. `about` is empty when nothing of it may be seen any more."""

    key: str
    name: str
    query: str
    is_subscribed: bool
    is_removed: bool
    about: str
    words: str
    limit: str
    crossed: str


def saved_views(viewer: Actor, now: datetime, *, removed: bool = False) -> tuple[ViewShown, ...]:
    """Return the viewer's own views by name, those kept or those removed."""
    require(viewer, SAVE, now=now)
    rows = list(own(viewer).filter(removed_at__isnull=not removed).order_by("name", "id"))
    if not rows:
        return ()
    cube = current_cube()
    reach = Reach(viewer, cube, now)
    return tuple(view_shown(row, reach, cube) for row in rows)


def view_shown(row: SavedView, reach: Reach, cube: Cube) -> ViewShown:
    """Return a view as whoever `reach` is of may see it now."""
    found = newest_of(row, reach, cube)
    return ViewShown(
        key=str(row.pk),
        name=row.name,
        query=row.choices,
        is_subscribed=row.subscribed_at is not None,
        is_removed=row.removed_at is not None,
        about=found.about if found else "",
        words=found.words if found else "",
        limit=_limit(row, found),
        crossed=crossed(row, found),
    )


def newest_of(row: SavedView, reach: Reach, cube: Cube) -> Newest | None:
    """Return the newest figure of a view, or None when it shows nothing that may be seen."""
    choice = choice_of(row.choices)
    return newest(choice, reach, cube) if choice else None


def crossed(row: SavedView, found: Newest | None) -> str:
    """Return "er over grænsen" when the newest figure is on the wrong side of the view's limit, else nothing."""
    if not row.limit_kind or row.limit_value is None or found is None:
        return ""
    kind = LimitKind(row.limit_kind)
    return kind.said if is_crossed(kind, shown(row.limit_value, found.measure), found.figure.value) else ""


def _limit(row: SavedView, found: Newest | None) -> str:
    if not row.limit_kind or row.limit_value is None or found is None:
        return ""
    return f"{_(LimitKind(row.limit_kind).word)} {with_unit(found.measure, shown(row.limit_value, found.measure))}"


def own(viewer: Actor) -> QuerySet[SavedView]:
    """Return the rows of the viewer's own views; nobody sees another's."""
    return SavedView.objects.filter(owner_key=viewer.key)


def own_view(viewer: Actor, key: str, now: datetime, *, lock: bool = False) -> SavedView:
    """Return one own view, held until the transaction ends when `lock`. Raises NotFound for any other."""
    require(viewer, SAVE, now=now)
    rows = own(viewer).select_for_update() if lock else own(viewer)
    row = rows.filter(pk=key).first() if is_id(key) else None
    if row is None:
        raise NotFound(_("Du har ingen gemt visning her."))
    return row


def limit_written(row: SavedView) -> str:
    """Return a view's limit as it would be written in a field."""
    choice = choice_of(row.choices)
    if row.limit_value is None or choice is None:
        return ""
    measure = MEASURES[choice.measure]
    return written(shown(row.limit_value, measure), measure)


def suggested_name(viewer: Actor, query: str, now: datetime) -> str:
    """Return what a choice is about, as a name for it; empty when it shows nothing that the viewer may see."""
    choice = choice_of(query)
    if choice is None:
        return ""
    cube = current_cube()
    found = newest(choice, Reach(viewer, cube, now), cube)
    return found.about[:100] if found else ""
