"""Invented documents whose items are numbered lines."""

from raadhus.meetings.tests.layouts import Item, Layout

RIGHT_ALIGNED = Layout(
    name="number, wide gap, title; registration line with Åbent to the right; title printed twice",
    text="""\
Økonomiudvalget – Referat – 4. november 2019

1. Godkendelse af dagsorden (B)
1.     Godkendelse af dagsorden (B)

Sagsnr.: 399-2019-3619                 Dok.nr.: 399-2019-500301                                          Åbent
Kompetence: Økonomiudvalget
Beslutningstema
Godkendelse af dagsorden.
Indstilling
Borgmesteren indstiller,
1.    at dagsordenen godkendes
Beslutning i Økonomiudvalget den 4. november 2019:
Fraværende:
Godkendt.

2. Ny svømmehal på Engvej (B)
2.     Ny svømmehal på Engvej (B)

Sagsnr.: 399-2018-77                 Dok.nr.: 399-2019-500332                                          Åbent
Kompetence: Byrådet
Beslutningstema
Stillingtagen til placering af en svømmehal.
Indstilling
Direktøren indstiller,
1.    at svømmehallen placeres på Engvej
2.    at der gives en anlægsbevilling på 2 mio. kr.
Beslutning i Kulturudvalget den 28. oktober 2019:
Fraværende: Bo Birk
Anbefales.
Beslutning i Økonomiudvalget den 4. november 2019:
Fraværende: Ane Asp
Indstilles godkendt, idet driften skal finansieres inden for rammen.
Sagsfremstilling
Der er tre mulige grunde til en svømmehal. Grunden på Engvej er den billigste.

3. Køb af areal (B)
3.     Køb af areal (B)

Sagsnr.: 399-2019-12                 Dok.nr.: 399-2019-500340                                          Lukket
""",
    kind="minutes",
    body="Økonomiudvalget",
    date="2019-11-04",
    absent=("Ane Asp",),
    items=(
        Item(
            "1",
            "Godkendelse af dagsorden (B)",
            "399-2019-3619",
            recommendations=1,
            decision="Godkendt.",
            outcome="approved",
        ),
        Item(
            "2",
            "Ny svømmehal på Engvej (B)",
            "399-2018-77",
            recommendations=2,
            decision="Indstilles godkendt",
            outcome="recommended",
            earlier=1,
        ),
        Item("3", "Køb af areal (B)", "399-2019-12", closed=True),
    ),
)

CASE_BEFORE_TITLE = Layout(
    name="the case number stands before the numbered title",
    text="""\
Referat til mødet i Udvalget for Teknik og Miljø den 22. juni 2020 kl. 17:30 i Ådal Rådhus, Mødelokale Skoven

Åbne dagsordenspunkter

85.02.02-G01-5-17

131. Godkendelse af dagsorden

Beslutning

Dagsordenen blev godkendt.

Fraværende: Per Holt (A).

02.34.02-P19-12-20

132. Møllevej 13 - byggesag i partshøring

Forventet sagsgang

TM

Anledning

Ejeren har søgt om at bygge til.

Indstilling

Direktøren for Teknik og Miljø indstiller til udvalget;

  1. At der udstedes byggetilladelse
  2. At den nuværende praksis fortsættes i området

Sagsfremstilling

Tilbygningen er på to etager.

Beslutning

Ad 1. Godkendt.

Ad 2. Udvalget besluttede at udsætte sagen til næste møde.

Fraværende: Per Holt (A).

Bilag

- Kort over Møllevej
- Tegninger

Lukkede dagsordenspunkter

82.02.00-G10-3-20

133. Lukket punkt: Salg af grund

Beslutning

Godkendt.
""",
    kind="minutes",
    body="Udvalget for Teknik og Miljø",
    date="2020-06-22",
    start="17:30",
    place="Ådal Rådhus, Mødelokale Skoven",
    absent=("Per Holt (A)",),
    items=(
        Item(
            "131",
            "Godkendelse af dagsorden",
            "85.02.02-G01-5-17",
            decision="Dagsordenen blev godkendt.",
            outcome="approved",
        ),
        Item(
            "132",
            "Møllevej 13 - byggesag i partshøring",
            "02.34.02-P19-12-20",
            recommendations=2,
            decision="Ad 1. Godkendt.",
            outcome="approved",
            outcomes=("approved", "deferred"),
            attachments=("Kort over Møllevej", "Tegninger"),
        ),
        Item(
            "133",
            "Lukket punkt: Salg af grund",
            "82.02.00-G10-3-20",
            closed=True,
            decision="Godkendt.",
            outcome="approved",
        ),
    ),
)

