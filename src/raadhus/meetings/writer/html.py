"""A meeting as one web page of its own: no scripts, nothing fetched, prints well."""

from collections.abc import Iterator, Mapping
from html import escape

from raadhus.core.documents.renderers.html import html_text
from raadhus.core.documents.text import render_html
from raadhus.meetings.rules.disclosure import DisclosedMeeting
from raadhus.meetings.writer.html_style import STYLE
from raadhus.meetings.writer.printed import PrintedItem, PrintedMeeting, printed

_BLOCK_HEADING = 4


def write_html(meeting: DisclosedMeeting) -> bytes:
    """Return the meeting as a UTF-8 HTML page with its own style."""
    return "\n".join(_page(printed(meeting))).encode()


def _page(page: PrintedMeeting) -> Iterator[str]:
    meeting = page.meeting
    yield "<!DOCTYPE html>"
    yield f'<html lang="{escape(meeting.language)}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{html_text(page.title)}</title>"
    yield f"<style>\n{STYLE}</style>"
    yield "</head>"
    yield "<body>"
    yield "<main>"
    yield from header_lines(page)
    for position, item in enumerate(page.items, start=1):
        yield from item_lines(item, position)
    yield "</main>"
    yield "</body>"
    yield "</html>\n"


def header_lines(page: PrintedMeeting) -> Iterator[str]:
    """Yield the lines of title, facts and table of contents."""
    if page.municipality:
        yield f'<p class="municipality">{html_text(page.municipality)}</p>'
    yield f"<h1>{html_text(page.title)}</h1>"
    if page.facts:
        rows = (f"<dt>{escape(label)}</dt>\n<dd>{html_text(value)}</dd>" for label, value in page.facts)
        yield '<dl class="facts">\n' + "\n".join(rows) + "\n</dl>"
    if page.has_contents:
        yield '<nav class="contents" aria-labelledby="contents">'
        yield '<h2 id="contents">Indholdsfortegnelse</h2>'
        yield '<ol class="labelled">'
        for position, item in enumerate(page.items, start=1):
            yield f'<li><a href="#punkt-{position}">{html_text(item.heading)}</a></li>'
        yield "</ol>"
        yield "</nav>"


def item_lines(item: PrintedItem, position: int, *, images: Mapping[str, str] | None = None) -> Iterator[str]:
    """Yield the lines of one item; the last is the end of its element. `images` gives pictures' addresses by SHA-256."""
    closed = " closed" if item.item.closed else ""
    yield f'<article class="item{closed}" id="punkt-{position}">'
    yield f"<h2>{html_text(item.heading)}</h2>"
    if item.item.case_number:
        yield f'<p class="case-number">{html_text(item.item.case_number)}</p>'
    for section in item.sections:
        yield f'<section class="{section.kind.value}">'
        if section.heading:
            yield f"<h3>{html_text(section.heading)}</h3>"
        yield render_html(section.blocks, heading_level=_BLOCK_HEADING - 1 + section.depth, images=images)
        yield "</section>"
    yield "</article>"
