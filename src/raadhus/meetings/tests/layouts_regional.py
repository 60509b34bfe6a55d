"""Invented documents with groups of items, case numbers before or behind the status, votes as lines, names with party letters."""

from raadhus.meetings.tests.layouts import Item, Layout

FREDENSBORG_LIKE = Layout(
    name="Nr.178 - title, the vote on lines of its own",
    text="""\
Byrådet den 19. december 2016 - referat

Nr.178 - Godkendelse af dagsordenen

Beslutning i Byrådet den 19-12-2016

Dagsordenen blev godkendt.

For så vidt angår sag 179 foreslog borgmesteren, at sagen genoptages i byrådet til februar 2017.

Der blev stemt om forslaget:

For: 20 (A, C, I, O, V)

Imod: 6 (B, D, F, Ø)

Liste B stemte imod, idet de ønsker en afgørelse.

Nr.179 - Ny svømmehal

Sagsfremstilling

Der skal bygges en svømmehal.

Indstilling

Administrationen indstiller:
1. at der bygges en svømmehal
2. at udgiften afholdes

Beslutning i Økonomiudvalget den 05-12-2016

Anbefales.

Beslutning i Byrådet den 19-12-2016

Sagen udsættes.

Nr.180 - Lukket: Salg af grund

Beslutning i Byrådet den 19-12-2016

Godkendt.
""",
    kind="minutes",
    body="Byrådet",
    date="2016-12-19",
    items=(
        Item(
            "178",
            "Godkendelse af dagsordenen",
            decision="Dagsordenen blev godkendt.",
            outcome="approved",
            votes=((20, 6, None),),
        ),
        Item("179", "Ny svømmehal", recommendations=2, decision="Sagen udsættes.", outcome="deferred"),
        Item("180", "Lukket: Salg af grund", closed=True, decision="Godkendt.", outcome="approved"),
    ),
)

RSYD_LIKE = Layout(
    name="names with party letters as bullets, At ... a line each, folding chrome",
    text="""\
Regionsrådet - Referat - 25. november 2019

Mødedato
25-11-2019 kl. 15:00 - 18:00

Mødested
Regionsrådssalen

Deltagere

 • Stine Holm, V
 • Poul Ager, A
 • Thea Mose, O

 • Afbud

 • Poul Ager, A - Tine Ravn stedfortræder

  Luk alle punkter Referat

  1. Regnskabsafslutningen for 2019
  2. Videreførelse af førstehjælpere
  3. LUKKET PUNKT - Ansættelse

1. Regnskabsafslutningen for 2019
Sagsnr. 19/44

Resume
Her er tidsplanen.

Sagsfremstilling
Regnskabet afsluttes i april.

Indstilling
Forretningsudvalget indstiller til regionsrådet:
At tidsplanen godkendes.

Beslutning i Forretningsudvalget den 13-11-2019
Anbefales over for regionsrådet.

Beslutning i Regionsrådet den 25-11-2019
Indstilling tiltrådt.
Poul Ager deltog ikke i sagens behandling.

Bilag
Tidsplan

2. Videreførelse af førstehjælpere
Sagsnr. 18/77

Resume
Ordningen fortsætter.

Indstilling
Forretningsudvalget indstiller til regionsrådet:
At ordningen videreføres.
At der afsættes 2 mio. kr. årligt.

Beslutning i Regionsrådet den 25-11-2019
Indstilling tiltrådt.

3. LUKKET PUNKT - Ansættelse
Sagsnr. 19/99
""",
    kind="minutes",
    body="Regionsrådet",
    date="2019-11-25",
    items=(
        Item(
            "1",
            "Regnskabsafslutningen for 2019",
            "19/44",
            recommendations=1,
            decision="Indstilling tiltrådt.",
            outcome="approved",
            attachments=("Tidsplan",),
        ),
        Item(
            "2",
            "Videreførelse af førstehjælpere",
            "18/77",
            recommendations=2,
            decision="Indstilling tiltrådt.",
            outcome="approved",
        ),
        Item("3", "LUKKET PUNKT - Ansættelse", "19/99", closed=True),
    ),
    start="15:00",
    end="18:00",
    place="Regionsrådssalen",
    participants=("Stine Holm (V)", "Poul Ager (A)", "Thea Mose (O)"),
    absent=("Poul Ager (A)",),
)

RM_AGENDA = Layout(
    name="the case number's line before each item, empty on one; indstiller without a heading",
    text="""\
Dagsorden
til
mødet i Udvalg for regional udvikling
den 1. februar 2023 kl. 09:00
i Torvehallen, Torvet 5, 7400 Herning

Sagnr.: 1-51-71-3321-08

1. Afgørelse om påbud på Halvøen

Resume

Styrelsen traf i oktober 2021 afgørelse.

Direktionen indstiller,

at orienteringen om afgørelsen tages til efterretning, og

at regionen genoptager sagen.

Sagsfremstilling

Styrelsen har truffet en række afgørelser, bl.a. om påbud.

Sagnr.:

2. Gensidig orientering

Der gives en orientering.

Sagnr.: 1-30-72-10-20

3. Strategi for klima

Resume

Der er udarbejdet en strategi.

Direktionen indstiller,

at strategien godkendes.

Sagsfremstilling

Strategien følger loven.

Bilag

Strategi (udkast)
""",
    kind="agenda",
    body="Udvalg for regional udvikling",
    date="2023-02-01",
    items=(
        Item("1", "Afgørelse om påbud på Halvøen", "1-51-71-3321-08", recommendations=2),
        Item("2", "Gensidig orientering"),
        Item("3", "Strategi for klima", "1-30-72-10-20", recommendations=1, attachments=("Strategi (udkast)",)),
    ),
    start="09:00",
    place="Torvehallen, Torvet 5, 7400 Herning",
)

