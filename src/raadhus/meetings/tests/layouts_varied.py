"""Invented documents that combine what other layouts have one by one."""

from raadhus.meetings.tests.layouts import Item, Layout

PUNKT_COLON_EARLIER = Layout(
    name="other bodies' decisions before an undated one, a vote that counts abstentions",
    text="""\
REFERAT

Byrådet

Mødedato: 27. marts 2019
Mødetidspunkt: 18:00 - 20:15
Mødested: Byrådssalen
Fraværende: Lone Mose

Indholdsfortegnelse
Punkt 31: Åben - Meddelelser .......................... 3
Punkt 32: Lokalplan 210 for boliger ................... 4
Punkt 33: Renovering af broer ......................... 6
Punkt 34: Lukket - Køb af ejendom ..................... 7

Punkt 31: Åben - Meddelelser

Beslutning:
Der var ingen meddelelser.

Punkt 32: Lokalplan 210 for boliger
Sagsnr.: 18/4455

Sagsfremstilling:
Teknisk Udvalg besluttede den 5. februar 2019 at sende planen i høring.

Indstilling:
Teknisk Udvalg indstiller til byrådet,
at lokalplanen vedtages endeligt
at høringssvarene besvares som foreslået i notatet

Beslutning i Teknisk Udvalg den 05-03-2019
Anbefales. Per Holt (Ø) tager forbehold.

Beslutning i Økonomiudvalget den 12-03-2019
Anbefales.
Fraværende: Jens Bro

Beslutning:
Godkendt som indstillet.
17 stemte for (A, V), 6 stemte imod (Ø, F) og 2 undlod at stemme (B).
Lone Mose var fraværende.

Bilag:
Lokalplan 210
Høringsnotat

Byrådet 27-03-2019                                   Side 6

Punkt 33: Renovering af broer
Sagsnr.: 18/5521

Indstilling:
Teknisk Udvalg indstiller, at der frigives 2 mio. kr. til renovering.

Beslutning i Teknisk Udvalg den 05-03-2019
Anbefales.

Beslutning:
Sagen tilbagesendes til Teknisk Udvalg.

Punkt 34: Lukket - Køb af ejendom
Sagsnr.: 19/777

Beslutning:
Godkendt.
""",
    kind="minutes",
    body="Byrådet",
    date="2019-03-27",
    items=(
        Item("31", "Åben - Meddelelser", decision="Der var ingen meddelelser.", outcome="other"),
        Item(
            "32",
            "Lokalplan 210 for boliger",
            "18/4455",
            recommendations=2,
            decision="Godkendt som indstillet.",
            outcome="approved",
            attachments=("Lokalplan 210", "Høringsnotat"),
            votes=((17, 6, 2),),
        ),
        Item(
            "33",
            "Renovering af broer",
            "18/5521",
            recommendations=1,
            decision="Sagen tilbagesendes til Teknisk Udvalg.",
            outcome="returned",
        ),
        Item("34", "Lukket - Køb af ejendom", "19/777", closed=True, decision="Godkendt.", outcome="approved"),
    ),
    start="18:00",
    end="20:15",
    place="Byrådssalen",
    absent=("Lone Mose",),
)

DECISION_IN_STATEMENT = Layout(
    name="start and end as dates with seconds, anbefaler within the statement",
    text="""\
Børne- og Skoleudvalget
Mødeprotokol fra mødet den 5. juni 2018
Starttidspunkt: 05-06-2018 08:00:00
Sluttidspunkt: 05-06-2018 10:30:00

1   Godkendelse af dagsorden
Referat:
Godkendt.

2   Orientering fra formanden
Referat:
Formanden orienterede om møde med KL.

3   Skolestruktur
J.nr.: 17/1234
Sagsfremstilling:
Der er 9 skoler i kommunen. Udvalget drøftede sagen den 3. april 2018 og besluttede at sende den i høring.
Administrationen anbefaler,
a. at strukturen fastholdes
b. at der evalueres i 2020
Referat:
Punkt a. blev godkendt, idet Ole Berg (V) stemte imod. Punkt b. blev godkendt.

4   Personsag (Lukket punkt)
""",
    kind="minutes",
    body="Børne- og Skoleudvalget",
    date="2018-06-05",
    items=(
        Item("1", "Godkendelse af dagsorden", decision="Godkendt.", outcome="approved"),
        Item("2", "Orientering fra formanden", decision="Formanden orienterede om møde med KL.", outcome="noted"),
        Item(
            "3",
            "Skolestruktur",
            "17/1234",
            recommendations=2,
            decision="Punkt a. blev godkendt, idet Ole Berg (V",
            outcome="approved",
        ),
        Item("4", "Personsag", closed=True),
    ),
    start="08:00",
    end="10:30",
)

