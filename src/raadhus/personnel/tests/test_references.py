"""Reference values: every one says whose it is, and two that were not counted alike are never held together."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadhus.kernel.errors import WrongInput
from raadhus.personnel.rules.benchmarks.published import PUBLISHED
from raadhus.personnel.rules.benchmarks.references import (
    UNTOLD,
    Certainty,
    NotComparable,
    ReferenceValue,
    comparable_with,
    gap,
    is_comparable,
    merged,
)
from raadhus.personnel.rules.measures.catalogue import MEASURES
from raadhus.personnel.rules.measures.definitions import Unit
from raadhus.personnel.rules.occupations import KRL_GROUPS

SICK = MEASURES["sick_days_per_full_time"]


def value(year=2019, number="12.1", **more):
    known = {"source": "KRL", "definition": "sick_days_per_full_time", "unit": Unit.DAYS, "origin": "et sted"}
    return ReferenceValue(year=year, value=Decimal(number), **(known | more))


VALUES = st.builds(
    value,
    year=st.integers(2012, 2015),
    number=st.sampled_from(["11.9", "12.0", "12.1"]),
    source=st.sampled_from(["KRL", "DST"]),
    area=st.sampled_from(["hele landet", "Region"]),
    version=st.just(UNTOLD),
)


def newest(values):
    """The newest version of each value, by place and year."""
    known = {(one.key, one.year): one for one in sorted(values, key=lambda one: one.version)}
    return sorted(known.values(), key=lambda one: (one.key, one.year))


def test_every_published_value_says_where_it_was_read_and_stands_once():
    places = [(one.key, one.year, one.version) for one in PUBLISHED]
    assert len(set(places)) == len(places)
    assert all(one.source and one.definition and one.origin for one in PUBLISHED)


def test_the_published_sick_days_are_krls_series_with_its_correction():
    series = newest(one for one in PUBLISHED if one.key == value().key)
    found = {one.year: str(one.value) for one in series}
    assert found == {
        2012: "11.94", 2013: "12.0", 2014: "12.0", 2015: "12.2", 2017: "11.7",
        2018: "11.9", 2019: "12.1", 2020: "12.2", 2022: "16.1",
    }  # fmt: skip
    assert {one.tag for one in series if one.year == 2018} == {"KRL 2018, version 2"}


def test_krls_groups_of_2019_have_their_values():
    found = {one.group: one.value for one in PUBLISHED if one.group}
    assert set(found) == set(KRL_GROUPS)
    assert found["SOSU-personale"] == Decimal("16.3")
    assert comparable_with(SICK, PUBLISHED, 2019, "Akademikere")[0].value == Decimal("6.2")


def test_what_is_known_through_others_says_so():
    share = next(one for one in PUBLISHED if one.definition == "share_60_plus")
    assert (share.certainty, share.tag) == (Certainty.REPEATED, "Tal om Personale 2024, gengivet af andre")
    assert gap(MEASURES["share_60_plus"], Decimal("12.0"), 2024, share) == Decimal("-4.0")


@pytest.mark.parametrize(
    "other",
    [{"source": "DST"}, {"definition": "own_sick_days"}, {"unit": Unit.PERCENT}],
)
def test_a_figure_is_not_held_against_another_source_definition_or_unit(other):
    with pytest.raises(NotComparable, match="ikke opgjort som"):
        gap(SICK, Decimal("14.6"), 2019, value(**other))


def test_a_figure_is_not_held_against_another_year():
    with pytest.raises(NotComparable, match="samme år"):
        gap(SICK, Decimal("14.6"), 2024, value(2022))


def test_the_gap_is_ours_less_theirs():
    assert gap(SICK, Decimal("14.6"), 2019, value()) == Decimal("2.5")


@pytest.mark.parametrize("key", ["leaving_rate", "turnover", "retirement_age", "sick_days_per_employee"])
def test_a_measure_of_our_own_definition_is_held_against_nothing(key):
    assert not any(is_comparable(MEASURES[key], one) for one in PUBLISHED)


@given(st.lists(VALUES, max_size=8), st.lists(VALUES, max_size=8))
def test_importing_the_same_again_changes_nothing_and_corrections_keep_what_was(first, second):
    kept = merged([], first).values
    before = merged(kept, second)
    again = merged(before.values, newest(before.values))
    assert (again.added, again.corrected) == ((), ())
    places = [(one.key, one.year, one.version) for one in before.values]
    assert len(set(places)) == len(places)
    assert set(kept) <= set(before.values)


def test_a_corrected_value_is_the_next_version():
    found = merged([value()], [value(number="12.0", version=UNTOLD), value(2020, version=UNTOLD)])
    assert [(one.year, one.version) for one in found.corrected] == [(2019, 2)]
    assert [one.year for one in found.added] == [2020]
    assert newest(found.values)[0].value == Decimal("12.0")


def test_the_newest_version_is_the_one_compared_with():
    known = [value(), value(number="11.9", version=2), value(area="Region"), value(2020), value(group="Akademikere")]
    assert [(one.area, str(one.value)) for one in comparable_with(SICK, known, 2019)] == [
        ("hele landet", "11.9"),
        ("Region", "12.1"),
    ]


def test_refusals_are_sentences_for_the_person_at_the_screen():
    assert not issubclass(NotComparable, WrongInput)
    with pytest.raises(NotComparable) as refused:
        gap(SICK, Decimal("14.6"), 2019, value(source="DST"))
    assert str(refused.value).endswith(".")
