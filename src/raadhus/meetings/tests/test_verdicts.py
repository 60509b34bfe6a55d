"""What a decision's prose comes to: one outcome for a whole text."""

import pytest

from raadhus.meetings.reader.verdicts import verdict_of_text

EXAMPLES = {
    "approved": [
        "Godkendt.",
        "Tiltrådt.",
        "Indstillingen tiltrådt.",
        "Indstillingen blev tiltrådt.",
        "Indstillingen godkendes.",
        "Udvalget godkendte indstillingen.",
        "Vedtaget.",
        "Som indstillet.",
        "Enstemmigt vedtaget.",
        "Et enigt udvalg godkendte indstillingen.",
        "Forvaltningens indstilling blev godkendt.",
        "Byrådet godkendte Økonomiudvalgets indstilling.",
        "Byrådet godkender udvalgets anbefaling.",
        "Kommunalbestyrelsen vedtog at godkende Økonomiudvalgets indstilling.",
        "Udvalget besluttede, at der skal arbejdes videre med forslag 2.",
        "For indstillingen stemte 15. Imod stemte 4. Indstillingen er dermed vedtaget.",
        "Indstillingen blev vedtaget med 14 stemmer for og 5 imod.",
        "Liste A foreslog, at sagen sendes tilbage. Forslaget faldt. Indstillingen blev herefter godkendt.",
        "Lise Lind stillede ændringsforslag om en lavere takst. Ændringsforslaget blev forkastet med 12 stemmer mod 7. Indstillingen blev godkendt.",
        "Godkendt. Venstre stemte imod.",
        "Et flertal (A, F og Ø) godkender indstillingen. V stemmer imod.",
        "Udvalget godkendte dagsordenen.",
        "Referatet blev godkendt.",
        "Direktionen beslutter at igangsætte analysen.",
        "Valgt blev Ida Friis.",
        "Som formand valgtes Ida Friis.",
        "Bevilget.",
        "Der meddeles dispensation.",
        "Udvalget meddeler tilladelse.",
        "Indstillingen følges.",
        "Godkendt som indstillet.",
        "Tiltrædes.",
        "Ad 1) Godkendt. Ad 2) Taget til efterretning.",
    ],
    "approved_with_remarks": [
        "Godkendt med den bemærkning, at der følges op i efteråret.",
        "Godkendt med bemærkning om at taksten skal justeres.",
        "Tiltrådt, idet udvalget ønsker en opfølgning.",
        "Direktionen tiltræder indstillingen med de faldne bemærkninger.",
        "Direktionen godkender indstillingen under forudsætning af finansiering.",
    ],
    "recommended": [
        "Anbefales.",
        "Anbefales godkendt.",
        "Anbefalet.",
        "Udvalget anbefaler indstillingen.",
        "Indstilles godkendt.",
        "Indstillingen anbefales over for Byrådet.",
        "Økonomiudvalget indstiller til Byrådet, at sagen godkendes.",
        "Børneudvalget anbefaler, at Byrådet godkender indstillingen.",
        "Økonomiudvalget vedtog at anbefale Direktionens indstilling.",
        "Udvalget besluttede at anbefale forslaget.",
        "Udvalget indstiller sagen til Byrådets godkendelse.",
    ],
    "noted": [
        "Taget til efterretning.",
        "Orienteringen blev taget til efterretning.",
        "Til efterretning.",
        "Udvalget tog orienteringen til efterretning.",
        "Tages til efterretning.",
        "Byrådet blev orienteret.",
        "Orienteret.",
        "Orientering givet.",
        "Orienteringen taget til efterretning, og udvalget drøftede den videre proces.",
        "Direktionen tager sagen til orientering.",
        "Formanden orienterede om budgettet.",
    ],
    "discussed": [
        "Drøftet.",
        "Udvalget drøftede sagen.",
        "Sagen blev drøftet.",
        "Drøftelsen blev gennemført.",
        "Drøftet og taget til efterretning.",
    ],
    "deferred": [
        "Udsat.",
        "Sagen udsættes.",
        "Sagen blev udsat til næste møde.",
        "Udvalget besluttede at udsætte sagen.",
        "Punktet udsat.",
        "Udvalget besluttede, at sagen genoptages på mødet i juni.",
        "Udvalget ønsker sagen belyst yderligere inden beslutning.",
        "Sagen genbehandles på næste møde.",
        "Afventer budgetaftalen.",
    ],
    "withdrawn": [
        "Sagen udgår.",
        "Punktet udgik.",
        "Punktet blev taget af dagsordenen.",
        "Udgår.",
    ],
    "rejected": [
        "Afvist.",
        "Forslaget blev forkastet.",
        "Ikke godkendt.",
        "Indstillingen blev ikke godkendt.",
        "Forslaget blev ikke vedtaget.",
        "Der gives afslag.",
        "Udvalget kan ikke anbefale forslaget.",
    ],
    "referred": [
        "Oversendes til Økonomiudvalget.",
        "Sagen sendes til høring.",
        "Sendes videre til behandling i Økonomiudvalget.",
        "Henvises til budgetforhandlingerne.",
        "Sagen oversendes til budgetforhandlingerne.",
        "Fremsendes uden indstilling.",
        "Fremsendes til byrådet.",
        "Sagen sendes i høring.",
    ],
    "returned": [
        "Sagen sendes tilbage til forvaltningen.",
        "Hjemvises til fornyet behandling.",
        "Udvalget besluttede at sende sagen tilbage til administrationen.",
    ],
    None: [
        "Ingen bemærkninger.",
        "Ingen.",
        "Intet.",
        "Der var ingen bemærkninger.",
        "Intet at bemærke.",
        "Forvaltningen udleverede oversigt over sager på vej.",
        "Underskrevet.",
    ],
    "not_released": [
        "Beslutning ikke frigivet",
    ],
}


@pytest.mark.parametrize(
    ("text", "outcome"),
    [(text, outcome) for outcome, texts in EXAMPLES.items() for text in texts],
    ids=str,
)
def test_the_text_comes_to_its_outcome(text, outcome):
    assert verdict_of_text(text) == outcome


def test_a_reservation_is_no_rejection():
    assert verdict_of_text("Godkendt. Liste Ø kunne ikke tiltræde indstillingen.") == "approved"
