"""HR's cases: found, looked at with a trace, changed with a reason, settled and opened again."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from tests.cast import NOW

from raadhus.core.access.public import grant_role
from raadhus.core.audit.models import Entry
from raadhus.kernel.actors import system
from raadhus.kernel.errors import Conflict, NotAllowed, NotFound, WrongInput
from raadhus.kernel.roles import Role
from raadhus.refunds.actions import cases as actions
from raadhus.refunds.actions.recalculating import recalculate
from raadhus.refunds.models import Agreement, RefundCase, SuspicionRecord
from raadhus.refunds.queries.cases import Asked, State, cases
from raadhus.refunds.queries.detail import case
from raadhus.refunds.queries.visibility import NoSuchCase
from raadhus.refunds.rules.cases import Cause
from raadhus.refunds.rules.changing import Written
from raadhus.refunds.rules.following import Dispensation, Ground, Standing

TODAY = date(2026, 3, 16)
LATE = Written(standing=Standing.CLAIMED, notified=date(2026, 2, 10), claimed=date(2026, 2, 20))


@pytest.fixture
def loaded(house, payroll):
    """One late case that has ended, one that goes on elsewhere, both worked out."""
    payroll.absence(date(2025, 12, 1), date(2026, 2, 27))
    payroll.employs("E2", unit="fdc", name="Fie Fnug")
    payroll.absence(date(2026, 2, 2), employment="E2", kind="sickness_section_56", code="525")
    recalculate(actor=house[Role.HR], today=TODAY, now=NOW)
    return {row.employment: str(row.pk) for row in RefundCase.objects.all()}


def change(house, key, reason="Set i NemRefusion", **change):
    return actions.change_case(actor=house[Role.HR], key=key, written=replace(LATE, **change), reason=reason, now=NOW)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (Asked(), ["E1", "E2"]),
        (Asked(text="fnug"), ["E2"]),
        (Asked(centre="sac"), ["E1"]),
        (Asked(unit="fdc"), ["E2"]),
        (Asked(state=State.OPEN), ["E1", "E2"]),
        (Asked(state=State.LOST), []),
        (Asked(state=State.GONE), []),
        (Asked(sort="first", descending=True), ["E2", "E1"]),
    ],
)
def test_the_list_is_narrowed_and_ordered(house, loaded, asked, found):
    assert [one.employment for one in cases(house[Role.HR], asked, NOW)[:]] == found


def test_the_list_and_the_case_leave_a_trace_and_are_for_hr(house, loaded):
    cases(house[Role.AUDITOR], Asked(), NOW)
    case(house[Role.HR], loaded["E1"], NOW)
    looked = Entry.objects.filter(event="access.looked_up", actor_key__in=("rita-ravn", "hanne-hassel"))
    assert looked.filter(subject_kind="refund_case", subject_key=loaded["E1"]).count() == 1
    assert looked.filter(subject_kind="refund_cases").count() == 1
    for role in (Role.CENTRE_HEAD, Role.CHIEF_EXECUTIVE, Role.EMPLOYEE):
        with pytest.raises(NotAllowed):
            cases(house[role], Asked(), NOW)


def test_hr_of_a_unit_sees_and_changes_only_its_cases(house, loaded):
    grant_role(
        actor=system("t", "T"), person_key="mette-mose", role=Role.HR, unit="fdc", start=TODAY, end=None, now=NOW
    )
    viewer = house[Role.EMPLOYEE]
    assert [one.employment for one in cases(viewer, Asked(), NOW)[:]] == ["E2"]
    with pytest.raises(NoSuchCase):
        case(viewer, loaded["E1"], NOW)
    with pytest.raises(NoSuchCase):
        actions.settle_case(actor=viewer, key=loaded["E1"], now=NOW)


def test_dates_by_hand_are_worked_out_at_once_and_stand_in_the_trail(house, loaded):
    row = change(house, loaded["E1"])
    assert (row.lost_days, row.cause, row.year, row.days_late) == (29, Cause.HR_LATE, 2026, 36)
    entry = Entry.objects.get(event="refunds.case_changed")
    assert "Set i NemRefusion" in entry.data
    assert "E1" in entry.subject_label
    assert [one.employment for one in cases(house[Role.HR], Asked(state=State.LOST), NOW)[:]] == ["E1"]


def test_the_detail_tells_every_step(house, loaded):
    change(house, loaded["E1"])
    found = case(house[Role.HR], loaded["E1"], NOW)
    assert sum("7,4 t x" in step for step in found.steps) == 29
    assert "05.01.2026" in found.saved_by
    assert found.assumptions
    assert [entry.sentence for entry in found.trail if "rettede" in entry.sentence]


def test_a_change_without_a_reason_or_that_cannot_hold_is_refused(house, loaded):
    with pytest.raises(WrongInput, match="begrundelse"):
        change(house, loaded["E1"], reason=" ")
    with pytest.raises(WrongInput, match="før anmeldelsen"):
        change(house, loaded["E1"], claimed=date(2026, 2, 9))
    assert RefundCase.objects.get(pk=loaded["E1"]).notified_date is None


def test_the_same_again_changes_nothing_and_leaves_no_line(house, loaded):
    change(house, loaded["E1"])
    change(house, loaded["E1"], reason="")
    assert Entry.objects.filter(event="refunds.case_changed").count() == 1


def test_what_is_dispensed_does_not_count_as_lost(house, loaded):
    row = change(house, loaded["E1"], dispensation=Dispensation.GRANTED, ground=Ground.OUTAGE)
    assert (row.lost_ore > 0, row.counts) == (True, False)
    assert not len(cases(house[Role.HR], Asked(state=State.LOST), NOW))


def test_a_case_is_settled_once_and_opened_with_a_reason(house, loaded):
    hr = house[Role.HR]
    assert actions.settle_case(actor=hr, key=loaded["E1"], now=NOW).is_open is False
    with pytest.raises(Conflict):
        actions.settle_case(actor=hr, key=loaded["E1"], now=NOW)
    with pytest.raises(Conflict, match="ikke slut"):
        actions.settle_case(actor=hr, key=loaded["E2"], now=NOW)
    assert [one.employment for one in cases(hr, Asked(state=State.SETTLED), NOW)[:]] == ["E1"]
    assert actions.reopen_case(actor=hr, key=loaded["E1"], reason="Ny oplysning", now=NOW).is_open
    with pytest.raises(Conflict):
        actions.reopen_case(actor=hr, key=loaded["E1"], reason="Igen", now=NOW)


def test_a_suspicion_is_let_be_once_with_a_reason(house, loaded):
    Agreement.objects.create(
        employment="E1", start_date=date(2025, 1, 1), end_date=date(2027, 1, 1), set_by="hr", set_at=NOW
    )
    recalculate(actor=house[Role.HR], today=TODAY, now=NOW)
    key = str(SuspicionRecord.objects.get().pk)
    actions.let_be(actor=house[Role.HR], key=key, reason="Anden sygdom", now=NOW)
    with pytest.raises(Conflict, match="Anden sygdom"):
        actions.let_be(actor=house[Role.HR], key=key, reason="Igen", now=NOW)
    (shown,) = case(house[Role.HR], loaded["E1"], NOW).suspicions
    assert (shown.let_be_by, shown.let_be_reason) == ("Hanne Hassel", "Anden sygdom")


@pytest.mark.parametrize("key", ["", "nej", "00000000-0000-0000-0000-000000000000"])
def test_what_is_not_there_is_not_found(house, loaded, key):
    for ask in (
        lambda: case(house[Role.HR], key, NOW),
        lambda: actions.let_be(actor=house[Role.HR], key=key, reason="x", now=NOW),
    ):
        with pytest.raises(NotFound):
            ask()


def test_the_auditor_reads_and_changes_nothing(house, loaded):
    with pytest.raises(NotAllowed):
        actions.change_case(actor=house[Role.AUDITOR], key=loaded["E1"], written=LATE, reason="x", now=NOW)


def test_a_clock_at_night_is_the_day_in_denmark(house, loaded):
    late = datetime(2026, 3, 16, 23, 30, tzinfo=ZoneInfo("UTC"))
    assert case(house[Role.HR], loaded["E2"], late).as_of == date(2026, 3, 17)
