"""The whole of the demonstration's payroll around a day; the same again for the same day."""

from collections import Counter
from datetime import date

from raadhus.config.demonstration.payroll.people import Invented
from raadhus.config.demonstration.payroll.records import Payroll, as_known
from raadhus.config.demonstration.payroll.sickness import absences
from raadhus.config.demonstration.payroll.staff import staffed
from raadhus.config.demonstration.payroll.stories import stories, story_units

# The numbers of the employments whose stories are told one by one.
_STORIES_FROM = 100_000


def municipality(today: date, *, with_staff: bool = True) -> Payroll:
    """Return what payroll and NemRefusion know on a day; without the staff only the stories of data/refusion.toml."""
    made = Payroll()
    for _, story in stories(Invented(_STORIES_FROM), today):
        made.add(story)
    if with_staff:
        for terms in staffed(Counter(story_units()), today):
            made.terms += terms
            made.add(absences(terms, today))
    return as_known(made, today)
