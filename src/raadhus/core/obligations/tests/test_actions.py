import pytest

from raadhus.core.audit.public import trail
from raadhus.core.obligations.public import (
    CannotCreate,
    CannotMove,
    MissingEvidence,
    MissingReason,
    NoSuchObligation,
    Status,
    change_due,
    complete,
    create_obligation,
    hand_over,
    lapse,
    obligation,
    reopen,
    replace,
    start,
    wait,
)
from raadhus.kernel import changes
from raadhus.kernel.errors import NotAllowed
from raadhus.kernel.roles import Role


@pytest.fixture
def owner(cast):
    return cast[Role.EMPLOYEE]


@pytest.fixture
def leader(cast):
    return cast[Role.UNIT_LEADER]


def test_the_owner_takes_it_from_open_to_done(promise, owner, now):
    key = promise().key
    assert start(actor=owner, key=key, now=now).status is Status.IN_PROGRESS
    assert wait(actor=owner, key=key, reason="Svar fra KL", now=now).status is Status.WAITING
    assert complete(actor=owner, key=key, text="Planen er fremlagt", now=now).status is Status.DONE
    assert obligation(owner, key, now=now).evidence[0].text == "Planen er fremlagt"


def test_nothing_is_done_without_evidence(promise, owner, now):
    key = promise().key
    with pytest.raises(MissingEvidence):
        complete(actor=owner, key=key, now=now)
    assert obligation(owner, key, now=now).obligation.status is Status.OPEN


def test_the_leader_reopens_with_a_reason_and_the_evidence_stays(promise, owner, leader, now):
    key = promise().key
    complete(actor=owner, key=key, link="https://eksempel.example/plan", now=now)
    with pytest.raises(MissingReason):
        reopen(actor=leader, key=key, reason=" ", now=now)
    reopen(actor=leader, key=key, reason="Planen mangler økonomi", now=now)
    found = obligation(owner, key, now=now)
    assert (found.obligation.status, len(found.evidence)) == (Status.OPEN, 1)


@pytest.mark.parametrize(
    "act",
    [
        lambda **given: lapse(reason="Ikke aktuelt", **given),
        lambda **given: change_due(due="2026-Q4", reason="Travlt", **given),
        lambda **given: hand_over(owner_key="uffe-urt", **given),
    ],
)
def test_the_owner_alone_does_not_let_go_of_it(promise, owner, now, act):
    with pytest.raises(NotAllowed):
        act(actor=owner, key=promise().key, now=now)


def test_a_colleague_does_not_even_learn_that_it_is_there(promise, cast, now):
    with pytest.raises(NoSuchObligation):
        start(actor=cast[Role.HR], key=promise().key, now=now)


def test_the_auditor_reads_and_changes_nothing(promise, cast, now):
    key = promise().key
    assert obligation(cast[Role.AUDITOR], key, now=now).moves == ()
    with pytest.raises(NotAllowed):
        start(actor=cast[Role.AUDITOR], key=key, now=now)


def test_a_leader_of_another_unit_does_not_create_it_there(cast, promise, now):
    given = promise()
    with pytest.raises(NotAllowed):
        create_obligation(actor=cast[Role.UNIT_LEADER], text="Noget", unit_key="fdc", origin=given.origin, now=now)


def test_it_is_handed_over_with_its_unit(promise, leader, now):
    after = hand_over(actor=leader, key=promise().key, owner_key="ny-person", unit_key="fdc", now=now)
    assert (after.owner_key, after.unit_key) == ("ny-person", "fdc")


def test_another_takes_its_place_and_it_moves_no_more(promise, leader, now):
    old, new = promise(), promise("Fremlæg en bedre plan")
    assert replace(actor=leader, key=old.key, by_key=new.key, now=now).replaced_by == new.key
    with pytest.raises(CannotMove):
        lapse(actor=leader, key=old.key, reason="For sent", now=now)


def test_it_does_not_replace_itself(promise, leader, now):
    key = promise().key
    with pytest.raises(CannotCreate):
        replace(actor=leader, key=key, by_key=key, now=now)


def test_a_new_due_date_is_in_the_trail_with_its_reason(promise, leader, now):
    key = promise(due="2026-08").key
    assert (
        change_due(actor=leader, key=key, due="2026-Q4", reason="Afventer budget", now=now).due_label
        == "4. kvartal 2026"
    )
    assert "fra 2026-08 til 2026-Q4. Afventer budget" in trail("obligation", key)[-1].sentence


def test_the_trail_holds_nothing_of_a_closed_matter(promise, cast, now):
    key = promise("Afsked af en navngiven", closed=True, public_label="Personalesag").key
    lapse(actor=cast[Role.SECRETARY], key=key, reason="Vedkommende er rejst", now=now)
    told = " ".join(entry.sentence for entry in trail("obligation", key))
    assert "Personalesag" in told
    assert "navngiven" not in told
    assert "rejst" not in told


def test_every_change_is_announced(promise, owner, now, monkeypatch):
    announced = []
    monkeypatch.setattr(changes, "_listeners", [lambda source, keys: announced.append((source, keys))])
    key = promise().key
    start(actor=owner, key=key, now=now)
    assert announced == [("obligations", (key,))] * 2


@pytest.mark.parametrize("key", ["", "nej", "00000000-0000-0000-0000-000000000000"])
def test_an_unknown_key_is_not_found(cast, now, key):
    with pytest.raises(NoSuchObligation):
        obligation(cast[Role.SECRETARY], key, now=now)
