"""How a page does what it is asked to, and says what came of it."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpRequest

from raadhus.kernel.errors import DomainError


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
