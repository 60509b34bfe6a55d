"""Names of files are made harmless, and a document survives being kept as JSON."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadhus.core.documents.readers.html import read_html
from raadhus.core.documents.rules.files import LONGEST_NAME, clean_name, path_of
from raadhus.core.documents.rules.source_json import pack, unpack


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("referat.pdf", "referat.pdf"),
        ("C:\\Users\\x\\referat.pdf", "referat.pdf"),
        ("../../etc/passwd", "passwd"),
        ("", "uden navn"),
        ("..", "uden navn"),
        ("a\x00b\n.pdf", "ab.pdf"),
        ("fil\u202efdp.exe", "filfdp.exe"),
        ("x" * 300 + ".pdf", "x" * 195 + "….pdf"),
    ],
)
def test_names_are_made_harmless(given_name, kept):
    assert clean_name(given_name) == kept


@given(st.text(max_size=400))
def test_every_name_is_printable_and_short(name):
    kept = clean_name(name)
    assert 0 < len(kept) <= LONGEST_NAME
    assert "/" not in kept


@given(st.text(max_size=70))
def test_only_a_hash_has_a_path(text):
    with pytest.raises(ValueError, match="Not a SHA-256"):
        path_of(text + "x")


CELLS = st.lists(st.text(alphabet="abcæøå <>&", max_size=8), min_size=2, max_size=2)


@given(st.lists(CELLS, max_size=4), st.lists(st.text(alphabet="abæøå 1.)-", max_size=20), max_size=4))
def test_a_document_survives_being_kept(rows, items):
    escaped = [[cell.replace("&", "&amp;").replace("<", "&lt;") for cell in row] for row in rows]
    table = "".join("<tr><td>" + "<td>".join(row) + "</tr>" for row in escaped)
    page = f"<h2 class=x>Punkt</h2><table>{table}</table><ul>{''.join(f'<li><b>{item}</b>' for item in items)}</ul>"
    source = read_html(page.encode())
    assert unpack(pack(source)) == source