AT_RUNNING = Layout(
    name="the date behind the body before the kind, at after at without marks",
    text="""\
Sundhedsudvalget, 08-11-2022 - Referat

Punkt 1 Sundhedsprofil 2021
29.00.00-P22-3-22

Indstilling fra Center for Sundhed
Center for Sundhed indstiller, at udvalget tager orienteringen til efterretning, og at udvalget anbefaler Byrådet at godkende planen.

Sagens oplysninger
Profilen viser meget.

Beslutning i Sundhedsudvalget den 8. november 2022
Udvalget tog orienteringen til efterretning og anbefaler Byrådet at godkende handleplanen.

Punkt 2 Takster 2023
29.30.00-Ø54-1-22

Indstilling fra Center for Sundhed
Det indstilles til Sundhedsudvalget:
at taksterne for 2023 godkendes
at taksterne træder i kraft 1. januar 2023

Sagens oplysninger
Taksterne er fremskrevet med 2,9 pct.

Beslutning i Sundhedsudvalget den 8. november 2022
Indstillingen godkendt.

Fraværende: Ingen

Punkt 3 Lukket
""",
    kind="minutes",
    body="Sundhedsudvalget",
    date="2022-11-08",
    items=(
        Item(
            "1",
            "Sundhedsprofil 2021",
            "29.00.00-P22-3-22",
            recommendations=2,
            decision="Udvalget tog orienteringen til efterretn",
            outcome="noted",
        ),
        Item(
            "2",
            "Takster 2023",
            "29.30.00-Ø54-1-22",
            recommendations=2,
            decision="Indstillingen godkendt.",
            outcome="approved",
        ),
        Item("3", "Lukket", closed=True),
    ),
)

FURNISHED_WRAPPED = Layout(
    name="wrapped titles promised by dotted contents, page furniture, case number before the status",
    text="""\
Byrådet 24-03-2021 kl. 17.00 - Referat
Eksempelby Kommune                                              Dok.id 4455667

Indhold

55. Godkendelse af revideret styrelsesvedtægt for kommunen samt
    ændringer i delegationsplanen (2. behandling) ..................... 2
56. Frigivelse af anlægsmidler til ny daginstitution ved Nordre
    Boulevard og etablering af midlertidige pavilloner ................ 3

Byrådet 24-03-2021                                                Side 2

55. Godkendelse af revideret styrelsesvedtægt for kommunen samt
ændringer i delegationsplanen (2. behandling)
21/3301   Åben sag

Sagsresume
Byrådet skal behandle styrelsesvedtægten for anden gang, jf. kommune-
styrelseslovens § 2.

Indstilling
Borgmesterforvaltningen indstiller, at Økonomiudvalget over for Byrådet
anbefaler,

  1. at styrelsesvedtægten godkendes med de ændringer, der fremgår af
     bilag 1, og

Byrådet 24-03-2021                                                Side 3

  2. at delegationsplanen ændres tilsvarende.

Beslutning
Byrådet godkendte indstillingen.

Bilag
• Styrelsesvedtægt med ændringsmarkeringer
• Delegationsplan

56. Frigivelse af anlægsmidler til ny daginstitution ved Nordre
Boulevard og etablering af midlertidige pavilloner
21/1177   Åben sag

Indstilling
Borgmesterforvaltningen indstiller,

  1. at der frigives 24,5 mio. kr.
  2. at pavillonerne lejes i 18 mdr.
  3. at udgiften finansieres af anlægsrammen

Økonomisk overblik
                    2021     2022
Drift               1.200    1.300
Anlæg              24.500        0

Beslutning
Indstillingen blev vedtaget med 15 stemmer mod 10 (V og C).
Liste C ønskede ført til protokol, at udgiften er for høj.

Byrådet 24-03-2021                                                Side 4
""",
    kind="minutes",
    body="Byrådet",
    date="2021-03-24",
    items=(
        Item(
            "55",
            "Godkendelse af revideret styrelsesvedtægt for kommunen samt ændringer i delegationsplanen (2. behandling)",
            "21/3301",
            recommendations=2,
            decision="Byrådet godkendte indstillingen.",
            outcome="approved",
            attachments=("Styrelsesvedtægt med ændringsmarkeringer", "Delegationsplan"),
        ),
        Item(
            "56",
            "Frigivelse af anlægsmidler til ny daginstitution ved Nordre Boulevard og etablering af midlertidige pavilloner",
            "21/1177",
            recommendations=3,
            decision="Indstillingen blev vedtaget med 15 stemm",
            outcome="approved",
            votes=((15, 10, None),),
        ),
    ),
    start="17:00",
)

BOLD_MD_BULLETS = Layout(
    name="Markdown with wide gaps in headings, a majority and a minority with their numbers",
    text="""\
# Plan- og Boligudvalget, referat

**Dato:** 2. juni 2023 kl. 9.00-11.15
**Sted:** Mødelokale 4

## 1.   Tema: Boligpolitik

**Sagsnummer:** 23/9001

**Indstilling**

Administrationen indstiller:

- at temaet drøftes
- at der udarbejdes et oplæg

**Sagsfremstilling**

Boligpolitikken er fra 2015.

**Beslutning**

Drøftet.

## 2.   Landzonetilladelse

**Sagsnummer:** 23/9002

**Indstilling**

Administrationen indstiller, at der gives tilladelse.

**Beslutning**

Et flertal (4) bestående af A og V godkendte indstillingen. Et mindretal (3) bestående af Ø og F stemte imod.

## 3.   LUKKET SAG
""",
    kind="minutes",
    body="Plan- og Boligudvalget",
    date="2023-06-02",
    items=(
        Item("1", "Tema: Boligpolitik", "23/9001", recommendations=2, decision="Drøftet.", outcome="discussed"),
        Item(
            "2",
            "Landzonetilladelse",
            "23/9002",
            recommendations=1,
            decision="Et flertal (4) bestående af A og V godke",
            outcome="approved",
            votes=((4, 3, None),),
        ),
        Item("3", "LUKKET SAG", closed=True),
    ),
    start="09:00",
    end="11:15",
    place="Mødelokale 4",
    suffix=".md",
)

LAYOUTS = (
    PUNKT_COLON_EARLIER,
    DECISION_IN_STATEMENT,
    AT_RUNNING,
    FURNISHED_WRAPPED,
    BOLD_MD_BULLETS,
)
