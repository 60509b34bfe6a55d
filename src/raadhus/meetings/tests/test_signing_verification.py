"""Whatever is changed in a signed file is found; whatever is only withheld is not."""

import copy
import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from raadhus.meetings.rules.signing.canonical import leaf_hash, node_hash
from raadhus.meetings.rules.signing.leaves import Part, contents_of, leaves_of
from raadhus.meetings.rules.signing.seals import PublicKey
from raadhus.meetings.rules.signing.signed_file import NotSigned, read_keys, read_signed
from raadhus.meetings.rules.signing.statements import Act
from raadhus.meetings.rules.signing.tree import root_of
from raadhus.meetings.rules.signing.verification import verify
from raadhus.meetings.tests.example_meeting import EXAMPLE
from raadhus.meetings.tests.signed_meetings import (
    OTHER_KEY,
    PUBLISHED,
    SIGNABLE,
    altered,
    remark,
    salts,
    signed,
    verified,
)

SCHEMA = json.loads(
    (Path(__file__).parents[4] / "docs/formats/meetings-signed.schema.json").read_text(encoding="utf-8")
)
ALL_ACTS = (Act.SIGNED, Act.SIGNED_WITH_RESERVATION, Act.REFUSED, Act.COMPLETED, Act.ADDED)


def codes(report):
    return {flaw.code for flaw in report.flaws}


@given(SIGNABLE, st.booleans())
def test_what_was_signed_verifies_whole_and_with_its_closed_parts_withheld(meeting, closed):
    file = signed(meeting, closed=closed)
    jsonschema.validate(file, SCHEMA)
    assert verified(file).flaws == ()


@given(st.data(), SIGNABLE)
@settings(max_examples=200)
def test_any_change_of_any_value_is_found(data, meeting):
    file = signed(meeting, closed=True, acts=ALL_ACTS, remarks={2: remark(), 5: remark(item=1)})
    changed, path = data.draw(altered(file))
    assume(changed != file)
    try:
        report = verified(changed)
    except NotSigned:
        return
    assert not report.holds, path


@given(st.data())
def test_any_subset_of_the_closed_parts_may_be_withheld(data):
    file = signed(EXAMPLE, closed=True)
    for leaf in file["leaves"]:
        if leaf["part"] == "closed" and data.draw(st.booleans()):
            del leaf["content"], leaf["salt"]
    assert verified(file).holds


def test_what_everybody_may_see_cannot_be_withheld():
    file = signed(EXAMPLE)
    del file["leaves"][3]["content"], file["leaves"][3]["salt"]
    assert "missing" in codes(verified(file))


def test_the_file_says_which_item_was_changed_also_when_its_hash_was_changed_along():
    file = signed(EXAMPLE)
    leaf = file["leaves"][5]
    leaf["content"]["title"] = "Noget andet"
    report = verified(file)
    assert [(one.number, one.holds) for one in report.items] == [("1", True), ("2", True), ("3", False), ("4", True)]
    leaf["hash"] = read_hash(file, 5)
    report = verified(file)
    assert "Punkt 3 er ikke det, der blev underskrevet." in [str(flaw.message) for flaw in report.flaws]


def read_hash(file, place):
    from raadhus.meetings.rules.signing.leaves import Leaf  # noqa: PLC0415 - only this test makes a leaf by hand

    said = file["leaves"][place]
    made = Leaf(file["meeting"], file["version"], place, Part(said["part"]), said["salt"], said["content"])
    return made.hash.hex()


def test_items_that_changed_places_are_found():
    file = signed(EXAMPLE)
    leaves = file["leaves"]
    leaves[1:3], leaves[5:7] = leaves[5:7], leaves[1:3]
    assert "moved" in codes(verified(file))
    for place, leaf in enumerate(leaves):
        leaf["position"] = place
    assert "changed" in codes(verified(file))


@pytest.mark.parametrize("left", range(9))
def test_a_list_that_was_cut_short_is_found(left):
    file = signed(EXAMPLE)
    file["leaves"] = file["leaves"][:left]
    assert "count" in codes(verified(file))


def test_a_node_is_never_taken_for_a_leaf():
    hashes = [leaf.hash for leaf in leaves_of(EXAMPLE, version=1, new_salt=salts())]
    assert leaf_hash(hashes[0] + hashes[1]) != node_hash(hashes[0], hashes[1])
    file = signed(EXAMPLE)
    joined = node_hash(hashes[-2], hashes[-1]).hex()
    file["leaves"] = [*file["leaves"][:-2], {"position": 7, "part": "public", "hash": joined}]
    assert {"missing", "count"} <= codes(verified(file))


def test_the_tree_is_that_of_the_standard():
    leaf = [leaf_hash(bytes([number])) for number in range(5)]
    left = node_hash(node_hash(leaf[0], leaf[1]), node_hash(leaf[2], leaf[3]))
    assert root_of(leaf) == node_hash(left, leaf[4])
    assert root_of(leaf[:1]) == leaf[0]
    with pytest.raises(ValueError, match="at least one"):
        root_of([])


def test_a_signature_on_one_version_is_none_on_the_next():
    old, new = signed(EXAMPLE), signed(EXAMPLE, version=2)
    new["statements"] = old["statements"]
    assert "another" in codes(verified(new))


def test_a_signature_on_one_meeting_is_none_on_another():
    file = signed(EXAMPLE)
    file["statements"] = signed(replace(EXAMPLE, id="0190-x"))["statements"]
    assert "another" in codes(verified(file))


