"""What a section 56 agreement must be: of an employment, for at most two years, and not at the same time as another."""

from collections.abc import Iterable
from datetime import date, timedelta

from raadhus.kernel.danish import short_date
from raadhus.kernel.errors import WrongInput
from raadhus.kernel.periods import Period, months_before
from raadhus.kernel.sources import rule
from raadhus.refunds.rules.deadlines import SECTION_56

AGREEMENT_MONTHS = 24
# Payroll writes 31 December 9999 for "no end", and people copy it.
_YEARS = range(2000, 2100)
_DAY = timedelta(days=1)


@rule(SECTION_56)
def agreement_end(start: date, last: date, others: Iterable[Period]) -> date:
    """Return the first day that an agreement through `last` no longer covers. Raises WrongInput when it cannot be one."""
    if last < start:
        raise WrongInput("Aftalen slutter, før den begynder.")
    if start.year not in _YEARS:
        raise WrongInput(f"Skriv en første dag mellem {_YEARS[0]} og {_YEARS[-1]}.")
    longest = months_before(start, -AGREEMENT_MONTHS)
    if last >= longest:
        raise WrongInput(
            f"En § 56-aftale gælder højst to år; den kan længst gælde til og med {short_date(longest - _DAY)}. "
            "Skriv en fornyelse som en ny aftale."
        )
    end = last + _DAY
    other = next((one for one in others if one.overlaps(Period(start, end))), None)
    if other is not None:
        raise WrongInput(f"Ansættelsen har allerede en aftale, der gælder fra {short_date(other.start)} i samme tid.")
    return end
