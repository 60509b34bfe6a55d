"""Readings written by hand, so that what happens to a reading is tested apart from how it was read."""

from dataclasses import replace

from raadhus.core.documents.text import Paragraph
from raadhus.meetings.rules.outcomes import Outcome
from raadhus.meetings.rules.reading import (
    Kind,
    ReadAttachment,
    ReadDecision,
    Reading,
    ReadItem,
    ReadObligation,
    ReadRecommendation,
    ReadSection,
    ReadWarning,
    SectionKind,
    Span,
)

# Stands in every part of the closed item, and must never come out of a door that is not for closed items.
CANARY = "kanariefugl"


def section(kind, heading, text):
    return ReadSection(kind, heading, text, (Paragraph(text),), Span(40, 80, 1))


def open_item(number="2", title="Budget for 2027", case_number="26/100", **more):
    texts = ("Tidsplan for budgettet.", "Godkender tidsplanen", "Direktionen godkender tidsplanen.")
    given = {
        "sections": (
            section(SectionKind.BACKGROUND, "Baggrund", texts[0]),
            section(SectionKind.RECOMMENDATION, "Indstilling", texts[1]),
            section(SectionKind.DECISION, "Beslutning", texts[2]),
        ),
        "recommendations": (ReadRecommendation("1", texts[1], outcome=Outcome.APPROVED, source=Span(60, 80)),),
        "decision": ReadDecision("Direktionen", "2026-03-02", texts[2], Outcome.APPROVED, Span(80, 100)),
        "attachments": (ReadAttachment("Bilag 1 - Tidsplan", Span(100, 110)),),
        "obligations": (
            ReadObligation(
                "Tidsplanen forelægges i juni",
                None,
                "Direktionen",
                "2026-06",
                "i juni",
                due_inferred=True,
                source=Span(5, 9),
            ),
        ),
    }
    return ReadItem(number, title, case_number, closed=False, source=Span(30, 120, 1), **(given | more))


def closed_item(number="1", case_number="26/77", word=CANARY):
    decision = ReadDecision("Direktionen", "2026-03-02", f"{word} beslutning", Outcome.APPROVED, Span(20, 30))
    return ReadItem(
        number,
        f"{word} titel",
        case_number,
        closed=True,
        source=Span(0, 30, 1),
        sections=(section(SectionKind.BACKGROUND, f"{word} overskrift", f"{word} afsnit"),),
        recommendations=(ReadRecommendation("a", f"{word} indstilling", outcome=Outcome.APPROVED),),
        decision=decision,
        attachments=(ReadAttachment(f"{word} bilag", Span(0, 5)),),
        obligations=(ReadObligation(f"{word} løfte", word, None, None, None, due_inferred=False, source=Span(0, 9)),),
    )


def reading(**changes):
    made = Reading(
        file="referat.txt",
        kind=Kind.MINUTES,
        municipality=None,
        body="Direktionen",
        date="2026-03-02",
        start_time="09:00",
        end_time=None,
        place="Lokale 1",
        participants=("Alma Birk", "Bo Eg"),
        absent=(),
        items=(closed_item(), open_item()),
        warnings=(ReadWarning("unknown_heading", "En overskrift blev ikke forstået.", Span(10, 20)),),
        header_sources=(("date", Span(0, 5)),),
    )
    return replace(made, **changes)
