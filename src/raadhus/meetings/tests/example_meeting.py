"""A meeting of an invented municipality with everything that a meeting can hold, for tests of what is shown and written."""

from datetime import date

from raadhus.core.documents.text import (
    Heading,
    ListBlock,
    ListItem,
    Mark,
    MarkKind,
    Paragraph,
    Table,
)
from raadhus.meetings.rules.outcomes import Outcome
from raadhus.meetings.rules.reading import Kind, SectionKind
from raadhus.meetings.rules.record import (
    AttachmentRecord,
    DecisionRecord,
    ItemRecord,
    MeetingRecord,
    RecommendationRecord,
    SectionRecord,
    VoteRecord,
)

DAY = date(2031, 3, 4)

ABSENCE = ItemRecord(
    id="0190-a",
    number="1",
    title="Sygefravær i 2030",
    case_number="31/1204",
    closed=False,
    sections=(
        SectionRecord(
            SectionKind.BACKGROUND,
            "Baggrund",
            (
                Paragraph("Direktionen fik sidst en status på sygefraværet den 5. marts 2030."),
                Paragraph(
                    "Tallene er opgjort af HR og kan ses på intranettet.",
                    (Mark(39, 50, MarkKind.LINK, "https://intranet.eksempelkoebing.example/fravaer"),),
                ),
            ),
        ),
        SectionRecord(
            SectionKind.RECOMMENDATION,
            "Indstilling",
            (
                Paragraph("Center for Personale indstiller, at direktionen:"),
                ListBlock(
                    (
                        ListItem("Tager status for 2030 til efterretning", "1."),
                        ListItem(
                            "Godkender en indsats i 2031, herunder:",
                            "2.",
                            (
                                ListItem("At der holdes samtaler efter tre fraværsperioder", "a."),
                                ListItem("At lederne tilbydes et kursus", "b."),
                            ),
                        ),
                    ),
                    ordered=True,
                ),
            ),
        ),
        SectionRecord(
            SectionKind.DECISION,
            "Beslutning Direktionen den 04-03-2031",
            (Paragraph("Direktionen tager status til efterretning og godkender indsatsen."),),
        ),
        SectionRecord(
            SectionKind.STATEMENT,
            "Sagsfremstilling",
            (
                Paragraph(
                    "Fraværet faldt fra 15,2 til 14,1 dage pr. ansat. Det største fald ses i dagtilbud, hvor en indsats "
                    "om tidlig opfølgning har været i gang siden efteråret 2029. Ældreområdet ligger uændret."
                ),
                Heading("Fraværet fordelt på centre"),
                Table(
                    (
                        ("Center", "Ansatte", "Dage pr. ansat 2029", "Dage pr. ansat 2030"),
                        ("Børn og Unge", "1.204", "16,0", "14,3"),
                        ("Ældre og Sundhed", "988", "17,1", "17,0"),
                        ("Teknik og Miljø", "312", "9,8", "9,1"),
                        ("I alt", "2.504", "15,2", "14,1"),
                    )
                ),
                Heading("Det videre arbejde"),
                Paragraph("Indsatsen i 2031 består af:"),
                ListBlock(
                    (
                        ListItem("Samtaler", None, (ListItem("efter tre perioder"), ListItem("efter 14 dage"))),
                        ListItem("Et kursus for ledere"),
                    )
                ),
                Paragraph("Status forelægges for direktionen i september 2031."),
            ),
        ),
        SectionRecord(SectionKind.ECONOMY, "Økonomi", (Paragraph("Kurset koster 120.000 kr., der er afsat."),)),
        SectionRecord(SectionKind.ATTACHMENTS, "Bilag", (Paragraph("Status på sygefravær 2030"),)),
    ),
    recommendations=(
        RecommendationRecord("1", "Tager status for 2030 til efterretning", (), Outcome.NOTED),
        RecommendationRecord(
            "2",
            "Godkender en indsats i 2031, herunder:",
            (
                RecommendationRecord("a", "At der holdes samtaler efter tre fraværsperioder", (), Outcome.APPROVED),
                RecommendationRecord("b", "At lederne tilbydes et kursus", (), Outcome.APPROVED),
            ),
            Outcome.APPROVED,
        ),
    ),
    decision=DecisionRecord(
        "Direktionen", DAY, "Direktionen tager status til efterretning og godkender indsatsen.", Outcome.NOTED
    ),
    attachments=(
        AttachmentRecord("Status på sygefravær 2030", "a1" * 32, publish=True),
        AttachmentRecord("Arbejdsnotat om enkelte afdelinger", "b2" * 32, publish=False),
    ),
)

LAND = ItemRecord(
    id="0190-b",
    number="2",
    title="Køb af grund på Vestermarken",
    case_number="31/77",
    closed=True,
    sections=(SectionRecord(SectionKind.BACKGROUND, "Baggrund", (Paragraph("Sælger har budt 4,2 mio. kr."),)),),
    recommendations=(RecommendationRecord("1", "Godkender købet", (), Outcome.APPROVED, "inden 1. maj"),),
    decision=DecisionRecord("Direktionen", DAY, "Godkendt.", Outcome.APPROVED),
    votes=(VoteRecord("købet", 3, 1, 0, Outcome.APPROVED),),
    earlier_decisions=(DecisionRecord("Økonomiudvalget", date(2031, 2, 18), "Anbefales."),),
    attachments=(AttachmentRecord("Udkast til skøde.pdf", "c3" * 32, publish=True),),
    absent=("Alma Birk",),
)

# Nothing but values: what the meetings app holds before anybody has written a section.
BUILDINGS = ItemRecord(
    id="0190-c",
    number="3",
    title="Fælles drift af kommunens bygninger",
    case_number="30/8812",
    closed=False,
    recommendations=(
        RecommendationRecord("a", "Godkender en fælles driftsenhed", (), Outcome.APPROVED_WITH_REMARKS, "fra 1. juni"),
        RecommendationRecord("b", "Sender forslaget i høring", (), Outcome.DEFERRED),
    ),
    votes=(VoteRecord("indstilling a", 3, 1, None, Outcome.APPROVED),),
    earlier_decisions=(DecisionRecord("Chefforum", date(2031, 2, 11), "Drøftet."),),
    attachments=(AttachmentRecord("Notat om driftsenhed", "d4" * 32, publish=True),),
    absent=("Bo Dahl",),
)

STAFF = ItemRecord(
    id="0190-d",
    number="4",
    title="Personsag om en centerchef",
    case_number="31/99",
    closed=True,
    public_title="Personsag",
    public_decision="Direktionen traf beslutning i sagen.",
    decision=DecisionRecord("Direktionen", DAY, "Afskediges.", Outcome.OTHER),
)

EXAMPLE = MeetingRecord(
    id="0190-m",
    body="Direktionen",
    body_slug="direktionen",
    municipality="Eksempelkøbing Kommune",
    kind=Kind.MINUTES,
    date=DAY,
    start_time="09:00",
    end_time="11:30",
    place="Mødelokale 2.07, Rådhuset",
    participants=("Alma Birk", "Bo Dahl", "Carla Egeskov", "Ditte Friis Holmgaard"),
    absent=("Emil Gran",),
    items=(ABSENCE, LAND, BUILDINGS, STAFF),
    status="published",
    published=True,
)
