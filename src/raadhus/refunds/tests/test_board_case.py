"""The case to the board: what it holds, that small centres never reach an open one, and what follows the decision."""

import json
from dataclasses import replace
from datetime import date

import pytest

from raadhus.core.audit.public import trail
from raadhus.core.cases.public import decide_proposal, plan_proposal, proposal, withdraw_proposal
from raadhus.core.obligations.public import Origin, Status, create_obligation, create_standing, fire_standing, of_origin
from raadhus.kernel.actors import system
from raadhus.kernel.errors import NotAllowed
from raadhus.kernel.ports import CodedDecision, CodedOutcome
from raadhus.kernel.roles import Role
from raadhus.refunds.actions.proposing import AlreadyProposed, NothingLost, propose_statement
from raadhus.refunds.actions.receiving import ORIGIN
from raadhus.refunds.models import YearlyStatement
from raadhus.refunds.queries.board_cases import hash_of
from raadhus.refunds.queries.standing_terms import statement_terms
from raadhus.refunds.rules.board_case import INFORM, RECOMMENDATIONS
from raadhus.refunds.tests.seed_table import TABLE, lost_case, make_table

TESTER = system("tests", "Prøverne")
SMALL = [f"{ore // 100:,}".replace(",", ".") + f",{ore % 100:02}" for centre, _, ore, _ in TABLE if centre != "FDC"]


@pytest.fixture
def today(now):
    return now.date()


@pytest.fixture
def seed(house, today):
    make_table(today)
    return house


@pytest.fixture
def proposed(seed, now):
    """Propose the case about 2024, closed unless said otherwise, and put it on an agenda."""

    def make(*, closed=True):
        row = propose_statement(actor=seed[Role.HR], year=2024, closed=closed, now=now)
        plan_proposal(actor=TESTER, key=row.proposal_key, planned_key="t", label="Direktionen", now=now)
        return row

    return make


def decision(*outcomes, url="/moede/1/"):
    given = outcomes or ("approved",) * len(RECOMMENDATIONS)
    coded = tuple(
        CodedOutcome(str(n), f"At {text}", one)
        for n, (text, one) in enumerate(zip(RECOMMENDATIONS, given, strict=True), 1)
    )
    return CodedDecision("Direktionen", date(2026, 3, 16), "Godkendt", "approved", coded, url)


def content_of(row, now):
    found = proposal(TESTER, row.proposal_key, now=now).proposal
    return found, json.dumps(found.content.blocks, ensure_ascii=False) + repr(found.content.data)


def test_the_closed_case_holds_the_exact_table_the_split_and_the_chart(proposed, now):
    found, text = content_of(proposed(), now)
    assert found.closed_to_public
    assert all(amount in text for amount in SMALL)
    assert "137.014 kr.; resten, 359.756 kr." in text
    assert [block["text"] for block in found.content.blocks if block["type"] == "heading"] == [
        "Baggrund",
        "Indstilling",
        "Sagsfremstilling",
        "Økonomi",
    ]
    assert [block["type"] for block in found.content.blocks].count("chart") == 1


def test_nothing_of_a_small_centre_reaches_the_open_case_or_its_figures(proposed, now):
    row = proposed(closed=False)
    found, text = content_of(row, now)
    assert not found.closed_to_public
    assert "192.202,99" in text
    kept = json.dumps(row.figures)
    assert not any(amount in text for amount in SMALL)
    assert not any(str(ore) in kept for centre, _, ore, _ in TABLE if centre != "FDC")


def test_the_figures_are_kept_with_their_hash(proposed):
    row = YearlyStatement.objects.get(pk=proposed().pk)
    assert hash_of(row.figures) == row.figures_sha256
    assert row.figures["lost_ore"] == 49_676_980


def test_one_case_of_a_kind_waits_at_a_time(seed, now):
    row = propose_statement(actor=seed[Role.HR], year=2024, now=now)
    with pytest.raises(AlreadyProposed):
        propose_statement(actor=seed[Role.HR], year=2024, now=now)
    propose_statement(actor=seed[Role.HR], year=2024, closed=False, now=now)
    withdraw_proposal(actor=seed[Role.HR], key=row.proposal_key, now=now)
    propose_statement(actor=seed[Role.HR], year=2024, now=now)


def test_only_hr_proposes_and_only_what_was_lost(seed, now):
    with pytest.raises(NotAllowed):
        propose_statement(actor=seed[Role.SECRETARY], year=2024, now=now)
    with pytest.raises(NothingLost):
        propose_statement(actor=seed[Role.HR], year=2020, now=now)


def obligations_of(row, now):
    return of_origin(TESTER, ORIGIN, str(row.pk), now=now)


def decide(row, given, now):
    decide_proposal(actor=TESTER, key=row.proposal_key, decision=given, now=now)


def test_the_decision_comes_back_with_obligations_of_hr(seed, proposed, now):
    row = proposed()
    decide(row, decision(), now)
    row.refresh_from_db()
    assert (row.outcome, row.decided_date, row.decided_url) == ("approved", date(2026, 3, 16), "/moede/1/")
    made = obligations_of(row, now)
    assert [(one.owner_key, one.due, one.closed) for one in made] == [(seed[Role.HR].key, "2026-04", True)] * 3
    assert any("fik beslutningen" in entry.sentence for entry in trail("yearly_statement", str(row.pk)))


def test_a_decision_told_twice_makes_nothing_twice(proposed, now):
    row = proposed()
    for _ in range(2):
        decide(row, decision(), now)
    assert len(obligations_of(row, now)) == 3
    told = [entry for entry in trail("yearly_statement", str(row.pk)) if "fik beslutningen" in entry.sentence]
    assert len(told) == 1


def test_what_the_meeting_has_ordered_itself_is_not_written_again(proposed, now):
    row, origin = proposed(), Origin("agenda_item", "x", "Direktionen", "/moede/1/")
    create_obligation(actor=TESTER, text=f"Direktionen {INFORM}.", owner_text="HR", origin=origin, now=now)
    decide(row, decision(), now)
    assert len(obligations_of(row, now)) == 2


def test_a_later_decision_lets_go_of_what_it_no_longer_asks(proposed, now):
    row = proposed()
    decide(row, decision(), now)
    decide(row, decision("noted", "rejected", "approved", "approved"), now)
    assert [one.status for one in obligations_of(row, now)].count(Status.LAPSED) == 1
    decide(row, decision(), now)
    assert sum(one.status.is_active for one in obligations_of(row, now)) == 3


def test_withheld_words_are_recognised_by_their_place(proposed, now):
    row, given = proposed(), decision()
    silent = tuple(replace(one, text="") for one in given.outcomes)
    decide(row, replace(given, outcomes=silent), now)
    assert len(obligations_of(row, now)) == 3


def fire(now, today, lost):
    lost_case(today, year=today.year - 1, lost=lost)
    terms = statement_terms(month=3)
    create_standing(
        actor=TESTER,
        terms=replace(terms, starts=date(2026, 1, 1)),
        origin=Origin("t", "t", "t"),
        in_force=True,
        now=now.replace(month=2),
    )
    return fire_standing(actor=TESTER, now=now).looked


def test_a_standing_decision_proposes_the_case_when_the_level_gives_concern(house, now, today):
    (looked,) = fire(now, today, 400_000_00)
    assert looked.went_to == "sagsforslag fra refusion"
    assert proposal(TESTER, YearlyStatement.objects.get().proposal_key, now=now).proposal.closed_to_public


def test_and_leaves_it_when_it_does_not(house, now, today):
    fire(now, today, 100_00)
    assert not YearlyStatement.objects.exists()
