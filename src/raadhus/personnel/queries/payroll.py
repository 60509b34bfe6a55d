"""Payroll's facts and the organisation as the batch takes them. No page asks for this."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from raadhus.core.organisation.public import all_versions
from raadhus.core.workforce.public import (
    absences_kept_from,
    employment_facts,
    employments_kept_from,
    every_absence,
    payroll_known_to,
)
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import WrongInput
from raadhus.kernel.periods import Period
from raadhus.personnel.rules.facts import Absence, Form, Kind, Terms
from raadhus.personnel.rules.history import UnitSpan
from raadhus.personnel.rules.occupations import Occupations
from raadhus.personnel.rules.releasing import first_whole_year


@dataclass(frozen=True)
class Payroll:
    """Everything that payroll tells, and the organisation it is told by."""

    known_to: date
    terms: Sequence[Terms]
    absences: Sequence[Absence]
    spans: Sequence[UnitSpan]
    kept_from: date | None

    @property
    def units(self) -> Mapping[str, Sequence[Period]]:
        """The periods in which the organisation has each unit."""
        found: dict[str, list[Period]] = {}
        for span in self.spans:
            found.setdefault(span.key, []).append(Period(span.start, span.end))
        return found

    @property
    def first_year(self) -> int:
        """The first year that payroll has told all of: from its first absence or first end of an employment, and nothing deleted since."""
        told = [one.first for one in self.absences] + [one.end for one in self.terms if one.end is not None]
        first = min(told, default=min((one.start for one in self.terms), default=self.known_to))
        return first_whole_year(max(first, self.kept_from or first))

    def codes_without_group(self, occupations: Occupations, since: date) -> dict[str, int]:
        """Return the job codes that no line of the list fits, each with how many people have had it: the code and the number alone."""
        people: dict[str, set[str]] = {}
        for one in self.terms:
            if (one.end is None or one.end > since) and not occupations.fits(one.job_code, max(one.start, since)):
                people.setdefault(one.job_code, set()).add(one.person)
        return {code: len(found) for code, found in sorted(people.items())}


def read_payroll(reader: Actor, *, now: datetime) -> Payroll:
    """Return what payroll tells now, all of it as of one moment. Raises WrongInput when it has told nothing."""
    with transaction.atomic():
        known_to = payroll_known_to()
        if known_to is None:
            raise WrongInput("Der er ingen løndata endnu. Indlæs ansættelser og fravær, før personaletal udgives.")
        terms = [
            Terms(*one[:6], Form(one.form.value), one.job_code, *one[9:]) for one in employment_facts(reader, now=now)
        ]
        absences = [
            Absence(one.employment, one.first, one.last, Kind(one.kind.value), one.weekly_hours_away)
            for one in every_absence(reader, since=date.min, now=now)
        ]
        spans = [
            UnitSpan(one.key, one.parent_key, one.name, one.period.start, one.period.end) for one in all_versions()
        ]
    kept = [day for day in (absences_kept_from(), employments_kept_from()) if day is not None]
    return Payroll(known_to, terms, absences, spans, max(kept, default=None))
