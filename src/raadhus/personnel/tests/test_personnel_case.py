"""The case to the board: what it holds, one at a time, and that its decision is followed once."""

import json
from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse

from raadhus.core.cases.public import decide_proposal, plan_proposal, proposal
from raadhus.core.obligations.public import Status, of_origin
from raadhus.kernel.actors import system
from raadhus.kernel.errors import DomainError, NotAllowed
from raadhus.kernel.ports import CodedDecision, CodedOutcome, Firing
from raadhus.kernel.roles import Role
from raadhus.personnel.actions.proposing import AlreadyProposed, PublicationIntake, propose
from raadhus.personnel.actions.receiving import ORIGIN
from raadhus.personnel.models import BoardStatement
from raadhus.personnel.queries.board_cases import TEMPLATE
from raadhus.personnel.rules.publication.board_case import blocks_of, follow_ups, recommendations_of
from raadhus.personnel.rules.publication.content import from_json, hash_of
from raadhus.personnel.tests.made_publication import content

TESTER = system("tests", "Prøverne")


@pytest.fixture
def proposed(draft, house, now):
    row = propose(actor=house[Role.HR], key=str(draft.pk), now=now)
    plan_proposal(actor=TESTER, key=row.proposal_key, planned_key="t", label="Direktionen", now=now)
    return row


def decision(row, *outcomes, day=date(2026, 3, 16)):
    asked = recommendations_of(from_json(row.figures))
    given = outcomes or ("noted", "approved", "approved")
    coded = tuple(
        CodedOutcome(str(n), f"At {text}", one) for n, (text, one) in enumerate(zip(asked, given, strict=True))
    )
    return CodedDecision("Direktionen", day, "Godkendt", "approved", coded, "/moede/1/")


def decide(row, given, now):
    decide_proposal(actor=TESTER, key=row.proposal_key, decision=given, now=now)


def obligations(row, now):
    return of_origin(TESTER, ORIGIN, str(row.pk), now=now)


def test_the_case_holds_what_the_board_asked_about_with_table_and_chart(proposed, now):
    found = proposal(TESTER, proposed.proposal_key, now=now).proposal
    text = json.dumps(found.content.blocks, ensure_ascii=False).replace("\N{NO-BREAK SPACE}", " ")
    for words in (
        "Ændringen fra 2024 til 2025 er -4,0 årsværk",
        "Andel på fuld tid",
        "60 år",
        "Personaleafgang",
        "Sygedage",
    ):
        assert words in text
    kinds = [block["type"] for block in found.content.blocks]
    assert (kinds.count("table"), kinds.count("chart"), found.closed_to_public) == (1, 1, False)
    assert hash_of(proposed.figures) == proposed.figures_sha256


def test_one_case_waits_at_a_time_and_only_hr_proposes(proposed, house, now):
    with pytest.raises(AlreadyProposed):
        propose(actor=house[Role.HR], key=str(proposed.publication_id), now=now)
    with pytest.raises(NotAllowed):
        propose(actor=house[Role.SECRETARY], key=str(proposed.publication_id), now=now)


def test_the_decision_comes_back_with_june_and_august(proposed, house, now):
    for _ in range(2):
        decide(proposed, decision(proposed), now)
    proposed.refresh_from_db()
    assert (proposed.outcome, proposed.decided_date) == ("approved", date(2026, 3, 16))
    made = sorted((one.due, one.owner_key) for one in obligations(proposed, now))
    assert made == [("2026-06", house[Role.HR].key), ("2026-08", house[Role.HR].key)]


def test_a_late_decision_moves_what_should_have_been_done_before(proposed, now):
    decide(proposed, decision(proposed, day=date(2026, 12, 7)), now)
    assert {one.due for one in obligations(proposed, now)} == {"2027-01"}


def test_another_decision_lets_go_and_withheld_words_are_known_by_their_place(proposed, now):
    silent = decision(proposed)
    decide(proposed, replace(silent, outcomes=tuple(replace(one, text="") for one in silent.outcomes)), now)
    decide(proposed, decision(proposed, "noted", "rejected", "approved"), now)
    assert sorted(one.status is Status.LAPSED for one in obligations(proposed, now)) == [False, True]


def firing(template):
    words = {"standing_key": "s", "title": "t", "text": "t", "body": "Direktionen", "reason": "r", "owner_key": ""}
    return Firing(**words, due=date(2026, 6, 1), closed=False, template_key=template)


def test_a_standing_decision_with_our_template_proposes_the_case(draft, now):
    made = PublicationIntake().receive(firing(TEMPLATE), actor=TESTER, now=now)
    assert made.key == BoardStatement.objects.get().proposal_key
    with pytest.raises(DomainError):
        PublicationIntake().receive(firing("refunds.statement"), actor=TESTER, now=now)


def test_the_workforce_report_is_a_case_with_one_recommendation(cube_file):
    blocks = blocks_of(content(cube_file, "workforce", 2025, 2))
    (recommended,) = [block for block in blocks if block["type"] == "list"]
    assert [one["text"] for one in recommended["items"]] == [
        "direktionen tager Data om arbejdskraft, 2. halvår 2025 til efterretning"
    ]
    told = json.dumps(blocks, ensure_ascii=False)
    assert "Tilbagetrækningsalder" in told
    assert "SOSU-personale" in told


def test_it_is_proposed_with_one_click_and_kept_on_a_page(draft, client_of):
    hr = client_of(Role.HR)
    page = reverse("personnel:propose", args=[draft.pk])
    assert "HR indstiller" in hr.get(page).content.decode()
    kept = hr.post(page)["Location"]
    assert "Fingeraftryk" in client_of(Role.SECRETARY).get(kept).content.decode()
    assert hr.post(page).status_code == 400
    assert kept in hr.get(reverse("personnel:draft", args=[draft.pk])).content.decode()


def test_a_month_that_is_over_when_the_case_is_proposed_is_asked_for_as_soon_as_possible(cube_file):
    found = content(cube_file, "year", 2025)
    assert "i juni 2026" in recommendations_of(found, date(2026, 6, 30))[1]
    late = recommendations_of(found, date(2026, 7, 1))
    assert late[1].endswith("for Hovedudvalget snarest muligt")
    assert late[2].endswith("i august 2026")
    coded = tuple(CodedOutcome(str(n), text, "approved") for n, text in enumerate(late))
    told = follow_ups(found, CodedDecision("Direktionen", date(2026, 7, 2), "Godkendt", "approved", coded, "/"))
    assert [one.due for one in told] == [(2026, 8), (2026, 8)]
