"""What stands between a confirmed reading and the public: findings that block, and findings that warn.

A CPR number in open text blocks: publishing it would be a breach of personal data. A case number that stands at a
closed item and at an open one warns, because whoever joins the two learns what was closed.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from raadhus.core.documents.text import plain_text
from raadhus.kernel.cpr_numbers import find_cpr_numbers
from raadhus.meetings.rules.record import ItemRecord, MeetingRecord, RecommendationRecord
from raadhus.meetings.rules.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found at the gate. `item_number` says where; the message never repeats what was found."""

    code: str
    message: str
    item_number: str | None
    blocks: bool


def holds_cpr_number(text: str) -> bool:
    """Return True when the text prints something that has the form of a CPR number and a day that exists.

    The old check digit is not asked for: numbers without it have been given out since 2007.
    """
    return any(True for _ in find_cpr_numbers(text))


def findings(record: MeetingRecord) -> tuple[Finding, ...]:
    """Return what stands in the way of publishing the meeting, from its own text alone."""
    return tuple(_findings(record))


def _findings(record: MeetingRecord) -> Iterator[Finding]:
    if holds_cpr_number(" ".join((record.place or "", *record.participants, *record.absent))):
        yield Finding(
            "cpr", Sentence("Mødets oplysninger indeholder noget, der ligner et CPR-nummer."), None, blocks=True
        )
    closed = {item.id for item in record.items if item.closed}
    added = (one for one in record.additions if one.item_id not in closed)
    if any(holds_cpr_number(f"{one.author} {one.text}") for one in added):
        yield Finding(
            "cpr",
            Sentence("En tilføjelse til referatet indeholder noget, der ligner et CPR-nummer."),
            None,
            blocks=True,
        )
    for item in record.items:
        if item.closed:
            written = f"{item.public_title or ''}\n{item.public_decision or ''}"
            if holds_cpr_number(written):
                yield Finding("cpr", _in_public_text(item), item.number, blocks=True)
        elif holds_cpr_number(text_of(item)):
            yield Finding("cpr", _in_item(item), item.number, blocks=True)


def _in_public_text(item: ItemRecord) -> Sentence:
    if not item.number:
        return Sentence("Et punkt uden nummer: den offentlige tekst indeholder noget, der ligner et CPR-nummer.")
    return Sentence(
        "Punkt %(number)s: den offentlige tekst indeholder noget, der ligner et CPR-nummer.", number=item.number
    )


def _in_item(item: ItemRecord) -> Sentence:
    if not item.number:
        return Sentence("Punktet »%(title)s« indeholder noget, der ligner et CPR-nummer.", title=item.title)
    return Sentence("Punkt %(number)s indeholder noget, der ligner et CPR-nummer.", number=item.number)


def text_of(item: ItemRecord) -> str:
    """Return everything an open item prints, one piece per line."""
    pieces = (
        item.title,
        *(section.heading or "" for section in item.sections),
        *(plain_text(section.blocks) for section in item.sections),
        *(_recommended(one) for one in item.recommendations),
        *(one.text for one in (item.decision, *item.earlier_decisions) if one),
        *(
            " ".join((vote.on or "", *vote.in_favour_names, *vote.against_names, *vote.abstain_names))
            for vote in item.votes
        ),
        *(attachment.title for attachment in item.attachments),
        *(f"{dissent.by}: {dissent.text}" for dissent in item.dissents),
        *(item.late_reason or "", item.legal_ground or "", *item.absent, *item.disqualified),
    )
    return "\n".join(pieces)


def _recommended(recommendation: RecommendationRecord) -> str:
    return "\n".join((recommendation.text, recommendation.remark or "", *map(_recommended, recommendation.children)))
