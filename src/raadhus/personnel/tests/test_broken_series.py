"""A break of series as readers meet it: the line is cut, it is said where and why, and nothing is computed across it."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from raadhus.kernel.roles import Role
from raadhus.personnel.queries.cubes import current_cube
from raadhus.personnel.queries.figure_page import figure_page
from raadhus.personnel.queries.overview import overview
from raadhus.personnel.queries.publication_content import written_of
from raadhus.personnel.queries.series import with_the_last
from raadhus.personnel.queries.taken_along import page_rows
from raadhus.personnel.rules import series
from raadhus.personnel.rules.choosing import Choice
from raadhus.personnel.rules.disclosure.lattice import Step, Term
from raadhus.personnel.rules.measures.catalogue import MEASURES
from raadhus.personnel.rules.sentences import Point, series_sentence
from raadhus.personnel.rules.series import Break
from raadhus.personnel.tests.made_publication import material
from raadhus.ui.charts import Series, lines

TEXT = "Fuld tid er fra 32 timer."
BREAK = Break(date(2025, 1, 1), TEXT, ("full_time_share", "full_time_equivalents"), ("occupation",))


@pytest.fixture
def broken(released):
    """The invented cube, with a new series of some figures from 2025 on."""
    cube = current_cube()
    cube.about = {**cube.about, "breaks": json.dumps([series.written(BREAK)])}
    return cube


@pytest.fixture
def shown(broken, house, now):
    """The page of one measure of the municipality as HR sees it."""
    return lambda measure, **more: figure_page(house[Role.HR], Choice(measure, "by", **more), now)


def test_the_page_cuts_the_line_says_why_and_tells_no_change(shown):
    page = shown("full_time_share")
    assert (page.change, "end i 2024" in page.sentence) == ("", False)
    (remark,) = page.course.remarks
    assert (remark.mark, remark.since, TEXT in remark.text) == ("A", "januar 2025", True)
    assert page.course.picture.rows[-1][0] == "2025 [A]"
    values = page.course.picture.spec["data"]["values"]
    assert [one["part"] for one in values if one["name"] == "Prøvekøbing Kommune"] == [0, 0, 1]
    assert "Serien er ny fra 2025; tallene før er opgjort på en anden måde." in page.course.picture.alt
    assert "op fra" not in page.course.picture.alt
    assert "ned fra" not in page.course.picture.alt


def test_what_is_made_as_before_is_one_line_and_its_parts_may_be_of_a_new_series(shown):
    page = shown("headcount", breakdown="occupation")
    assert page.change
    assert page.course.remarks == ()
    assert "part" not in page.course.picture.spec["data"]["values"][0]
    assert [TEXT in said for said in page.parts.breaks] == [True]
    assert shown("headcount", breakdown="age").parts.breaks == ()


def test_the_overview_and_the_units_below_tell_no_change_across_it(shown, broken, house, now):
    found = overview(house[Role.HR], Choice("headcount", "by"), now)
    changes = {line.measure.key: line.change for lines_ in found.groups.values() for line in lines_}
    assert (changes["full_time_share"], changes["full_time_equivalents"]) == ("", "")
    assert changes["headcount"]
    assert {row.change for row in shown("full_time_share").below.rows} == {""}
    assert any(row.change for row in shown("headcount").below.rows)


def test_files_and_the_api_name_the_new_series_at_its_figures(shown, broken, cast, client_of):
    page = shown("full_time_share")
    notes = {row[5]: TEXT in row[8] for row in page_rows(broken, page.figures) if row[1] == "Prøvekøbing Kommune"}
    assert notes == {"2023": False, "2024": False, "2025": True}
    told = client_of(Role.HR).get("/api/personnel/figures?measure=full_time_share&unit=by").json()
    assert told["breaks"] == [{"day": "2025-01-01", "text": TEXT}]
    html = client_of(Role.HR).get("/personale/tal/?maal=full_time_share&enhed=by").content.decode()
    assert html.count(TEXT) >= 1


def test_growth_is_told_within_the_last_series(broken):
    figures = broken.series("is", "by", "full_time_equivalents", step=Step.YEAR)
    assert [one.term for one in with_the_last(broken, figures)] == [Term(2025, Step.YEAR)]
    every = broken.series("is", "by", "headcount", step=Step.YEAR)
    assert with_the_last(broken, every) == every


def test_the_publication_tells_no_change_across_it_and_says_so_beneath(cube_file):
    whole = material(cube_file)
    given = replace(whole, breaks=(BREAK,))
    before, after = written_of(whole), written_of(given)
    text = " ".join(one for section in after.sections for one in section.text)
    assert "Ændringen fra 2024 til 2025" in " ".join(one for section in before.sections for one in section.text)
    assert "Ændringen fra 2024 til 2025" not in text
    assert "er vokset mest" not in text
    sheets = [shown.sheet for section in after.sections for shown in section.shown]
    rows = {row[0].text: row[3].text for row in sheets[0].rows}
    assert rows[MEASURES["full_time_equivalents"].name] == rows[MEASURES["full_time_share"].name] == "–"
    assert rows[MEASURES["share_60_plus"].name] != "–"
    assert (
        sum(f"Ny serie fra 1. januar 2025, ikke sammenlignet med tallene før: {TEXT}" in one.notes for one in sheets)
        > 1
    )
    assert not [
        note for section in before.sections for one in section.shown for note in one.sheet.notes if TEXT in note
    ]


def test_a_sentence_of_a_new_series_says_that_it_is_and_a_chart_without_one_is_as_it_was():
    measure = MEASURES["headcount"]
    said = series_sentence(measure, "Park", [Point("2025", Decimal(9))], "2025")
    assert said.endswith("personer i 2025. Serien er ny fra 2025; tallene før er opgjort på en anden måde.")
    points = (("2024", 1), ("2025", 2))
    whole = lines([Series("a", points)], x_title="", y_title="")
    cut = lines([Series("a", points, ("2025",)), Series("b", points)], x_title="", y_title="")
    assert "detail" not in whole["layer"][0]["encoding"]
    assert cut["layer"][0]["encoding"]["detail"]["field"] == "part"
    assert [one["part"] for one in cut["data"]["values"]] == [0, 1, 0, 0]
