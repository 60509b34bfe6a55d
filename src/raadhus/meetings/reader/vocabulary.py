"""The words that Danish agendas and minutes use for their parts. Comparing is done on casefolded text without end marks."""

from raadhus.meetings.rules.reading import SectionKind

_B, _R, _D = SectionKind.BACKGROUND, SectionKind.RECOMMENDATION, SectionKind.DECISION
_S, _A, _E = SectionKind.STATEMENT, SectionKind.ASSESSMENT, SectionKind.ECONOMY
_P, _L, _T, _O = SectionKind.PROCESS, SectionKind.ATTACHMENTS, SectionKind.EARLIER, SectionKind.OTHER

_PHRASES: dict[SectionKind, str] = {
    _B: "baggrund|sagens baggrund|resume|resumé|kort resume|kort resumé|sagsresume|sagsresumé|resume og sagens baggrund|"
    "resumé og sagens baggrund|baggrund og resume|sammenfatning|sammendrag|indledning|problemstilling|anledning|formål|"
    "formål med sagen|baggrund for sagen|baggrund og formål|formål og baggrund|sagens anledning|introduktion|"
    "sagens kerne|beslutningstema|kort om sagen|resumé af sagen",
    _R: "indstilling|indstillinger|beslutningspunkter|beslutningspunkt|forslag til beslutning|"
    "forslag til indstilling|indstilling til beslutning|administrationens indstilling|"
    "forvaltningens indstilling|administrativ indstilling|"
    "direktionens indstilling|borgmesterens indstilling|direktørens indstilling|magistratens indstilling|"
    "indstilling og begrundelse|anbefaling|anbefalinger|administrationens anbefaling|det indstilles|indstilles|"
    "administrationen indstiller|forvaltningen indstiller|administrationen anbefaler|centrets indstilling|"
    "sekretariatets indstilling|afdelingens indstilling|magistratsafdelingens indstilling|administrationens forslag",
    _D: "beslutning|beslutninger|beslutningen|beslutning truffet|vedtagelse|vedtagelser|afgørelse|protokol|protokollat|"
    "protokoltekst|referat|udvalgets beslutning|byrådets beslutning|direktionens beslutning|konklusion|"
    "kommunalbestyrelsens beslutning|bestyrelsens beslutning|rådets beslutning|økonomiudvalgets beslutning|"
    "borgerrepræsentationens beslutning|mødets beslutning|beslutningsreferat|beslutning/referat|referat/beslutning",
    _S: "sagsfremstilling|sagsbeskrivelse|sagens indhold|sagen|fremstilling|sagsforhold|sagens oplysninger|løsning|"
    "redegørelse|sagsoplysning|sagsoplysninger|beskrivelse|beskrivelse af sagen|supplerende sagsfremstilling|"
    "sagsfremstilling og vurdering|indhold|supplerende oplysninger|yderligere oplysninger|beskrivelse af forslaget|"
    "forslag|uddybning",
    _A: "vurdering|vurderinger|administrationens vurdering|forvaltningens vurdering|administrationens bemærkninger|"
    "forvaltningens bemærkninger|direktionens bemærkninger|konsekvenser|påtegning|bemærkninger|samlet vurdering|"
    "sundhedskonsekvenser|miljøkonsekvenser|miljømæssige konsekvenser|klimakonsekvenser|"
    "konsekvenser for miljøet|sundhedsmæssige konsekvenser|øvrige konsekvenser|andre konsekvenser|"
    "juridiske konsekvenser|personalemæssige konsekvenser|personaleforhold|bæredygtighed|klima og miljø|"
    "ligestillingsmæssige konsekvenser|ligestilling|handicappolitiske aspekter|borgmesterens afdelings påtegning|"
    "borgmesterens påtegning|udtalelse|udtalelser|høringssvar|konsekvenser for klima|klima|miljø|miljøvurdering",
    _E: "økonomi|økonomiske konsekvenser|økonomiske forhold|økonomisk konsekvens|finansiering|økonomi og finansiering|"
    "økonomi/finansiering|bevillingsmæssige konsekvenser|bevilling|budgetmæssige konsekvenser|"
    "økonomiske og personalemæssige konsekvenser|økonomi og personale|økonomi og bevilling|økonomi og ressourcer|"
    "økonomiske og bevillingsmæssige konsekvenser|konsekvenser for økonomi|økonomi og bemanding|"
    "økonomi og personaleforhold|budget|økonomisk vurdering|ressourcer|økonomi/bevilling|økonomiske oplysninger",
    _P: "videre proces|den videre proces|proces|videre forløb|det videre forløb|sagens videre forløb|videre behandling|"
    "behandling|politisk behandling|inddragelse|inddragelse/kommunikation|kommunikation|høring|høringer|tidsplan|"
    "tidsplan og proces|proces og tidsplan|borgerinddragelse|inddragelse og høring|politisk handlerum|"
    "forventet sagsgang|videre sagsgang|sagsgang|opfølgning|implementering|kommunikation og inddragelse|høring mv|"
    "høring og inddragelse|information|intern høring|næste skridt|handlerum|involvering|procesplan|evaluering|"
    "kommunikation/inddragelse|inddragelse og kommunikation|udmøntning|"
    "offentlighed|offentliggørelse|koordinering|behandlingsplan|sagens gang",
    _L: "bilag|bilagsliste|bilagsoversigt|bilagsfortegnelse|vedhæftede filer|vedhæftninger|vedhæftet|"
    "dokumenter|bilag til sagen|bilag til punktet|bilag og dokumenter|bilag og links|vedlagte bilag|"
    "oversigt over bilag|bilag i sagen|elektroniske bilag|bilagene|bilag vedlagt|bilag/dokumenter|relaterede dokumenter|filer",
    _T: "sagens forløb|sagsforløb|tidligere beslutninger|tidligere beslutning|tidligere behandling|sagshistorik|"
    "historik|tidligere politisk behandling|beslutningshistorik|tidligere behandlinger|tidl. politisk behandling|"
    "beslutningshistorie|beslutningsforløb|sagens tidligere behandling|behandlingsforløb|"
    "tidligere politiske beslutninger|forhistorie|beslutninger i andre udvalg",
    _O: "sagstype|sagsgang og sagstype|sagstype og sagsgang|lovgrundlag|retsgrundlag|retligt grundlag|"
    "hjemmel|lovhjemmel|kompetence|beslutningskompetence|"
    "beslutningsforslag|alternativer|åben/lukket|sagens behandling|lovgivning|juridisk grundlag|"
    "lovgrundlag mv|lov- og plangrundlag|plangrundlag|andet|øvrigt|sagsbehandler|ansvarlig|gæster|foretræde|"
    "aktstykker|henvisninger|links|noter|punktet behandles|sagskategori|delegation|børnekonsekvenser|"
    "relation til politikker|relation til vision|verdensmål|fn's verdensmål|fremmøde|mødedeltagelse",
}
PHRASES = {phrase: kind for kind, phrases in _PHRASES.items() for phrase in phrases.split("|")}

