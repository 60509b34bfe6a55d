"""A meeting as PDF: tagged, with outline and page numbers, in the form that Danish minutes have on paper."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from raadhus.core.documents.renderers.pdf import compile_pdf
from raadhus.core.documents.renderers.typst import typst_content, typst_string
from raadhus.core.documents.text import render_typst
from raadhus.meetings.rules.disclosure import DisclosedMeeting
from raadhus.meetings.rules.reading import SectionKind
from raadhus.meetings.writer.printed import PrintedItem, PrintedMeeting, printed

_TEMPLATE = Path(__file__).parent / "meeting.typ"


def write_pdf(meeting: DisclosedMeeting) -> bytes:
    """Return the meeting as PDF/UA-1."""
    return pdf_of(printed(meeting))


def pdf_of(page: PrintedMeeting) -> bytes:
    """Return what is printed as PDF/UA-1, dated by the meeting."""
    return compile_pdf(template(), "\n".join(_source(page)), day=page.meeting.date)


@cache
def template() -> str:
    """Return the look of a meeting on paper."""
    return _TEMPLATE.read_text(encoding="utf-8")


def _source(page: PrintedMeeting) -> Iterator[str]:
    yield f"#show: meeting-page.with({_arguments(page)})"
    yield "#{"
    if page.has_contents:
        yield "contents()"
        yield "v(1.6em)"
    for item in page.items:
        yield from _item(item)
    yield "}"


def _arguments(page: PrintedMeeting) -> str:
    meeting = page.meeting
    facts = "".join(f"({typst_string(label)}, {typst_content(value)}), " for label, value in page.facts)
    day = meeting.date
    dated = f"datetime(year: {day.year}, month: {day.month}, day: {day.day})" if day else "none"
    author = page.municipality or meeting.body or ""
    return ", ".join(
        (
            typst_string(page.title),
            typst_string(page.running),
            typst_string(page.municipality),
            f"({facts})",
            typst_string(meeting.language),
            typst_string(author),
            dated,
        )
    )


def _item(item: PrintedItem) -> Iterator[str]:
    number = item.item.case_number
    yield f"item({typst_content(item.heading)}, {typst_content(number) if number else 'none'})"
    for section in item.sections:
        is_decision = section.kind is SectionKind.DECISION
        yield "decided({" if is_decision else "{"
        if section.heading:
            yield f"part({typst_content(section.heading)})"
        yield render_typst(section.blocks, heading_level=2 + section.depth)
        yield "})" if is_decision else "}"
