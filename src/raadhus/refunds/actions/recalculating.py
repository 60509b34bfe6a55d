"""All cases are worked out anew from payroll's absences: payroll's facts and what follows from them are renewed, the rest is kept."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from operator import attrgetter

from django.db import transaction
from django.db.models import Exists, OuterRef

from raadhus.core.access.public import WHOLE_HOUSE, require
from raadhus.core.audit.public import Subject, record
from raadhus.core.organisation.public import all_versions
from raadhus.core.workforce.public import AbsenceFact, absence_facts, absences_kept_from
from raadhus.kernel.actors import Actor, system
from raadhus.refunds.models import NemRefusionNotice, Recalculation, RefundCase, ReminderRecord, SuspicionRecord, hold
from raadhus.refunds.queries import pictures, suspecting
from raadhus.refunds.queries.settings import SettingsHistory
from raadhus.refunds.queries.spells import agreements_in_force, spell_of
from raadhus.refunds.queries.working_out import WORKED_OUT, work_out
from raadhus.refunds.rules.centres import Centres
from raadhus.refunds.rules.detection import Suspected, suspected
from raadhus.refunds.rules.from_payroll import Terms, is_looked_at, last_day, may_be_refunded, terms_of
from raadhus.refunds.rules.keeping import kept_from_year

# Nobody looks at a person when everything is worked out, whoever started it; that it was started is in the trail.
_READER = system("refunds", "Genberegning af refusion")
_BATCH = 500
_FACTS = (
    "employment",
    "name",
    "unit_key",
    "centre_key",
    "first_date",
    "last_date",
    "kind",
    "code",
    "weekly_hours",
    "absence_hours",
    "hourly_wage_ore",
    "registered_date",
    "sends_notification",
    "is_gone",
)
_written = attrgetter(*_FACTS, *WORKED_OUT)


@dataclass(slots=True)
class _Work:
    """The cases by absence key, as they were and as they become."""

    today: date
    settings: SettingsHistory
    centres: Centres
    cases: dict[str, RefundCase]
    before: dict[str, tuple[object, ...]]
    # Cases of absences that ended in earlier years have been deleted for good.
    kept_from: int
    # Cases that payroll still has, but that can no longer be refunded.
    idle: list[RefundCase] = field(default_factory=list)


def recalculate(
    *, actor: Actor, today: date, now: datetime, progress: Callable[[int, int], object] | None = None
) -> Recalculation:
    """Work every case out anew, all or nothing, and return what came of it; doing it twice changes nothing.

    Cases are made, renewed, and marked gone when payroll has taken the absence back. NemRefusion's dates and what HR has written
    are kept. `progress` is told how many of how many cases are done.
    """
    require(actor, "refunds.recalculate", unit=WHOLE_HOUSE, now=now)
    with transaction.atomic():
        hold()
        work = _begun(today)
        found = _renewed(work, now)
        for done, row in enumerate(work.cases.values(), start=1):
            work_out(row, work.settings.on(row.first_date).rules, today)
            if progress and (done % _BATCH == 0 or done == len(work.cases)):
                progress(done, len(work.cases))
        changed = _save(work)
        _follow(found, work, now)
        made = _told(actor, work, changed, now)
    pictures.draw_trend(today)
    return made


def _begun(today: date) -> _Work:
    cases = {row.absence_key: row for row in RefundCase.objects.select_for_update().order_by("pk")}
    before = {key: _written(row) for key, row in cases.items()}
    settings = SettingsHistory()
    kept_from = kept_from_year(today, settings.on(today).kept_months)
    return _Work(today, settings, Centres(all_versions()), cases, before, kept_from)


def _renewed(work: _Work, now: datetime) -> tuple[Suspected, ...]:
    """Bring the rows' facts in line with payroll's and return what looks wrong among the absences."""
    facts = [
        (fact, terms_of(fact, work.settings.on(fact.first).rules))
        for fact in (_ended(one, work.today) for one in absence_facts(_READER, since=date.min, now=now))
        if is_looked_at(fact) and _is_kept(fact, work)
    ]
    found = suspected((spell_of(fact, terms.kind) for fact, terms in facts), agreements_in_force(), work.today)
    # A short absence that belongs with another, or to an agreement, is a case too: its refund hangs on it.
    named = {key for one in found for key in one.spells}
    for fact, terms in facts:
        row = work.cases.get(fact.key)
        if may_be_refunded(fact, terms.kind) or fact.key in named:
            work.cases[fact.key] = _filled(row or RefundCase(absence_key=fact.key), fact, terms, work)
        elif row is not None:
            work.idle.append(_filled(row, fact, terms, work))
    _mark_gone(work, {fact.key for fact, _terms in facts})
    return found


def _ended(fact: AbsenceFact, today: date) -> AbsenceFact:
    last = last_day(fact, today)
    return fact if last == fact.last else replace(fact, last=last)


def _is_kept(fact: AbsenceFact, work: _Work) -> bool:
    """Return False for what is so old that its case has been deleted for good, or never was."""
    return fact.last is None or fact.last.year >= work.kept_from or fact.key in work.cases


def _filled(row: RefundCase, fact: AbsenceFact, terms: Terms, work: _Work) -> RefundCase:
    # Who answers for it is where the person is now; the loss belongs to the centre where the absence began.
    row.employment, row.name, row.unit_key = fact.employment, fact.name, fact.latest_unit_key
    row.centre_key = work.centres.of(fact.unit_key, fact.first)
    row.first_date, row.last_date = fact.first, fact.last
    row.kind, row.code = terms.kind.value, fact.code
    row.weekly_hours, row.absence_hours = fact.weekly_hours, terms.absence_hours
    row.hourly_wage_ore = terms.hourly_wage_ore
    row.registered_date, row.sends_notification = fact.registered, fact.sends_notification
    row.is_gone = False
    return row


def _mark_gone(work: _Work, known: set[str]) -> None:
    """Mark what payroll has taken back; what payroll's facts have forgotten because its time was up is left as it was."""
    kept_from = absences_kept_from()
    for key, row in work.cases.items():
        forgotten = kept_from is not None and row.last_date is not None and row.last_date < kept_from
        if key not in known and not forgotten:
            row.is_gone = True


