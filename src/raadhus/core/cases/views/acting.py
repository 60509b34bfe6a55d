"""What every posted form of cases shares: do one thing, say how it went, go back to the page."""

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from raadhus.core.access.public import actor_of
from raadhus.core.organisation.public import people_to_choose, units_to_choose
from raadhus.ui import asking
from raadhus.ui.asking import Act

__all__ = ["Act", "actor_of", "done", "owners"]


def owners() -> dict[str, list[tuple[str, str]]]:
    """Return the people and units that a form offers as owners."""
    today = timezone.localdate()
    return {"people": people_to_choose(today), "units": units_to_choose(today)}


def done(
    request: HttpRequest, page: tuple[str, UUID], form: forms.Form | None, act: Callable[..., object], success: str
) -> HttpResponse:
    """Do it and go back to the page; what is wrong is said there."""
    name, key = page

    def do() -> object:
        given = form.cleaned_data if form else {}
        return act(actor=actor_of(request), key=str(key), now=timezone.now(), **given)

    if form is None:
        asking.done(request, do, success)
    else:
        asking.carried_out(request, form, do, success)
    return redirect(name, key)
