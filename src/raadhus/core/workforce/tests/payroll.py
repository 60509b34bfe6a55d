"""Payroll for the tests of its intake: sources, and files given to them."""

import json
from datetime import timedelta

from raadhus.core.workforce.actions.importing import import_payroll
from raadhus.core.workforce.models import AbsenceVersion, EmploymentVersion, PayrollSource
from raadhus.core.workforce.rules.mapping import mapping_to_json
from raadhus.core.workforce.rules.profiles import PROFILES
from raadhus.kernel.actors import system

CLERK = system("tests", "Prøverne")
ABSENCES = "employment;first;last;code\n"
EMPLOYMENTS = "employment;person;name;unit;start;last;weekly_hours\n"


def source(now, profile="own_absences", *, key="", **changes):
    """Make a source with a ready-made mapping, changed as said."""
    mapping = mapping_to_json(PROFILES[profile]) | changes
    return PayrollSource.objects.create(
        key=key or profile.replace("_", "-"),
        name=f"Løn {profile}",
        subject=mapping["subject"],
        mapping=json.loads(json.dumps(mapping)),
        created_at=now,
        changed_at=now,
    )


def give(to, text, now, *, name="fil.csv", actor=CLERK):
    """Give a file to a source."""
    data = text if isinstance(text, bytes) else text.encode()
    return import_payroll(actor=actor, source_key=to.pk, file_name=name, data=data, now=now)


def told(run):
    """Return what a run did, in short."""
    return run.state, run.added, run.changed, run.unchanged, run.gone


def known(to, after=None):
    """Return key and end of what is known of a source: now, or as it was known after a run."""
    is_absence = to.subject == "absences"
    model = AbsenceVersion if is_absence else EmploymentVersion
    rows = model.objects.filter(source=to)
    rows = (
        rows.filter(known_until=None)
        if after is None
        else rows.filter(known_from_id__lte=after.pk).exclude(known_until_id__lte=after.pk)
    )
    return dict(rows.values_list("key", "last_date" if is_absence else "end_date"))


def later(now, days=1):
    return now + timedelta(days=days)
