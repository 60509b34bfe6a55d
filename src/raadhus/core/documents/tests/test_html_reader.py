"""HTML becomes lines with evidence, and the page around the document stays outside."""

import pytest

from raadhus.core.documents.readers.html import read_html
from raadhus.core.documents.readers.media_types import media_type_of
from raadhus.core.documents.rules.source_text import LineKind
from raadhus.kernel.errors import WrongInput


def texts(source: str) -> list[str]:
    return [line.text for line in read_html(source.encode()).lines]


def test_every_span_is_the_line_itself(shared_dir):
    document = read_html((shared_dir / "real-minutes" / "aarhus-teknisk-udvalg-portal.html").read_bytes())
    assert all(document.text[line.start : line.end] == line.text for line in document.lines)


def test_portal_page_keeps_the_meeting_and_drops_the_page(shared_dir):
    document = read_html((shared_dir / "real-minutes" / "aarhus-teknisk-udvalg-portal.html").read_bytes())
    assert document.lines[2].cells == ("Udvalg:", "Teknisk Udvalg")
    assert [line.text for line in document.lines if "label-default" in line.css] == ["1", "2", "3", "4", "5", "6"]
    assert next(line.text for line in document.lines if "sagsnummer" in line.css) == "EMN-2025-010561"
    for chrome in ("PDF", "Hent som PDF", "Kopier link", "Tilbage til forsiden", "Tip en ven", "localizationKeys"):
        assert chrome not in document.text


@pytest.mark.parametrize(
    "chrome",
    [
        "<script>let referat = 1</script>",
        "<style>p {color: red}</style>",
        "<nav><a href='/'>Forside</a></nav>",
        "<button>Del</button>",
        "<span role=button>PDF</span>",
        "<span class='badge'>3</span>",
        "<p hidden>skjult</p>",
        "<p style='display: none'>skjult</p>",
        "<ul class=dropdown-menu><li>Kopier link</ul>",
        "<select><option>2024</select>",
        "<!-- bemærkning -->",
        "<iframe src='https://example.dk'>ramme</iframe>",
        "<div class=modal><h4>Luk</h4></div>",
    ],
)
def test_chrome_is_left_out(chrome):
    assert texts(f"<body><p>Før</p>{chrome}<p>Efter</p></body>") == ["Før", "Efter"]


def test_heading_inside_a_button_belongs_to_the_document():
    assert texts("<button><h2>Budget</h2></button>") == ["Budget"]


def test_folded_part_that_a_button_unfolds_is_read():
    page = "<button aria-controls=d1>Vis</button><div id=d1 style='display:none'>Indhold</div>"
    assert texts(page) == ["Indhold"]


def test_long_hidden_text_is_told():
    document = read_html(f"<p>Synligt</p><div hidden>{'ord ' * 100}</div>".encode())
    assert [warning.code for warning in document.warnings] == ["hidden_text"]


def test_lists_get_the_markers_a_browser_prints():
    page = "<ol start=3><li>c<ol type=a><li>inde</ol><li>d</ol><ul><li>punkt</ul><ul class=list-unstyled><li>bilag</ul>"
    assert texts(page) == ["3. c", "a. inde", "4. d", "- punkt", "bilag"]


def test_nested_lists_know_their_depth():
    document = read_html(b"<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>")
    assert [(line.kind, line.level) for line in document.lines] == [(LineKind.LIST_ITEM, depth) for depth in (0, 1, 0)]


def test_table_cells_follow_the_grid():
    page = "<table><tr><th rowspan=2>Center<th colspan=2>Sager<tr><td>2<td>3<tr><td>SAC<td>1</table>"
    assert [line.cells for line in read_html(page.encode()).lines] == [
        ("Center", "Sager", ""),
        ("", "2", "3"),
        ("SAC", "1", ""),
    ]


def test_table_that_only_arranges_the_page_is_read_as_text():
    assert texts("<table><tr><td>1</td><td><h2>Budget</h2><p>Tekst</p></td></tr></table>") == ["1", "Budget", "Tekst"]


def test_one_column_with_a_header_is_a_table():
    assert [line.cells for line in read_html(b"<table><tr><th>Navn<tr><td>SAC</table>").lines] == [("Navn",), ("SAC",)]


def test_terms_and_their_descriptions_are_rows():
    page = b"<dl><dt>Udvalg<dd>Direktionen</dd><div><dt>Deltagere</dt><dd>A B</dd><dd>C D</dd></div></dl>"
    assert [line.cells for line in read_html(page).lines] == [("Udvalg", "Direktionen"), ("Deltagere", "A B, C D")]


def test_long_descriptions_are_text():
    assert texts(f"<dl><dt>Beslutning<dd>{'ord ' * 200}</dl>")[0] == "Beslutning"


@pytest.mark.parametrize(
    "icon",
    [
        "<i class=lock title='Lukket punkt'></i>",
        "<img src=x alt='Lukket punkt'>",
        "<button aria-label='Lukket punkt'></button>",
    ],
)
def test_an_icon_that_says_closed_is_read(icon):
    assert texts(f"<h2>{icon} Punkt 3</h2>") == ["Lukket punkt Punkt 3"]


def test_line_breaks_end_lines_of_a_paragraph_but_not_of_a_heading():
    assert texts("<h2>Lang<br>titel</h2><p>Sted: Rådhuset<br>Tid: 9.00</p>") == [
        "Lang titel",
        "Sted: Rådhuset",
        "Tid: 9.00",
    ]


def test_bold_means_the_whole_line():
    lines = read_html(b"<p><b>Indstilling</b></p><p><b>At</b> noget</p>").lines
    assert [line.bold for line in lines] == [True, False]


@pytest.mark.parametrize(
    ("source", "media_type"),
    [
        ("Referat<h2>1. Budget</h2><p>Godkendt.</p><p>Slut</p>", "text/html"),
        ("<?xml version='1.0'?><!-- x --><html><p>a", "text/html"),
        ("Siden bruger <p>afsnit</p> og a < b.", "text/plain"),
        ("<- pil og <tekst>", "text/plain"),
    ],
)
def test_html_is_known_by_its_elements(source, media_type):
    assert media_type_of(source.encode()) == media_type


def test_deep_nesting_is_read():
    assert texts("<div>" * 1500 + "bunden" + "</div>" * 1500) == ["bunden"]


def test_absurd_nesting_is_refused():
    with pytest.raises(WrongInput, match="for mange lag"):
        read_html(b"<div>" * 50_000 + b"bunden")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "latin-1", "cp1252", "cp865"])
def test_danish_letters_survive_every_encoding(encoding):
    page = "<html><body><p>Børn på Ærø går i skole, og det koster 40 §</p></body></html>"
    page = page.replace(" og det koster 40 §", "") if encoding == "cp865" else page
    assert "Børn på Ærø går i skole" in read_html(page.encode(encoding)).text
