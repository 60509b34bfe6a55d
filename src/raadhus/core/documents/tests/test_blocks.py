"""Blocks survive JSON, the editor and HTML; junk does not become blocks."""

import contextlib
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadhus.core.documents.readers.html_blocks import blocks_from_html
from raadhus.core.documents.renderers.html import render_html
from raadhus.core.documents.rules.blocks import Heading, ListBlock, ListItem, Mark, MarkKind, Paragraph, Table
from raadhus.core.documents.rules.blocks_json import NotBlocks, from_json, to_json
from raadhus.core.documents.rules.editor_json import from_editor, to_editor
from raadhus.core.documents.tests import block_strategies as strategies
from raadhus.kernel.errors import WrongInput

JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["type", "text", "items", "rows", "content", "marks", "attrs"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@given(strategies.documents())
def test_blocks_survive_json(blocks):
    assert from_json(json.loads(json.dumps(to_json(blocks)))) == blocks


@given(strategies.documents())
def test_blocks_survive_the_editor(blocks):
    assert from_editor(json.loads(json.dumps(to_editor(blocks)))) == blocks


def as_html_says(block):
    """HTML prints markers as text in an ordered list, and does not say how deep an unmarked one was meant."""
    if not isinstance(block, ListBlock):
        return block
    return replace(block, ordered=block.ordered or any(item.label for item in block.items))


@given(strategies.documents(strategies.WORDS, pictures=False))
def test_blocks_survive_html(blocks):
    html = render_html(blocks, heading_level=1)
    assert blocks_from_html(html) == tuple(map(as_html_says, blocks))


@given(JUNK)
def test_junk_becomes_blocks_or_one_error(junk):
    for read in (from_json, from_editor):
        with contextlib.suppress(NotBlocks):
            read(junk)


@pytest.mark.parametrize(
    ("block", "sentence"),
    [
        ({"type": "script"}, "ukendt bloktype"),
        ({"type": "paragraph"}, "'text' mangler"),
        ({"type": "paragraph", "text": "a", "onclick": "x"}, "ukendt felt 'onclick'"),
        ({"type": "heading", "text": "a", "level": 9}, "niveau"),
        ({"type": "table", "rows": [["a"], ["b", "c"]]}, "ikke lige lange"),
        ({"type": "image", "sha256": "../x", "alt": ""}, "SHA-256"),
        ({"type": "paragraph", "text": "a", "marks": [{"start": 0, "end": 9, "kind": "strong"}]}, "uden for teksten"),
        (
            {
                "type": "paragraph",
                "text": "a",
                "marks": [{"start": 0, "end": 1, "kind": "link", "href": "javascript:x"}],
            },
            "et link skal",
        ),
        ({"type": "paragraph", "text": "a", "marks": [{"start": 0, "end": True, "kind": "strong"}]}, "'end' mangler"),
    ],
)
def test_what_is_wrong_and_where_is_said(block, sentence):
    with pytest.raises(NotBlocks, match=f"blok 2: .*{sentence}"):
        from_json([{"type": "paragraph", "text": ""}, block])


def test_lists_nested_absurdly_deep_are_refused():
    item = {"text": "bund"}
    for _ in range(40):
        item = {"text": "", "items": [item]}
    with pytest.raises(NotBlocks, match="indlejret"):
        from_json([{"type": "list", "items": [item]}])


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("<p>a <b>b</b> <a href='https://x.dk'>c</a></p>", Paragraph("a b c", (Mark(2, 3, MarkKind.STRONG), Mark(4, 5, MarkKind.LINK, "https://x.dk")))),
        ("løs tekst", Paragraph("løs tekst")),
        ("<p>a<br>b</p>", Paragraph("a\nb")),
        ("<h2>Over</h2>", Heading("Over", 2)),
        ("<ul><li>a<ul><li>b</ul></ul>", ListBlock((ListItem("a", items=(ListItem("b"),)),))),
        ("<ol type=a start=2><li>x</ol>", ListBlock((ListItem("x", "b."),), ordered=True)),
        ("<table><tr><th>A<tr><td>b</table>", Table((("A",), ("b",)))),
    ],
)  # fmt: skip
def test_html_becomes_blocks(source, blocks):
    assert blocks_from_html(source) == (blocks,)


@pytest.mark.parametrize(
    "source",
    [
        "<p>a<script>alert(1)</script></p>",
        "<p onclick='x()'>a</p>",
        "<p><a href='javascript:alert(1)'>a</a></p>",
        "<p><a href=' java\nscript:alert(1)'>a</a></p>",
        "<p><a href='data:text/html,x'>a</a></p>",
        "<style>p{}</style><p style='position:fixed'>a</p>",
        "<p>a<img src=x onerror=alert(1)></p>",
        "<svg onload=x><p>b</svg><p>a",
        "<p>a<iframe src='https://x.dk'></iframe></p>",
    ],
)
def test_nothing_that_runs_gets_through(source):
    assert blocks_from_html(source) == (Paragraph("a"),)


@given(st.text(alphabet="<>/abpliulh1 \"'=&;!-\0", max_size=200))
def test_any_html_becomes_valid_blocks(source):
    assert from_json(to_json(blocks_from_html(source))) == blocks_from_html(source)


def test_absurd_html_is_refused():
    with pytest.raises(WrongInput, match="for mange lag"):
        blocks_from_html("<div>" * 5000)