BALLERUP_LIKE = Layout(
    name="the item's number once more under the decision's heading, a group heading between items",
    text="""\
Møde i Kommunalbestyrelsen
mandag den 25. september 2006, Kl. 19.00
i Kommunalbestyrelsens mødesal
REFERAT

INDHOLDSFORTEGNELSE
1. Meddelelser ...................................... 2
2. Anden egentlige budgetopfølgning ................. 2
3. Godkendelse af sikkerhedsstillelse ............... 3

1. Meddelelser
a) Der afholdes ekstraordinært møde onsdag den 29. november 2006, kl. 17.

Kommunalbestyrelsens møde 25. september 2006
Punkt 1:
Ovennævnte møde flyttes til torsdag den 30. november 2006.

ØKONOMIUDVALGET

2. Anden egentlige budgetopfølgning
Der er foretaget budgetopfølgning.

INDSTILLING
Forvaltningen indstiller,
- at budgetopfølgningen godkendes
- at der gives tillægsbevilling

Økonomiudvalgets møde 12. september 2006
Punkt 4:
Indstilles tiltrådt.

Kommunalbestyrelsens møde 25. september 2006
Punkt 2:
Økonomiudvalgets indstilling tiltrådt.

3. Godkendelse af sikkerhedsstillelse
Selskabet søger om sikkerhed.

INDSTILLING
Forvaltningen indstiller, at sikkerhedsstillelsen godkendes.

Kommunalbestyrelsens møde 25. september 2006
Punkt 3:
Tiltrådt.
""",
    kind="minutes",
    body="Kommunalbestyrelsen",
    date="2006-09-25",
    items=(
        Item("1", "Meddelelser", decision="Ovennævnte møde flyttes til torsdag den ", outcome="other"),
        Item(
            "2",
            "Anden egentlige budgetopfølgning",
            recommendations=2,
            decision="Økonomiudvalgets indstilling tiltrådt.",
            outcome="approved",
        ),
        Item("3", "Godkendelse af sikkerhedsstillelse", recommendations=1, decision="Tiltrådt.", outcome="approved"),
    ),
    start="19:00",
    place="Kommunalbestyrelsens mødesal",
)

ODENSE_LIKE = Layout(
    name="groups of items under letters, status and case number on one line",
    text="""\
By- og Kulturudvalget

Beslutningsprotokol

Mødedato: 15. marts 2022
Mødetidspunkt: 08.30
Mødested: Udvalgsværelse 2
Afbud: Jens Hult

A. SAGER TIL BESLUTNING
1. Godkendelse af dagsorden
Åben

BESLUTNING
Udvalget godkender dagsordenen.

2. Helhedsplan for bydelen
Åben - 01.02.00-P15-4-21

SAGSRESUME
Bydelen skal udvikles.

INDSTILLING
By- og Kulturforvaltningen indstiller til udvalget, at byrådet
a. godkender helhedsplanen
b. afsætter 3 mio. kr. i 2022.

BESLUTNING
Udvalget godkender indstillingens punkt a og b.

SAGSFREMSTILLING
Planen er lang.

EFFEKT
Sagen har effekt på klima.

ØKONOMI
Udgiften er 3 mio. kr.

BILAG
Helhedsplan
Økonominotat

B. SAGER TIL ORIENTERING
3. Aktuelle sager
Åben

C. LUKKEDE SAGER
4. Lukket punkt
Lukket - 00.00.00-A00-1-22
""",
    kind="minutes",
    body="By- og Kulturudvalget",
    date="2022-03-15",
    items=(
        Item("1", "Godkendelse af dagsorden", decision="Udvalget godkender dagsordenen.", outcome="approved"),
        Item(
            "2",
            "Helhedsplan for bydelen",
            "01.02.00-P15-4-21",
            recommendations=2,
            decision="Udvalget godkender indstillingens punkt ",
            outcome="approved",
            attachments=("Helhedsplan", "Økonominotat"),
        ),
        Item("3", "Aktuelle sager"),
        Item("4", "Lukket punkt", "00.00.00-A00-1-22", closed=True),
    ),
    start="08:30",
    place="Udvalgsværelse 2",
    absent=("Jens Hult",),
)

LAYOUTS = (
    FREDENSBORG_LIKE,
    RSYD_LIKE,
    RM_AGENDA,
    BALLERUP_LIKE,
    ODENSE_LIKE,
)
