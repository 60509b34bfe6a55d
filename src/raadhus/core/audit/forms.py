"""What the log's address asks for."""

from collections.abc import Mapping

from raadhus.core.audit.queries.log import Asked
from raadhus.kernel.periods import iso_day


def asked(values: Mapping[str, str]) -> Asked:
    """Return what a query string asks for; a day that cannot be read narrows nothing."""
    return Asked(
        actor=values.get("actor", ""),
        event=values.get("event", ""),
        subject_kind=values.get("kind", ""),
        subject_key=values.get("subject", ""),
        since=iso_day(values.get("from", "")),
        until=iso_day(values.get("to", "")),
    )
