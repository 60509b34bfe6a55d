"""The reason that goes with what HR decides, as it is taken from what was written: who reads it later must be able to understand it."""

from django.utils.translation import gettext as _

from raadhus.kernel.errors import WrongInput


def needed_reason(reason: str) -> str:
    """Return the reason without spaces around it. Raises WrongInput when there is none."""
    if not reason.strip():
        raise WrongInput(_("Skriv en begrundelse, så det kan forstås senere."))
    return reason.strip()
