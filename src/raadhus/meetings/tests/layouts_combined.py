"""Invented documents with short minutes, tabs as columns, emphasised headings, and lists right before a heading."""

from raadhus.meetings.tests.layouts import Item, Layout

TAB_SEPARATED = Layout(
    name="tabs between label and value, at as a column",
    text="""\
Økonomi- og Erhvervsudvalget
Referat

Dato:	onsdag den 10. oktober 2018
Tidspunkt:	14.00
Formand:	Ida Krog
Afbud:

201.	Låneoptagelse 2018	Åben
Sagsnr.:	18/9911
Sagsansvarlig:	Klaus Ost

Resumé:
Kommunen kan låne 20 mio. kr.

Indstilling:
Direktionen indstiller til byrådet via Økonomi- og Erhvervsudvalget,
at	der optages lån på 20 mio. kr.
at	lånet optages i KommuneKredit

Beslutning d. 10-10-2018:
ØU anbefaler indstillingen.

Bilag:
Låneoversigt

202.	Kommissorium for §17, stk. 4-udvalg	Åben
Sagsnr.:	18/9912

Indstilling:
Direktionen indstiller,
at	kommissoriet drøftes

Beslutning d. 10-10-2018:
Drøftet.
""",
    kind="minutes",
    body="Økonomi- og Erhvervsudvalget",
    date="2018-10-10",
    items=(
        Item(
            "201",
            "Låneoptagelse 2018",
            "18/9911",
            recommendations=2,
            decision="ØU anbefaler indstillingen.",
            outcome="recommended",
            attachments=("Låneoversigt",),
        ),
        Item(
            "202",
            "Kommissorium for §17, stk. 4-udvalg",
            "18/9912",
            recommendations=1,
            decision="Drøftet.",
            outcome="discussed",
        ),
    ),
    start="14:00",
)

HOJE_LIKE_BULLETS = Layout(
    name="short minutes: text below some titles, kl. 10-12",
    text="""\
Ældrerådet
Referat af møde torsdag d. 14. september 2023 kl. 10-12
Sted: Café Solen
Til stede: Aase Holm, Per Kvist, Ulla Brun
Afbud: Inga Lund
Referent: Mona Dahl

1. Velkomst
Formanden bød velkommen.

2. Høring: Kvalitetsstandarder 2024
Beslutning: Rådet drøftede høringsmaterialet og sender høringssvar inden 1. oktober.

3. Nyt fra udvalget
Der var nyt om byggeri.
""",
    kind="minutes",
    body="Ældrerådet",
    date="2023-09-14",
    items=(
        Item("1", "Velkomst"),
        Item(
            "2",
            "Høring: Kvalitetsstandarder 2024",
            decision="Rådet drøftede høringsmaterialet og send",
            outcome="discussed",
        ),
        Item("3", "Nyt fra udvalget"),
    ),
    start="10:00",
    end="12:00",
    place="Café Solen",
    participants=("Aase Holm", "Per Kvist", "Ulla Brun"),
    absent=("Inga Lund",),
)

H3_WIDE_MD = Layout(
    name="Markdown: other bodies in italics below Beslutninger",
    text="""\
Byrådet
=======

Referat af mødet onsdag den 27. oktober 2021 kl. 18.00

### 17.   Vedtægter for Ungdomsrådet

Sagsnr. 21/6012

**Beslutningspunkter**

1. at vedtægterne godkendes,
2. at rådet nedsættes pr. 1. januar 2022.

**Beslutninger**

*Børneudvalget den 5. oktober 2021:*

Anbefales.

*Byrådet den 27. oktober 2021:*

Godkendt.

| Bilag | Dok.nr. |
|---|---|
| Vedtægter | 120312-21 |

### 18.   Forslag fra SF om fossilfri indkøb

Sagsnr. 21/6013

**Indstilling fra SF**

SF foreslår, at kommunen køber fossilfrit.

**Beslutninger**

Forslaget blev forkastet. For stemte 8 (F, Ø), imod stemte 19 (V, A, C), 2 undlod (B).

### 19.   Lukket - X

Sagsnr. 21/1
""",
    kind="minutes",
    body="Byrådet",
    date="2021-10-27",
    items=(
        Item(
            "17", "Vedtægter for Ungdomsrådet", "21/6012", recommendations=2, decision="Godkendt.", outcome="approved"
        ),
        Item(
            "18",
            "Forslag fra SF om fossilfri indkøb",
            "21/6013",
            recommendations=1,
            decision="Forslaget blev forkastet. For stemte 8 (",
            outcome="rejected",
            votes=((8, 19, 2),),
        ),
        Item("19", "Lukket - X", "21/1", closed=True),
    ),
    start="18:00",
    suffix=".md",
)

