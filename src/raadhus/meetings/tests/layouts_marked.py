"""Invented documents with marked-up or shared headings."""

from raadhus.meetings.tests.layouts import Item, Layout

COMBINED_HEADING = Layout(
    name="Indstilling og beslutning under one heading, divider lines, Beslutning ikke frigivet",
    text="""\
Protokol
Ældreudvalget
Dato: torsdag den 12. marts 2015
Tidspunkt: kl. 13.00

Åbne punkter

12. Budgetopfølgning pr. 28. februar
Sagsnr. 15/881

Sagens indhold
Budgettet holder. Merforbruget på hjemmeplejen er følgende:
1. Løn
2. Hjælpemidler

Indstilling og beslutning
Det indstilles, at
1. opfølgningen tages til efterretning
2. merforbruget dækkes af kassen

Godkendt.

13. Orientering fra formanden
Sagsnr. 15/12

Orienteringen blev taget til efterretning.

-- Lukkede punkter --

14. Kontrakt med leverandør
Sagsnr. 15/990

Beslutning ikke frigivet
""",
    kind="minutes",
    body="Ældreudvalget",
    date="2015-03-12",
    start="13:00",
    items=(
        Item(
            "12",
            "Budgetopfølgning pr. 28. februar",
            "15/881",
            recommendations=2,
            decision="Godkendt.",
            outcome="approved",
        ),
        Item("13", "Orientering fra formanden", "15/12", decision="Orienteringen blev taget", outcome="noted"),
        Item(
            "14",
            "Kontrakt med leverandør",
            "15/990",
            closed=True,
            decision="Beslutning ikke frigivet",
            outcome="not_released",
        ),
    ),
)

MARKDOWN_TABLE = Layout(
    name="Markdown: the items as headings with their number and status, meta in bold, attachments in a table",
    text="""\
# Referat

**Udvalg:** Socialudvalget
**Mødedato:** 14. januar 2016 kl. 14:00
**Mødested:** Rådhuset, lokale 3
**Deltagere:** Ove Pagh, Rie Skov
**Fraværende:** Ingen

### 4.    Meddelelser

**Lukket**

Sagsnr.: 399-2014-3604        J.nr.: 00.01.10            Dokumentnr.: 399-2016-7679

### 5.    Ændret åbningstid i Borgerservice

**Åbent**

Sagsnr.: 399-2014-132748     J.nr.: 05.09.00            Dokumentnr.:
399-2016-55915

**Sagstype**

Beslutning.

**Resume og sagens baggrund**

Åbningstiden blev ændret for et år siden og skal
nu evalueres.

**Indstillinger**

Direktøren indstiller,

· at den ændrede åbningstid gøres
permanent

· at skiltene bliver.

**Økonomiske konsekvenser**

Der er ingen.

**Socialudvalgets møde den 14. januar 2016:**

Udvalget vedtog at godkende indstillingen.

**Bilag**

|  |  |
| --- | --- |
| Bilag I - udtalelser | 399-2016-56180 |
""",
    kind="minutes",
    body="Socialudvalget",
    date="2016-01-14",
    start="14:00",
    place="Rådhuset, lokale 3",
    participants=("Ove Pagh", "Rie Skov"),
    items=(
        Item("4", "Meddelelser", "399-2014-3604", closed=True),
        Item(
            "5",
            "Ændret åbningstid i Borgerservice",
            "399-2014-132748",
            recommendations=2,
            decision="Udvalget vedtog at godkende",
            outcome="approved",
            attachments=("Bilag I - udtalelser",),
        ),
    ),
)

LAYOUTS = (COMBINED_HEADING, MARKDOWN_TABLE)
