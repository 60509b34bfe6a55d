"""What is about to be lost and who can stop it: each open absence by the days that are left (docs/rules/refunds.md)."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from raadhus.kernel.danish import short_date
from raadhus.kernel.periods import months_before
from raadhus.kernel.sources import rule
from raadhus.refunds.rules.cases import Absence, Settings
from raadhus.refunds.rules.deadlines import (
    CLAIM_MONTHS,
    SECTION_40,
    SECTION_59,
    is_short,
    may_be_dispensed,
    notification_deadline,
    refunded_from,
)
from raadhus.refunds.rules.loss import Loss, loss_of

# How far ahead "what happens if nobody acts" looks, and how near a claim's deadline must be to be told.
AHEAD = timedelta(days=30)
CLAIM_ALARM = timedelta(days=14)
_HR_DAYS = 3


class Next(StrEnum):
    """The step that is missing; `label` is Danish."""

    NOTIFY = "notify"
    CLAIM = "claim"
    NOTHING = "nothing"

    @property
    def label(self) -> str:
        """The Danish words shown on the screens."""
        return _NEXT_LABELS[self]


class Level(StrEnum):
    """How urgent it is, in rising order; `label` is Danish."""

    QUIET = "quiet"
    ALARM = "alarm"
    LATE = "late"

    @property
    def label(self) -> str:
        """The Danish words shown on the screens."""
        return _LEVEL_LABELS[self]


class Recipient(StrEnum):
    """Who is told; `label` is Danish."""

    LEADER = "leader"
    HR = "hr"
    CENTRE_HEAD = "centre_head"

    @property
    def label(self) -> str:
        """The Danish words shown on the screens."""
        return _RECIPIENT_LABELS[self]


_NEXT_LABELS = {Next.NOTIFY: "Anmeld i NemRefusion", Next.CLAIM: "Anmod om refusion", Next.NOTHING: "Intet mangler"}
_LEVEL_LABELS = {Level.QUIET: "I ro", Level.ALARM: "Haster", Level.LATE: "Fristen er overskredet"}
_RECIPIENT_LABELS = {Recipient.LEADER: "Leder", Recipient.HR: "HR", Recipient.CENTRE_HEAD: "Centerchef"}


@dataclass(frozen=True, slots=True)
class Watch:
    """One absence as it stands on a day.

    `day_number` counts from 1 on the first day of absence. `deadline` is the last day in time, None when nothing is missing.
    `lost_ore` is lost already; `at_risk_ore` is what more is lost when nobody acts for thirty days.
    """

    absence: Absence
    day_number: int
    next: Next
    deadline: date | None
    level: Level
    lost_ore: int
    at_risk_ore: int

    def days_left(self, as_of: date) -> int | None:
        """Return the days from `as_of` to the deadline, negative when it has passed."""
        return None if self.deadline is None else (self.deadline - as_of).days


def watch(absence: Absence, settings: Settings, as_of: date, lost: Loss | None = None) -> Watch:
    """Return how the absence stands on `as_of`; `lost` is its loss on that day, where it has been told already."""
    missing, deadline = _missing(absence, settings, as_of)
    return Watch(
        absence=absence,
        day_number=(as_of - absence.first).days + 1,
        next=missing,
        deadline=deadline,
        level=_level(missing, deadline, absence, settings, as_of),
        lost_ore=(lost or loss_of(absence, settings, as_of)).lost_ore,
        at_risk_ore=_at_risk(absence, missing, settings, as_of),
    )


@rule(SECTION_40, SECTION_59)
def _missing(absence: Absence, settings: Settings, as_of: date) -> tuple[Next, date | None]:
    """Return the next step and the last day in time for it."""
    start = refunded_from(absence)
    if absence.is_refused or _is_over(absence, start, as_of):
        return Next.NOTHING, None
    if absence.notified is None and not is_short(absence):
        return Next.NOTIFY, notification_deadline(absence.first, settings)
    if absence.claimed is None:
        return Next.CLAIM, months_after(start, CLAIM_MONTHS)
    newest = absence.latest_claim or absence.claimed
    if absence.last is not None and absence.last < newest:
        return Next.NOTHING, None
    return Next.CLAIM, months_after(newest, CLAIM_MONTHS)


def _is_over(absence: Absence, start: date, as_of: date) -> bool:
    """Return True when no step can win anything more: it ended before there was a refund, or too long ago to claim or be dispensed."""
    if absence.last is None:
        return False
    reach = months_before(as_of, CLAIM_MONTHS)
    return absence.last < start or (absence.last < reach and not may_be_dispensed(absence, as_of))


def months_after(day: date, months: int) -> date:
    """Return the same day some calendar months later, or that month's last."""
    return months_before(day, -months)


