"""Invented documents whose items begin with a word, with nothing, or in a table."""

from raadhus.meetings.tests.layouts import Item, Layout

TITLE_BEFORE_NUMBER = Layout(
    name="the title stands before a line Sag nr. 162; names one a line with party letters",
    text="""\
Økonomiudvalget
18-09-2024
Medlemmer
Bente Lund (A)
Finn Ørsted (A)
Palle Kvist (Ø)
Fraværende
Kim Dahl (C)
Sager 162 - 164
Meddelelser
Sag nr. 162
Beslutningskompetence: ØU
Sagens kerne
Oversigt forelægges til orientering:
1. Status på samarbejdet (se bilag).
2. Orientering om en aftale (se bilag).
Indstilling
Meddelelsespunkterne forelægges til orientering.
Beslutning
Taget til efterretning.
Bilag
Bilag 1: Notat om status
Bilag 2: Aftalen
Lokalplan 154 - endelig vedtagelse
Sag nr. 163
Beslutningskompetence: KB
Sagens kerne
Lokalplanen giver mulighed for nye boliger.
Indstilling
at Lokalplan 154 vedtages endeligt.
Beslutning fra Teknik- og Miljøudvalget, 10. september 2024, pkt. 56:
Anbefales.
Beslutning
Indstilles godkendt.
Sagsfremstilling
Formålet er at bygge boliger.
Lukket punkt
Sag nr. 164
""",
    kind="minutes",
    body="Økonomiudvalget",
    date="2024-09-18",
    participants=("Bente Lund (A)", "Finn Ørsted (A)", "Palle Kvist (Ø)"),
    absent=("Kim Dahl (C)",),
    items=(
        Item(
            "162",
            "Meddelelser",
            recommendations=1,
            decision="Taget til efterretning.",
            outcome="noted",
            attachments=("Bilag 1: Notat om status", "Bilag 2: Aftalen"),
        ),
        Item(
            "163",
            "Lokalplan 154 - endelig vedtagelse",
            recommendations=1,
            decision="Indstilles godkendt.",
            outcome="recommended",
            earlier=1,
        ),
        Item("164", "Lukket punkt", closed=True),
    ),
)

ALWAYS_ONE = Layout(
    name="every item is numbered 1, the meeting has closed markers at the end of titles",
    text="""\
DAGSORDEN
Udvalget for Børn og Skole
Mandag d. 3. februar 2025 kl. 15:30
Mødested: Lokale 2

Punkt 1: Godkendelse af dagsorden

Sagsnr. 25/101

Indstilling

Formanden indstiller, at dagsordenen godkendes.

Punkt 1: Ferieplan for skolerne

Sagsnr. 25/102

Resumé

Ferieplanen skal besluttes hvert år.

Indstilling

Det indstilles, at udvalget godkender ferieplanen, og at planen sendes til skolerne.

Bilag

Ferieplan 2026

Punkt 1: Personsag - LUKKET SAG

Sagsnr. 25/103
""",
    kind="agenda",
    body="Udvalget for Børn og Skole",
    date="2025-02-03",
    start="15:30",
    place="Lokale 2",
    items=(
        Item("1", "Godkendelse af dagsorden", "25/101", recommendations=1),
        Item("1", "Ferieplan for skolerne", "25/102", recommendations=None, attachments=("Ferieplan 2026",)),
        Item("1", "Personsag", "25/103", closed=True),
    ),
)

CLOSED_FROM_101 = Layout(
    name="Pkt. 1, closed items numbered from 101, the word Dagsorden on minutes",
    text="""\
Dagsorden for mødet i Kultur- og Fritidsudvalget
Tirsdag den 6. maj 2014 kl. 16.00 - 18.30, lokale 218

Deltagere: Gerda Friis, Hugo Iversen, Jonna
Kjær, Lis Munk
Afbud: Niels Obel

Pkt. 1 Tilskud til idrætsforeninger
Sagsnr.: 14/2211

Sagsfremstilling:
Foreningerne har søgt om tilskud.

Indstilling:
- at tilskuddet fordeles efter medlemstal
- at puljen evalueres

Beslutning:
1. at godkendt. 2. at udsat til mødet i juni.

Pkt. 2 Eventuelt

Beslutning:
Intet.

Pkt. 101 Valg af entreprenør
Sagsnr.: 14/2212
""",
    kind="minutes",
    body="Kultur- og Fritidsudvalget",
    date="2014-05-06",
    start="16:00",
    end="18:30",
    participants=("Gerda Friis", "Hugo Iversen", "Jonna Kjær", "Lis Munk"),
    absent=("Niels Obel",),
    items=(
        Item(
            "1",
            "Tilskud til idrætsforeninger",
            "14/2211",
            recommendations=2,
            decision="1. at godkendt",
            outcomes=("approved", "deferred"),
            outcome="approved",
        ),
        Item("2", "Eventuelt", decision="Intet.", outcome="other"),
        Item("101", "Valg af entreprenør", "14/2212", closed=True),
    ),
)

