"""Views are saved, changed, deleted, and put back, each by its owner alone."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.audit.public import Subject, record
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import Conflict, NotFound, WrongInput
from raadhus.personnel.models import SavedView
from raadhus.personnel.queries.cubes import current_cube
from raadhus.personnel.queries.newest import choice_of, newest
from raadhus.personnel.queries.reach import Reach
from raadhus.personnel.queries.saved_views import SAVE, own, own_view
from raadhus.personnel.rules.amounts import kept, parse_amount
from raadhus.personnel.rules.choosing import Choice
from raadhus.personnel.rules.limits import LimitKind
from raadhus.personnel.rules.measures.catalogue import MEASURES

MOST = 100
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Wish:
    """What a view is called and how it is followed: in the digest or not, and beyond which limit, as Danish writes it (empty: none)."""

    name: str
    is_subscribed: bool = False
    limit_kind: LimitKind | None = None
    limit: str = ""


def save_view(*, actor: Actor, query: str, wish: Wish, now: datetime) -> SavedView:
    """Keep a choice of the drill-down, as its address has it. Raises WrongInput, NotFound, Conflict."""
    require(actor, SAVE, now=now)
    choice = choice_of(query)
    if choice is None:
        raise WrongInput(_("Visningen kan ikke gemmes: adressen er ikke en visning. Gem den fra tallenes egen side."))
    cube = current_cube()
    if newest(choice, Reach(actor, cube, now), cube) is None:
        raise NotFound(_("Der er ingen tal her, som du har adgang til at se."))
    if own(actor).filter(removed_at=None).count() >= MOST:
        raise WrongInput(_("Du har %(most)s gemte visninger. Slet en af dem først.") % {"most": MOST})
    # What is followed is the newest period, not the one that was shown when it was saved.
    row = SavedView(owner_key=actor.key, choices=replace(choice, term=None).to_query(), saved_at=now)
    return _kept(actor, row, choice, wish, now)


def change_view(*, actor: Actor, key: str, wish: Wish, now: datetime) -> SavedView:
    """Give an own view another name, subscription or limit. Raises NotFound, WrongInput, Conflict."""
    with transaction.atomic():
        row = own_view(actor, key, now, lock=True)
        choice = choice_of(row.choices)
        if row.removed_at is not None or choice is None:
            raise NotFound(_("Du har ingen gemt visning her."))
        return _kept(actor, row, choice, wish, now)


def _kept(actor: Actor, row: SavedView, choice: Choice, wish: Wish, now: datetime) -> SavedView:
    row.name = " ".join(wish.name.split())
    if not 0 < len(row.name) <= _LONGEST:
        raise WrongInput(_("Giv visningen et navn på højst %(most)s tegn.") % {"most": _LONGEST})
    if bool(wish.limit.strip()) != (wish.limit_kind is not None):
        raise WrongInput(_("Vælg både over eller under og en grænse, eller lad begge stå tomme."))
    measure = MEASURES[choice.measure]
    row.limit_kind = wish.limit_kind.value if wish.limit_kind else ""
    row.limit_value = kept(parse_amount(wish.limit, measure), measure) if wish.limit_kind else None
    row.subscribed_at = (row.subscribed_at or now) if wish.is_subscribed else None
    try:
        with transaction.atomic():
            row.save()
            _told(actor, row, "view_saved", now)
    except IntegrityError as error:
        raise Conflict(_("Du har allerede en visning med det navn. Vælg et andet.")) from error
    return row


def remove_view(*, actor: Actor, key: str, now: datetime) -> None:
    """Delete an own view; it can be put back. Raises NotFound."""
    with transaction.atomic():
        row = own_view(actor, key, now, lock=True)
        if row.removed_at is None:
            row.removed_at = now
            row.save(update_fields=["removed_at"])
            _told(actor, row, "view_removed", now)


def restore_view(*, actor: Actor, key: str, now: datetime) -> None:
    """Put a deleted view back. Raises NotFound, and Conflict when another has taken its name."""
    try:
        with transaction.atomic():
            row = own_view(actor, key, now, lock=True)
            if row.removed_at is not None:
                row.removed_at = None
                row.save(update_fields=["removed_at"])
                _told(actor, row, "view_restored", now)
    except IntegrityError as error:
        raise Conflict(_("Du har allerede en visning med det navn. Giv den et andet først.")) from error


def _told(actor: Actor, row: SavedView, event: str, now: datetime) -> None:
    # What somebody follows is their own: the trail says that, not what.
    subject = Subject("personnel_view", str(row.pk), "en egen visning af personaletal")
    record(actor=actor, event=f"personnel.{event}", subject=subject, data={}, now=now)
