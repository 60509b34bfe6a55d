"""What every posted form of obligations shares: do one thing and say how it went."""

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.http import HttpRequest
from django.utils import timezone

from raadhus.core.access.public import actor_of
from raadhus.core.obligations.queries.shapes import Origin
from raadhus.core.obligations.rules.origins import BY_HAND
from raadhus.core.organisation.public import people_to_choose, units_to_choose
from raadhus.ui.asking import Act, carried_out

__all__ = ["Act", "actor_of", "by_hand", "done", "owners"]


def by_hand(label: str, url: str) -> Origin:
    """Return the origin of what is written down on a form: a name and an address, with no thing in the house behind it."""
    return Origin(BY_HAND, "", label, url)


def owners() -> dict[str, list[tuple[str, str]]]:
    """Return the people and units that a form offers as owners."""
    today = timezone.localdate()
    return {"people": people_to_choose(today), "units": units_to_choose(today)}


def done(request: HttpRequest, key: UUID, form: forms.Form, act: Callable[..., object], success: str) -> bool:
    """Do it with what the form holds, and return whether it was done; what is wrong is said, and stays in the form."""

    def do() -> object:
        return act(actor=actor_of(request), key=str(key), now=timezone.now(), **form.cleaned_data)

    return carried_out(request, form, do, success)