NOT_NUMBERED = Layout(
    name="no numbers: the title, then the heading that opens every item",
    text="""\
Beslutningsprotokol

Teknik- og Miljøudvalget

onsdag den 11. august 2021 kl. 09:00

Mødested: Lokale 412
Medlemmer: Arne Bro, Kurt Dam, Egon Fog
Bemærkninger:


Godkendelse af dagsorden
Sagsid.: 20/33839, Sagsinitialer: AGVA

Sagsfremstilling

Dagsordenen er udsendt.

Indstilling

Plan og Teknik indstiller,

at dagsorden godkendes.

Beslutning Teknik- og Miljøudvalget den 11-08-2021

Godkendt.


Tillæg nr. 6 til spildevandsplanen
Sagsid.: 20/35762, Sagsinitialer: AWS

Sagsfremstilling

Byrådet har på mødet den 23. juni 2021 besluttet, at tillægget skulle sendes tilbage.

Indstilling

Plan og Teknik indstiller,

at tillægget vedtages,

at bassinet placeres mod nord.

Beslutning Teknik- og Miljøudvalget den 11-08-2021

Anbefales, idet placeringen undersøges nærmere.

Egon Fog kunne ikke anbefale indstillingen.
""",
    kind="minutes",
    body="Teknik- og Miljøudvalget",
    date="2021-08-11",
    start="09:00",
    place="Lokale 412",
    participants=("Arne Bro", "Kurt Dam", "Egon Fog"),
    items=(
        Item(None, "Godkendelse af dagsorden", "20/33839", recommendations=1, decision="Godkendt.", outcome="approved"),
        Item(
            None,
            "Tillæg nr. 6 til spildevandsplanen",
            "20/35762",
            recommendations=2,
            decision="Anbefales, idet",
            outcome="recommended",
        ),
    ),
)

NUMBER_ALONE = Layout(
    name="the number alone on its line, glued file marks, page chrome, a count below the attachments",
    text="""\
Tilbage til forsiden
Referat 1. oktober 2025 kl. 15.45
Plan- og Byudvalget - Udvalgsværelse 7
Udvalg:
Plan- og Byudvalget
Mødedato:
onsdag den 1. oktober 2025 kl. 15.45
Mødested:
Udvalgsværelse 7
Punkt
Titel

1
Referat fra sidste møde
EMN-2025-010561
Beslutninger
Ingen bemærkninger.
Bilag
- PDFReferat fra møde den 22. september 2025
1
Hent som PDF
Kopier link

2
Udviklingsplan for havnen - endelig vedtagelse
EMN-2025-009242
Beslutninger
Et flertal i udvalget kunne tiltræde indstillingen.
Jan Krogh tog forbehold.
Resume
Planen har været i høring.
Beslutningspunkter
Det indstilles:
At 1) Byrådet godkender bemærkningerne, som det fremgår af bilag 3.
At 2) Byrådet godkender planen.
Sagsforløb
Udvalg: Magistraten
Dato: 02-09-2025
Punktnummer: 12
Fremsendes til byrådet med bemærkning, at Magistraten anbefaler, at byrådet tiltræder indstillingen.
Bilag
- PDFIndstilling
- PDFBilag 1: Plan for havnen
- PDFBilag 2: Høringssvar
3
Hent som PDF
Kopier link

3
Eventuelt
Beslutninger
Udvalget drøftede trafikken.
""",
    kind="minutes",
    body="Plan- og Byudvalget",
    date="2025-10-01",
    start="15:45",
    place="Udvalgsværelse 7",
    items=(
        Item(
            "1",
            "Referat fra sidste møde",
            "EMN-2025-010561",
            decision="Ingen bemærkninger.",
            outcome="other",
            attachments=("Referat fra møde den 22. september 2025",),
        ),
        Item(
            "2",
            "Udviklingsplan for havnen - endelig vedtagelse",
            "EMN-2025-009242",
            recommendations=2,
            decision="Et flertal i udvalget",
            outcome="recommended",
            attachments=("Indstilling", "Bilag 1: Plan for havnen", "Bilag 2: Høringssvar"),
            earlier=1,
        ),
        Item("3", "Eventuelt", decision="Udvalget drøftede trafikken.", outcome="discussed"),
    ),
)

LAYOUTS = (
    TITLE_BEFORE_NUMBER,
    ALWAYS_ONE,
    CLOSED_FROM_101,
    NOT_NUMBERED,
    NUMBER_ALONE,
)