LETTER_NESTED = Layout(
    name="the case number in parentheses on its own line, Kl.: and a date with points",
    text="""\
KOMMUNALBESTYRELSEN

Protokol

Dato: 28.02.2024
Kl.: 17.30

5. Anlægsregnskaber 2023
(Sagsnr. 24/100)

Indstilling
Økonomiudvalget indstiller til Kommunalbestyrelsen:
1. At regnskaberne godkendes:
   a. Skolevej
   b. Hallen
   c. Stien
2. At mindreforbruget på 1,2 mio. kr. tilføres kassen
3. At restbevillingen annulleres.

Beslutning
Ad 1-3: Tiltrådt.

6. Valg af medlemmer til bestyrelse
(Sagsnr. 24/101)

Indstilling
Det indstilles, at der vælges
- et medlem
- en suppleant

Beslutning
Som medlem valgtes Ove Kær. Som suppleant valgtes Lis Ross.

7. Anmodning om dispensation
(Sagsnr. 24/102)

Indstilling
Det indstilles, at dispensation meddeles.

Beslutning
Kommunalbestyrelsen besluttede at sende sagen tilbage til fornyet behandling i udvalget.

8. Budgetrevision 1
(Sagsnr. 24/103)

Indstilling
Det indstilles, at revisionen godkendes.

Beslutning
Udgår.
""",
    kind="minutes",
    body="KOMMUNALBESTYRELSEN",
    date="2024-02-28",
    items=(
        Item(
            "5", "Anlægsregnskaber 2023", "24/100", recommendations=3, decision="Ad 1-3: Tiltrådt.", outcome="approved"
        ),
        Item(
            "6",
            "Valg af medlemmer til bestyrelse",
            "24/101",
            recommendations=2,
            decision="Som medlem valgtes Ove Kær. Som supplean",
            outcome="approved",
        ),
        Item(
            "7",
            "Anmodning om dispensation",
            "24/102",
            recommendations=1,
            decision="Kommunalbestyrelsen besluttede at sende ",
            outcome="returned",
        ),
        Item("8", "Budgetrevision 1", "24/103", recommendations=1, decision="Udgår.", outcome="withdrawn"),
    ),
    start="17:30",
)

STATEMENT_OWN_BEFORE = Layout(
    name="earlier decisions of this body, a list right before a heading",
    text="""\
Dagsorden - Beslutninger
Økonomiudvalget
Mødedato: 20. august 2019
Mødet påbegyndt: kl. 09.00

1. Overdragelse af havn
Sagsnr. 18/700

TIDLIGERE BESLUTNINGER
Økonomiudvalget den 11. juni 2019
Udsat.

Økonomiudvalget den 18. juni 2019
Sagen drøftet og udsat på ny.

SAGSFREMSTILLING
Havnen overdrages til et selskab pr. 1. januar 2020.
1. Bygninger
2. Arealer

INDSTILLING
Kommunaldirektøren indstiller til økonomiudvalg og byråd,
at havnen overdrages
at vedtægterne godkendes

BESLUTNING
Økonomiudvalget den 20. august 2019
Anbefales, idet vederlaget forhandles.
Fraværende: Rie Vang

2. Kassebeholdning
Sagsnr. 19/12

INDSTILLING
Kommunaldirektøren indstiller, at orienteringen tages til efterretning.

BESLUTNING
Økonomiudvalget den 20. august 2019
Orientering givet.
""",
    kind="minutes",
    body="Økonomiudvalget",
    date="2019-08-20",
    items=(
        Item(
            "1",
            "Overdragelse af havn",
            "18/700",
            recommendations=2,
            decision="Anbefales, idet vederlaget forhandles.",
            outcome="recommended",
        ),
        Item("2", "Kassebeholdning", "19/12", recommendations=1, decision="Orientering givet.", outcome="noted"),
    ),
    start="09:00",
    absent=("Rie Vang",),
)

LAYOUTS = (
    TAB_SEPARATED,
    HOJE_LIKE_BULLETS,
    H3_WIDE_MD,
    LETTER_NESTED,
    STATEMENT_OWN_BEFORE,
)
