"""Markdown becomes safe HTML with our own addresses."""

import pytest

from raadhus.ui.markdown import render

ADDRESSES = {"page_address": "/hjaelp/{name}/", "picture_address": "/hjaelp/billeder/{name}"}


def html(source):
    return render(source, **ADDRESSES).html


def test_the_first_heading_is_the_title_and_not_repeated():
    text = render("# Vejledning\n\nHej.\n\n## Åbne møder\n", **ADDRESSES)
    assert text.title == "Vejledning"
    assert "Vejledning" not in text.html
    assert text.contents == (("aabne-moeder", "Åbne møder"),)
    assert '<h2 id="aabne-moeder">' in text.html


def test_a_link_to_another_page_and_a_picture_get_our_addresses():
    assert 'href="/hjaelp/borger/#soeg"' in html("[x](borger.md#soeg)")
    assert 'src="/hjaelp/billeder/moede.png"' in html("![Et møde](billeder/moede.png)")


def test_a_link_elsewhere_stays():
    assert 'href="https://example.org/"' in html("[x](https://example.org/)")


@pytest.mark.parametrize(
    "source", ["<script>alert(1)</script>", "[x](javascript:alert(1))", '<img src=x onerror="alert(1)">']
)
def test_nothing_in_the_text_runs(source):
    assert not any(tag in html(source) for tag in ("<script", "<img", 'href="javascript'))


def test_a_table_has_column_headings():
    assert '<th scope="col">' in html("| A | B |\n|---|---|\n| 1 | 2 |\n")
