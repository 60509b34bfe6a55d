"""What each rule finds and lets be, beyond the two examples of its page: (code, text, how many times)."""

import pytest

from raadhus.meetings.tests.linted_items import codes

ASKED = "Indstilling\nDet indstilles, at direktionen\n1. godkender planen\n2. godkender budgettet\n\nBeslutning Direktionen den 02-06-2025\n"
NOTED = "Indstilling\nDet indstilles, at direktionen\n1. tager planen til efterretning\n\nBeslutning Direktionen den 02-06-2025\n"
PLAIN = "Beslutning Direktionen den 02-06-2025\n"
BILAG = "\n\nBilag\nBilag 1 - Plan\nBilag 2 - Kort"
MODELS = "Sagsfremstilling\nEmne\tModel 1:\tModel 2:\nPris\tDyr\tBillig\n"

ANSWERS = [
    ("recommendation-unanswered", f"{ASKED}Direktionen godkender indstillingerne.", 0),
    ("recommendation-unanswered", f"{ASKED}Direktionen godkender indstilling 2.", 1),
    ("recommendation-unanswered", f"{ASKED}Sagen udsættes til næste møde.", 0),
    ("recommendation-unanswered", "Indstilling\nDet indstilles, at direktionen\n1. godkender planen", 0),
    ("recommendation-unanswered", f"{ASKED}Direktionen tager sagen til efterretning.", 2),
    ("recommendation-unanswered", f"{NOTED}Direktionen tager sagen til efterretning.", 0),
    ("answer-without-recommendation", f"{ASKED}Direktionen godkender indstilling 1, 2 og 3.", 1),
    ("answer-without-recommendation", f"Sagsfremstilling\nPlanen er ny.\n\n{PLAIN}Godkendt.", 1),
    ("answer-without-recommendation", f"{PLAIN}Direktionen godkender indstillingen.", 1),
    ("answer-without-recommendation", f"Sagsfremstilling\nPlanen er ny.\n\n{PLAIN}Drøftet.", 0),
    ("noted-with-decision", f"{NOTED}Taget til efterretning.", 0),
    ("noted-with-decision", f"{NOTED}Direktionen beslutter at tage planen til efterretning.", 0),
    (
        "noted-with-decision",
        f"{NOTED}Direktionen tager planen til efterretning og godkender, at den sendes i høring.",
        1,
    ),
    (
        "answer-without-recommendation",
        f"Sagsfremstilling\nForvaltningen anbefaler, at planen vælges.\n\n{PLAIN}Godkendt.",
        0,
    ),
    (
        "answer-without-recommendation",
        f"Punkt 2: Godkendelse af dagsorden\n\nBaggrund\nDagsordenen.\n\n{PLAIN}Godkendt.",
        0,
    ),
    ("noted-with-decision", f"{NOTED}Godkendt.", 0),
    ("noted-with-decision", f"{NOTED}Direktionen godkender indstillingen.", 0),
    ("noted-with-decision", f"{NOTED}Direktionen besluttede at udsætte sagen.", 0),
    ("noted-with-decision", f"{ASKED}Direktionen godkender indstillingerne.", 0),
]
LEAD_INS = [
    ("doubled-lead-in", "Indstilling\nDet indstilles, at\n1. at planen godkendes\n2. at budgettet godkendes", 2),
    ("doubled-lead-in", "Indstilling\nCenteret indstiller at:\n- At planen godkendes", 1),
    ("doubled-lead-in", "Indstilling\nDet indstilles:\n1. At direktionen godkender planen", 0),
    ("doubled-lead-in", "Indstilling\nDet indstilles, at direktionen:\n1. godkender, at planen sendes i høring", 0),
    ("doubled-lead-in", "Sagsfremstilling\nDet anbefales at at planen godkendes.", 1),
    ("doubled-lead-in", "Sagsfremstilling\nDet er let at se, at alt er nyt.", 0),
]
FOLLOW_UP = [
    ("decision-without-owner", f"{PLAIN}Godkendt.", 0),
    ("decision-without-owner", f"{PLAIN}Fremsendes til Teknisk Udvalg til behandling.", 0),
    ("decision-without-owner", f"{PLAIN}Administrationen udarbejder et notat inden den 1. august 2025.", 0),
    ("decision-without-owner", f"{PLAIN}Administrationen udarbejder et notat.", 1),
    (
        "decision-without-owner",
        f"{PLAIN}Direktionen beslutter, at der udarbejdes et notat inden den 1. august 2025.",
        1,
    ),
    ("decision-without-owner", f"{PLAIN}Direktionen beder HR om at fremlægge en sag i oktober 2025.", 0),
    ("decision-without-owner", f"{PLAIN}Ole Skov foreslog, at der udarbejdes et notat. Forslaget faldt.", 0),
    ("decision-without-owner", f"{PLAIN}Sagen udsat.\nForslag: Reglerne revideres.", 0),
    ("vague-deadline", "Sagsfremstilling\nSagen forelægges direktionen hurtigst muligt.", 1),
    ("vague-deadline", "Sagsfremstilling\nSagen forelægges direktionen i oktober 2025.", 0),
    ("vague-deadline", "Sagsfremstilling\nHjælpen skal komme hurtigst muligt frem.", 0),
]
DAYS = [
    ("weekday-wrong", "Baggrund\nMøde onsdag d. 4/6-2025, torsdag den 5.6.2025 og fredag 2025-06-06.", 0),
    ("weekday-wrong", "Baggrund\nMøde tirsdag d.4/6-2025, onsdag den 5.6.2025 og torsdag 2025-06-06.", 3),
    ("weekday-wrong", "Baggrund\nMøde onsdag, den 4. juni 2025.", 0),
    ("weekday-wrong", "Baggrund\nMøde mandag den 4. juni.", 1),
    ("weekday-wrong", "Baggrund\nMøde onsdag den 4. juni.", 0),
    ("weekday-wrong", "Baggrund\nMøde fredag d. 5/6 og ons. d. 4. juni 2025.", 1),
    ("weekday-wrong", "Baggrund\nÅbent mandag 9.30 til 15.10 og lørdag 14.-15. juni 2025.", 0),
    ("weekday-wrong", "Baggrund\nHolder åbent tirsdage 4 uger i juni 2025.", 0),
    ("date-impossible", "Baggrund\nFrist 30.02.2025 og 29. februar 2025.", 2),
    ("date-impossible", "Baggrund\nFrist 29. februar 2024, nr. 31-04/2025 og 12.13.2025.", 0),
    ("already-treated", "Baggrund\nDen 2. juni 2025 behandlede direktionen planen.", 1),
    ("already-treated", "Baggrund\nSagen blev behandlet på direktionens møde den 2. juni 2025.", 1),
    ("already-treated", "Baggrund\nPå mødet den 2.6.2025 har direktionen godkendt planen.", 1),
    ("already-treated", "Baggrund\nDirektionen har på møde den 2. juni behandlet planen.", 1),
    ("already-treated", "Baggrund\nDirektionen godkendte den 3. juli 2025 planen.", 1),
    ("already-treated", "Baggrund\nDirektionen godkendte den 3. juli planen.", 0),
    ("already-treated", "Baggrund\nØkonomiudvalget har på møde den 2. juni 2025 behandlet planen.", 0),
    ("already-treated", "Baggrund\nDirektionen behandler planen den 2. juni 2025.", 0),
    ("already-treated", "Baggrund\nPlanen skal godkendes den 3. juli 2025.", 0),
]
SUMS = [
    ("total-wrong", "Sagsfremstilling\nNavn\tAntal\nA\t1.200\nB\t-200\nI alt\t1.000", 0),
    ("total-wrong", "Sagsfremstilling\nNavn\tAntal\nA\t1.200\nB\t-200\nI alt\t1.400", 1),
    ("total-wrong", "Sagsfremstilling\nNavn\t2024\t2025\nA\t1\t2\nB\t3\t4\nTotal\t4\t7", 1),
    ("total-wrong", "Sagsfremstilling\nNavn\tPct.\nA\t33,3\nB\t33,3\nC\t33,3\nI alt\t100,0", 0),
    ("total-wrong", "Sagsfremstilling\nDrift\tKr.\nUdgifter\t1.000\nIndtægter\t400\nI alt\t600", 0),
    ("total-wrong", "Sagsfremstilling\nHold\tSvar\tTrivsel\nA\t10\t4,2\nB\t30\t4,6\nI alt\t40\t4,5", 0),
    ("total-wrong", "Sagsfremstilling\nNavn\tGennemsnit\nA\t4\nB\t6\nI alt\t5", 0),
    ("total-wrong", "Sagsfremstilling\nNavn\tKr.\nA\t4\nB\t6\nSum\t10\nC\t5\nI alt\t15", 0),
    ("total-wrong", "Sagsfremstilling\nNavn\tKr.\nA\t4\nheraf løn\t3\nB\t6\nI alt\t10", 0),
    ("total-wrong", "Sagsfremstilling\nDrift\tKr.\nSkoler\t30\nA\t10\nB\t20\nVeje\t5\nC\t5\nI alt\t35", 0),
    ("total-wrong", "Sagsfremstilling\nNavn\tmio. kr.\nA\t1,25\nB\t1,25\nI alt\t2,6", 1),
    ("total-wrong", "Sagsfremstilling\nNavn\tmio. kr.\nA\t1,3\nB\t1,3\nI alt\t2,5", 0),
    ("total-wrong", "Sagsfremstilling\nNavn\tA\tB\tI alt\nX\t1\t2\t3\nY\t4\t5\t9\nZ\t6\t7\t14", 1),
    ("total-wrong", "Sagsfremstilling\nNavn\tAntal\nA\tukendt\nB\t6\nI alt\t10", 0),
    ("parts-not-total", "Sagsfremstilling\nDet koster 500 kr. Løn er 300 kr. af det, og resten, 199 kr., er varer.", 0),
    ("parts-not-total", "Sagsfremstilling\nDet koster 500 kr. Løn er 300 kr. af det, og resten, 190 kr., er varer.", 1),
    ("parts-not-total", "Sagsfremstilling\nStien koster samlet 18,8 mio. kr., fordelt med 0,7 mio. kr., 17,5 mio. kr. og 0,6 mio. kr. siden.", 0),
    ("parts-not-total", "Sagsfremstilling\nStien koster samlet 18,8 mio. kr., fordelt med 0,7 mio. kr., 17,5 mio. kr. og 0,9 mio. kr. siden.", 1),
    ("parts-not-total", "Sagsfremstilling\nStien er på 9,5 mio. kr. fordelt med 5,0 mio.\nkr. fra A og 4,5 mio. kr. fra B.", 0),
    ("parts-not-total", "Sagsfremstilling\nI alt 10 mio. kr., der bl.a. finansieres af 2 mio. kr. fra puljen og 3 mio. kr. fra fonden.", 0),
]  # fmt: skip
SHARES = [
    ("percentage-wrong", "Sagsfremstilling\nDer er 30 ud af 120 elever, svarende til 25 pct.", 0),
    ("percentage-wrong", "Sagsfremstilling\nDer er 30 ud af 120 elever, svarende til 20 pct.", 1),
    ("percentage-wrong", "Sagsfremstilling\nI alt 30 af 120 elever udgør ca. 26 pct.", 0),
    ("percentage-wrong", "Sagsfremstilling\n30 elever udgør 35 pct. af de 120 elever.", 1),
    ("percentage-wrong", "Sagsfremstilling\n35 pct. (30 af 120 elever) cykler.", 1),
    ("percentage-wrong", "Sagsfremstilling\n10 pct. af 300 systemer svarer til 45 systemer.", 1),
    ("percentage-wrong", "Sagsfremstilling\n10 pct. af 300 systemer svarer til 30 systemer.", 0),
    ("percentage-wrong", "Sagsfremstilling\nTallet er steget fra 100 til 120, svarende til en stigning på 20 pct.", 0),
    ("percentage-wrong", "Sagsfremstilling\nTallet er steget fra 100 til 120, svarende til en stigning på 25 pct.", 1),
    ("percentage-wrong", "Sagsfremstilling\nUdgiften falder fra 3,1 mio. kr. til 2,6 mio. kr., et fald på 16 pct.", 0),
    ("percentage-wrong", "Sagsfremstilling\nAndelen er faldet fra 21 pct. i 2023 til 17 pct. i 2024, et fald på 4 pct.", 0),
    ("percentage-wrong", "Sagsfremstilling\nDer er 1914 af 4000 ansatte (60 pct.) med.", 1),
    ("percentage-wrong", "Sagsfremstilling\n2 af 10 skoler har mindst 50 pct. fravær.", 0),
    ("percentage-wrong", "Sagsfremstilling\nNavn\tAntal\tPct.\nA\t10\t10\nB\t20\t25\nC\t70\t70\nI alt\t100\t100", 1),
    ("percentage-wrong", "Sagsfremstilling\nNavn\tAntal\tPct.\nA\t10\t10\nB\t20\t20\nC\t70\t70\nI alt\t100\t100", 0),
    ("direction-wrong", "Sagsfremstilling\nFraværet er faldet fra 4,1 pct. i 2023 til 5,2 pct. i 2024.", 1),
    ("direction-wrong", "Sagsfremstilling\nFraværet er faldet fra 5,2 pct. i 2023 til 4,1 pct. i 2024.", 0),
    ("direction-wrong", "Sagsfremstilling\nDer var en stigning fra 2023 til 2024.", 0),
    ("direction-wrong", "Sagsfremstilling\nTiden er øget fra 50 minutter til 2 timer.", 0),
]  # fmt: skip
REFERENCES = [
    ("attachment-missing", f"Sagsfremstilling\nSe bilag 1 og 2, jf. bilag 1-2.{BILAG}", 0),
    ("attachment-missing", f"Sagsfremstilling\nSe bilag 1, 3 og 4.{BILAG}", 2),
    ("attachment-missing", f"Sagsfremstilling\nSe bilag A.{BILAG}", 1),
    ("attachment-missing", f"Sagsfremstilling\nSe bilag 3 til bekendtgørelsen og lovens bilag 4.{BILAG}", 0),
    ("attachment-missing", "Sagsfremstilling\nSe bilag 2.\n\nBilag\nPlan for stier\nKort over stier", 0),
    ("attachment-missing", "Sagsfremstilling\nSe bilag 3.\n\nBilag\nPlan for stier\nKort over stier", 1),
    ("attachment-missing", "Sagsfremstilling\nSe bilag 3.", 0),
    ("attachment-missing", "Sagsfremstilling\nSe bilag 1.\n\nBilag\nPlan\nHøringssvar med bilag 2", 0),
    ("scenario-misnamed", f"{MODELS}Vi anbefaler model 2.", 0),
    ("scenario-misnamed", f"{MODELS}Vi anbefaler model c eller model 3.", 2),
    ("scenario-misnamed", f"{MODELS}Modeller 1 og 2 er dyre, modellerne a og b er ikke.", 1),
    ("scenario-misnamed", "Sagsfremstilling\nVi anbefaler model 3 og model b.", 0),
    ("attachment-file-name", "Bilag\nPlan.xlsx\nKort over stier", 1),
    ("attachment-file-name", "Bilag\nNotat om pdf-filer", 0),
]  # fmt: skip
WORDS = [
    ("abbreviation-undefined", "Baggrund\nTFC og TFC har målt, sammen med KL og IT.", 1),
    ("abbreviation-undefined", "Baggrund\nTeknisk Fællescenter (TFC) har målt. TFC er glade.", 0),
    ("abbreviation-undefined", "Baggrund\nTFC (Teknisk Fællescenter) har målt.", 0),
    ("abbreviation-undefined", "Baggrund\nTeknisk Fællescenter, herefter TFC, har målt.", 0),
    ("abbreviation-undefined", "Baggrund\nDe tre centre (TFC, QPC) har målt.", 2),
    ("abbreviation-undefined", "Baggrund\nMODEL A OG BILAG\nKapitel IV og XII.", 0),
    ("abbreviation-undefined", "Baggrund\nSag EMN-2025-0012 og DOK/12, se A-B.dk.", 0),
]
LEFTOVERS = [
    ("template-text", "Baggrund\nHUSK at skrive kort. [Skriv her] XX kr. lorem ipsum dolor", 4),
    ("template-text", "Baggrund\nDenne hjælpetekst skal slettes.", 1),
    ("template-text", "Baggrund\nStien ved [adresse] er ny [...] og god.", 0),
    ("template-text", "Baggrund\nHusk at betale: borgerne skal huske det. Hjælpetekster på nettet er nye.", 0),
    ("conversion-mark", "Baggrund\nStien er ny.? Ja,? ny: ? Nej;?", 4),
    ("conversion-mark", "Baggrund\nEr stien ny? Hvad så?! Og så ... Slut…", 0),
    ("conversion-mark", "Baggrund\nStien er ny..\n.\nB?rn cykler.", 3),
    ("conversion-mark", "Baggrund\nSe https://kommune.example/side?id=1 og www.by.example/a?b.", 0),
    ("stray-hyphen", "Baggrund\nCykelstien er ny. Cykel-stien er god. Cykel- og gangstier.", 1),
    ("stray-hyphen", "Baggrund\nCykel-stien er god.", 0),
]
CLOSED = [
    ("closed-without-ground", "Baggrund\nNy.\n\nPunkt 2: Lukket punkt", 1),
    ("closed-without-ground", "Baggrund\nNy.\n\nPunkt 2: Lukket: Køb af grund", 0),
    ("closed-case-number", "Baggrund\nNy.\n\nPunkt 2: Lukket: Køb af grund\n\n25/300", 1),
    ("closed-number-shared", "Baggrund\nNy.\n\nPunkt 2: Lukket\n\n25/300", 0),
]
PERSONAL = [
    ("cpr-number", "Baggrund\nCPR 0101901234, 010190-1234 og 320190-1234.", 2),
    ("personal-data", "Baggrund\nRing 12 34 56 78 eller +45 12345678, skriv til ole@example.dk.", 3),
    ("personal-data", "Baggrund\nKlasserne har 22 24 21 25 elever.", 0),
    ("personal-data", "Baggrund\nSkriv til post@example.dk, beløb 12 345 678, sag 12-34-56-78.", 0),
    ("personal-data", "Baggrund\nBorgeren er bosat på Møllevej 12. Betal til reg.nr. 1234 konto 1234567890.", 2),
    ("personal-data", "Baggrund\nStien ved Møllevej 12 lægges om, og byrådet bor i Rådhuset.", 0),
]
EXAMPLES = [
    *ANSWERS, *LEAD_INS, *FOLLOW_UP, *DAYS, *SUMS, *SHARES, *REFERENCES, *WORDS, *LEFTOVERS, *CLOSED, *PERSONAL
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "times"), EXAMPLES)
def test_a_rule_finds_what_it_should(code, text, times):
    assert codes(text).count(code) == times
