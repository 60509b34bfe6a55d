"""What every posted form of cases shares: do one thing, say how it went, go back to the page."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from raadhus.core.access.public import actor_of
from raadhus.core.organisation.public import people, units
from raadhus.kernel.errors import DomainError

__all__ = ["Act", "actor_of", "done", "owners"]


@dataclass(frozen=True, slots=True)
class Act:
    """Something the viewer may do: what the button says, where it is posted, and the form, if any.

    A button has only hidden fields and does not fold out.
    """

    label: str
    url: str
    form: forms.Form | None = None
    is_button: bool = False


def owners() -> dict[str, list[tuple[str, str]]]:
    """Return the people and units that a form offers as owners."""
    today = timezone.localdate()
    persons = {
        person.key: f"{person.name}, {person.title}" if person.title else person.name for person in people(today)
    }
    return {
        "people": list(persons.items()),
        "units": [(unit.key, f"{unit.short_name} {unit.name}".strip()) for unit in units(today)],
    }


def done(
    request: HttpRequest, page: tuple[str, UUID], form: forms.Form | None, act: Callable[..., object], success: str
) -> HttpResponse:
    """Do it and go back to the page; what is wrong is said there."""
    name, key = page
    if form is not None and not form.is_valid():
        for field, errors in form.errors.items():
            label = form.fields[field].label if field in form.fields else ""
            said = " ".join(str(error) for error in errors)
            messages.error(request, f"{label}: {said}" if label else said)
        return redirect(name, key)
    try:
        act(actor=actor_of(request), key=str(key), now=timezone.now(), **(form.cleaned_data if form else {}))
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, success)
    return redirect(name, key)
