"""What every posted form of obligations shares: do one thing, say how it went, go back to the page."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest
from django.utils import timezone

from raadhus.core.access.public import actor_of
from raadhus.core.obligations.queries import choosing
from raadhus.core.obligations.queries.shapes import Origin
from raadhus.core.obligations.rules.origins import BY_HAND
from raadhus.kernel.errors import DomainError

__all__ = ["Act", "actor_of", "by_hand", "done", "owners"]


@dataclass(frozen=True, slots=True)
class Act:
    """Something the viewer may do: what the button says, where it is posted, and the form, if any."""

    label: str
    url: str
    form: forms.Form | None = None


def by_hand(label: str, url: str) -> Origin:
    """Return the origin of what is written down on a form: a name and an address, with no thing in the house behind it."""
    return Origin(BY_HAND, "", label, url)


def owners() -> dict[str, list[tuple[str, str]]]:
    """Return the people and units that a form offers as owners."""
    today = timezone.localdate()
    return {"people": choosing.people_to_choose(today), "units": choosing.units_to_choose(today)}


def done(request: HttpRequest, key: UUID, form: forms.Form, act: Callable[..., object], success: str) -> bool:
    """Do it with what the form holds, and return whether it was done; what is wrong is said, and stays in the form."""
    if form.is_valid():
        try:
            act(actor=actor_of(request), key=str(key), now=timezone.now(), **form.cleaned_data)
        except DomainError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, success)
            return True
    for name, errors in form.errors.items():
        label = form.fields[name].label if name in form.fields else ""
        text = " ".join(str(error) for error in errors)
        messages.error(request, f"{label}: {text}" if label else text)
    return False
