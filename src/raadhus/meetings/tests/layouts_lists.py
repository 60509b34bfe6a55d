"""Invented documents with lists that look like items, other bodies' decisions, and overviews."""

from raadhus.meetings.tests.layouts import Item, Layout

CASE_BEHIND_TITLE = Layout(
    name="the case number in parentheses behind the title, an item with nothing around it, alternatives",
    text="""\
Økonomiudvalget
DAGSORDEN
for ordinært møde tirsdag den 23. august 2017 kl. 11:00, Rådhuset, stuen, værelse 43

1. Godkendelse af dagsorden (2017-0000004)

Indstilling
Økonomiforvaltningen indstiller,
1. at dagsordenen godkendes

Økonomiudvalgets beslutning i mødet den 23. august 2017
Dagsordenen blev godkendt.

2. Ny cykelsti på Søgade (2017-0123456)

Økonomiudvalget skal tage stilling til finansiering af en cykelsti.

Indstilling
Teknik- og Miljøforvaltningen indstiller, at Teknik- og Miljøudvalget over for Økonomiudvalget anbefaler,
1. at cykelstien anlægges,
2. at udgiften på 4 mio. kr. finansieres af kassen, og
3. at der anlægges træer som enten
   a. alternativ A: 20 træer, eller
   b. alternativ B: 40 træer.

Problemstilling
Trafikken vokser.

Løsning
Der anlægges en sti.

Politisk handlerum
Udvalget kan vælge.

Økonomi
Udgiften er 4 mio. kr.

Videre proces
Stien forelægges for udvalget ultimo 4. kvartal 2017.

Beslutning
Teknik- og Miljøudvalgets beslutning i mødet den 14. august 2017
Indstillingen blev anbefalet.

Økonomiudvalgets beslutning i mødet den 23. august 2017
Indstillingens 1. og 2. at-punkt blev godkendt.
3. at-punkt alternativ B blev godkendt med 8 stemmer for (A, F, Ø) mod 4 (V, C). Ingen undlod at stemme.
Lise Bo (V) var fraværende.

3. Lukket - Salg af grund (2017-0999999)

4. Orientering
Der blev orienteret om budgettet.
""",
    kind="minutes",
    body="Økonomiudvalget",
    date="2017-08-23",
    start="11:00",
    place="Rådhuset, stuen, værelse 43",
    items=(
        Item(
            "1",
            "Godkendelse af dagsorden",
            "2017-0000004",
            recommendations=1,
            decision="Dagsordenen blev",
            outcome="approved",
        ),
        Item(
            "2",
            "Ny cykelsti på Søgade",
            "2017-0123456",
            recommendations=3,
            decision="Indstillingens 1. og 2.",
            outcome="approved",
            votes=((8, 4, 0),),
            earlier=1,
        ),
        Item("3", "Lukket - Salg af grund", "2017-0999999", closed=True),
        Item("4", "Orientering", decision="Der blev orienteret", outcome="noted"),
    ),
)

REFERAT_AS_DECISION = Layout(
    name="the decision under Referat:, names one a line, the body named below the kind",
    text="""\
Eksempelby Kommune
Referat
Fritidsudvalget

Dato: 2019-05-07
Tid: 16.30-18.00
Sted: Mødelokale 4
Mødeleder: Bo Dahl
Til stede:
Bo Dahl
Eva Friis
Karl Holm

Ikke til stede:
Lis Juul

Pkt. 21: Orientering fra forvaltningen
Referat:
Forvaltningen orienterede om sommerens arrangementer. Taget til efterretning.

Pkt. 22: Tilskud til Ådal Boldklub
Sagsfremstilling:
Klubben søger om 40.000 kr.
Administrationen anbefaler:
at der gives tilskud på 40.000 kr.
at beløbet tages af puljen
Referat:
Udvalget besluttede at give 30.000 kr. i tilskud.
Eva Friis deltog ikke i behandlingen på grund af inhabilitet.

Pkt. 23: Eventuelt
Referat:
Intet.
""",
    kind="minutes",
    body="Fritidsudvalget",
    date="2019-05-07",
    start="16:30",
    end="18:00",
    place="Mødelokale 4",
    participants=("Bo Dahl", "Eva Friis", "Karl Holm"),
    absent=("Lis Juul",),
    items=(
        Item("21", "Orientering fra forvaltningen", decision="Forvaltningen orienterede", outcome="noted"),
        Item("22", "Tilskud til Ådal Boldklub", recommendations=2, decision="Udvalget besluttede", outcome="approved"),
        Item("23", "Eventuelt", decision="Intet.", outcome="other"),
    ),
)

