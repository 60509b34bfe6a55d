"""What is known of a source's employments or absences now, as an import compares with it. No look-up of people: nothing of it is shown."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast

from raadhus.core.organisation.public import all_versions
from raadhus.core.workforce.models import EmploymentVersion, PayrollSource
from raadhus.core.workforce.models.loading import MOST_ASKED, standing, standing_of
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


@dataclass(slots=True)
class Known:
    """What a source has told before: the fingerprint under each key, and the days of each employment under keys that a file does not tell."""

    fingerprints: dict[str, int] = field(default_factory=dict)
    spans: dict[str, list[Span]] = field(default_factory=dict)


def known_of(source: PayrollSource, employments: Collection[str], told: Collection[str], *, is_complete: bool) -> Known:
    """Return what is known of the employments of a file that tells the keys `told`; of every employment when the file is complete.

    What a complete file does not tell is gone, so that nothing of it can be contradicted.
    """
    found = Known()
    is_absence = source.subject == Subject.ABSENCES
    start, end = ("first_date", "last_date") if is_absence else ("start_date", "end_date")
    # As texts: a million days that nobody looks at need not become days.
    texts = {"first_text": Cast(start, TextField()), "end_text": Cast(end, TextField())}
    fields = ("source_id", "employment", "key", "fingerprint", *texts)
    for rows in _asked(source, employments, every=is_complete):
        asked = rows.annotate(**texts).values_list(*fields)
        for owner, employment, key, fingerprint, first, last in asked.iterator(MOST_ASKED * 10):
            if owner != source.pk:
                continue
            found.fingerprints[key] = fingerprint
            if not is_complete and key not in told and employment in employments:
                found.spans.setdefault(employment, []).append(_span(first, last, is_absence=is_absence))
    return found


def _span(first: str, end: str | None, *, is_absence: bool) -> Span:
    last = date.max if end is None else date.fromisoformat(end)
    return Span(date.fromisoformat(first), last if is_absence or end is None else day_before(last), 0)


def terms_known(source: PayrollSource, employments: Collection[str]) -> dict[str, list[EmploymentRow]]:
    """Return the known terms of each of the employments, as rows."""
    found: dict[str, list[EmploymentRow]] = {}
    for rows in _asked(source, employments, every=False):
        for version in rows.iterator(MOST_ASKED * 10):
            if version.employment in employments and version.source_id == source.pk:
                found.setdefault(version.employment, []).append(_row(version))
    return found


def _asked(source: PayrollSource, employments: Collection[str], *, every: bool) -> Iterator[QuerySet[Any]]:
    """Yield questions that together find what stands of the employments, or of all.

    Few employments are asked for by their index and without their source, which every one of a million rows has: the caller leaves
    other sources' rows out.
    """
    if every or len(employments) > _MANY:
        yield standing(source)
        return
    asked = sorted(employments)
    for start in range(0, len(asked), MOST_ASKED):
        yield standing_of(Subject(source.subject)).filter(employment__in=asked[start : start + MOST_ASKED])


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
