"""Charts are drawn on the server, in Danish, safe to put in a page, and not drawn twice."""

import pytest
import vl_convert
from django.template import Context, Template
from lxml import etree

from raadhus.ui.charts import CannotDraw, Picture, Point, Reference, Series, bars, columns, keep_in, lines, png, svg
from raadhus.ui.charts.cleaning import cleaned

YEARS = [Point("2022", 410_000), Point("2023", 380_000.5), Point("2024", 496_769.8)]
COLUMNS = columns(YEARS, x_title="År", y_title="Kroner")
WORDS = {"title": "Mistet refusion", "alt": "Tabet steg fra 380.001 kr. i 2023 til 496.770 kr. i 2024."}


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    keep_in(tmp_path, fonts=settings.CHART_FONTS)
    yield tmp_path
    keep_in(settings.CHARTS_FOLDER, fonts=settings.CHART_FONTS)


def test_a_chart_is_one_picture_with_a_name_and_a_description():
    root = etree.fromstring(svg(COLUMNS, **WORDS))
    said = {child.get("id"): child.text for child in root[:2]}
    assert root.get("role") == "img"
    assert said[root.get("aria-labelledby")] == WORDS["title"]
    assert said[root.get("aria-describedby")] == WORDS["alt"]


def test_numbers_are_danish():
    assert "496.770" in svg(COLUMNS, **WORDS)


def test_nothing_in_a_chart_needs_more_than_the_strict_policy():
    drawn = svg(COLUMNS, **WORDS)
    assert not any(sign in drawn for sign in ("style", "<script", "href", "onload", "foreignObject"))


def test_what_is_foreign_to_a_drawing_is_taken_out():
    made = cleaned(
        '<svg xmlns="http://www.w3.org/2000/svg"><script>x()</script><g onclick="x()" style="fill:red" fill="url(http://x)"'
        '><a href="javascript:x()"><text>T</text></a><path id="a" d="M1,1" clip-path="url(#c)"/></g></svg>',
        title="T",
        alt="A",
        mark="m",
    )
    assert "x()" not in made
    assert "url(http" not in made
    assert 'id="m-a"' in made
    assert 'clip-path="url(#m-c)"' in made


def test_words_in_the_data_are_words_and_never_markup():
    spec = bars([Point("<script>alert(1)</script>", 1)], x_title="&")
    drawn = svg(spec, title='"><b>', alt="a")
    assert "<script" not in drawn
    assert "<b>" not in drawn


def test_a_chart_that_fetches_data_is_not_drawn():
    with pytest.raises(CannotDraw):
        svg({"mark": "bar", "data": {"url": "https://example.org/a.csv"}}, **WORDS)


@pytest.mark.parametrize(
    "spec",
    [
        {"mark": "bar", "data": {"sequence": {"start": 0, "stop": 1_000_000_000}}},
        {"mark": "bar", "data": {"values": [1] * 5001}},
        {"mark": "bar", "data": {"values": []}, "width": 1_000_000},
        {
            "mark": "bar",
            "data": {"values": []},
            "encoding": {"x": {"field": "a", "axis": {"labelExpr": "datum.label"}}},
        },
        {"mark": "bar", "data": {"values": []}, "transform": [{"calculate": "1", "as": "a"}]},
        {"mark": {"type": "image", "url": "https://example.org/a.png"}, "data": {"values": []}},
    ],
)
def test_a_chart_that_computes_or_asks_too_much_is_not_drawn(spec):
    with pytest.raises(CannotDraw):
        svg(spec, **WORDS)


@pytest.mark.parametrize("spec", [{}, {"mark": 7}, {"mark": "bar", "data": {"values": object()}}])
def test_what_is_no_chart_is_said_to_be_none(spec):
    with pytest.raises(CannotDraw):
        svg(spec, **WORDS)


def test_a_chart_is_drawn_once(monkeypatch):
    first = svg(COLUMNS, **WORDS)
    monkeypatch.setattr(vl_convert, "vegalite_to_svg", lambda *_, **__: pytest.fail("drawn again"))
    assert svg(COLUMNS, **WORDS) == first


def test_no_more_drawings_are_kept_than_a_folder_holds(folder, monkeypatch):
    monkeypatch.setattr(vl_convert, "vegalite_to_svg", lambda *_, **__: '<svg xmlns="http://www.w3.org/2000/svg"/>')
    monkeypatch.setattr("raadhus.ui.charts.drawing._KEPT", 2)
    for number in range(900):
        svg({"mark": "bar", "name": str(number)}, **WORDS)
    assert len(list(folder.rglob("*.svg"))) <= 256 * 2


def test_lines_differ_by_colour_dash_and_shape():
    spec = lines([Series("SAC", (("1", 1), ("2", 2))), Series("FDC", (("1", 3), ("2", None)))], x_title="", y_title="")
    line, points = spec["layer"][0]["encoding"], spec["layer"][1]["encoding"]
    for channel in (line["color"], line["strokeDash"], points["shape"]):
        assert len({str(way) for way in channel["scale"]["range"]}) == 2
    assert "SAC" in svg(spec, **WORDS)


def test_more_lines_than_can_be_told_apart_are_refused():
    with pytest.raises(ValueError, match="7 linjer"):
        lines([Series(str(number), ()) for number in range(7)], x_title="", y_title="")


def test_a_marked_column_is_dashed_and_the_legend_says_why():
    marked = columns(
        [Point("2013", 1, is_marked=True), *YEARS],
        x_title="",
        y_title="",
        legend=("Beregnet", "Oplyst"),
        reference=Reference("Tærskel", 300_000),
    )
    drawn = svg(marked, **WORDS)
    assert "stroke-dasharray" in drawn
    assert all(word in drawn for word in ("Beregnet", "Oplyst", "Tærskel"))


@pytest.mark.parametrize(("values", "side"), [((1, 2, 9, 8), "left"), ((8, 9, 2, 1), "right"), ((1, 1, 1, 1), "right")])
def test_the_words_of_a_level_stand_where_the_columns_are_under_it(values, side):
    points = [Point(str(place), value) for place, value in enumerate(values)]
    spec = columns(points, x_title="", y_title="", reference=Reference("Tærskel", 5))
    assert [layer["mark"]["align"] for layer in spec["layer"] if "Tærskel" in str(layer)] == [side, side]


def test_a_picture_for_formats_without_svg():
    assert png(COLUMNS, **WORDS).startswith(b"\x89PNG")


def test_the_component_shows_picture_sentence_and_table():
    picture = Picture(spec=COLUMNS, columns=("År", "Kroner"), rows=(("2024", "496.770"),), **WORDS)
    html = Template("{% load ui %}{% chart picture %}").render(Context({"picture": picture}))
    assert "<svg" in html
    assert f"<figcaption>{WORDS['alt']}</figcaption>" in html
    assert '<th scope="row">2024</th>' in html


def test_a_picture_that_cannot_be_drawn_is_still_its_sentence_and_table():
    picture = Picture(spec={"mark": 7}, columns=("År",), rows=(("2024",),), **WORDS)
    html = Template("{% load ui %}{% chart picture %}").render(Context({"picture": picture}))
    assert "<svg" not in html
    assert WORDS["alt"] in html
