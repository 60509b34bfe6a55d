"""How long an identified case is kept: so many months after the end of the latest year it is about."""

from datetime import date

from raadhus.kernel.periods import months_before


def kept_from_year(today: date, months: int) -> int:
    """Return the first year whose cases are still kept: those of earlier years have had their months."""
    # A year's months begin to run on 1 January after it.
    return months_before(date(today.year, today.month, 1), months).year
