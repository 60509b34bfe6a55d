"""The two real documents that describe the product, read exactly (skipped where they do not lie beside the checkout)."""

import pytest

from raadhus.core.documents.text import Table, read_path
from raadhus.meetings.reader import read_meeting


def read(shared_dir, beginning):
    path = next((shared_dir / "seeds").glob(f"{beginning}_*.txt"))
    return read_meeting(read_path(path), file=path.name)


@pytest.fixture(scope="module")
def minutes(shared_dir):
    return read(shared_dir, "000")


@pytest.fixture(scope="module")
def agenda(shared_dir):
    return read(shared_dir, "003")


def outcomes(item):
    return [(rec.label, rec.outcome and rec.outcome.value) for rec in item.recommendations]


def kinds(item):
    return [section.kind.value for section in item.sections]


def tables(item):
    return [block for section in item.sections for block in section.blocks if isinstance(block, Table)]


def test_the_header_of_the_minutes(minutes):
    assert (minutes.kind, minutes.body, minutes.date) == ("minutes", "Direktionen", "2025-06-02")
    assert (minutes.start_time, minutes.place) == ("09:00", "Mødelokale 1.14")
    assert [len(name.split()) for name in minutes.participants] == [2, 3, 3, 3]


def test_case_numbers_and_closed_flags_of_the_minutes(minutes):
    numbers = ["24/24964", "25/44", "25/61", "25/4979", "25/8857", "25/8865", "24/23872"]
    assert [item.case_number for item in minutes.items] == numbers
    assert [item.closed for item in minutes.items] == [True] * 3 + [False] * 4
    assert [item.number for item in minutes.items] == list("1234567")


def test_the_sections_of_the_minutes(minutes):
    whole = ["background", "recommendation", "decision", "statement", "attachments"]
    assert [kinds(item) for item in minutes.items] == [[], [], [], whole, whole, whole, [*whole[:3], "attachments"]]


def test_a_noting_and_an_approval_in_one_sentence(minutes):
    assert outcomes(minutes.items[3]) == [("1", "noted"), ("2", "approved_with_remarks")]
    assert outcomes(minutes.items[4]) == [("a", "noted"), ("b", "approved_with_remarks")]


def test_a_decision_that_waits_for_another_meeting(minutes):
    assert outcomes(minutes.items[5]) == [("a", "deferred"), ("b", "deferred")]
    assert minutes.items[5].decision.outcome == "deferred"


def test_two_approvals_and_a_decision_of_its_own(minutes):
    item = minutes.items[6]
    assert outcomes(item) == [("a", "approved"), ("b", "approved"), ("c", "replaced")]
    assert item.decision.outcome == "approved"
    assert [(promise.to_body, "a-sag" in promise.text) for promise in item.obligations] == [("ØU", True), (None, False)]
    assert "tekniske budget" in item.obligations[1].text


def test_promises_have_body_and_due_date(minutes):
    found = [(promise.to_body, promise.due, promise.due_inferred) for promise in minutes.items[3].obligations]
    assert ("Hovedudvalget", "2025-06", False) in found
    assert ("Økonomiudvalget", "2025-08", False) in found
    assert ("direktionen", "2025-08", True) in found


def test_attachments_of_the_minutes(minutes):
    assert [len(item.attachments) for item in minutes.items] == [0, 0, 0, 1, 2, 1, 2]


def test_words_split_over_pages_are_whole_again(minutes):
    text = "\n".join(section.text for item in minutes.items for section in item.sections)
    assert "Høje-\n" not in text
    assert "opmærksomhed, registreres" in text


def test_the_agenda_decides_nothing(agenda):
    assert (agenda.kind, agenda.date, agenda.start_time) == ("agenda", "2025-09-16", "12:00")
    assert all(item.decision is None for item in agenda.items)
    assert all(rec.outcome is None for item in agenda.items for rec in item.recommendations)


def test_recommendations_of_the_agenda_with_nested_ones(agenda):
    assert [len(item.recommendations) for item in agenda.items] == [0, 4, 0, 2, 1]
    assert [child.label for child in agenda.items[4].recommendations[0].children] == ["a", "b", "c"]


def test_sections_and_attachments_of_the_agenda(agenda):
    whole = ["background", "recommendation", "statement"]
    assert kinds(agenda.items[0]) == ["background"]
    assert kinds(agenda.items[3]) == [*whole, "attachments"]
    assert kinds(agenda.items[4]) == [*whole, "economy", "attachments"]
    assert [len(item.attachments) for item in agenda.items] == [0, 1, 0, 1, 3]
    assert [item.closed for item in agenda.items] == [False, False, True, False, False]


def test_the_table_of_refunds_has_every_cell(agenda):
    (table,) = tables(agenda.items[1])
    body = [row for row in table.rows if row[0] not in ("2024", "Center")]
    assert len(table.rows) == 10
    assert {len(row) for row in table.rows} == {4}
    assert sum(int(row[1]) for row in body[:-1]) == 22
    assert body[-1] == ("I alt", "22", "", "496.769,80")


def test_the_table_of_scenarios_is_one_though_a_page_parts_it(agenda):
    (table,) = tables(agenda.items[4])
    assert [row[0] for row in table.rows] == ["", "", "Effekt", "Påvirkning", "Håndtering"]
    assert all(all(cell for cell in row[1:]) for row in table.rows)


def test_nothing_is_left_unread(minutes, agenda):
    assert [warning.code for warning in (*minutes.warnings, *agenda.warnings)] == []
