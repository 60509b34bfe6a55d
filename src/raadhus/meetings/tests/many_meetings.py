"""Many invented meetings, written straight into the tables: for what must not grow with them."""

import random
from dataclasses import replace
from datetime import date, datetime, timedelta

from django.db import transaction

from raadhus.core.documents.text import ListBlock, ListItem, Paragraph, Table
from raadhus.kernel.actors import system
from raadhus.meetings.models import ImportedDocument, Meeting, add_reading, body_called, derive_tables
from raadhus.meetings.rules.outcomes import Outcome
from raadhus.meetings.rules.reading import (
    EarlierDecision,
    Kind,
    ReadAttachment,
    ReadDecision,
    Reading,
    ReadItem,
    ReadRecommendation,
    ReadSection,
    SectionKind,
    Span,
)
from raadhus.meetings.rules.states import Origin
from raadhus.meetings.tests.office_words import NOUNS, VERBS

BODIES = ("Direktionen", "Byrådet", "Teknisk Udvalg", "Økonomiudvalget")
WORDS = [
    *NOUNS,
    *VERBS,
    "i",
    "løbet",
    "af",
    "foråret",
    "på",
    "tværs",
    "kommunens",
    "centre",
    "med",
    "afsæt",
]
AUTHOR = system("many", "Mange møder")
NOWHERE = Span(0, 0, 1)


def words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(WORDS, k=count)).capitalize() + "."


def section(kind: SectionKind, heading: str, *blocks: object) -> ReadSection:
    text = "\n".join(getattr(block, "text", "") for block in blocks)
    return ReadSection(kind, heading, text, blocks, NOWHERE)


def item(chance: random.Random, number: int, *, closed: bool) -> ReadItem:
    """An item as they are on average: background, two recommendations, a statement with list and table, a decision."""
    asked = tuple(
        ReadRecommendation(str(place), words(chance, 12), outcome=Outcome.APPROVED, source=NOWHERE) for place in (1, 2)
    )
    decided = words(chance, 20)
    rows = (("Center", "Antal"), *((words(chance, 2), str(chance.randint(1, 99))) for _ in range(5)))
    points = ListBlock(tuple(ListItem(words(chance, 9), "-") for _ in range(4)))
    statement = (Paragraph(words(chance, 90)), points, Paragraph(words(chance, 70)), Table(rows))
    listed = ListBlock(tuple(ListItem(one.text, one.label) for one in asked), ordered=True)
    return ReadItem(
        number=str(number),
        title=words(chance, 5).rstrip("."),
        case_number=f"26/{chance.randint(1, 9999)}",
        closed=closed,
        source=NOWHERE,
        sections=(
            section(SectionKind.BACKGROUND, "Baggrund", Paragraph(words(chance, 60))),
            section(SectionKind.RECOMMENDATION, "Indstilling", listed),
            section(SectionKind.DECISION, "Beslutning", Paragraph(decided)),
            section(SectionKind.STATEMENT, "Sagsfremstilling", *statement),
        ),
        recommendations=asked,
        decision=ReadDecision(None, None, decided, Outcome.APPROVED, NOWHERE),
        earlier_decisions=(EarlierDecision("Chefforum", "2026-01-05", words(chance, 10), NOWHERE),),
        attachments=(ReadAttachment(f"Bilag 1 - {words(chance, 3)}", NOWHERE),),
    )


def meeting_reading(number: int, items: int, body: str) -> Reading:
    chance = random.Random(number)  # noqa: S311 - the same meetings on every run
    return Reading(
        file=f"{number}.txt",
        kind=Kind.MINUTES if number % 2 else Kind.AGENDA,
        municipality=None,
        body=body,
        date=(date(2020, 1, 6) + timedelta(days=7 * (number // 2))).isoformat(),
        start_time="09:00",
        end_time=None,
        place="Lokale 1",
        participants=("Alma Birk", "Bo Eg"),
        absent=(),
        items=tuple(item(chance, place, closed=place % 10 == 3) for place in range(1, items + 1)),
        warnings=(),
    )


@transaction.atomic
def add_meeting(reading: Reading, number: int, at: datetime) -> Meeting:
    """Write one published meeting."""
    body = body_called(reading.body or "", "")
    start, day = reading.start_time, date.fromisoformat(reading.date)
    made = Meeting.objects.create(body=body, date=day, kind=reading.kind, start_time=start, created_at=at)
    named = {"number": 1, "name": reading.file, "media_type": "text/plain", "size": 1, "text": "x"}
    by = {"imported_at": at, "imported_by_name": AUTHOR.name}
    document = ImportedDocument.objects.create(meeting=made, sha256=f"{number:064d}", **named, **by)
    newest = add_reading(made, reading, document_id=document.pk, origin=Origin.IMPORT, author=AUTHOR, at=at)
    made.confirmed_reading, made.confirmed_at, made.published_at = newest, at, at
    made.save()
    derive_tables(made)
    return made


def many_meetings(count: int, items: int, at: datetime, *, first: int = 0) -> list[Meeting]:
    """Write this many published meetings of four bodies, each with so many items."""
    numbers = range(first, first + count)
    made = ((number, meeting_reading(number, items, BODIES[(number // 2) % len(BODIES)])) for number in numbers)
    return [add_meeting(replace(one, file=f"{number}.txt"), number, at) for number, one in made]
