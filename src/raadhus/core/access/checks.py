"""Checks that Django runs when the house starts and that `raadhus check` shows."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, Warning  # noqa: A004 - Django's own name for it

from raadhus.core.access.queries.door_faults import unknown_verbs, unmarked_doors


def check_doors(app_configs: Sequence[Any] | None = None, **_options: Any) -> list[CheckMessage]:  # noqa: ARG001 - Django hands it over
    """Report verbs that no room declared (the house does not start), and doors without a verb (they stay shut)."""
    errors: list[CheckMessage] = [
        Error(f"No room declares the verb at {fault}.", id="access.E001") for fault in unknown_verbs()
    ]
    warnings = [
        Warning(f"The door {door} names no verb and stays shut.", id="access.W001") for door in unmarked_doors()
    ]
    return [*errors, *warnings]
