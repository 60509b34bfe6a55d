"""What is known of a source's employments or absences now, as an import compares with it. No look-up of people: nothing of it is shown."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any

from django.db.models import QuerySet

from raadhus.core.organisation.public import all_versions
from raadhus.core.workforce.models import EmploymentVersion, PayrollSource
from raadhus.core.workforce.models.loading import MOST_ASKED, standing
from raadhus.core.workforce.rules.consistency import Span, day_before
from raadhus.core.workforce.rules.mapping import SourceMapping
from raadhus.core.workforce.rules.rows import EmploymentRow, Subject
from raadhus.core.workforce.rules.units import unit_words
from raadhus.core.workforce.rules.vocabulary import EmploymentForm

# Past so many employments it is quicker to read all that the source has told.
_MANY = 20_000


def words_of_units(mapping: SourceMapping) -> Mapping[str, str]:
    """Return the organisation's key of every word for a unit (rules/units.py)."""
    return unit_words(((unit.key, unit.short_name) for unit in all_versions()), mapping.units)


def fingerprints(source: PayrollSource, employments: Collection[str], *, is_complete: bool) -> dict[str, int]:
    """Return the fingerprint of each key known, of the given employments or of all when the file is complete."""
    found: dict[str, int] = {}
    for rows in _asked(source, employments, every=is_complete):
        found.update(rows.values_list("key", "fingerprint").iterator(MOST_ASKED * 10))
    return found


def spans(source: PayrollSource, employments: Collection[str], told: Collection[str]) -> dict[str, list[Span]]:
    """Return the days of what is known of the employments, without the keys that the file tells of itself."""
    found: dict[str, list[Span]] = {}
    is_absence = source.subject == Subject.ABSENCES
    fields = ("first_date", "last_date") if is_absence else ("start_date", "end_date")
    for rows in _asked(source, employments, every=False):
        for employment, key, first, end in rows.values_list("employment", "key", *fields).iterator(MOST_ASKED * 10):
            if key not in told and employment in employments:
                last = date.max if end is None else end if is_absence else day_before(end)
                found.setdefault(employment, []).append(Span(first, last, 0))
    return found


def terms_known(source: PayrollSource, employments: Collection[str]) -> dict[str, list[EmploymentRow]]:
    """Return the known terms of each of the employments, as rows."""
    found: dict[str, list[EmploymentRow]] = {}
    for rows in _asked(source, employments, every=False):
        for version in rows.iterator(MOST_ASKED * 10):
            if version.employment in employments:
                found.setdefault(version.employment, []).append(_row(version))
    return found


def _asked(source: PayrollSource, employments: Collection[str], *, every: bool) -> Iterator[QuerySet[Any]]:
    if every or len(employments) > _MANY:
        yield standing(source)
        return
    asked = sorted(employments)
    for start in range(0, len(asked), MOST_ASKED):
        yield standing(source).filter(employment__in=asked[start : start + MOST_ASKED])


def _row(version: EmploymentVersion) -> EmploymentRow:
    return EmploymentRow(
        key=version.key,
        employment=version.employment,
        person=version.person,
        name=version.name,
        unit=version.unit_key,
        start=version.start_date,
        end=version.end_date,
        weekly_hours=version.weekly_hours,
        form=EmploymentForm(version.form),
        job_code=version.job_code,
        job_title=version.job_title,
        agreement=version.agreement,
        hired=version.hired_date,
        leave_reason=version.leave_reason,
        born=version.born_date,
        gender=version.gender,
        monthly_ore=version.monthly_ore,
    )
