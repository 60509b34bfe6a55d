"""Everything that a board member sees of a year together does not give away a hidden centre: an attack with all lines at once."""

from collections import defaultdict
from fractions import Fraction
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from raadhus.refunds.rules.cases import Cause
from raadhus.refunds.rules.ledger import OTHERS, Entry
from raadhus.refunds.rules.release import band_of, released

LEAST = 5
CENTRES = ("A", "B", "C", "D")
CASES = st.tuples(
    st.sampled_from(CENTRES),
    st.sampled_from([Cause.LEADER_LATE, Cause.WRONG_ENTRY, Cause.HR_LATE]),
    st.sampled_from([0, 5, 20, 70]),
)
# Centres that do one thing wrong each are the easiest to give away.
OF_A_KIND = st.tuples(st.sampled_from(CENTRES), st.integers(1, 9)).map(
    lambda some: (
        [(some[0], Cause.LEADER_LATE if some[0] in "AB" else Cause.WRONG_ENTRY, 5 if some[0] < "D" else 70)] * some[1]
    )
)
GIVEN = st.lists(CASES, max_size=40) | st.lists(OF_A_KIND, max_size=5).map(
    lambda parts: [one for part in parts for one in part]
)
YEARS = GIVEN.map(
    lambda given: [
        Entry(str(number), centre, 2024, cause, 3**number, days) for number, (centre, cause, days) in enumerate(given)
    ]
)


def test_the_bands_are_told_from_the_shortest_delay_to_the_longest():
    days = [5, 10, 20, 70]
    entries = [Entry(f"{n}-{late}", "A", 2024, Cause.HR_LATE, 1, late) for late in days for n in range(LEAST)]
    told = released(entries, 2024, LEAST, is_over=True)
    assert [line.name for line in told.by_lateness] == ["1-7 dage", "8-14 dage", "15-30 dage", "Over 60 dage"]


def members(entries, told):
    """Every told line as the set of its cases: their amounts are powers of three, so that a sum says which they are."""
    lines = [line.lost_ore for way in (told.by_centre, told.by_cause, told.by_lateness) for line in way]
    return [{e.case_id for e in entries if (amount // e.lost_ore) % 3} for amount in [told.lost_ore, *lines]]


def rank(rows):
    rows, found = [list(row) for row in rows], 0
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((row for row in rows[found:] if row[column]), None)
        if pivot is None:
            continue
        rows.remove(pivot)
        rows.insert(found, pivot)
        for row in rows[found + 1 :]:
            factor = row[column] / pivot[column]
            row[:] = [a - factor * b for a, b in zip(row, pivot, strict=True)]
        found += 1
    return found


def small_groups(entries):
    keys = (lambda e: e.centre, lambda e: e.cause, band_of)
    for size in (1, 2, 3):
        for chosen in combinations(keys, size):
            groups = defaultdict(set)
            for entry in entries:
                groups[tuple(key(entry) for key in chosen)].add(entry.case_id)
            yield from (group for group in groups.values() if len(group) < LEAST)


@given(YEARS)
def test_no_hidden_group_is_a_combination_of_told_lines(entries):
    told = released(entries, 2024, LEAST, is_over=True)
    if not (told.by_centre or told.by_cause or told.by_lateness):
        return
    columns = [entry.case_id for entry in entries]
    lines = [[Fraction(name in line) for name in columns] for line in members(entries, told)]
    known = rank(lines)
    for group in small_groups(entries):
        assert rank([*lines, [Fraction(name in group) for name in columns]]) > known


@given(YEARS)
def test_no_told_line_is_of_a_few_cases_and_each_way_sums_to_the_whole(entries):
    told = released(entries, 2024, LEAST, is_over=True)
    for way in filter(None, (told.by_centre, told.by_cause, told.by_lateness)):
        assert all(line.cases >= LEAST for line in way)
        assert (sum(line.cases for line in way), sum(line.lost_ore for line in way)) == (told.cases, told.lost_ore)


def test_a_way_of_telling_that_would_give_a_centre_away_is_left_out():
    # What was lost by lateness, less what A lost, is what B lost; B, C and D are merged.
    entries = [Entry(f"a{n}", "A", 2024, Cause.LEADER_LATE, 1, 5) for n in range(9)]
    entries += [Entry(f"b{n}", "B", 2024, Cause.LEADER_LATE, 10, 5) for n in range(4)]
    entries += [Entry(f"{c}{n}", c, 2024, Cause.WRONG_ENTRY, 100, 5) for n in range(4) for c in "CD"]
    told = released(entries, 2024, LEAST, is_over=True)
    assert [(line.name, line.cases) for line in told.by_centre] == [("A", 9), (OTHERS, 12)]
    assert told.by_cause == ()


def test_of_a_running_year_and_of_a_few_cases_only_the_whole_is_told():
    entries = [Entry(str(n), "A" if n < 9 else "B", 2024, Cause.LEADER_LATE, 1, 5) for n in range(18)]
    assert released(entries, 2024, LEAST, is_over=True).by_centre
    running = released(entries, 2024, LEAST, is_over=False)
    assert (running.cases, running.by_centre) == (18, ())
    few = released(entries[:4], 2024, LEAST, is_over=True)
    assert (few.cases, few.by_centre, few.by_cause) == (4, (), ())


def test_the_centres_stand_in_the_house_s_order_and_the_rest_by_name():
    counts = {"A": 5, "B": 6, "C": 7, "D": 3, "E": 3}
    entries = [
        Entry(f"{centre}-{number}", centre, 2024, Cause.LEADER_LATE, 1, 5)
        for centre, count in counts.items()
        for number in range(count)
    ]
    found = released(entries, 2024, 3, order=("C", "B"), is_over=True)
    assert [line.name for line in found.by_centre] == ["C", "B", "A", "D", "E"]
