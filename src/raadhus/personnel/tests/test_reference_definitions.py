"""No page can show a reference value of another definition, source, unit, year or group than the figure that it stands beside."""

from decimal import Decimal

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from tests.cast import NOW

from raadhus.kernel.roles import Role
from raadhus.personnel.actions.importing_references import import_references
from raadhus.personnel.rules.benchmarks.references import (
    COUNTRY,
    NotComparable,
    ReferenceValue,
    as_told,
    comparable_with,
    in_sight,
    written,
)
from raadhus.personnel.rules.measures.catalogue import MEASURES
from raadhus.personnel.rules.measures.definitions import Unit
from raadhus.personnel.rules.sentences import Point, figure_sentence

SOURCES = ("KRL", "DST", "KL", "VIVE", "Tal om Personale")
AREAS = (COUNTRY, "Region Nord", "Prøvekøbing")
# Those that are held against something at all, and two that are held against nothing.
NAMES = ("sick_days_per_full_time", "sick_percentage", "full_time_share", "average_age", "leaving_rate", "headcount")


@st.composite
def a_value(draw):
    """A value that is nearly right: most often of the definition's own unit, of few sources, years and groups."""
    name = draw(st.sampled_from(NAMES))
    return ReferenceValue(
        source=draw(st.sampled_from(SOURCES)),
        definition=name,
        year=draw(st.integers(2024, 2025)),
        value=draw(st.decimals(0, 60, places=1)),
        unit=draw(st.sampled_from([MEASURES[name].unit] * 3 + [Unit.KRONER])),
        origin="opslag",
        area=draw(st.sampled_from(AREAS)),
        group=draw(st.sampled_from(["", "Akademikere"])),
        version=draw(st.integers(1, 2)),
    )


MEASURED = st.sampled_from([MEASURES[name] for name in NAMES])
YEARS = st.integers(2024, 2025)


@given(st.lists(a_value(), min_size=4, max_size=16), MEASURED, YEARS, st.booleans())
def test_what_stands_beside_a_figure_is_of_its_definition_year_and_group(values, measure, year, of_a_group):
    group = "Akademikere" if of_a_group else ""
    found = comparable_with(measure, values, year, group)
    allowed = {(one.source, one.definition) for one in measure.comparisons}
    for one in found:
        assert (one.source, one.definition) in allowed
        assert (one.unit, one.year, one.group) == (measure.unit, year, group)
        same = [v.version for v in values if (v.key, v.year) == (one.key, year)]
        assert one.version == max(same)
    assert len({one.key for one in found}) == len(found)


@given(a_value(), MEASURED, YEARS)
def test_a_sentence_refuses_every_other_value_and_names_the_source_of_its_own(value, measure, year):
    now = Point(str(year), Decimal("10.0"))
    if value in comparable_with(measure, [value], year, value.group):
        assert value.tag in figure_sentence(measure, "Park", now, None, value)
    else:
        with pytest.raises(NotComparable):
            figure_sentence(measure, "Park", now, None, value)


def sick(area, number="12.0", **more):
    known = {"source": "KRL", "definition": "sick_days_per_full_time", "year": 2024, "unit": Unit.DAYS, "origin": "x"}
    return ReferenceValue(area=area, value=Decimal(number), **(known | more))


def test_of_many_areas_the_country_and_regions_are_in_sight():
    many = [sick(f"Kommune {n:02}") for n in range(98)] + [sick("Region Nord"), sick(COUNTRY), sick("By", source="DST")]
    kept = in_sight(many)
    assert {one.area for one in kept if one.source == "KRL"} == {COUNTRY, "Region Nord", "Kommune 00", "Kommune 01"}
    found = comparable_with(MEASURES["sick_days_per_full_time"], kept, 2024)
    assert [one.area for one in found] == [COUNTRY, "Region Nord", "Kommune 00", "Kommune 01"]


@pytest.mark.parametrize(
    ("number", "unit", "told"),
    [
        ("12.0000", Unit.DAYS, "12,0 dage"),
        ("13.0300", Unit.DAYS, "13,03 dage"),
        ("508900.0000", Unit.PERSONS, "508.900 personer"),
        ("47.0000", Unit.PERCENT, "47 %"),
    ],
)
def test_a_number_is_written_as_its_source_told_it(number, unit, told):
    assert written(sick(COUNTRY, number, unit=unit)).replace("\xa0", " ") == told
    assert as_told(Decimal(number), unit) == Decimal(number)


HEAD = "kilde;definition;år;værdi;enhed;henvisning;område;gruppe\n"
# 77,7 is of another source, definition, year or group than the figure; 66,6 is the figure's own.
ROWS = (
    "DST;sick_days_per_full_time;2024;77,7;dage;x;;\n"
    "KRL;own_sick_days;2024;77,7;dage;x;;\n"
    "KRL;short_sick_days;2024;77,7;dage;x;;\n"
    "KRL;sick_days_per_full_time;2021;77,7;dage;x;;\n"
    "KRL;sick_days_per_full_time;2024;77,7;dage;x;;Dagplejere\n"
    "KRL;sick_days_per_full_time;2024;66,6;dage;x;;\n"
)
PAGES = ("figure", "compare", "figure:export=csv", "compare:export=csv", "embed", "chart:svg")


@pytest.mark.usefixtures("released")
def test_no_page_file_or_picture_shows_the_value_of_another(cast, client_of):
    import_references(actor=cast[Role.HR], file_name="k.csv", data=(HEAD + ROWS).encode(), now=NOW)
    client, asked = client_of(Role.HR), "maal=sick_days_per_full_time&periode=2024"
    for page in PAGES:
        name, _sign, more = page.partition(":")
        address = reverse(f"personnel:{name}", args=[more] if name == "chart" else [])
        answer = client.get(f"{address}?{asked}{'&' + more if '=' in more else ''}")
        text = answer.content.decode("utf-8-sig")
        assert (page, answer.status_code, "77,7" in text, "77.7" in text) == (page, 200, False, False)
        if name in {"figure", "compare"}:
            assert ("66,6" in text, "KRL" in text) == (True, True)
