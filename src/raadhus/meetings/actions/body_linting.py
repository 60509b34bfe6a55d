"""A body sets the linter: rules off, other severities, abbreviations that everybody there knows."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from raadhus.core.access.public import require
from raadhus.core.audit.public import JSON, Subject, record
from raadhus.kernel.actors import Actor
from raadhus.meetings.queries.locked import locked_body
from raadhus.meetings.queries.wording import said_aloud
from raadhus.meetings.rules.body_linting import checked_settings


@transaction.atomic
def change_body_linting(
    *, actor: Actor, key: str, choices: Mapping[str, str], abbreviations: str, now: datetime
) -> None:
    """Say for each rule, by its code, whether it is off or how serious it is here; empty is the rule's own. Raises WrongInput."""
    require(actor, "meetings.change_body", now=now)
    body = locked_body(key)
    with said_aloud():
        body.lint_settings = checked_settings(choices, abbreviations)
    body.save(update_fields=["lint_settings"])
    data: dict[str, JSON] = {"linting": body.lint_settings}
    record(actor=actor, event="meetings.body_changed", subject=Subject("body", key, body.name), data=data, now=now)
