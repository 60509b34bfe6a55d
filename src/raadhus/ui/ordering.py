"""The order of a list in the database: rows that lack what one sorts by stand last, whichever way one sorts."""

from collections.abc import Iterable

from django.db.models import F
from django.db.models.expressions import OrderBy


def lacking_last(columns: Iterable[str], *, descending: bool) -> list[OrderBy]:
    """Return the terms that order a query by the columns, all of them up or all of them down."""
    if descending:
        return [F(column).desc(nulls_last=True) for column in columns]
    return [F(column).asc(nulls_last=True) for column in columns]