def test_a_file_sealed_with_a_key_that_is_not_the_municipalitys_is_told():
    file = signed(EXAMPLE, key=OTHER_KEY)
    file["keys"] = [{**file["keys"][0], "public_key": OTHER_KEY.public_key}]
    assert (verified(file).trusted, codes(verified(file))) == (False, {"foreign_key"})
    alone = verified(file, published=None)
    assert (alone.holds, alone.trusted) == (True, None)


def test_a_key_seals_only_while_it_is_in_use_and_not_when_it_was_taken():
    file = signed(EXAMPLE)
    assert codes(verified(file, [replace(PUBLISHED, valid_until="2031-02-01T00:00:00Z")])) == {"expired_key"}
    assert codes(verified(file, [replace(PUBLISHED, valid_from="2032-01-01T00:00:00Z")])) == {"expired_key"}
    assert codes(verified(file, [replace(PUBLISHED, compromised_at="2033-01-01T00:00:00Z")])) == {"compromised_key"}


def test_a_seal_that_is_not_over_this_statement_is_found_also_on_the_last_one():
    file, other = signed(EXAMPLE), signed(EXAMPLE, key=OTHER_KEY)
    for forged in ("00" * 64, other["statements"][-1]["signature"], file["statements"][0]["signature"]):
        changed = copy.deepcopy(file)
        changed["statements"][-1]["signature"] = forged
        assert codes(verified(changed)) == {"signature"}


@pytest.mark.parametrize(
    ("name", "value"), [("name", "Bo Dahl"), ("at", "2031-03-05T10:00:01Z"), ("missing", ["Bo Dahl"])]
)
def test_whatever_the_last_statement_says_is_under_its_seal(name, value):
    file = signed(EXAMPLE)
    file["statements"][-1]["payload"][name] = value
    assert codes(verified(file)) == {"signature"}


@pytest.mark.parametrize(
    "change", [{"position": 2}, {"part": Part.CLOSED}, {"meeting": "x"}, {"version": 2}, {"salt": "00" * 32}]
)
def test_a_leaf_is_bound_to_its_place_its_meeting_its_version_and_its_salt(change):
    leaf = leaves_of(EXAMPLE, version=1, new_salt=salts())[1]
    assert replace(leaf, **change).hash != leaf.hash


@pytest.mark.parametrize("gone", range(4))
def test_a_statement_taken_out_of_the_middle_is_found(gone):
    file = signed(EXAMPLE, acts=ALL_ACTS)
    del file["statements"][gone]
    assert "chain" in codes(verified(file))


def test_minutes_that_were_never_completed_do_not_verify():
    assert "incomplete" in codes(verified(signed(EXAMPLE, acts=(Act.SIGNED,))))
    assert "order" in codes(verified(signed(EXAMPLE, acts=(Act.COMPLETED, Act.SIGNED))))
    assert "order" in codes(verified(signed(EXAMPLE, acts=(Act.ADDED, Act.COMPLETED))))


def test_a_withheld_remark_verifies_and_another_one_does_not():
    file = signed(EXAMPLE, acts=ALL_ACTS, remarks={5: remark(item=2)})
    withheld = copy.deepcopy(file)
    del withheld["statements"][4]["remark"]
    assert verified(withheld).holds
    file["statements"][4]["remark"]["item"] = 3
    assert codes(verified(file)) == {"remark"}


def test_the_same_minutes_give_the_same_contents_and_two_salts_two_roots():
    assert list(contents_of(EXAMPLE)) == list(contents_of(EXAMPLE))
    other = iter(range(99))
    first = leaves_of(EXAMPLE, version=1, new_salt=salts())
    second = leaves_of(EXAMPLE, version=1, new_salt=lambda: f"{next(other):064x}")
    assert {leaf.hash for leaf in first} & {leaf.hash for leaf in second} == set()


@given(
    st.binary(max_size=200)
    | st.recursive(st.none() | st.text(max_size=3), st.lists).map(lambda v: json.dumps(v).encode())
)
def test_any_other_file_is_refused_with_a_sentence(data):
    with pytest.raises(NotSigned):
        read_signed(data)


@pytest.mark.parametrize(
    "text",
    [
        '{"format": "raadhus-signed-minutes/1", "format": "raadhus-signed-minutes/1"}',
        "[" * 9999,
        '{"a": 1.5}',
        '{"a": NaN}',
    ],
)
def test_json_with_two_meanings_is_refused(text):
    with pytest.raises(NotSigned):
        read_signed(text.encode())


@given(st.data())
def test_a_file_of_the_right_form_with_anything_in_it_is_answered_or_refused(data):
    file = signed(EXAMPLE, acts=ALL_ACTS)
    anything = st.none() | st.integers() | st.text(max_size=4) | st.lists(st.none(), max_size=2) | st.just({})
    part = data.draw(st.sampled_from([file, file["leaves"][0], file["statements"][3]["payload"], file["keys"][0]]))
    part[data.draw(st.sampled_from(sorted(part)))] = data.draw(anything)
    try:
        verify(read_signed(json.dumps(file).encode()))
    except NotSigned as error:
        assert str(error)  # noqa: PT017 - both answers are right, and a refusal says something


def test_published_keys_are_read():
    keys = {"format": "raadhus-signing-keys/1", "keys": signed(EXAMPLE)["keys"]}
    assert read_keys(json.dumps(keys).encode()) == (PUBLISHED,)
    assert PublicKey(PUBLISHED.public_key, PUBLISHED.valid_from).key_id == keys["keys"][0]["key_id"]
