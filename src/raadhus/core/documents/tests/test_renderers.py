"""Blocks in every format: what was written is there, and nothing of it is markup."""

import io
import json
import re
from html.parser import HTMLParser

import pikepdf
import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt

from raadhus.core.documents.renderers.akoma_ntoso import NAMESPACE, add_blocks
from raadhus.core.documents.renderers.clean import clean
from raadhus.core.documents.renderers.columns import column_widths, figure_columns, is_wide
from raadhus.core.documents.renderers.docx import DocxWriter
from raadhus.core.documents.renderers.glyphs import printable
from raadhus.core.documents.renderers.pdf import compile_pdf
from raadhus.core.documents.renderers.runs import safe_href
from raadhus.core.documents.renderers.typst import typst_string
from raadhus.core.documents.text import (
    Chart,
    Heading,
    Image,
    ListBlock,
    ListItem,
    Mark,
    MarkKind,
    Paragraph,
    Table,
    plain_text,
    render_html,
    render_markdown,
    render_typst,
)
from raadhus.ui.charts import Point, columns

MARKUP = [
    "<script>alert(1)</script>",
    "a < b & c > d",
    "&lt; &#60;",
    "# ikke en overskrift",
    "*ikke* _fremhævet_ __nej__ `kode`",
    "[ikke](http://et-link.example) ![billede](x)",
    "1. ikke en liste",
    "1) heller ikke",
    "- nej",
    "+ nej",
    "> citat",
    "===",
    "---",
    "```",
    "    indrykket",
    "| a | b |",
    "a\\",
    "\\*",
    "~~~",
    "http://selv.example",
    '#panic("x") $x$ @ref <mærke> //',
    '"); #eval(',
    "🙂 שלום مرحبا",
]
TEXT = st.sampled_from(MARKUP) | st.text(st.characters(exclude_categories=["Cs", "Cn"]), max_size=30)
SOME_TEXT = TEXT.filter(lambda text: clean(text).strip())
ANY_TEXT = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])


def squeezed(text: str) -> str:
    """White space is the one thing that formats may write differently."""
    return "".join(clean(text).split())


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.pieces: list[str] = []

    def handle_starttag(self, tag, _attrs):
        self.tags.add(tag)

    def handle_data(self, data):
        self.pieces.append(data)


def html_of(source: str) -> _Text:
    parser = _Text()
    parser.feed(source)
    parser.close()
    return parser


def blocks_with(text: str):
    return (
        Paragraph(text),
        Heading(text),
        ListBlock((ListItem(text, None, (ListItem(text),)),)),
        Table((("K",), (text,)), caption="Tabel"),
    )


WRITTEN = ("p", "h4", "li", "td")


@given(SOME_TEXT)
@ANY_TEXT
def test_html_holds_every_character_and_no_element_from_the_text(text):
    for block in blocks_with(text):
        parser = html_of(render_html([block]))
        assert squeezed(text) in squeezed("".join(parser.pieces))
        assert parser.tags <= {"p", "h4", "ul", "li", "table", "caption", "thead", "tbody", "tr", "th", "td", "br"}


@given(SOME_TEXT)
@ANY_TEXT
def test_markdown_reads_back_as_the_same_text_and_nothing_else(text):
    for block in blocks_with(text):
        parser = html_of(MarkdownIt("commonmark").enable("table").render(render_markdown([block])))
        assert squeezed(text).replace("\0", "") in squeezed("".join(parser.pieces))
        allowed = {"p", "br"}
        allowed |= {"h4"} if isinstance(block, Heading) else set()
        allowed |= {"ul", "li"} if isinstance(block, ListBlock) else set()
        allowed |= {"table", "thead", "tbody", "tr", "th", "td"} if isinstance(block, Table) else set()
        assert parser.tags <= allowed


@given(SOME_TEXT)
@ANY_TEXT
def test_plain_text_holds_every_character(text):
    for block in blocks_with(text):
        assert squeezed(text) in squeezed(plain_text([block]))


@given(TEXT)
@ANY_TEXT
def test_a_typst_string_ends_where_it_ends_and_means_the_text(text):
    literal = typst_string(text)
    assert re.fullmatch(r'"(?:[^"\\\n]|\\[\\"nt])*"', literal)
    meant = re.sub(r"\\(.)", lambda found: {"n": "\n", "t": "\t"}.get(found[1], found[1]), literal[1:-1])
    assert meant == printable(clean(text))


@given(SOME_TEXT)
@ANY_TEXT
def test_typst_source_is_made_of_calls_and_string_literals(text):
    for block in blocks_with(text):
        without_strings = re.sub(r'"(?:[^"\\]|\\.)*"', "", render_typst([block]))
        assert re.fullmatch(r"[a-z0-9 (),+\[\]\n-]*", without_strings)


@given(SOME_TEXT)
@settings(ANY_TEXT, max_examples=40)
def test_word_and_akoma_ntoso_hold_every_character(text):
    document, root = Document(), etree.Element(f"{{{NAMESPACE}}}content")
    DocxWriter(document).blocks(blocks_with(text), heading_level=1)
    add_blocks(root, blocks_with(text), "x")
    stream = io.BytesIO()
    document.save(stream)
    again = Document(io.BytesIO(stream.getvalue()))
    paragraphs = [paragraph.text for paragraph in again.paragraphs if paragraph.text != "Tabel"]
    written = [*paragraphs, again.tables[0].rows[1].cells[0].text]
    assert sum(squeezed(text) in squeezed(each) for each in written) == 5
    assert squeezed("".join(root.itertext())).count(squeezed(text)) >= 5


