"""What every posted form of agendas shares: do one thing, say how it went."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpRequest

from raadhus.kernel.errors import DomainError, NotAllowed, NotFound
from raadhus.meetings.queries.wording import told

_LONGEST_NUMBER = 8


def whole_number(text: str) -> int | None:
    """Return a whole number of at most eight ordinary digits, None for anything else, however it looks like a number."""
    is_number = text.isascii() and text.isdigit() and len(text) <= _LONGEST_NUMBER
    return int(text) if is_number else None


def tried(request: HttpRequest, act: Callable[[], object], success: str, form: forms.Form | None = None) -> bool:
    """Do it and return whether it was done. What is wrong is said in the form, or in a message where there is none.

    A refusal and a thing that is not there are pages of their own and pass through.
    """
    try:
        act()
    except (NotAllowed, NotFound):
        raise
    except DomainError as error:
        if form is None:
            messages.error(request, told(error))
        else:
            form.add_error(None, told(error))
        return False
    messages.success(request, success)
    return True


def say_errors(request: HttpRequest, form: forms.Form) -> None:
    """Say what is wrong with a form that is not shown again."""
    for name, errors in form.errors.items():
        label = form.fields[name].label if name in form.fields else ""
        text = " ".join(str(error) for error in errors)
        messages.error(request, f"{label}: {text}" if label else text)
