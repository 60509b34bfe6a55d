"""What the demonstration's payroll knows, and the same as it was known on a day."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

# The history tells of 2019 and on; the months before are there so that 2019 has a November to be counted from.
BEGINNING = date(2018, 11, 1)


@dataclass(frozen=True, slots=True)
class Term:
    """One stretch of an employment on the same terms; `last` is its last day, None while it goes on. Hours are hundredths a week."""

    employment: str
    person: str
    name: str
    unit: str
    start: date
    last: date | None
    hours: int
    form: str
    job_code: str
    job: str
    agreement: str
    hired: date
    born: date
    gender: str
    monthly_ore: int
    leave_reason: str = ""


@dataclass(frozen=True, slots=True)
class Spell:
    """One absence. `told_first` and `told_code` are what payroll said before it was put right; `away` is hundredths of hours a week."""

    employment: str
    number: str
    first: date
    last: date | None
    code: str
    registered: date | None
    away: int | None = None
    told_first: date | None = None
    told_code: str = ""

    @property
    def is_put_right(self) -> bool:
        """True when payroll said something else at first."""
        return self.told_first is not None or bool(self.told_code)

    @property
    def at_first(self) -> "Spell":
        """The absence as payroll told it at first."""
        return replace(
            self, first=self.told_first or self.first, code=self.told_code or self.code, told_first=None, told_code=""
        )


@dataclass(frozen=True, slots=True)
class Step:
    """When the notification and a claim of an absence were signed in NemRefusion; None when that has not happened.

    A long absence is claimed several times; those after the first are further claims.
    """

    employment: str
    first: date
    notified: date | None
    claimed: date | None
    is_further: bool = False


@dataclass(frozen=True, slots=True)
class Approved:
    """A section 56 agreement of an employment, for two years from a day."""

    employment: str
    start: date


@dataclass(frozen=True, slots=True)
class Remarked:
    """What HR wrote about an absence: the cause that the dates do not tell, or that the leader has acted."""

    employment: str
    first: date
    cause: str = ""
    remark: str = ""
    acted: bool = False


@dataclass(slots=True)
class Payroll:
    """Everything payroll and NemRefusion know of the municipality, and what HR wrote about it."""

    terms: list[Term] = field(default_factory=list)
    spells: list[Spell] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    agreements: list[Approved] = field(default_factory=list)
    remarks: list[Remarked] = field(default_factory=list)

    def add(self, other: "Payroll") -> None:
        """Take in what another part knows."""
        self.terms += other.terms
        self.spells += other.spells
        self.steps += other.steps
        self.agreements += other.agreements
        self.remarks += other.remarks


def as_known(payroll: Payroll, today: date) -> Payroll:
    """Return what is known on a day: what has not happened yet is left out, what has not ended goes on."""
    known = [spell for spell in payroll.spells if spell.first <= today]
    return Payroll(
        terms=[_open(term, today) for term in payroll.terms if term.start <= today],
        spells=[
            replace(spell, last=_past(spell.last, today), registered=_past(spell.registered, today)) for spell in known
        ],
        steps=list(_steps(payroll, today)),
        agreements=[one for one in payroll.agreements if one.start <= today],
        remarks=[one for one in payroll.remarks if one.first <= today],
    )


def _open(term: Term, today: date) -> Term:
    return term if term.last is None or term.last <= today else replace(term, last=None, leave_reason="")


def _steps(payroll: Payroll, today: date) -> Iterator[Step]:
    for step in payroll.steps:
        known = replace(step, notified=_past(step.notified, today), claimed=_past(step.claimed, today))
        if known.claimed or (known.notified and not step.is_further):
            yield known


def _past(day: date | None, today: date) -> date | None:
    return day if day is not None and day <= today else None