@pytest.mark.parametrize(
    ("href", "safe"),
    [
        ("https://a.example/b?c=1&d=2", True),
        ("mailto:a@b.example", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        ("data:text/html,x", False),
        ("//a.example", False),
        ('https://a.example/"onload=', False),
        ("https://[ugyldig", False),
        ("", False),
        (None, False),
    ],
)
def test_only_addresses_that_lead_to_a_page_a_mailbox_or_a_telephone_become_links(href, safe):
    assert (safe_href(href) is not None) == safe
    html = render_html([Paragraph("her", (Mark(0, 3, MarkKind.LINK, href),))])
    assert ("<a " in html) == safe


def test_marks_that_overlap_are_combined():
    marks = (Mark(0, 5, MarkKind.STRONG), Mark(3, 8, MarkKind.EMPHASIS), Mark(50, 60, MarkKind.STRONG))
    assert render_html([Paragraph("abcdefgh", marks)]) == (
        "<p><strong>abc</strong><strong><em>de</em></strong><em>fgh</em></p>"
    )


def test_html_tables_say_which_cells_are_headers():
    html = render_html([Table((("Center", "Antal"), ("SAC", "2")), caption="Sager")])
    assert '<caption>Sager</caption>\n<thead>\n<tr><th scope="col">Center</th>' in html
    assert '<td>SAC</td><td class="numeric">2</td>' in html


def test_printed_markers_are_kept_and_bullets_are_bullets():
    lettered = ListBlock((ListItem("Godkender", "a)", (ListItem("under a", "-"),)),))
    assert plain_text([lettered]) == "a) Godkender\n  - under a"
    assert '<li><span class="label">a)</span> Godkender\n<ul>\n<li>under a</li>' in render_html([lettered])
    assert render_markdown([lettered]) == "- a) Godkender\n  - under a"


def test_markdown_counts_itself_only_where_it_prints_the_same():
    one_two = ListBlock((ListItem("x", "1."), ListItem("y", "2.")))
    one_three = ListBlock((ListItem("x", "1."), ListItem("y", "3.")))
    assert render_markdown([one_two]) == "1. x\n2. y"
    assert render_markdown([one_three]) == "- 1\\. x\n- 3\\. y"


def test_a_picture_without_its_file_is_its_alternative_text():
    picture = Image("ab" * 32, "Søjlediagram")
    assert render_html([picture]) == '<p class="image">Søjlediagram</p>'
    assert '<img src="/x" alt="Søjlediagram">' in render_html([picture], images={"ab" * 32: "/x"})
    assert plain_text([picture]) == "Søjlediagram"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Blåbærgrød ½ € – …", "Blåbærgrød ½ € – …"),
        ("🙂", "[U+1F642]"),
        ("漢", "[U+6F22]"),
        ("a\u030a", "å"),
        ("so\u00adft", "soft"),
        ("שלום", "שלום"),
    ],
)
def test_what_no_font_can_print_is_printed_as_its_code(text, printed):
    assert printable(text) == printed


@pytest.mark.parametrize(
    ("cells", "figures"),
    [
        (["14,1", "1.204"], True),
        (["496.770 kr.", "-3 %", ""], True),
        (["12 pct."], True),
        (["", ""], False),
        (["12 sager"], False),
        (["2", "ingen"], False),
    ],
)
def test_a_column_of_figures_is_known_by_its_cells(cells, figures):
    table = Table((("Center", "Antal"), *(("SAC", cell) for cell in cells)))
    assert figure_columns(table) == (False, figures)


def test_very_long_words_may_break():
    assert printable("x" * 50) == "x" * 20 + "\u200b" + "x" * 20 + "\u200b" + "x" * 10


CHART = Chart("Tab", "Tabet steg.", json.dumps(columns([Point("2024", 496_770)], x_title="År", y_title="Kroner")))


def test_a_chart_is_drawn_in_pages_with_its_sentence():
    html = render_html([CHART])
    assert "496.770" in html
    assert "<figcaption>Tabet steg.</figcaption>" in html


def test_a_chart_is_a_picture_with_alternative_text_in_pdf_and_word():
    template = '#set document(title: "Tab")\n#show: body => page-look("da", body)'
    pdf = pikepdf.open(io.BytesIO(compile_pdf(template, f"#{{\n{render_typst([CHART])}\n}}", day=None)))
    alternatives = [str(one.Alt) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]
    assert alternatives == ["Tabet steg."]
    document = Document()
    DocxWriter(document).blocks([CHART], heading_level=1)
    assert [shape._inline.docPr.get("descr") for shape in document.inline_shapes] == ["Tabet steg."]


@pytest.mark.parametrize("render", [plain_text, render_markdown])
def test_a_chart_is_its_sentence_where_there_are_no_pictures(render):
    assert render([CHART]) == "Tabet steg."


def test_a_chart_that_cannot_be_drawn_is_its_sentence():
    assert render_html([Chart("Tab", "Tabet steg.", "{}")]) == '<p class="image">Tabet steg.</p>'


def test_a_column_is_never_narrower_than_its_longest_word_and_a_narrow_table_needs_no_sharing():
    narrow = Table((("Center", "Antal"), ("SAC", "2")))
    wide = Table(
        (
            ("Stillingsgruppe", *("Sygedagsværk pr. fuldtidsansat, dage",) * 4),
            ("Syge- og sundhedspersonale, basis", *"1234"),
        )
    )
    assert not is_wide(narrow)
    assert is_wide(wide)
    widths = column_widths(wide)
    assert widths[0] > len("sundhedspersonale,")
    assert all(width > len("Sygedagsværk") for width in widths[1:])
