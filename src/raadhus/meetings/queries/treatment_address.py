"""The lasting address of an item at a sitting: it leads to the minutes once they are put up, and to the meeting until then."""

from uuid import UUID

from django.urls import reverse


def treatment_address(treatment_id: UUID | str) -> str:
    """Return the address."""
    return reverse("meetings:treatment", args=[treatment_id])
