"""How a page does what it is asked to, and says what came of it."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import HttpRequest

from raadhus.kernel.errors import DomainError


@dataclass(frozen=True, slots=True)
class Act:
    """Something the viewer may do: what the button says, where it is posted, and the form, if any.

    A button has only hidden fields and does not fold out.
    """

    label: str
    url: str
    form: forms.Form | None = None
    is_button: bool = False


def done(request: HttpRequest, act: Callable[[], object], success: str) -> bool:
    """Do it and return whether it was done; what cannot be done is said on the next page."""
    try:
        act()
    except DomainError as error:
        messages.error(request, str(error))
        return False
    messages.success(request, success)
    return True


def filled_in(request: HttpRequest, form: forms.Form, act: Callable[[], object], success: str) -> bool:
    """Do what a valid posted form asks and return whether it was done; what cannot be done is said in the form, which keeps everything."""
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        act()
    except DomainError as error:
        form.add_error(None, str(error))
        return False
    messages.success(request, success)
    return True


def carried_out(request: HttpRequest, form: forms.Form, act: Callable[[], object], success: str) -> bool:
    """Do what one of a page's small forms asks and return whether it was done; what is wrong is said on the next page, by its field."""
    if form.is_valid():
        return done(request, act, success)
    for name, errors in form.errors.items():
        label = form.fields[name].label if name in form.fields else ""
        said = " ".join(str(error) for error in errors)
        messages.error(request, f"{label}: {said}" if label else said)
    return False
