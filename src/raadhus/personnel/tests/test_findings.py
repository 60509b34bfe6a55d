"""HR may say that something is right although it looks wrong, with a reason; what can never be right cannot be accepted."""

import json
from datetime import date, datetime

import pytest
from click.testing import CliRunner
from django.utils import timezone
from django.utils.timezone import make_aware

from raadhus.config.cli import main
from raadhus.core.audit.models import Entry
from raadhus.kernel.errors import Conflict, NotFound, WrongInput
from raadhus.kernel.roles import Role
from raadhus.personnel.actions import accepting, releasing
from raadhus.personnel.actions.accepting import accept_finding, refuse_finding_again
from raadhus.personnel.actions.forgetting import _forget_findings, forget_figures
from raadhus.personnel.actions.releasing import release_figures
from raadhus.personnel.batch import laying_out, running
from raadhus.personnel.models import FindingAcceptance, Release
from raadhus.personnel.rules.checks.accepting import stopping
from raadhus.personnel.rules.disclosure.lattice import Step, Term
from raadhus.personnel.tests.made_payroll import payroll
from raadhus.personnel.tests.test_plausibility import ILL, STAFF, UNITS, absence, but, check, term

MARCH = [date(2024, 3, 1)]
AGAIN = [row._replace(employment=f"x{row.employment}", start=MARCH[0], end=date(2024, 4, 1)) for row in STAFF]
REASON = "Udbetaling af opsparet ferie efter en aftale"


def small_and_ill():
    units = UNITS | {"vej": UNITS["skole"]}
    ill = [absence(200 + number, date(2024, 5, 31), date(2024, 6, 28)) for number in range(5)]
    return check([term(200 + number, "vej") for number in range(5)], ill, units=units)


@pytest.mark.parametrize(
    ("found", "may"),
    [
        (lambda: check([term(70, monthly_ore=400_000_00)]), True),
        (lambda: check([term(70, monthly_ore=1_000_000_00)]), False),
        (lambda: check([STAFF[3]]), False),
        (lambda: check([term(70, "gamle")]), False),
        (lambda: check([term(100 + number, start=date(2026, 3, 2)) for number in range(9)]), False),
        (lambda: check([term(70, weekly_hours=168_01)]), False),
        (lambda: check([term(70, born=date(2026, 1, 1))]), False),
        (lambda: check(also=[*STAFF[24:], *STAFF[1:24:2], *but(MARCH, STAFF[:24:2])]), True),
        (lambda: check(also=but(MARCH)), False),
        (lambda: check(AGAIN[:30]), True),
        (lambda: check(AGAIN), False),
        (lambda: check(ill=[one for one in ILL if one.first.month != 10]), False),
        (lambda: check(also=[*STAFF[::2], *but(MARCH, STAFF[1::2])])[1:], True),
        (small_and_ill, True),
    ],
)
def test_what_may_be_right_in_reality_may_be_accepted_and_nothing_else(found, may):
    first = next(one for one in found() if one.severity == "stops")
    assert first.may_be_right is may
    assert bool(stopping([first], {first.state})) is not may
    assert stopping([first], {"another state"})


def test_a_list_that_was_cut_is_not_accepted_as_one():
    found = check([term(300 + number, monthly_ore=400_000_00) for number in range(30)])
    assert [one.may_be_right for one in found] == [True] * 25 + [False]


@pytest.fixture
def publish(settings, tmp_path, monkeypatch, db, house):
    """Release one month of a payroll in which one employment gets as much as is given."""
    settings.PERSONNEL_FOLDER = tmp_path / "personnel"
    monkeypatch.setattr(running, "run_controls", lambda: ())
    monkeypatch.setattr(accepting, "payroll_known_to", lambda: date(2025, 1, 31))
    monkeypatch.setattr(laying_out, "terms_wanted", lambda *_: (Term(2025, Step.MONTH, 1),))

    def once(kroner):
        told = payroll(date(2025, 1, 31), people={"skole-a": 12, "skole-b": 9})
        told.terms[0] = told.terms[0]._replace(monthly_ore=kroner * 100)
        monkeypatch.setattr(releasing, "read_payroll", lambda _reader, now: told)  # noqa: ARG005 - as it is called
        moment = make_aware(datetime(2025, 2, 3, 8, 0))  # noqa: DTZ001 - made aware
        return release_figures(actor=house[Role.HR], today=date(2025, 2, 3), now=moment).release

    return once


def refused(publish, kroner):
    with pytest.raises(WrongInput):
        publish(kroner)
    newest = Release.objects.filter(state="refused").order_by("-finished_at").first()
    return next(one["state"] for one in newest.findings if one["severity"] == "stops")


def test_a_release_rests_on_what_was_accepted_and_on_no_other_figure(publish, house, now):
    state, hr = refused(publish, 400_000), house[Role.HR]
    accept_finding(actor=hr, state=state, reason=REASON, now=now)
    assert refused(publish, 410_000) != state
    made = publish(400_000)
    assert made.manifest["made_of"]["accepted"] == [{"check": "pay", "label": "Løn i øre", "count": 1}]
    assert REASON not in json.dumps(made.manifest)
    row = FindingAcceptance.objects.get()
    assert (row.release, row.reason, row.known_to_date) == (made, REASON, date(2025, 1, 31))
    with pytest.raises(Conflict, match="bygger på"):
        refuse_finding_again(actor=hr, state=state, now=now)


