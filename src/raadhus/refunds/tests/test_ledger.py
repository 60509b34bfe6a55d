"""The lost cases told up."""

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from raadhus.refunds.rules.cases import Cause
from raadhus.refunds.rules.ledger import (
    BAND_NAMES,
    OTHERS,
    Entry,
    by_cause,
    by_lateness,
    by_year,
    causes_in_words,
    centre_table,
    gives_concern,
    merged,
)

ENTRIES = st.lists(
    st.builds(
        Entry,
        st.uuids().map(str),
        st.sampled_from(["SAC", "FDC", "SOC", "DB"]),
        st.sampled_from([2023, 2024]),
        st.sampled_from(Cause),
        st.integers(1, 9_000_000),
        st.integers(0, 90),
    ),
    max_size=30,
)


def test_the_table_has_its_centres_in_order_with_causes_in_words_and_sums():
    entries = [
        Entry("1", "FDC", 2024, Cause.LEADER_LATE, 100),
        Entry("2", "FDC", 2024, Cause.WRONG_ENTRY, 50),
        Entry("3", "SAC", 2024, Cause.LEADER_LATE, 7),
        Entry("4", "SAC", 2023, Cause.LEADER_LATE, 9999),
    ]
    table = centre_table(entries, 2024, ("SAC", "FDC"))
    assert [(row.centre, row.cases, row.causes, row.lost_ore) for row in table.rows] == [
        ("SAC", 1, "Indberettet for sent", 7),
        ("FDC", 2, "Indberettet for sent + 1 fejlindberetning", 150),
    ]
    assert (table.cases, table.lost_ore, table.wrong_ore, table.late_ore) == (3, 157, 50, 107)


def test_causes_are_counted_in_words():
    assert (
        causes_in_words([Cause.WRONG_ENTRY] * 2 + [Cause.LEADER_LATE]) == "Indberettet for sent + 2 fejlindberetninger"
    )
    assert causes_in_words([]) == ""


def by_centre(entries):
    groups = defaultdict(list)
    for entry in entries:
        groups[entry.centre].append(entry)
    return dict(groups)


@given(ENTRIES, st.integers(1, 6))
def test_merging_leaves_no_small_group_and_loses_no_case(entries, least):
    left = merged(by_centre(entries), least)
    assert sorted(one.case_id for group in left.values() for one in group) == sorted(one.case_id for one in entries)
    if len(entries) >= least:
        assert all(len(group) >= least for group in left.values())
    else:
        assert len(left) <= 1


def some(centre, count, cause=Cause.LEADER_LATE):
    return [Entry(f"{centre}-{n}", centre, 2024, cause, 1) for n in range(count)]


def test_what_was_not_notified_late_stands_last_among_the_bands():
    entries = [Entry("1", "A", 2024, Cause.NEVER_SENT, 5), Entry("2", "A", 2024, Cause.LEADER_LATE, 3, days_late=9)]
    told = {name: (cases, lost) for name, cases, lost in by_lateness(entries, 2024)}
    assert list(told) == list(BAND_NAMES)
    assert (told["8-14 dage"], told[BAND_NAMES[-1]], BAND_NAMES[-1]) == ((1, 3), (1, 5), "Ikke anmeldt for sent")


def test_small_centres_are_called_others():
    entries = [*some("A", 5), *some("B", 1), *some("C", 2), *some("D", 2)]
    assert list(merged(by_centre(entries), 3)) == ["A", OTHERS]


def test_who_knows_one_of_the_merged_centres_is_not_left_with_a_few_people():
    entries = [*some("A", 5), *some("B", 1), *some("C", 2)]
    assert list(merged(by_centre(entries), 3)) == [OTHERS]


@given(ENTRIES)
def test_years_causes_and_bands_sum_to_the_whole(entries):
    years = by_year(entries)
    assert sum(years.values()) == sum(entry.lost_ore for entry in entries)
    in_2024 = [entry for entry in entries if entry.year == 2024]
    assert sum(lost for _, lost in by_cause(entries, 2024).values()) == sum(entry.lost_ore for entry in in_2024)
    assert sum(cases for _, cases, _ in by_lateness(entries, 2024)) == len(in_2024)


def test_the_level_gives_concern_over_the_threshold_or_by_its_rise():
    lost = {2022: 100, 2023: 100, 2024: 130}
    assert not gives_concern(lost, 2023, threshold_ore=200, rise_percent=20)
    assert gives_concern(lost, 2024, threshold_ore=200, rise_percent=20)
    assert gives_concern(lost, 2024, threshold_ore=120, rise_percent=50)
