"""Payroll's facts laid out in time for a release, when they can be right at all."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from raadhus.kernel.errors import WrongInput
from raadhus.personnel.batch.asked import Facts
from raadhus.personnel.batch.made_by import Rules
from raadhus.personnel.batch.making import values_hash
from raadhus.personnel.queries.payroll import Payroll
from raadhus.personnel.queries.settings import occupations as occupations_listed
from raadhus.personnel.queries.settings import settings_on
from raadhus.personnel.rules import plausibility
from raadhus.personnel.rules.absences import parts_of
from raadhus.personnel.rules.calendar import WorkingDays
from raadhus.personnel.rules.checks.accepting import Implausible, stopping, told_of
from raadhus.personnel.rules.checks.findings import Finding
from raadhus.personnel.rules.disclosure.lattice import Term
from raadhus.personnel.rules.history import History
from raadhus.personnel.rules.releasing import last_whole_month, terms_wanted
from raadhus.personnel.rules.series import makings
from raadhus.personnel.rules.timeline import stretches_of


@dataclass(frozen=True)
class LaidOut:
    """The facts, and what was found in them."""

    facts: Facts
    findings: tuple[Finding, ...]
    terms: tuple[Term, ...]


def lay_out(payroll: Payroll, today: date, reasons: Mapping[str, str]) -> LaidOut:
    """Return the facts under the settings of today; `reasons` are why findings were accepted, by their state.

    Raises WrongInput, a line for each thing that stops a release.
    """
    held, (occupations, groups) = settings_on(today), occupations_listed()
    first_year = held.chosen.first_year or payroll.first_year
    terms = terms_wanted(first_year, last_whole_month(payroll.known_to, today), held.years_by_month)
    if not terms:
        raise WrongInput("Lønsystemet har endnu ikke fortalt om en hel måned. Indlæs flere filer, og udgiv igen.")
    settings = held.rules(payroll.known_to)
    began = min([first_year - 1, *(one.first.year for one in payroll.absences)])
    days = WorkingDays(began, max(payroll.known_to.year, today.year) + 1)
    since = date(first_year, 1, 1)
    findings = plausibility.check(
        payroll.terms, payroll.absences, payroll.units, since=since, settings=settings, days=days
    )
    if stops := stopping(findings, reasons):
        raise Implausible(stops, findings)
    history = History(payroll.spans)
    stretches = stretches_of(payroll.terms, occupations, settings)
    facts = Facts(
        stretches=stretches,
        parts=parts_of(payroll.absences, stretches, days, settings),
        days=days,
        rules=Rules(settings, held.limits, groups, history, today),
        kept_from=payroll.kept_from,
        about={
            "payroll": values_hash((payroll.terms, payroll.absences)),
            "organisation": values_hash(payroll.spans),
            "settings": values_hash(held.chosen),
            "settings_from": held.start.isoformat() if held.start else None,
            "job_codes": values_hash(groups),
            "series": makings(held.chosen, occupations, (one.job_code for one in payroll.terms)),
            "accepted": told_of(findings, reasons),
            "without_group": payroll.codes_without_group(occupations, since),
        },
    )
    return LaidOut(facts, findings, terms)
