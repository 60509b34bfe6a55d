"""Payroll's facts laid out in time for a release, when they can be right at all."""

from dataclasses import dataclass
from datetime import date

from raadhus.kernel.errors import WrongInput
from raadhus.personnel.batch.making import Facts, values_hash
from raadhus.personnel.batch.term import Rules
from raadhus.personnel.queries.payroll import Payroll
from raadhus.personnel.queries.settings import SettingsOn
from raadhus.personnel.rules import plausibility
from raadhus.personnel.rules.absences import parts_of
from raadhus.personnel.rules.calendar import WorkingDays
from raadhus.personnel.rules.checks.findings import Severity
from raadhus.personnel.rules.history import History
from raadhus.personnel.rules.occupations import Occupations
from raadhus.personnel.rules.timeline import stretches_of


@dataclass(frozen=True)
class MadeBy:
    """What the definitions leave open, and the municipality's list of job codes with its groups."""

    settings: SettingsOn
    occupations: Occupations
    groups: tuple[str, ...]


@dataclass(frozen=True)
class LaidOut:
    """The facts, and what is to be told of them."""

    facts: Facts
    told: tuple[str, ...]


def lay_out(payroll: Payroll, by: MadeBy, first_year: int, today: date) -> LaidOut:
    """Return the facts from the first year on. Raises WrongInput, a line for each thing that stops a release."""
    settings = by.settings.rules(payroll.known_to)
    began = min([first_year - 1, *(one.first.year for one in payroll.absences)])
    days = WorkingDays(began, max(payroll.known_to.year, today.year) + 1)
    since = date(first_year, 1, 1)
    findings = plausibility.check(
        payroll.terms, payroll.absences, payroll.units, since=since, settings=settings, days=days
    )
    stops = [one.sentence for one in findings if one.severity is Severity.STOPS]
    if stops:
        raise WrongInput("\n".join(stops))
    history = History(payroll.spans)
    stretches = stretches_of(payroll.terms, by.occupations, settings)
    facts = Facts(
        stretches=stretches,
        parts=parts_of(payroll.absences, stretches, days, settings),
        days=days,
        rules=Rules(settings, by.settings.limits, by.groups, history, today),
        kept_from=payroll.kept_from,
        about={
            "payroll": values_hash((payroll.terms, payroll.absences)),
            "organisation": values_hash(payroll.spans),
            "settings": values_hash(by.settings.chosen),
            "settings_from": by.settings.start.isoformat() if by.settings.start else None,
            "job_codes": values_hash(by.groups),
            "without_group": codes_without_group(payroll, by.occupations, since),
        },
    )
    return LaidOut(facts, tuple(one.sentence for one in findings))


def codes_without_group(payroll: Payroll, occupations: Occupations, since: date) -> dict[str, int]:
    """Return the job codes that no line of the list fits, each with how many people have had it: the code and the number alone."""
    people: dict[str, set[str]] = {}
    for one in payroll.terms:
        if (one.end is None or one.end > since) and not occupations.fits(one.job_code, max(one.start, since)):
            people.setdefault(one.job_code, set()).add(one.person)
    return {code: len(found) for code, found in sorted(people.items())}
