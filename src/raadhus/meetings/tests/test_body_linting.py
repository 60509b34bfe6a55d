"""A body sets the linter, and what was let be in a case is let be when its agenda is sent and at the gate."""

import pytest
from django.urls import reverse

from raadhus.core.documents.text import Paragraph, blocks_to_json
from raadhus.kernel.errors import NotAllowed, NotFound, WrongInput
from raadhus.kernel.roles import Role
from raadhus.meetings.actions.body_linting import change_body_linting
from raadhus.meetings.actions.planning import plan_draft
from raadhus.meetings.actions.sending import send_agenda
from raadhus.meetings.actions.suppressing import let_be_at_the_gate, suppress_finding
from raadhus.meetings.models import Body, DraftSection, Meeting, Sitting
from raadhus.meetings.queries.agenda_state import agenda_state
from raadhus.meetings.queries.draft_findings import draft_findings
from raadhus.meetings.queries.gate_language import language
from raadhus.meetings.queries.gate_subject import GateSubject
from raadhus.meetings.rules.body_linting import checked_settings, settings_from
from raadhus.meetings.rules.drafts import DraftState
from raadhus.meetings.rules.lint import BY_CODE, Severity
from raadhus.meetings.rules.profiles import Profile
from raadhus.meetings.tests.sitting_stage import make_body, make_draft, make_sitting

WRONG_DAY = "Sagen drøftes tirsdag den 2. juni 2025."


@pytest.fixture
def draft(cast, now):
    """A case with a wrong weekday in it, on an agenda."""
    make_body()
    made = make_draft(cast[Role.EMPLOYEE], now, state=DraftState.APPROVED)
    DraftSection.objects.filter(draft=made, position=1).update(blocks=blocks_to_json([Paragraph(WRONG_DAY)]))
    plan_draft(actor=cast[Role.SECRETARY], draft_id=made, sitting_id=make_sitting(cast[Role.SECRETARY], now), now=now)
    return made


@pytest.fixture
def choose(cast, now):
    def chosen(abbreviations="", by=Role.SECRETARY, **choices):
        rules = {code.replace("_", "-"): value for code, value in choices.items()}
        change_body_linting(actor=cast[by], key="direktionen", choices=rules, abbreviations=abbreviations, now=now)

    return chosen


@pytest.fixture
def sent(draft, cast, now):
    """The agenda as a document at the gate."""
    send_agenda(actor=cast[Role.SECRETARY], sitting_id=Sitting.objects.get().pk, accept_warnings=True, now=now)
    return lambda: language(GateSubject(Meeting.objects.get()))


def warnings():
    return [str(one.message.values) for one in agenda_state(Sitting.objects.get()).findings if one.place is not None]


def test_a_body_lets_a_rule_be_everywhere(draft, choose, cast, now, sent):
    assert [one.code for one in sent().findings] == ["weekday-wrong"]
    assert warnings()
    choose(weekday_wrong="off")
    found = draft_findings(viewer=cast[Role.EMPLOYEE], draft_id=draft, now=now)
    assert "weekday-wrong" not in [one.code for every in found.by_place.values() for one in every]
    assert (warnings(), sent().findings) == ([], ())


def test_a_body_makes_an_error_a_warning(choose, sent):
    choose(weekday_wrong="warning")
    assert sent().findings == ()
    assert "weekday-wrong" in [one.code for one in sent().notes]
    assert warnings() == []


def test_what_an_author_let_be_is_shown_with_the_reason(draft, cast, now):
    given = {"code": "weekday-wrong", "reason": "Det er et citat"}
    suppress_finding(actor=cast[Role.SECRETARY], draft_id=draft, now=now, **given)
    assert warnings() == []
    send_agenda(actor=cast[Role.SECRETARY], sitting_id=Sitting.objects.get().pk, accept_warnings=True, now=now)
    check = language(GateSubject(Meeting.objects.get()))
    assert check.findings == ()
    assert "Ladt være: Det er et citat (Signe Sand)" in check.let_be[0].message


def test_a_finding_is_let_be_at_the_gate_also_when_the_case_is_closed_for_writing(sent, cast, now):
    Sitting.objects.update(state="signed")
    given = {"meeting_id": Meeting.objects.get().pk, "item_number": "1", "code": "weekday-wrong", "now": now}
    with pytest.raises(WrongInput):
        let_be_at_the_gate(actor=cast[Role.SECRETARY], reason=" ", **given)
    with pytest.raises(NotAllowed):
        let_be_at_the_gate(actor=cast[Role.EMPLOYEE], reason="Citat", **given)
    let_be_at_the_gate(actor=cast[Role.SECRETARY], reason="Citat", **given)
    assert (sent().findings, len(sent().let_be)) == ((), 1)
    with pytest.raises(NotFound):
        let_be_at_the_gate(actor=cast[Role.SECRETARY], reason="Citat", **given | {"item_number": "7"})


def test_the_gate_leads_to_the_workroom_and_lets_a_finding_be(sent, client_of):
    client, meeting = client_of(Role.SECRETARY), Meeting.objects.get().pk
    address = reverse("meetings:publish", args=[meeting])
    for _turn in range(9):
        shown = client.get(address).content.decode()
    assert "Ret det i mødets arbejdsrum" in shown
    assert reverse("meetings:review", args=[meeting]) not in shown.partition("<main")[2]
    form = {"finding": "weekday-wrong 1", "reason": "Det er et citat"}
    after = client.post(reverse("meetings:gate_let_be", args=[meeting]), form, follow=True).content.decode()
    assert "Det er et citat (Signe Sand)" in after


def test_the_page_keeps_what_was_chosen(draft, client_of):
    address = reverse("meetings:body_linting", args=["direktionen"])
    form = {"regel-weekday-wrong": "off", "regel-vague-deadline": "error", "abbreviations": "FKC, UUC"}
    client_of(Role.SECRETARY).post(f"{address}gem/", form)
    assert Body.objects.get().lint_settings == {
        "off": ["weekday-wrong"],
        "severities": {"vague-deadline": "error"},
        "abbreviations": ["FKC", "UUC"],
    }
    assert "FKC, UUC" in client_of(Role.EMPLOYEE).get(address).content.decode()
    assert "<select" not in client_of(Role.EMPLOYEE).get(address).content.decode()


@pytest.mark.parametrize(
    ("choices", "abbreviations"),
    [
        ({"ingen-regel": "off"}, ""),
        ({"weekday-wrong": "hård"}, ""),
        ({}, "x" * 41),
        ({}, ",".join(map(str, range(201)))),
    ],
)
def test_what_is_no_choice_is_said(choices, abbreviations):
    with pytest.raises(WrongInput):
        checked_settings(choices, abbreviations)


def test_settings_are_read_as_they_were_written():
    written = checked_settings({"weekday-wrong": "off", "vague-deadline": "error", "total-wrong": ""}, "SAC FKC")
    read = settings_from(Profile.COUNCIL, written)
    assert (read.off, dict(read.severities)) == ({"weekday-wrong"}, {"vague-deadline": Severity.ERROR})
    assert (read.abbreviations, read.profile) == ({"SAC", "FKC"}, Profile.COUNCIL)
    assert settings_from(Profile.COUNCIL, {"off": ["gone"], "severities": {"gone": "error"}}).off == frozenset()
    assert "gone" not in BY_CODE


def test_only_the_secretary_sets_the_linter(draft, choose):
    with pytest.raises(NotAllowed):
        choose(by=Role.EMPLOYEE, weekday_wrong="off")