# Words that seldom are anything but a heading, even when nothing about the print says so.
STRONG = frozenset(
    [
        "beslutning",
        "beslutninger",
        "indstilling",
        "indstillinger",
        "sagsfremstilling",
        "bilag",
        "baggrund",
        "resume",
        "resumé",
        "sagsbeskrivelse",
        "beslutningspunkter",
        "sagsforløb",
        "vurdering",
        "økonomi",
    ]
) | {"sagens forløb", "sagens indhold", "økonomiske konsekvenser", "videre proces", "tidligere beslutninger"}

# "Indstilling: Det indstilles ..." on one line.
INLINE = frozenset(
    [
        "beslutning",
        "beslutninger",
        "indstilling",
        "indstillinger",
        "sagsfremstilling",
        "baggrund",
        "resume",
        "resumé",
        "referat",
        "vurdering",
        "økonomi",
        "bilag",
        "sagsbeskrivelse",
        "konklusion",
        "vedtagelse",
        "protokol",
    ]
) | {
    "økonomiske konsekvenser",
    "administrationens indstilling",
    "forvaltningens indstilling",
    "udvalgets beslutning",
    "byrådets beslutning",
    "direktionens beslutning",
}

COMBINED = frozenset(
    {
        "indstilling og beslutning",
        "indstilling/beslutning",
        "indstilling og beslutninger",
        "indstilling/beslutning:",
        "indstilling samt beslutning",
    }
)

# A line that begins with one of these words and a name: "Indstilling fra X", "Beslutningsforslag fra DD".
FROM_KINDS = {
    "indstilling": _R,
    "indstillinger": _R,
    "beslutningsforslag": _O,
    "udtalelse": _A,
    "bemærkninger": _A,
    "bemærkning": _A,
    "påtegning": _A,
    "anbefaling": _R,
    "forslag": _O,
    "beslutning": _D,
    "høringssvar": _A,
}
