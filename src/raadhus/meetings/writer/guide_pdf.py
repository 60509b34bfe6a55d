"""The guide as one PDF, in the look of the minutes."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Protocol

from raadhus.core.documents.renderers.pdf import compile_pdf
from raadhus.core.documents.renderers.typst import typst_content, typst_string
from raadhus.core.documents.text import blocks_from_html, render_typst
from raadhus.meetings.writer.dates import short_date
from raadhus.meetings.writer.pdf import template

_TITLE = "Vejledning"
# The articles' headings are h2 and h3; under the question they begin at the second level.
_HIGHEST = 2


class Answered(Protocol):
    """What is printed of an article."""

    @property
    def question(self) -> str:
        """The question."""
        ...

    @property
    def html(self) -> str:
        """The answer as safe HTML."""
        ...

    @property
    def owner(self) -> str:
        """Who answers for it."""
        ...


class Topical(Protocol):
    """A topic with its articles."""

    @property
    def name(self) -> str:
        """The topic."""
        ...

    @property
    def articles(self) -> Sequence[Answered]:
        """Its articles."""
        ...


def write_guide_pdf(topics: Sequence[Topical], day: date) -> bytes:
    """Return the guide as PDF/UA-1, dated by the day it was taken out."""
    return compile_pdf(template(), "\n".join(_source(topics, day)), day=day)


def _source(topics: Sequence[Topical], day: date) -> Iterator[str]:
    facts = f"({typst_string('Udskrevet')}, {typst_content(short_date(day))}), "
    dated = f"datetime(year: {day.year}, month: {day.month}, day: {day.day})"
    title = typst_string(_TITLE)
    yield f'#show: meeting-page.with({title}, {title}, "", ({facts}), "da", {title}, {dated})'
    yield "#{"
    if topics:
        yield "contents()"
    for topic in topics:
        for one in topic.articles:
            yield f"item({typst_content(one.question)}, {typst_content(_beneath(topic.name, one.owner))})"
            yield "{"
            yield render_typst(blocks_from_html(one.html, heading_level=_HIGHEST), heading_level=2)
            yield "}"
    yield "}"


def _beneath(topic: str, owner: str) -> str:
    return f"{topic} · {owner}" if owner else topic
