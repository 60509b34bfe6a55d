"""The demonstration's population by age, invented and marked so, given to the house as HR gives StatBank's. Safe to repeat."""

from collections.abc import Iterator
from datetime import date, datetime
from importlib.resources import files

from raadhus.core.access.public import actor_of_person
from raadhus.personnel.actions.importing_references import import_served

HR = "dorthe-solbakke"
_FILE, _SOURCE, _AGES = "folketal-opdigtet.csv", "opdigtede tal", "0-5, 6-16, 80+"
_YEAR = 2


class RefusedPeople(AssertionError):
    """The demonstration has a file that the house does not take."""


def load_served(*, today: date, now: datetime) -> Iterator[str]:
    """Give the file with the years that have begun; yield what it did, nothing when it was done before."""
    text = (files(__package__) / "data" / _FILE).read_text(encoding="utf-8")
    heading, *rows = text.splitlines()
    begun = [row for row in rows if int(row.split(";")[_YEAR][:4]) <= today.year]
    data = "\n".join([heading, *begun]).encode()
    actor = actor_of_person(HR)
    report = import_served(actor=actor, file_name=_FILE, data=data, ages=_AGES, source=_SOURCE, now=now)
    if report.is_refused:
        raise RefusedPeople(report.problems[0].message)
    if report.key:
        yield f"{report.file_name}: {report.added} nye"
