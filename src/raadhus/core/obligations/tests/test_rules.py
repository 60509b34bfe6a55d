from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from raadhus.core.obligations.rules import digest
from raadhus.core.obligations.rules.due import NotADueDate, is_late, is_soon, parse_due
from raadhus.core.obligations.rules.status import (
    ACTIVE,
    MOVES,
    CannotMove,
    MissingEvidence,
    MissingReason,
    Move,
    Status,
    needed_evidence,
    needed_reason,
    next_status,
    possible_moves,
)


@pytest.mark.parametrize(
    ("text", "last_day", "label"),
    [
        ("2025-08-14", date(2025, 8, 14), "14. august 2025"),
        ("2025-08", date(2025, 8, 31), "august 2025"),
        ("2024-02", date(2024, 2, 29), "februar 2024"),
        ("2025-Q3", date(2025, 9, 30), "3. kvartal 2025"),
        ("2025-Q4", date(2025, 12, 31), "4. kvartal 2025"),
    ],
)
def test_a_due_date_counts_to_its_last_day(text, last_day, label):
    due = parse_due(text)
    assert (due.last_day, due.label) == (last_day, label)


@pytest.mark.parametrize(
    "text", ["", "august", "2025", "2025-13", "2025-02-30", "2025-Q5", "25-08", "2025-8", "0000-01"]
)
def test_what_is_no_due_date_is_said_with_what_to_write(text):
    with pytest.raises(NotADueDate, match=r"3\. kvartal 2026"):
        parse_due(text)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("14.8.2026", "2026-08-14"),
        ("14-08-2026", "2026-08-14"),
        ("14/8 - 2026", "2026-08-14"),
        (" den 1. Marts  2027", "2027-03-01"),
        ("august 2026", "2026-08"),
        ("3. kvartal 2026", "2026-Q3"),
        ("Q3 2026", "2026-Q3"),
        ("31.6.2026", ""),
        ("14.8.26", ""),
        ("i august 2026", ""),
    ],
)
def test_a_due_date_may_be_written_as_one_says_it(text, kept):
    if kept:
        assert parse_due(text).text == kept
    else:
        with pytest.raises(NotADueDate, match="kan ikke læses"):
            parse_due(text)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_what_a_due_date_is_called_is_read_back_as_the_same(day):
    for text in (f"{day:%Y-%m-%d}", f"{day:%Y-%m}", f"{day:%Y}-Q{(day.month + 2) // 3}"):
        due = parse_due(text)
        assert parse_due(due.label) == due


@given(st.dates(min_value=date(1, 1, 2), max_value=date(9999, 12, 30)))
def test_a_day_is_late_from_the_day_after(day):
    assert not is_late(day, day)
    assert is_late(day, day + timedelta(days=1))


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1)), st.integers(-40, 40))
def test_nothing_is_both_late_and_soon(last_day, distance):
    today = last_day + timedelta(days=distance)
    assert not (is_late(last_day, today) and is_soon(last_day, today))


def test_what_has_no_due_date_is_never_late():
    assert not is_late(None, date(2030, 1, 1))
    assert not is_soon(None, date(2030, 1, 1))


@pytest.mark.parametrize(("left", "soon"), [(-1, False), (0, True), (7, True), (8, False)])
def test_soon_is_from_a_week_before_to_the_day_itself(left, soon):
    assert is_soon(date(2026, 3, 9) + timedelta(days=left), date(2026, 3, 9)) is soon


@given(st.sampled_from(Status), st.sampled_from(Move))
def test_a_move_leads_somewhere_exactly_when_it_is_possible(status, move):
    if move in possible_moves(status):
        assert next_status(status, move) is MOVES[move][1]
    else:
        with pytest.raises(CannotMove):
            next_status(status, move)


def test_a_replaced_obligation_moves_no_more():
    assert possible_moves(Status.REPLACED) == ()


@pytest.mark.parametrize("blank", ["", "  ", "\n"])
def test_evidence_and_reasons_must_say_something(blank):
    with pytest.raises(MissingEvidence):
        needed_evidence(text=blank, link="", file="")
    with pytest.raises(MissingReason):
        needed_reason(blank)


class Life(RuleBasedStateMachine):
    """Any sequence of moves keeps to the table: nothing is finished without having been active."""

    def __init__(self):
        super().__init__()
        self.past = [Status.OPEN]

    @rule(move=st.sampled_from(Move))
    def move(self, move):
        if move in possible_moves(self.past[-1]):
            self.past.append(next_status(self.past[-1], move))

    @invariant()
    def only_the_active_are_finished(self):
        finished = [index for index, status in enumerate(self.past) if status not in ACTIVE]
        assert all(self.past[index - 1] in ACTIVE for index in finished)

    @invariant()
    def nothing_follows_replaced(self):
        assert Status.REPLACED not in self.past[:-1]


TestLife = Life.TestCase


@pytest.mark.parametrize(
    ("late", "soon", "subject"),
    [
        (1, 0, "1 forpligtelse er over fristen"),
        (2, 1, "2 forpligtelser er over fristen, 1 forfalder inden for en uge"),
        (0, 3, "3 forpligtelser forfalder inden for en uge"),
    ],
)
def test_the_subject_says_how_many(late, soon, subject):
    assert digest.subject(late, soon) == subject


@given(st.text(min_size=1), st.text())
def test_nothing_of_a_closed_matter_leaves_the_house(text, label):
    assert digest.outward_name(text=text, closed=True, public_label=label) == (label or digest.PUBLIC_LABEL)


@pytest.mark.parametrize(("name", "greeting"), [("Mette Mose", "Kære Mette Mose"), ("", "Kære kollega")])
def test_the_reminder_greets_who_has_no_name_too(name, greeting):
    told = digest.text(owner_name=name, items=(), today=date(2026, 3, 9), house="Eksempelkøbing", board="/")
    assert told.splitlines()[0] == greeting
