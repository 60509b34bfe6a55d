"""A meeting as plain text, in the form of the paper minutes."""

from collections.abc import Iterator

from raadhus.core.documents.renderers.text import one_line
from raadhus.core.documents.text import plain_text
from raadhus.meetings.rules.disclosure import DisclosedMeeting
from raadhus.meetings.writer.printed import PrintedItem, printed


def write_text(meeting: DisclosedMeeting) -> bytes:
    """Return the meeting as UTF-8 text, one paragraph a line and a blank line between paragraphs."""
    page = printed(meeting)
    parts = [page.title, *(f"{label}: {one_line(value)}" for label, value in page.facts)]
    if page.municipality:
        parts.insert(0, page.municipality)
    if page.has_contents:
        contents = "\n".join(one_line(item.heading) for item in page.items)
        parts += ["Indholdsfortegnelse", contents]
    for item in page.items:
        parts.extend(_item(item))
    return ("\n\n".join(parts) + "\n").encode()


def _item(item: PrintedItem) -> Iterator[str]:
    yield one_line(item.heading)
    if item.item.case_number:
        yield one_line(item.item.case_number)
    for section in item.sections:
        if section.heading:
            yield one_line(section.heading)
        if section.blocks:
            yield plain_text(section.blocks)
