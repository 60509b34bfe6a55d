"""A meeting as Markdown."""

from collections.abc import Iterator

from raadhus.core.documents.renderers.markdown import markdown_line
from raadhus.core.documents.text import render_markdown
from raadhus.meetings.rules.disclosure import DisclosedMeeting
from raadhus.meetings.writer.printed import PrintedItem, printed

_BLOCK_HEADING = 4


def write_markdown(meeting: DisclosedMeeting) -> bytes:
    """Return the meeting as UTF-8 Markdown: one heading for the meeting, second level for items, third for sections."""
    page = printed(meeting)
    parts = [f"# {markdown_line(page.title)}"]
    if page.municipality:
        parts.append(markdown_line(page.municipality))
    parts += [f"**{label}:** {markdown_line(value)}" for label, value in page.facts]
    if page.has_contents:
        parts += ["## Indholdsfortegnelse", "  \n".join(markdown_line(item.heading) for item in page.items)]
    for item in page.items:
        parts.extend(_item(item))
    return ("\n\n".join(filter(None, parts)) + "\n").encode()


def _item(item: PrintedItem) -> Iterator[str]:
    yield f"## {markdown_line(item.heading)}"
    if item.item.case_number:
        yield markdown_line(item.item.case_number)
    for section in item.sections:
        if section.heading:
            yield f"### {markdown_line(section.heading)}"
        yield render_markdown(section.blocks, heading_level=_BLOCK_HEADING - 1 + section.depth)
