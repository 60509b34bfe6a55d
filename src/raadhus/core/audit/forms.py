"""What the log's address asks for."""

from collections.abc import Mapping
from datetime import date

from raadhus.core.audit.queries.log import Asked


def asked(values: Mapping[str, str]) -> Asked:
    """Return what a query string asks for; a day that cannot be read narrows nothing."""
    return Asked(
        actor=values.get("actor", ""),
        event=values.get("event", ""),
        subject_kind=values.get("kind", ""),
        subject_key=values.get("subject", ""),
        since=_day(values.get("from", "")),
        until=_day(values.get("to", "")),
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
