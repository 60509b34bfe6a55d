"""How the pages of personnel figures do an action."""

from collections.abc import Callable

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
