"""Rows of payroll as imports leave them, made directly: what is tested here is what becomes of them."""

from datetime import date, datetime, time

import pytest
from django.utils.timezone import make_aware

from raadhus.core.workforce.actions.sources import create_source
from raadhus.core.workforce.models import AbsenceVersion, EmploymentVersion, ImportRun, PayrollSource
from raadhus.core.workforce.rules.profiles import OWN_ABSENCES, OWN_EMPLOYMENTS
from raadhus.kernel.roles import Role


class Payroll:
    """Writes terms and absences into the tables; days are given as ISO texts."""

    def __init__(self, terms: str, absences: str) -> None:
        self.sources = {"terms": terms, "absences": absences}

    def run(self, day: str, kind: str = "terms") -> ImportRun:
        at = make_aware(datetime.combine(date.fromisoformat(day), time(12)))
        source = PayrollSource.objects.get(pk=self.sources[kind])
        moments = {"started_at": at, "finished_at": at}
        name = f"fil-{day}.csv"
        return ImportRun.objects.create(source=source, file_name=name, file_sha256="0" * 64, state="done", **moments)

    def term(self, employment, start, end=None, *, known="2019-01-01", until=None, **fields) -> EmploymentVersion:
        run = self.run(known)
        said = {"person": f"p-{employment}", "name": f"Navn {employment}", "unit_key": "sac-myndighed"} | fields
        texts = dict.fromkeys(("job_code", "job_title", "agreement", "leave_reason", "gender"), "")
        return EmploymentVersion.objects.create(
            **{**texts, "weekly_hours": 3700, "form": "monthly", "fingerprint": 1, **said},
            source=run.source,
            key=f"{employment}|{start}",
            employment=employment,
            start_date=start,
            end_date=end,
            known_from=run,
            known_until=self.run(until) if until else None,
        )

    def absence(self, employment, first, last=None, *, known="2019-01-01", until=None, **fields) -> AbsenceVersion:
        run = self.run(known, "absences")
        return AbsenceVersion.objects.create(
            **{"kind": "sickness", "code": "790", "sends_notification": True, "fingerprint": 1, **fields},
            source=run.source,
            key=f"{employment}|{first}",
            employment=employment,
            first_date=first,
            last_date=last,
            known_from=run,
            known_until=self.run(until, "absences") if until else None,
        )


@pytest.fixture
def payroll(cast, now):
    named = {"Ansættelser": OWN_EMPLOYMENTS, "Fravær": OWN_ABSENCES}
    made = [create_source(actor=cast[Role.HR], name=name, mapping=one, now=now) for name, one in named.items()]
    return Payroll(*(one.key for one in made))