GLUED_NUMBER = Layout(
    name="the number glued to the title, the title again, absence after the decision",
    text="""\
Udvalg: Udvalget for teknik og miljø

Mødedato: 18-02-2019

Mødested: M 5 - Ådal Rådhus

1.Temamøde om diger (B)

Sagsnummer: 19/2484

Temamøde om diger (B)


Administrativ indstilling

Chef for Teknik indstiller, at

 • orienteringen drøftes.

Beslutning Udvalget for teknik og miljø den 18-02-2019

Drøftet og taget til efterretning.

Afbud: Claus Grøn (Løsgænger)

Sagsfremstilling

Der orienteres om diger.

Tidligere behandling

Ingen.

Økonomiske konsekvenser

Ingen.

2.Udbud af affaldsindsamling (B)

Sagsnummer: 18/1039

Udbud af affaldsindsamling (B)

Administrativ indstilling

Chef for Teknik indstiller, at

 • udbuddet godkendes.

 • tidsplanen tages til efterretning.

Beslutning Udvalget for teknik og miljø den 18-02-2019

Godkendt.

Afbud: Claus Grøn (Løsgænger)

Sagsfremstilling

Indsamlingen skal i udbud. Der er to muligheder:

 • To beholdere.

 • En beholder.
""",
    kind="minutes",
    body="Udvalget for teknik og miljø",
    date="2019-02-18",
    place="M 5 - Ådal Rådhus",
    absent=("Claus Grøn (Løsgænger)",),
    items=(
        Item(
            "1", "Temamøde om diger (B)", "19/2484", recommendations=1, decision="Drøftet og taget", outcome="discussed"
        ),
        Item(
            "2",
            "Udbud af affaldsindsamling (B)",
            "18/1039",
            recommendations=2,
            decision="Godkendt.",
            outcome="approved",
        ),
    ),
)

UPPERCASE_LABELS = Layout(
    name="labels in capitals with values below, start and end as dates with times, an overview without page numbers",
    text="""\
UDVALG

Udvalget for Ældre og Sundhed

MØDE

Referat

STED

Kanalvej 2, mødelokale 0.21

STARTTIDSPUNKT

04-06-2020 09:00:00

SLUTTIDSPUNKT

04-06-2020 11:00:00


PUNKTER

49. Godkendelse af dagsorden til mødet den 4. juni 2020
50. Orientering om udgifter, juni 2020
51. Underskriftsark



49. Godkendelse af dagsorden til mødet den 4. juni 2020

Godkendelse af dagsorden til mødet den 4. juni 2020
Sagsgang og sagstype

Udvalget for Ældre og Sundhed

Beslutningssag

Indstilling

Administrationen indstiller, at:

  1. dagsorden for mødet den 4. juni bliver godkendt
Beslutning i Udvalget for Ældre og Sundhed den 04-06-2020

Godkendt



50. Orientering om udgifter, juni 2020

Orientering om udgifter, juni 2020
Sagsgang og sagstype

Udvalget for Ældre og Sundhed

Orienteringssag

Indstilling

Administrationen indstiller, at

  1. orienteringen tages til efterretning
  2. udgifterne drøftes
Beskrivelse af sagen

Udgifterne er steget siden maj.
Beslutning i Udvalget for Ældre og Sundhed den 04-06-2020

1. Taget til efterretning
2. Drøftet



51. Underskriftsark

Underskriftsark
""",
    kind="minutes",
    body="Udvalget for Ældre og Sundhed",
    date="2020-06-04",
    start="09:00",
    end="11:00",
    place="Kanalvej 2, mødelokale 0.21",
    items=(
        Item(
            "49",
            "Godkendelse af dagsorden til mødet den 4. juni 2020",
            recommendations=1,
            decision="Godkendt",
            outcome="approved",
        ),
        Item(
            "50",
            "Orientering om udgifter, juni 2020",
            recommendations=2,
            decision="1. Taget til efterretning",
            outcome="noted",
            outcomes=("noted", "discussed"),
        ),
        Item("51", "Underskriftsark"),
    ),
)

LAYOUTS = (
    RIGHT_ALIGNED,
    CASE_BEFORE_TITLE,
    GLUED_NUMBER,
    UPPERCASE_LABELS,
)