def _save(work: _Work) -> int:
    """Write what differs and return how many cases did."""
    removed = _drop_untouched(work.idle)
    for key in removed:
        del work.cases[key]
    differing = [row for key, row in work.cases.items() if work.before.get(key) != _written(row)]
    RefundCase.objects.bulk_create(
        differing,
        batch_size=_BATCH,
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=[*_FACTS, *WORKED_OUT, "calculated_date"],
    )
    RefundCase.objects.exclude(calculated_date=work.today).update(calculated_date=work.today)
    return len(differing) + len(removed)


def _drop_untouched(idle: Iterable[RefundCase]) -> set[str]:
    """Delete the cases that turned out to be no cases and that nobody has written anything about, and return their keys."""
    keys = [row.pk for row in idle]
    touched = [
        Exists(NemRefusionNotice.objects.filter(case=OuterRef("pk"))),
        Exists(ReminderRecord.objects.filter(case=OuterRef("pk"))),
        Exists(SuspicionRecord.objects.filter(case=OuterRef("pk"), let_be_at__isnull=False)),
    ]
    dropped: set[str] = set()
    for start in range(0, len(keys), _BATCH):
        rows = RefundCase.objects.filter(pk__in=keys[start : start + _BATCH], **_UNTOUCHED)
        for one in touched:
            rows = rows.exclude(one)
        dropped |= set(rows.values_list("absence_key", flat=True))
    for start in range(0, len(named := sorted(dropped)), _BATCH):
        RefundCase.objects.filter(absence_key__in=named[start : start + _BATCH]).delete()
    return dropped


_UNTOUCHED = {
    "standing": "unknown",
    "notified_date__isnull": True,
    "claimed_date__isnull": True,
    "set_cause": "",
    "set_year__isnull": True,
    "remark": "",
    "dispensation": "none",
    "settled_at__isnull": True,
    "acted_at__isnull": True,
}


def _follow(found: Iterable[Suspected], work: _Work, now: datetime) -> None:
    """Write down what looks wrong, and that which no longer does."""
    changes = suspecting.suspicion_changes(found, work.cases, now)
    SuspicionRecord.objects.bulk_create(changes.new, batch_size=_BATCH)
    SuspicionRecord.objects.bulk_update(changes.changed, ["gone_at", "sentence"], batch_size=_BATCH)
    for start in range(0, len(changes.ended), _BATCH):
        SuspicionRecord.objects.filter(pk__in=changes.ended[start : start + _BATCH]).update(gone_at=now)


def _told(actor: Actor, work: _Work, changed: int, now: datetime) -> Recalculation:
    made = Recalculation.objects.create(
        as_of_date=work.today,
        cases=len(work.cases),
        changed=changed,
        lost_ore=sum(row.lost_ore for row in work.cases.values()),
        calculated_by=actor.name,
        calculated_at=now,
    )
    record(
        actor=actor,
        event="refunds.recalculated",
        subject=Subject("recalculation", str(made.pk), "Refusionssagerne"),
        data={"cases": made.cases, "changed": made.changed, "as_of": work.today.isoformat()},
        now=now,
    )
    return made