DATE_BEFORE_BODY = Layout(
    name="dd-mm-yyyy Body heads the decisions, a recommendation in running text, a full stop for a closed decision",
    text="""\
26-08-2015 Byråd

Åbne sager

Sag nr. 88 Lokalplan 12

Sagsid: 15/3312

Sagens behandling
Plan- og Miljøudvalget 18-08-2015, Byråd 26-08-2015

Plan og Miljø indstiller, at lokalplanen vedtages endeligt.

18-08-2015 Plan- og Miljøudvalg
Anbefales.

26-08-2015 Byråd
Vedtaget.
For stemte: 20
Imod stemte: 5
Fraværende: Mads Noer

Sag nr. 89 Valg til bestyrelse

Sagsid: 15/100

26-08-2015 Byråd
Byrådet valgte Nina Odde.

Lukkede sager

Sag nr. 90 Køb af ejendom

Sagsid: 15/4000

26-08-2015 Byråd
.
""",
    kind="minutes",
    body="Byråd",
    date="2015-08-26",
    absent=("Mads Noer",),
    items=(
        Item(
            "88",
            "Lokalplan 12",
            "15/3312",
            recommendations=1,
            decision="Vedtaget.",
            outcome="approved",
            votes=((20, 5, None),),
            earlier=1,
        ),
        Item("89", "Valg til bestyrelse", "15/100", decision="Byrådet valgte", outcome="approved"),
        Item("90", "Køb af ejendom", "15/4000", closed=True),
    ),
)

LISTS_BETWEEN_ITEMS = Layout(
    name="numbered lists in the text and in the decision right before the next item, an attachment named Indstilling",
    text="""\
Referat
Byrådet
Mandag den 9. december 2024 kl. 17.00

1. Godkendelse af dagsorden
Sagsnr. 24/1
Beslutning
Godkendt.

2. Budgetopfølgning
Sagsnr. 24/2
Sagsfremstilling
Følgende er sket:
1. Indtægterne er steget
2. Udgifterne er faldet
3. Kassen er vokset
Indstilling
Direktionen indstiller:
1. Opfølgningen tages til efterretning
2. Overførsler godkendes
Beslutning
1. Taget til efterretning
2. Godkendt

3. Lokalplan
Sagsnr. 24/3
Indstilling
Udvalget anbefaler,
at planen vedtages,
at vejen navngives
Beslutning i Planudvalget 2. december 2024
Anbefales.
Beslutning i Byrådet 9. december 2024
Ændringsforslag fra liste A om at udsætte sagen:
For stemte 9 (A, F), imod stemte 16 (V, C, B).
Ændringsforslaget bortfaldt.
Indstillingen godkendt.
Bilag
Lokalplan 12.pdf
Indstilling
Notat af 1. december 2024
""",
    kind="minutes",
    body="Byrådet",
    date="2024-12-09",
    start="17:00",
    items=(
        Item("1", "Godkendelse af dagsorden", "24/1", decision="Godkendt.", outcome="approved"),
        Item(
            "2",
            "Budgetopfølgning",
            "24/2",
            recommendations=2,
            decision="1. Taget",
            outcome="noted",
            outcomes=("noted", "approved"),
        ),
        Item(
            "3",
            "Lokalplan",
            "24/3",
            recommendations=2,
            decision="Ændringsforslag fra liste A",
            outcome="approved",
            votes=((9, 16, None),),
            earlier=1,
            attachments=("Lokalplan 12.pdf", "Indstilling", "Notat af 1. december 2024"),
        ),
    ),
)

OVERVIEW_IN_A_TABLE = Layout(
    name="a web page with an overview as a table, then the items under headings",
    suffix=".html",
    text="""\
<html><head><title>Referat</title></head><body><nav><ul><li>Forside</li></ul></nav>
<h1>Socialudvalget 14-05-2024 kl. 17:00</h1>
<table><tr><th>Punkt</th><th>Titel</th><th>Status</th></tr>
<tr><td>1</td><td>Godkendelse af dagsorden</td><td>Åben</td></tr>
<tr><td>2</td><td>Handicappolitik</td><td>Åben</td></tr>
<tr><td>3</td><td>Personsag</td><td>Lukket</td></tr></table>
<h2>1. Godkendelse af dagsorden</h2><p>Sagsnummer: 24/100</p><h3>Beslutning</h3><p>Godkendt</p>
<h2>2. Handicappolitik</h2><p>Sagsnummer: 24/101</p><h3>Resume</h3><p>Politikken er i høring.</p>
<h3>Indstilling</h3><p>Administrationen indstiller, at</p><ol><li>politikken vedtages</li><li>politikken evalueres i 2026</li></ol>
<h3>Beslutning</h3><p>Ad 1: Vedtaget.</p><p>Ad 2: Vedtaget.</p><p>Afbud: Per Lind</p>
<h4>Bilag</h4><ul><li><a href="/x">Handicappolitik 2024.pdf</a></li><li><a href="/y">Høringssvar (samlet)</a></li></ul>
<h2>3. Lukket punkt</h2></body></html>
""",
    kind="minutes",
    body="Socialudvalget",
    date="2024-05-14",
    start="17:00",
    absent=("Per Lind",),
    items=(
        Item("1", "Godkendelse af dagsorden", "24/100", decision="Godkendt", outcome="approved"),
        Item(
            "2",
            "Handicappolitik",
            "24/101",
            recommendations=2,
            decision="Ad 1: Vedtaget.",
            outcome="approved",
            attachments=("Handicappolitik 2024.pdf", "Høringssvar (samlet)"),
        ),
        Item("3", "Lukket punkt", closed=True),
    ),
)

LAYOUTS = (CASE_BEHIND_TITLE, REFERAT_AS_DECISION, DATE_BEFORE_BODY, LISTS_BETWEEN_ITEMS, OVERVIEW_IN_A_TABLE)
