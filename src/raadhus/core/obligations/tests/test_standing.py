"""The register of standing decisions: who does what to them, and who sees them."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from raadhus.core.audit.public import trail
from raadhus.core.obligations.public import (
    CannotStep,
    MissingReason,
    NoSuchStanding,
    NotTerms,
    Promise,
    StandingAsked,
    State,
    Step,
    adopt_standing,
    ask_to_end_standing,
    change_standing,
    create_obligations,
    create_standing,
    end_standing,
    fire_standing,
    follow_origins,
    keep_standing,
    of_origin,
    open_obligations,
    resume_standing,
    standing,
    standing_decisions,
    supersede_standing,
    suspend_standing,
)
from raadhus.core.obligations.queries.overview import OverviewAsked, overview
from raadhus.core.obligations.queries.standing_source import SEARCH
from raadhus.core.obligations.queries.wheel import annual_wheel
from raadhus.core.obligations.rules.due import NotADueDate
from raadhus.core.obligations.tests.conftest import OWNER, TESTER, moment
from raadhus.kernel.actors import PUBLIC
from raadhus.kernel.errors import NotAllowed
from raadhus.kernel.roles import BOARD, Role


@pytest.fixture
def board(cast):
    return cast[Role.CHIEF_EXECUTIVE]


def test_a_proposed_one_counts_from_the_day_it_is_adopted(decide, board):
    key = decide(in_force=False).key
    found = adopt_standing(actor=board, key=key, reason="Punkt 3 den 1. juni", now=moment(2026, 6, 2))
    assert (found.state, found.starts, found.next.period) == (State.IN_FORCE, date(2026, 6, 2), "2027-06")


@pytest.mark.parametrize(("day", "may"), [(29, True), (30, False)])
def test_one_whose_time_is_up_is_not_adopted(decide, board, day, may):
    key = decide(in_force=False, starts=date(2026, 4, 1), ends=date(2026, 4, 30)).key
    given = {"actor": board, "key": key, "reason": "Punkt 3 i april", "now": moment(2026, 4, day)}
    if may:
        assert adopt_standing(**given).state is State.IN_FORCE
        assert "Punkt 3 i april" in " ".join(one.sentence for one in trail("standing_decision", key))
    else:
        with pytest.raises(CannotStep, match="udløbet"):
            adopt_standing(**given)


def test_one_that_starts_later_counts_from_then(decide):
    assert decide(starts=date(2026, 7, 1)).next.period == "2027-06"


def test_every_step_needs_a_reason_and_is_in_the_trail(decide, board, now):
    key = decide().key
    with pytest.raises(MissingReason):
        suspend_standing(actor=board, key=key, reason=" ", now=now)
    suspend_standing(actor=board, key=key, reason="Afventer udbud", now=now)
    resume_standing(actor=board, key=key, reason="Udbuddet er klaret", now=now)
    said = [one.sentence for one in trail("standing_decision", key)]
    assert ["Afventer udbud" in said[-2], "Udbuddet er klaret" in said[-1]] == [True, True]


def test_another_that_is_in_force_takes_its_place(decide, board, now):
    old, new, proposed = decide(), decide(title="Nye tal"), decide(in_force=False)
    for wrong in (old, proposed):
        with pytest.raises(CannotStep):
            supersede_standing(actor=board, key=old.key, by_key=wrong.key, reason="Ny", now=now)
    found = supersede_standing(actor=board, key=old.key, by_key=new.key, reason="Ny beslutning", now=now)
    assert (found.state, found.superseded_by) == (State.SUPERSEDED, new.key)
    with pytest.raises(CannotStep):
        end_standing(actor=board, key=old.key, reason="Færdig", now=now)


def test_the_owner_proposes_the_end_and_the_board_decides(decide, board, cast, now):
    key, owner = decide().key, cast[Role.EMPLOYEE]
    asked = ask_to_end_standing(actor=owner, key=key, reason="Ingen læser det", now=now)
    assert (asked.state, asked.end_asked_by) == (State.IN_FORCE, "Mette Mose")
    assert keep_standing(actor=board, key=key, reason="Vi læser det", now=now).end_asked_by == ""
    with pytest.raises(CannotStep):
        keep_standing(actor=board, key=key, reason="Igen", now=now)


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.EMPLOYEE, Role.PUBLIC}))
def test_nobody_but_the_owner_proposes_the_end(decide, cast, now, role):
    with pytest.raises(NotAllowed):
        ask_to_end_standing(actor=cast[role], key=decide().key, reason="Fordi", now=now)


@pytest.mark.parametrize("role", sorted(set(Role) - BOARD))
def test_only_secretary_and_chief_executive_keep_the_register(decide, terms, cast, now, role):
    given = decide()
    refused = (NotAllowed, NoSuchStanding)
    with pytest.raises(refused):
        create_standing(actor=cast[role], terms=terms(), origin=given.origin, now=now)
    for act in (suspend_standing, end_standing):
        with pytest.raises(refused):
            act(actor=cast[role], key=given.key, reason="Fordi", now=now)
    with pytest.raises(refused):
        change_standing(actor=cast[role], key=given.key, terms=terms(), reason="Fordi", now=now)


def test_changed_terms_leave_what_was_answered(decide, terms, board):
    key = decide().key
    fire_standing(actor=TESTER, now=moment(2026, 4, 30))
    changed = terms(body="Chefforum", starts=date(2026, 3, 16))
    change_standing(actor=board, key=key, terms=changed, reason="Andet organ", now=moment(2026, 5, 1))
    found = standing(board, key, now=moment(2026, 5, 1))
    assert (found.standing.body, found.standing.next.period, len(found.looks)) == ("Chefforum", "2027-06", 1)


@pytest.mark.parametrize("closed", [True, False])
@pytest.mark.parametrize("role", sorted(Role))
def test_the_search_finds_exactly_what_the_register_shows(decide, cast, now, role, closed):
    given = decide(closed=closed)
    (entry,) = SEARCH.entries([given.key])
    shown = bool(standing_decisions(cast[role], StandingAsked(), now=now))
    assert bool(entry.allowed & SEARCH.viewer_labels(cast[role], now)) == shown


@pytest.mark.parametrize("written", ["direktionen", " Direktionen ", "Direktionen"])
def test_a_body_is_one_name_however_it_is_written(decide, promise, written):
    assert decide(body=written).body == promise(to_body=written).to_body == "Direktionen"


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.PUBLIC}))
def test_every_employee_reads_the_open_ones(decide, cast, now, role):
    given = decide()
    assert [one.key for one in standing_decisions(cast[role], StandingAsked(), now=now)] == [given.key]


@pytest.mark.parametrize("role", sorted(Role))
def test_a_closed_one_is_read_by_its_owner_the_board_and_the_auditor(decide, cast, now, role):
    given = decide(closed=True)
    seen = [one.key for one in standing_decisions(cast[role], StandingAsked(), now=now)]
    allowed = BOARD | {Role.AUDITOR, Role.EMPLOYEE}
    assert seen == ([given.key] if role in allowed else [])


def test_the_public_sees_none(decide, now):
    given = decide()
    with pytest.raises(NoSuchStanding):
        standing(PUBLIC, given.key, now=now)


def test_looking_up_a_closed_one_leaves_a_trace(decide, cast, now):
    key = decide(closed=True, title="Afsked af en navngiven").key
    standing(cast[Role.AUDITOR], key, now=now)
    last = trail("standing_decision", key)[-1].sentence
    assert "slog op" in last
    assert "navngiven" not in last


@pytest.mark.parametrize("key", ["", "nej", "00000000-0000-0000-0000-000000000000"])
def test_an_unknown_key_is_not_found(cast, now, key):
    with pytest.raises(NoSuchStanding):
        standing(cast[Role.SECRETARY], key, now=now)


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": " "},
        {"text": ""},
        {"body": ""},
        {"owner_key": None, "owner_text": ""},
        {"starts": date(2026, 1, 1), "ends": date(2026, 1, 1)},
        {"review": date(1700, 1, 1)},
    ],
)
def test_terms_that_do_not_hold_together_are_refused(terms, wrong):
    with pytest.raises(NotTerms, match=r"\.$"):
        terms(**wrong)


def test_what_may_be_done_is_what_the_steps_say(decide, board, now):
    assert standing(board, decide(in_force=False).key, now=now).steps == (Step.ADOPT, Step.END)
    assert standing(board, decide().key, now=now).steps == (Step.SUSPEND, Step.END, Step.SUPERSEDE)


def test_a_decision_promises_several_things_or_none(decide, board, now):
    origin = decide().origin
    given = [Promise("Fremlæg en plan", OWNER, due="2026-08"), Promise("Orientér HU", unit_key="cba", to_body="HU")]
    made = create_obligations(actor=board, promises=given, origin=origin, decided=date(2026, 3, 2), now=now)
    assert [(one.text, one.to_body) for one in made] == [("Fremlæg en plan", ""), ("Orientér HU", "HU")]
    before = len(open_obligations(board, now))
    with pytest.raises(NotADueDate):
        create_obligations(actor=board, promises=[*given, Promise("Noget", due="snart")], origin=origin, now=now)
    assert len(open_obligations(board, now)) == before


def test_it_is_closed_and_opened_with_what_it_came_of_and_so_is_what_it_gave_rise_to(decide, cast, board):
    key = decide().key
    at = moment(2026, 4, 30)
    fire_standing(actor=TESTER, now=at)
    colleague = cast[Role.HR]
    assert follow_origins(actor=board, kind="agenda_item", closed=["7"], now=at) == 2
    assert standing_decisions(colleague, StandingAsked(), now=at) == ()
    (made,) = of_origin(board, "standing_decision", key, now=at)
    assert (made.closed, made.outward_name) == (True, "Fra en stående beslutning")
    assert follow_origins(actor=board, kind="agenda_item", closed=[], opened=["7"], now=at) == 2
    assert [one.key for one in standing_decisions(colleague, StandingAsked(), now=at)] == [key]


def test_the_register_is_sorted_as_asked(decide, board, now):
    decide(title="A", body="Direktionen")
    decide(title="B", body="Chefforum", in_force=False)
    by_title = [one.title for one in standing_decisions(board, StandingAsked(), now=now, sort="title", descending=True)]
    by_next = [one.title for one in standing_decisions(board, StandingAsked(), now=now, sort="next")]
    assert (by_title, by_next) == (["B", "A"], ["A", "B"])


def queries_of(viewer, now, count):
    """How many queries each of the three views takes with so many decisions, each looked at once."""
    taken = []
    for ask in (
        lambda: standing_decisions(viewer, StandingAsked(), now=now),
        lambda: annual_wheel(viewer, year=now.year, now=now),
        lambda: overview(viewer, OverviewAsked(), now=now),
    ):
        with CaptureQueriesContext(connection) as caught:
            ask()
        taken.append(len(caught))
    assert len(standing_decisions(viewer, StandingAsked(), now=now)) == count
    return taken


def test_the_number_of_queries_does_not_grow_with_the_register(decide, board):
    at = moment(2026, 5, 4)
    decide()
    fire_standing(actor=TESTER, now=at)
    few = queries_of(board, at, 1)
    for _ in range(12):
        decide()
    fire_standing(actor=TESTER, now=at)
    assert queries_of(board, at, 13) == few
