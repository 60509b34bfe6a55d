"""Payroll's facts as rows, so that a test of refunds says only what it is about."""

import itertools
from datetime import date

import pytest

from raadhus.core.workforce.models import AbsenceVersion, EmploymentVersion, ImportRun, PayrollSource


class Payroll:
    """Employments and absences as payroll intake keeps them."""

    def __init__(self, now):
        self._numbers = itertools.count(1)
        self._run = self._runs = None
        self._now = now

    def _source(self):
        if self._run is None:
            source = PayrollSource.objects.create(
                key="own", name="Eget", subject="absences", mapping={}, created_at=self._now, changed_at=self._now
            )
            self._run = ImportRun.objects.create(
                source=source,
                file_name="a.csv",
                file_sha256="0" * 64,
                state="done",
                imported_by="tests",
                imported_by_name="Prøverne",
                started_at=self._now,
                finished_at=self._now,
            )
        return {"source_id": "own", "known_from": self._run, "fingerprint": 1}

    def employs(self, employment="E1", unit="sac-myndighed", **terms):
        """Write an employment; a full-time one since 2015 unless `terms` say otherwise."""
        given = {
            "key": f"{employment}-{next(self._numbers)}",
            "employment": employment,
            "person": f"P-{employment}",
            "name": f"Prøve {employment}",
            "unit_key": unit,
            "start_date": date(2015, 1, 1),
            "weekly_hours": 3700,
            "form": "monthly",
            "hired_date": date(2015, 1, 1),
            **terms,
        }
        return EmploymentVersion.objects.create(**given, **self._source())

    def absence(self, first, last=None, employment="E1", **facts):
        """Write an absence; ordinary sickness, entered the day after, unless `facts` say otherwise."""
        given = {
            "key": f"{employment}-{first}-{next(self._numbers)}",
            "employment": employment,
            "first_date": first,
            "last_date": last,
            "kind": "sickness",
            "code": "790",
            "registered_date": first,
            "sends_notification": True,
            **facts,
        }
        return AbsenceVersion.objects.create(**given, **self._source())


@pytest.fixture
def payroll(db, now):
    """Payroll's facts, with one employment E1 in the unit sac-myndighed."""
    made = Payroll(now)
    made.employs()
    return made