def test_an_acceptance_has_a_reason_without_names_and_can_be_taken_back(publish, house, now):
    state, hr = refused(publish, 400_000), house[Role.HR]
    for reason, said in (("  ", "Skriv, hvorfor"), ("Aftalt med 010203-1234", "CPR"), ("a@b.example", "mail")):
        with pytest.raises(WrongInput, match=said):
            accept_finding(actor=hr, state=state, reason=reason, now=now)
    row = accept_finding(actor=hr, state=state, reason=REASON, now=now)
    with pytest.raises(Conflict):
        accept_finding(actor=hr, state=state, reason=REASON, now=now)
    refuse_finding_again(actor=hr, state=state, now=now)
    assert refused(publish, 400_000) == state
    accept_finding(actor=hr, state=state, reason=REASON, now=now)
    with pytest.raises(NotFound):
        accept_finding(actor=hr, state="0" * 32, reason=REASON, now=now)
    with pytest.raises(WrongInput, match="kan ikke godtages"):
        accept_finding(actor=hr, state=refused(publish, 4_000_000), reason=REASON, now=now)
    assert set(Entry.objects.filter(subject_key=str(row.pk)).values_list("event", flat=True)) == {
        "personnel.finding_accepted",
        "personnel.finding_refused_again",
    }


@pytest.fixture
def stopped(released, now):
    """A try that stopped on the pay of one and on a file from next year."""
    shown = {"where": "e7", "day": "2025-01-01", "count": 1, "severity": "stops"}
    pay = {**shown, "state": "a" * 32, "check": "pay", "sentence": "Ansættelse e7 får 400.000 kr.", "may_accept": True}
    late = {**shown, "state": "b" * 32, "check": "future", "sentence": "Filen er fra et andet år.", "may_accept": False}
    times = {"started_at": now, "finished_at": timezone.now()}
    return Release.objects.create(state="refused", findings=[pay, late], started_by="HR", **times)


def test_hr_sees_accepts_and_takes_back_and_nobody_else_does(stopped, cast, client_of):
    hr, place = client_of(Role.HR), "/personale/udgivelser/fund/"
    for role in (Role.ADMINISTRATOR, Role.AUDITOR, Role.UNIT_LEADER):
        assert client_of(role).get(place).status_code in {403, 404}
        assert client_of(role).post(f"{place}{'a' * 32}/godtag/", {"reason": REASON}).status_code in {403, 404}
    assert "Kan ikke godtages" in hr.get(place).content.decode()
    assert hr.post(f"{place}{'b' * 32}/godtag/", {"reason": REASON}).status_code == 400
    assert hr.post(f"{place}{'a' * 32}/godtag/", {"reason": REASON}).status_code == 302
    assert REASON in hr.get(place).content.decode()
    told = hr.get(f"{place}?standing=accepted&export=csv").content.decode("utf-8-sig")
    assert ("400.000 kr." in told, REASON in told, "andet år" in told) == (True, True, False)
    hr.post(f"{place}{'a' * 32}/fortryd/")
    assert not FindingAcceptance.objects.filter(undone_at=None).exists()


def test_the_api_and_the_command_do_the_same(stopped, cast, client_of, monkeypatch):
    hr, place = client_of(Role.HR), "/api/personnel/findings"
    give = {"data": {"reason": REASON}, "content_type": "application/json"}
    assert hr.post(f"{place}/{'a' * 32}/accept", **give).status_code == 204
    assert [one["standing"] for one in hr.get(place).json()] == ["accepted", "stops"]
    assert hr.post(f"{place}/{'a' * 32}/undo").status_code == 204
    monkeypatch.setenv("RAADHUS_ACTOR", cast[Role.HR].key)
    assert CliRunner().invoke(main, ["personnel", "accept", "a" * 32, "--reason", REASON]).exit_code == 0
    told = CliRunner().invoke(main, ["personnel", "findings", "--json"])
    assert told.exit_code == 0, told.output + repr(told.exception)
    assert json.loads(told.stdout)["stopping"] == 1
    assert CliRunner().invoke(main, ["personnel", "accept", "a" * 32, "--undo"]).exit_code == 0


def test_what_was_found_goes_with_payrolls_records_and_with_the_next_try(stopped, cast, settings, tmp_path, now):
    settings.PERSONNEL_FOLDER = tmp_path / "personnel"
    accept_finding(actor=cast[Role.HR], state="a" * 32, reason=REASON, now=now)
    forget_figures(actor=cast[Role.HR], today=date(2026, 3, 16), now=now)
    assert len(Release.objects.get(pk=stopped.pk).findings) == 2
    Release.objects.create(state="refused", started_by="HR", started_at=now, finished_at=timezone.now())
    forget_figures(actor=cast[Role.HR], today=date(2026, 3, 16), now=now)
    assert Release.objects.get(pk=stopped.pk).findings == []
    assert FindingAcceptance.objects.get().where == "e7"
    _forget_findings(date(2026, 1, 1))
    assert (FindingAcceptance.objects.get().where, FindingAcceptance.objects.get().reason) == ("", "")
