from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta

import pytest

from raadhus.core.audit.rules import chain as facts
from raadhus.core.audit.rules.segments import LARGEST_SEGMENT, TooEarly, check_expired, must_seal

MARCH = datetime(2026, 3, 2, tzinfo=UTC)


@pytest.mark.parametrize("name", [field.name for field in fields(facts.SealFacts) if field.name != "segment"])
def test_an_edited_seal_is_found(chain, name):
    value = 99 if isinstance(getattr(chain.seals[0], name), int) else "f" * 64
    chain.seals[0] = replace(chain.seals[0], **{name: value})
    assert any(one.kind.value == "seal" and one.segment == 1 for one in chain.verify().findings)


def test_a_missing_seal_is_found(chain):
    del chain.seals[0]
    assert [(one.kind.value, one.segment) for one in chain.verify().findings] == [("seal_missing", 1)]


def test_a_seal_put_in_is_found(chain):
    chain.seals.append(replace(chain.seals[-1], segment=3))
    assert [(one.kind.value, one.segment) for one in chain.verify().findings] == [("seal", 3)]


@pytest.mark.parametrize("segments", [(1,), (2,), (1, 2)])
def test_after_dropping_segments_the_rest_verifies(chain, segments):
    for segment in segments:
        chain.drop(segment)
    report = chain.verify()
    assert (report.is_sound, report.dropped, report.last_sequence) == (True, len(segments), 10)


def test_an_anchor_at_the_end_of_a_dropped_segment_still_counts(chain):
    anchors = chain.anchors()
    chain.drop(1)
    report = chain.verify(anchors=anchors)
    assert (report.anchors_checked, report.anchors_unchecked) == (8, 2)


def test_rows_dropped_without_a_tombstone_are_found(chain):
    chain.drop(2)
    chain.tombstones.clear()
    assert chain.found() == [("deleted", 4, 7)]


def test_a_tombstone_made_without_the_key_buries_nothing(chain):
    chain.drop(2)
    chain.tombstones[0] = replace(chain.tombstones[0], mac="0" * 64)
    assert {("tombstone", None, None), ("deleted", 4, 7)} == set(chain.found())


def test_a_row_edited_after_a_dropped_segment_is_found(chain):
    chain.drop(1)
    chain.entries[0] = replace(chain.entries[0], data="{}")
    assert chain.found() == [("edited", 4, None)]


def test_rows_deleted_beside_a_dropped_segment_are_found_exactly(chain):
    chain.drop(2)
    chain.entries = [row for row in chain.entries if row.sequence not in {3, 8}]
    assert chain.found() == [("deleted", 3, 3), ("deleted", 8, 8)]


def test_erased_personal_content_leaves_a_sound_chain(build_chain):
    chain = build_chain(personal={2, 9})
    chain.erase(2)
    assert chain.verify().is_sound


def test_personal_content_that_is_gone_or_changed_is_found(build_chain):
    chain = build_chain(personal={2, 9})
    del chain.personal[2]
    chain.personal[9] = facts.PersonalFacts("salt", "{}")
    assert chain.found() == [("personal", 2, None), ("personal", 9, None)]


def test_personal_content_put_beside_a_row_that_had_none_is_found(chain):
    chain.personal[2] = facts.PersonalFacts("salt", "{}")
    assert chain.found() == [("personal", 2, None)]


def test_an_erasure_made_without_the_key_excuses_nothing(build_chain):
    chain = build_chain(personal={2})
    chain.erase(2)
    chain.erasures[0] = replace(chain.erasures[0], mac="0" * 64)
    assert {("erasure", 2, None), ("personal", 2, None)} == set(chain.found())


def test_a_segment_is_sealed_when_full_or_when_a_month_begins():
    assert must_seal(opened=MARCH, entries=LARGEST_SEGMENT, now=MARCH)
    assert must_seal(opened=MARCH, entries=1, now=datetime(2026, 4, 1, tzinfo=UTC))
    assert not must_seal(opened=MARCH, entries=1, now=datetime(2026, 3, 31, 23, 59, tzinfo=UTC))
    assert not must_seal(opened=MARCH, entries=0, now=datetime(2027, 3, 2, tzinfo=UTC))


def test_a_segment_is_kept_until_its_retention_has_passed():
    five_years = timedelta(days=1826)
    check_expired(segment=1, sealed_at=MARCH, retention=five_years, now=MARCH + five_years)
    with pytest.raises(TooEarly, match="Segment 1 skal gemmes"):
        check_expired(segment=1, sealed_at=MARCH, retention=five_years, now=MARCH + five_years - timedelta(seconds=1))


def test_a_genuine_tombstone_of_another_history_buries_nothing(build_chain, chain):
    other = build_chain(personal={5})
    for one in (chain, other):
        one.drop(2)
    chain.tombstones = other.tombstones
    assert {("tombstone", None, None), ("deleted", 4, 7)} == set(chain.found())


@pytest.mark.parametrize("name", [field.name for field in fields(facts.HeadFacts)])
def test_an_edited_head_is_found(chain, name):
    value = 99 if isinstance(getattr(chain.head, name), int) else "f" * 16
    chain.head = chain.head_after = replace(chain.head, **{name: value})
    assert chain.verify().findings[0].kind.value in {"head", "seal_missing", "other_key"}
    assert any(one.kind.value in {"head", "other_key"} for one in chain.verify().findings)
