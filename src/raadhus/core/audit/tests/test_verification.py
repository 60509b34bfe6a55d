from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadhus.core.audit.rules import chain as facts
from raadhus.core.audit.rules.findings import FindingKind

ROWS = range(1, 11)
TEXT_FIELDS = [field.name for field in fields(facts.EntryFacts) if field.name not in {"sequence", "segment"}]


def change(chain, sequence, **values):
    index = next(place for place, row in enumerate(chain.entries) if row.sequence == sequence)
    chain.entries[index] = replace(chain.entries[index], **values)


def test_an_untouched_chain_is_sound(chain):
    report = chain.verify(anchors=chain.anchors())
    assert report.is_sound
    assert (report.entries, report.segments, report.last_sequence, report.anchors_checked) == (10, 3, 10, 10)


def test_nothing_at_all_is_sound(build_chain):
    assert build_chain(segments=(), tail=0).verify().is_sound


@pytest.mark.parametrize("sequence", [1, 3, 4, 9, 10])
@pytest.mark.parametrize("name", TEXT_FIELDS)
def test_an_edited_field_is_found_where_it_is(chain, sequence, name):
    change(chain, sequence, **{name: "en anden værdi"})
    first = chain.verify().findings[0]
    assert first.sequence == sequence
    assert ("edited", sequence, None) in chain.found()


@pytest.mark.parametrize(
    ("name", "group"),
    [
        ("at", "when"),
        ("actor_name", "actor"),
        ("event", "event"),
        ("subject_label", "subject"),
        ("data", "data"),
        ("previous_mac", "previous_mac"),
        ("mac", "mac"),
    ],
)
def test_the_report_names_the_fields_that_were_edited(chain, name, group):
    change(chain, 5, **{name: "en anden værdi"})
    assert [one.fields for one in chain.verify().findings] == [(group,)]


def test_an_edited_segment_number_is_found(chain):
    change(chain, 5, segment=1)
    assert ("edited", 5, None) in chain.found()


@given(first=st.sampled_from(ROWS), count=st.integers(1, 9))
def test_deleted_rows_are_found_and_counted(build_chain, first, count):
    chain = build_chain()
    gone = set(range(first, min(first + count, 11)))
    chain.entries = [row for row in chain.entries if row.sequence not in gone]
    kind = "cut_off" if max(gone) == 10 else "deleted"
    assert chain.found() == [(kind, min(gone), max(gone))]


def test_a_row_put_in_beyond_the_end_is_found(chain):
    chain.entries.append(replace(chain.entries[-1], sequence=11))
    assert {("edited", 11, None), ("inserted", 11, 11)} == set(chain.found())


@pytest.mark.parametrize("sequence", [0, -4])
def test_a_row_put_in_before_the_beginning_is_found(chain, sequence):
    chain.entries.append(replace(chain.entries[0], sequence=sequence))
    assert chain.found() == [("inserted", sequence, None)]


@given(st.permutations(ROWS).filter(lambda order: order != list(ROWS)))
def test_rows_in_another_order_are_found(build_chain, order):
    chain = build_chain()
    chain.entries = [replace(row, sequence=place) for row, place in zip(chain.entries, order, strict=True)]
    moved = {place for place, was in zip(order, ROWS, strict=True) if place != was}
    assert {one.sequence for one in chain.verify().findings if one.kind is FindingKind.EDITED} == moved


@given(st.integers(1, 10), st.text(min_size=1))
def test_a_chain_made_anew_without_the_key_is_found(build_chain, start, name):
    """Whoever has the whole database but not the key may compute every mac again with a key of their own."""
    chain = build_chain()
    forged = build_chain(key=b"another key")
    chain.entries[start - 1 :] = [replace(row, actor_name=name) for row in forged.entries[start - 1 :]]
    chain.head = chain.head_after = replace(forged.head, key_name=chain.head.key_name)
    found = chain.verify().findings
    assert {one.sequence for one in found if one.kind is FindingKind.EDITED} == set(range(start, 11))


def test_a_cut_off_tail_is_found_even_with_a_head_moved_back_without_the_key(chain):
    last = chain.entries.pop()
    chain.head = chain.head_after = replace(chain.head, sequence=9, mac=last.previous_mac)
    assert chain.found() == [("head", 9, None)]


def test_a_tail_cut_off_together_with_an_older_head_needs_an_anchor(build_chain):
    """An earlier state of the whole database is a sound chain; only what was kept outside it can tell."""
    chain, anchors = build_chain(tail=1), build_chain(tail=3).anchors()
    assert chain.verify().is_sound
    assert chain.found(anchors=anchors) == [("cut_off", 9, 10)]


def test_a_chain_rewritten_with_the_key_is_found_by_an_anchor(build_chain, chain):
    rewritten = build_chain(personal={5})
    assert rewritten.verify().is_sound
    assert ("anchor", 5, None) in rewritten.found(anchors=chain.anchors())


def test_everything_gone_is_found_by_an_anchor(build_chain, chain):
    assert build_chain(segments=(), tail=0).found(anchors=chain.anchors()) == [("cut_off", 1, 10)]


def test_rows_without_a_head_are_found(chain):
    chain.head = chain.head_after = None
    assert ("head", None, None) in chain.found()


def test_another_key_is_told_from_a_broken_chain(chain):
    assert chain.found(key=b"another key") == [("other_key", None, None)]


def test_a_key_name_edited_in_the_head_does_not_hide_what_else_is_wrong(chain):
    chain.head = chain.head_after = replace(chain.head, key_name="0" * 16)
    change(chain, 2, event="unit.closed")
    assert {("head", 10, None), ("edited", 2, None)} == set(chain.found())


def test_rows_written_while_verifying_are_not_inserted_ones(chain):
    before = chain.head
    chain.write()
    chain.seal()
    chain.write()
    chain.head = before
    assert chain.verify().is_sound


def test_rows_of_two_histories_put_together_do_not_hang_together(build_chain, chain):
    """Both halves are genuine, such as two backups of one installation that went different ways."""
    other = build_chain(personal={5})
    chain.entries[7:] = other.entries[7:]
    chain.head = chain.head_after = other.head
    assert chain.found() == [("unchained", 8, None)]


def test_a_genuine_head_of_another_history_does_not_fit(build_chain, chain):
    chain.head = chain.head_after = build_chain(personal={9}).head
    assert [(one.kind.value, one.sequence, one.fields) for one in chain.verify().findings] == [("head", 10, ("mac",))]


def test_a_genuine_seal_of_another_history_does_not_fit(build_chain, chain):
    chain.seals[1] = build_chain(personal={2}).seals[1]
    found = [(one.kind.value, one.segment, one.fields) for one in chain.verify().findings]
    assert found == [("seal", 2, ("start_mac", "previous_seal_mac"))]


def test_rows_that_end_otherwise_than_their_genuine_seal_do_not_fit(build_chain, chain):
    other = build_chain(personal={6})
    chain.entries[5:], chain.head = other.entries[5:], other.head
    chain.head_after = other.head
    assert ("seal", 7, None) in chain.found()
