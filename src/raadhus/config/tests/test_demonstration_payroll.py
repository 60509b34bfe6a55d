"""The demonstration's payroll: invented, the same every time, and by the law's calculation it lost what a published table says."""

from datetime import date
from decimal import Decimal
from functools import cache

from raadhus.config.demonstration.payroll.files import absences_csv
from raadhus.config.demonstration.payroll.municipality import municipality
from raadhus.config.demonstration.payroll.sources import ABSENCES
from raadhus.core.workforce.rules.vocabulary import AbsenceKind
from raadhus.refunds.rules.cases import Absence, Cause, Kind, Settings
from raadhus.refunds.rules.causes import cause_of
from raadhus.refunds.rules.from_payroll import REFUNDED_KINDS
from raadhus.refunds.rules.ledger import Entry, centre_table
from raadhus.refunds.rules.loss import loss_of
from raadhus.refunds.rules.statement_year import statement_year

TODAY = date(2026, 3, 16)
SEED = {
    "SAC": (2, "Indberettet for sent", 52_583_22),
    "FDC": (8, "Indberettet for sent + 1 fejlindberetning", 192_202_99),
    "SOC": (2, "Indberettet for sent + 1 fejlindberetning", 41_531_95),
    "FKC": (1, "Indberettet for sent", 14_084_79),
    "DB": (1, "Indberettet for sent", 15_568_00),
    "UUC": (4, "Indberettet for sent", 62_769_85),
    "SPC": (4, "Indberettet for sent + 1 fejlindberetning", 118_029_00),
}
KINDS = {
    AbsenceKind.SICKNESS_SECTION_56: Kind.SECTION_56,
    AbsenceKind.PARTIAL_SICKNESS: Kind.PARTIAL,
}


@cache
def known():
    return municipality(TODAY)


@cache
def losses():
    """Return what each absence for own sickness lost, worked out from the records alone."""
    payroll = known()
    terms = {}
    for term in payroll.terms:
        terms.setdefault(term.employment, []).append(term)
    steps = {(step.employment, step.first): step for step in payroll.steps if not step.is_further}
    causes = {(one.employment, one.first): one.cause for one in payroll.remarks}
    found = []
    for spell in payroll.spells:
        if ABSENCES.codes[spell.code].kind in REFUNDED_KINDS:
            term = next(one for one in reversed(terms[spell.employment]) if one.start <= spell.first)
            key = spell.employment, spell.first
            found.append(loss_of(absence_of(spell, term, steps.get(key), causes.get(key, "")), Settings(), TODAY))
    return [loss for loss in found if loss.lost_ore]


def absence_of(spell, term, step, cause):
    newly = (spell.first - term.hired).days < 56
    kind = KINDS.get(ABSENCES.codes[spell.code].kind, Kind.NEWLY_EMPLOYED if newly else Kind.ORDINARY)
    return Absence(
        case_id=f"{spell.employment}|{spell.number}",
        unit=term.unit.partition("-")[0].upper(),
        first=spell.first,
        last=spell.last,
        weekly_hours=Decimal(term.hours) / 100,
        kind=Kind.FLEKSJOB if term.form == "fleksjob" else kind,
        registered=spell.registered,
        notified=step.notified if step else None,
        claimed=step.claimed if step else None,
        absence_hours=None if spell.away is None else Decimal(spell.away) / 100,
        cause=Cause(cause) if cause else None,
    )


def year_of(loss):
    return statement_year(loss, TODAY)


def entries():
    return [
        Entry(one.absence.case_id, one.absence.unit, year_of(one), cause_of(one, Settings()), one.lost_ore)
        for one in losses()
        if one.absence.last
    ]


def test_the_table_of_2024_comes_out_to_the_last_oere():
    table = centre_table(entries(), 2024, tuple(SEED))
    assert {row.centre: (row.cases, row.causes, row.lost_ore) for row in table.rows} == SEED
    assert (table.cases, table.lost_ore, table.wrong_cases) == (22, 496_769_80, 3)
    assert (round(table.wrong_ore, -2), round(table.late_ore, -2)) == (137_014_00, 359_756_00)


def test_the_table_of_2024_does_not_depend_on_the_day_it_is_looked_at():
    lost = {one.absence.case_id: one.lost_ore for one in losses() if one.absence.last and year_of(one) == 2024}
    payroll = municipality(date(2025, 2, 1), with_staff=False)
    assert {f"{one.employment}|{one.number}" for one in payroll.spells} >= set(lost)


def test_one_wrong_entry_was_never_sent_and_the_days_of_db_are_those_of_the_year_before():
    wrong = [one for one in losses() if one.absence.cause is Cause.WRONG_ENTRY and year_of(one) == 2024]
    assert [one.absence.notified for one in wrong].count(None) == 1
    (found,) = [one for one in losses() if one.absence.unit == "DB" and one.absence.last]
    assert (found.hours, {one.rate_ore for one in found.stretches}) == (Decimal("126.6"), {12297})
    assert (found.absence.last.year, found.absence.notified.year) == (2023, 2024)


def test_it_is_the_same_every_time_and_only_what_has_happened():
    once, again = (municipality(date(2019, 2, 1)).spells for _ in range(2))
    assert absences_csv(once) == absences_csv(again)
    payroll = known()
    assert max(spell.first for spell in payroll.spells) <= TODAY
    assert all(spell.last is None or spell.last <= TODAY for spell in payroll.spells)


def test_other_years_lost_less_so_that_there_is_a_trend():
    lost = {}
    for entry in entries():
        lost[entry.year] = lost.get(entry.year, 0) + entry.lost_ore
    assert set(lost) == {2023, 2024, 2025, 2026}
    assert max(lost, key=lost.get) == 2024
