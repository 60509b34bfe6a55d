"""Invented documents with other bodies' decisions and registration data on lines of their own."""

from raadhus.meetings.tests.layouts import Item, Layout

MANY_BODIES = Layout(
    name="other bodies' decisions with Ad. 1 before the board's own, absence inside the decision",
    text="""\
Referat
Kommunalbestyrelsen
onsdag den 22. januar 2020 kl. 18.00
Sted: Byrådssalen

301. Åben dagsorden - godkendelse

Resume

Godkendelse af den åbne dagsorden for mødet.

Beslutning

Ikke til stede: Mikkel Lund (C)

Godkendt.

302. Planstrategi 2020

Resume

Strategien skal i høring.

Indstilling

Politik & Borger indstiller til KB via DIR og ØU, at

1. Planstrategi 2020 godkendes.

2. strategien sendes i otte ugers høring.

Social og Sundhedsudvalget, 6. januar 2020, pkt. 123:

Ad. 1

5 medlemmer (A+V+C) anbefaler forslaget.

2 medlemmer (N+Ø) tager forbehold.

Ad. 2

Anbefales.

Direktionen, 6. januar 2020, pkt. 2:

Anbefales.

Beslutning

Ikke til stede: Mikkel Lund (C)

Ad. 1-2. Godkendt med 17 stemmer for og 2 imod. Ingen undlod at stemme.

Bilag

Udkast til planstrategi.pdf

303. Lukket

401. Lukket sag
""",
    kind="minutes",
    body="Kommunalbestyrelsen",
    date="2020-01-22",
    start="18:00",
    place="Byrådssalen",
    absent=("Mikkel Lund (C)",),
    items=(
        Item("301", "Åben dagsorden - godkendelse", decision="Godkendt.", outcome="approved"),
        Item(
            "302",
            "Planstrategi 2020",
            recommendations=2,
            decision="Ad. 1-2. Godkendt med 17",
            outcome="approved",
            attachments=("Udkast til planstrategi.pdf",),
            votes=((17, 2, 0),),
            earlier=2,
        ),
        Item("303", "Lukket", closed=True),
        Item("401", "Lukket sag", closed=True),
    ),
)

LETTERS_AND_REGISTRATION = Layout(
    name="Sag, Dok., Initialer and Åbent on lines of their own",
    text="""\
Dagsorden

Byrådet

Mødedato: 26. november 2019
Mødetidspunkt: 18:00

1.      Spørgetid for borgerne

Sag 306-2009-600

Dok. 306-2019-263412

Initialer: PIM

Åbent

Sagsfremstilling

Borgerne kan spørge i en halv time. Reglerne er følgende:

·        Spørgsmål skal sendes otte dage før

·        Der kan ikke spørges om personer

Indstilling

Borgmesteren indstiller

a. at spørgsmålene besvares

b. at svarene offentliggøres

Bilag

306-2019-263000 Spørgsmål fra borgere

2.      Valg af formand

Sag 306-2019-11

Dok. 306-2019-263499

Initialer: KIR

Lukket
""",
    kind="agenda",
    body="Byrådet",
    date="2019-11-26",
    start="18:00",
    items=(
        Item(
            "1",
            "Spørgetid for borgerne",
            "306-2009-600",
            recommendations=2,
            sections=("statement", "recommendation", "attachments"),
        ),
        Item("2", "Valg af formand", "306-2019-11", closed=True),
    ),
)

LAYOUTS = (MANY_BODIES, LETTERS_AND_REGISTRATION)
