"""Does anything that leaves the house hold words from inside a closed item? The gate's check of the house itself.

`disclose` is what keeps closed content in; this looks at what actually came out, and does not trust it. Words that somebody
wrote for the public, or that stand in an open item as well, are no leak of the house's; the latter are told as a warning.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from raadhus.core.documents.text import plain_text
from raadhus.meetings.rules.gate import text_of
from raadhus.meetings.rules.record import ItemRecord, MeetingRecord, RecommendationRecord

# Shorter than this, compared without spaces and signs, words are too common to be told from others ("Godkendt.").
_SHORTEST = 12
_SHORTEST_IN_OPEN = 20
_BETWEEN = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Secret:
    """Words of a closed item as they are compared: letters and digits only, lower case; a case number as it is written."""

    item_number: str | None
    what: str
    words: str
    is_number: bool = False

    def stands_in(self, text: str, squeezed: str) -> bool:
        """Return True when a text, given as it is and squeezed, holds the words."""
        if self.is_number:
            return bool(re.search(rf"(?<![\w/-]){re.escape(self.words)}(?![\w/-])", text))
        return self.words in squeezed


def squeeze(text: str) -> str:
    """Return the letters and digits of a text in lower case, so that line ends and markup between words hide nothing."""
    return _BETWEEN.sub("", text.casefold())


def house_secrets(record: MeetingRecord) -> tuple[Secret, ...]:
    """Return the words that no public file may hold: those of closed items that stand nowhere in the open."""
    text = open_text(record)
    squeezed = squeeze(text)
    return tuple(one for one in _secrets(record, _SHORTEST) if not one.stands_in(text, squeezed))


def told_in_the_open(record: MeetingRecord) -> tuple[Secret, ...]:
    """Return the titles and decisions of closed items that an open item repeats word for word."""
    text = "\n".join(_open_parts(record))
    squeezed = squeeze(text)
    found = (
        one for one in _secrets(record, _SHORTEST_IN_OPEN) if not one.is_number and one.what in {"title", "decision"}
    )
    return tuple(one for one in found if one.stands_in(text, squeezed))


def open_text(record: MeetingRecord) -> str:
    """Return everything that may be told: open items, the meeting's own facts, and what was written for the public."""
    facts = (record.body or "", record.municipality or "", record.place or "", *record.participants, *record.absent)
    written = (f"{item.public_title or ''}\n{item.public_decision or ''}" for item in record.items if item.closed)
    closed = {item.id for item in record.items if item.closed}
    added = (f"{one.author} {one.text}" for one in record.additions if one.item_id not in closed)
    return "\n".join((*facts, *_open_parts(record), *written, *added))


def _open_parts(record: MeetingRecord) -> Iterator[str]:
    for item in record.items:
        if not item.closed:
            yield item.case_number or ""
            yield text_of(item)


def _secrets(record: MeetingRecord, shortest: int) -> Iterator[Secret]:
    for item in record.items:
        if not item.closed:
            continue
        if item.case_number and len(item.case_number.strip()) > 3:  # noqa: PLR2004 - shorter ones are any number
            yield Secret(item.number, "case_number", item.case_number.strip(), is_number=True)
        for what, words in _words(item):
            squeezed = squeeze(words)
            if len(squeezed) >= shortest:
                yield Secret(item.number, what, squeezed)
        for addition in record.additions:
            if addition.item_id == item.id and len(squeeze(addition.text)) >= shortest:
                yield Secret(item.number, "addition", squeeze(addition.text))


def _words(item: ItemRecord) -> Iterator[tuple[str, str]]:
    yield "title", item.title
    if item.decision:
        yield "decision", item.decision.text
    for recommendation in _all(item.recommendations):
        yield "recommendation", recommendation.text
        yield "remark", recommendation.remark or ""
    for section in item.sections:
        yield "section", plain_text(section.blocks)
    for attachment in item.attachments:
        yield "attachment", attachment.title
    yield "legal_ground", item.legal_ground or ""
    yield from (("dissent", dissent.text) for dissent in item.dissents)


def _all(recommendations: tuple[RecommendationRecord, ...]) -> Iterator[RecommendationRecord]:
    for each in recommendations:
        yield each
        yield from _all(each.children)
