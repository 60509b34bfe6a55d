"""Entries that look wrong, before they cost anything: what to look at, never a verdict (docs/rules/refunds.md)."""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from raadhus.kernel.danish import short_date
from raadhus.kernel.danish_calendar import is_working_day
from raadhus.kernel.periods import Period
from raadhus.refunds.rules.cases import Kind

_LONG = timedelta(days=28)
_LONGEST_BREAK = 14
_DAY = timedelta(days=1)


class Suspicion(StrEnum):
    """What looks wrong; `label` is Danish."""

    AGREEMENT_NOT_USED = "agreement_not_used"
    GAP = "gap"
    SILENT_CODE = "silent_code"

    @property
    def label(self) -> str:
        """The Danish words shown on the screens."""
        return _LABELS[self]


_LABELS = {
    Suspicion.AGREEMENT_NOT_USED: "§ 56-aftale, men almindelig sygdom",
    Suspicion.GAP: "To fravær, der ligner ét",
    Suspicion.SILENT_CODE: "Kode, der ikke sender nogen anmeldelse",
}


@dataclass(frozen=True, slots=True)
class Spell:
    """One absence as payroll has it. `code` is payroll's own; `sends_notification` says what that code makes it do."""

    key: str
    employment: str
    first: date
    last: date | None
    kind: Kind
    code: str
    sends_notification: bool = True


@dataclass(frozen=True, slots=True)
class Suspected:
    """Something to look at: which spells (by key), what, and the Danish sentence that says why and what to do."""

    suspicion: Suspicion
    spells: tuple[str, ...]
    sentence: str


def suspected(spells: Iterable[Spell], agreements: Iterable[tuple[str, Period]], as_of: date) -> tuple[Suspected, ...]:
    """Return what looks wrong among the spells. `agreements` are approved section 56 agreements by employment."""
    periods: dict[str, list[Period]] = defaultdict(list)
    for employment, period in agreements:
        periods[employment].append(period)
    by_employment: dict[str, list[Spell]] = defaultdict(list)
    for spell in spells:
        by_employment[spell.employment].append(spell)
    found: list[Suspected] = []
    for employment in sorted(by_employment):
        own = sorted(by_employment[employment], key=lambda one: (one.first, one.key))
        found += _agreements(own, periods[employment])
        found += _gaps(own, as_of)
        found += _silent(own, as_of)
    return tuple(found)


def _agreements(spells: list[Spell], periods: list[Period]) -> Iterator[Suspected]:
    for spell in spells:
        if spell.kind is Kind.ORDINARY and any(spell.first in period for period in periods):
            yield Suspected(
                Suspicion.AGREEMENT_NOT_USED,
                (spell.key,),
                f"Fraværet fra {short_date(spell.first)} er kodet {spell.code}, men medarbejderen har en godkendt § 56-aftale. "
                "Er det samme sygdom, er de første 30 dage tabt, hvis koden ikke rettes.",
            )


def _gaps(spells: list[Spell], as_of: date) -> Iterator[Suspected]:
    """Yield pairs with no working day between them: the law's 30 days may have begun with the first.

    Only where the absences that hang together lasted so long that it matters; a sick Friday and Monday do not.
    """
    for chain in _chains(spells):
        lasted = (chain[-1].last or as_of) - chain[0].first
        if lasted < _LONG:
            continue
        for before, after in itertools.pairwise(chain):
            yield Suspected(
                Suspicion.GAP,
                (before.key, after.key),
                f"Mellem fraværet til {short_date(before.last or after.first)} og det fra {short_date(after.first)} er der ingen "
                "arbejdsdag. Er det ét fravær, begyndte arbejdsgiverperioden og fristen med det første.",
            )


def _chains(spells: list[Spell]) -> Iterator[list[Spell]]:
    """Yield the runs of spells without a working day between; those refunded from the first day have no 30 days to share."""
    chain: list[Spell] = []
    for spell in spells:
        if spell.kind.is_refunded_from_first_day:
            continue
        if chain and not _hangs_on(chain[-1], spell):
            yield chain
            chain = []
        chain.append(spell)
    if chain:
        yield chain


def _hangs_on(before: Spell, after: Spell) -> bool:
    if before.last is None or after.first <= before.last:
        return False
    days = (after.first - before.last).days
    # The longest time without a working day is some days around Christmas or Easter.
    return days <= _LONGEST_BREAK and not any(is_working_day(before.last + _DAY * place) for place in range(1, days))


def _silent(spells: list[Spell], as_of: date) -> Iterator[Suspected]:
    for spell in spells:
        lasted = (spell.last or as_of) - spell.first
        if not spell.sends_notification and lasted >= _LONG:
            yield Suspected(
                Suspicion.SILENT_CODE,
                (spell.key,),
                f"Fraværet fra {short_date(spell.first)} har koden {spell.code}, som ikke sender nogen anmeldelse, og har varet "
                f"{lasted.days + 1} dage. Skal det anmeldes, må koden rettes, eller anmeldelsen sendes i hånden.",
            )