def _level(missing: Next, deadline: date | None, absence: Absence, settings: Settings, as_of: date) -> Level:
    return level_of(missing, deadline, absence.first, settings.alarm_days, as_of)


def level_of(missing: Next, deadline: date | None, first: date, alarm_days: int, as_of: date) -> Level:
    """Return how urgent a step is on a day, of an absence whose first day was `first`."""
    if deadline is None:
        return Level.QUIET
    if as_of > deadline:
        return Level.LATE
    alarm = first + timedelta(days=alarm_days) if missing is Next.NOTIFY else deadline - CLAIM_ALARM
    return Level.ALARM if as_of >= alarm else Level.QUIET


def _at_risk(absence: Absence, missing: Next, settings: Settings, as_of: date) -> int:
    """Return what is lost by taking the missing step thirty days from now instead of today, while the absence goes on."""
    # After the first claim the following are taken to be in time (an assumption of the settings).
    if missing is Next.NOTHING or (missing is Next.CLAIM and absence.claimed):
        return 0
    later = as_of + AHEAD
    in_time, waited = (_acted(absence, missing, day) for day in (as_of, later))
    return max(0, loss_of(waited, settings, later).lost_ore - loss_of(in_time, settings, later).lost_ore)


def _acted(absence: Absence, missing: Next, day: date) -> Absence:
    if missing is Next.NOTIFY:
        return replace(absence, notified=max(day, absence.first), claimed=absence.claimed or day)
    return replace(absence, claimed=day, notified=absence.notified or day)


def told(level: Level, deadline: date | None, as_of: date) -> tuple[Recipient, ...]:
    """Return who is told of a step today: the leader from the alarm on, HR when three days are left, the centre head when it is late."""
    if level is Level.QUIET or deadline is None:
        return ()
    names = [Recipient.LEADER]
    if (deadline - as_of).days <= _HR_DAYS:
        names.append(Recipient.HR)
    if level is Level.LATE:
        names.append(Recipient.CENTRE_HEAD)
    return tuple(names)


def advice(step: Next, deadline: date | None, level: Level, *, is_registered: bool) -> str:
    """Return the Danish sentence that says what to do about a step and by when; empty when nothing is missing."""
    if deadline is None or step is Next.NOTHING:
        return ""
    day = short_date(deadline)
    if level is Level.LATE:
        return _late_advice(step, day, is_registered=is_registered)
    if step is Next.NOTIFY and not is_registered:
        return f"Registrér fraværet i lønsystemet i dag, så HR kan anmelde det senest {day}."
    if step is Next.NOTIFY:
        return f"Anmeldelsen skal være underskrevet i NemRefusion senest {day}."
    return f"Anmod om refusion senest {day}; en anmodning rækker kun {CLAIM_MONTHS} måneder tilbage."


def _late_advice(step: Next, day: str, *, is_registered: bool) -> str:
    if step is Next.CLAIM:
        return f"Anmod i dag. Fristen var {day}, og en anmodning rækker kun {CLAIM_MONTHS} måneder tilbage."
    first = (
        "Anmeld i NemRefusion i dag"
        if is_registered
        else "Registrér fraværet i lønsystemet i dag, og bed HR anmelde det"
    )
    return f"{first}. Fristen var {day}, og refusionen begynder først den dag, der anmeldes."
