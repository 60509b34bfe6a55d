"""The demonstration's payroll given to the house as HR gives it: two sources, their files, and the rows that payroll put right later."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from raadhus.config.demonstration.payroll.files import absences_csv, employments_csv, statuses_csv
from raadhus.config.demonstration.payroll.following import agree, follow, settle_years_before
from raadhus.config.demonstration.payroll.municipality import municipality
from raadhus.config.demonstration.payroll.records import Payroll, Step
from raadhus.config.demonstration.payroll.sources import ABSENCES, EMPLOYMENTS
from raadhus.core.access.public import actor_of_person
from raadhus.core.workforce.actions.importing import import_payroll
from raadhus.core.workforce.actions.sources import set_source
from raadhus.core.workforce.models import ImportRun
from raadhus.core.workforce.rules.runs import RunState
from raadhus.kernel.actors import Actor
from raadhus.refunds.actions.recalculating import recalculate
from raadhus.refunds.actions.statuses import import_statuses
from raadhus.refunds.queries.settings import settings_on
from raadhus.refunds.rules.keeping import kept_from_year

HR = "dorthe-solbakke"
EMPLOYMENTS_KEY, ABSENCES_KEY = "eksempel-ansaettelser", "eksempel-fravaer"


class RefusedFile(AssertionError):
    """The demonstration made a file that the house does not take."""


def load_sources(*, actor: Actor, now: datetime) -> None:
    """Set up the two sources of the demonstration; they may stand already."""
    for key, name, mapping in (
        (EMPLOYMENTS_KEY, "Eksempelløn: ansættelser", EMPLOYMENTS),
        (ABSENCES_KEY, "Eksempelløn: fravær", ABSENCES),
    ):
        set_source(actor=actor, key=key, name=name, mapping=mapping, now=now)


def load_payroll(*, today: date, now: datetime, with_staff: bool = True) -> Iterator[str]:
    """Give payroll's files to the house and work the refund out; yield what was done, nothing when it was done before."""
    actor = actor_of_person(HR)
    if imported_before(ABSENCES_KEY):
        return
    payroll = municipality(today, with_staff=with_staff)
    yield from give_files(payroll, actor=actor, today=today, now=now)
    yield from agree(payroll, actor=actor, now=now)
    recalculate(actor=actor, today=today, now=now)
    yield _give_statuses(payroll, actor, today, now)
    yield from follow(payroll, actor=actor, now=now)
    yield from settle_years_before(today.year, actor=actor, now=now)


def imported_before(key: str) -> bool:
    """Return True when a file of the source has been taken in."""
    return ImportRun.objects.filter(source_id=key, state=RunState.DONE.value).exists()


def give_files(payroll: Payroll, *, actor: Actor, today: date, now: datetime) -> Iterator[str]:
    """Set the sources up and give the files of a payroll, what was put right in a file of its own; yield what each did."""
    load_sources(actor=actor, now=now)
    wrong = [spell for spell in payroll.spells if spell.is_put_right]
    as_told = (spell.at_first if spell.is_put_right else spell for spell in payroll.spells)
    yield _give(EMPLOYMENTS_KEY, "ansaettelser", employments_csv(payroll.terms), actor, today, now)
    yield _give(ABSENCES_KEY, "fravaer", absences_csv(as_told), actor, today, now)
    yield _give(ABSENCES_KEY, "rettelser", absences_csv(wrong), actor, today, now)


def _give(key: str, name: str, data: bytes, actor: Actor, today: date, now: datetime) -> str:  # noqa: PLR0917 - one file in its place
    run = import_payroll(actor=actor, source_key=key, file_name=f"{name}-{today.isoformat()}.csv", data=data, now=now)
    if run.state == RunState.REFUSED:
        raise RefusedFile(f"{run.file_name}: {_first(run.problems)}")
    return told(run)


def _give_statuses(payroll: Payroll, actor: Actor, today: date, now: datetime) -> str:
    name = f"nemrefusion-{today.isoformat()}.csv"
    steps = _kept(payroll, today)
    run = import_statuses(actor=actor, file_name=name, data=statuses_csv(steps, today), now=now)
    absences = sum(not step.is_further for step in steps)
    if run.is_refused or run.matched != absences:
        raise RefusedFile(f"{name}: {run.matched} af {absences} passer. {_first(run.problems)}")
    return name


def _kept(payroll: Payroll, today: date) -> list[Step]:
    """Return the steps of the absences that are not so old that no case is made of them."""
    year = kept_from_year(today, settings_on(today).kept_months)
    kept = {(one.employment, one.first) for one in payroll.spells if one.last is None or one.last.year >= year}
    return [step for step in payroll.steps if (step.employment, step.first) in kept]


def _first(problems: Iterable[object]) -> str:
    return str(next(iter(problems), ""))


def told(run: ImportRun) -> str:
    """Return in short what a file did."""
    return f"{run.file_name}: {run.added} nye, {run.changed} rettede"
