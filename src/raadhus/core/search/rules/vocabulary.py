"""The Danish words by which compounds are split before any text of the installation is known.

Written for this project: everyday words of municipal administration. Words that appear in what everybody may see are added
when the index is built.
"""

from raadhus.core.search.rules.words import stem

# Particles that begin words without making compounds of them: "undervisning" is not a "visning".
PREFIXES = frozenset(
    """
    af an bag be bi bort efter eller end ens for foran forbi fore forud fra frem ham hen hende her hjem hos hver igennem ikke
    imellem imod ind indenfor ingen jer kun man med mellem mens mis mod ned nej nogen når ofte ombord omkring op over per på
    rund sam sammen selv side sig skal som til tilbage und under undtagen uden udenfor ude ved vel vil vis viser vist være
    igen idet inden ellers ende endes ende enes ere erne erne eren isme iske isk else elser elsen hed heder heden ning ninger
    ningen ing inger ingen ens ende inde ante anti inter
    """.split()  # noqa: SIM905 - a page of words reads better than a page of quotes
)

_WORDS = """
adfærd adgang administration adresse afdeling affald afgift afgørelse aften aftale aktiv aktivitet aktør alarm alder
anbefaling andel anlæg anmeldelse ansat ansættelse ansvar ansøgning apparat apotek arbejde arbejder areal arkiv art artikel
asfalt atlet avis balance bane bank barn barsel base bedrift befolkning begrundelse behandling behov beholdning beløb
bemanding bemærkning benyttelse beredskab beregning beretning beskatning beskrivelse beskyttelse beskæftigelse beslutning
bestemmelse bestilling bestyrelse besparelse besøg betaling betjening betænkning bevilling bevægelse bibliotek bidrag bil
bilag billede bistand blad blok blomst bog bolig borger borgmester bosted brand brev bro brug bruger brønd brændstof bud
budget budskab bund bus butik by bygge bygning byråd bæredygtighed bø bøde bølge bånd båd børn celle center central
chauffør chef chance computer cykel daginstitution dag dagpenge dagsorden dagtilbud data debat del deltager demens
demokrati departement design detalje dialog diagram diesel digital digitalisering direktion direktør diskrimination distrikt
dokument dokumentation dom dosis drift driftsby dræn drøftelse dyr død effekt ejendom ejer ekspert eksport elev el element
elektronik embede energi enhed erfaring erhverv erklæring erstatning etage etat evaluering fag fald familie fartøj fase
ferie fest figur fil film finans firma fisk flade flygtning flytning fod fokus fond forbedring forberedelse forbrug forbund
foredrag forening foreskrift forhold forhandling forklaring forlig form formand formidling formue formål forpligtelse
forsikring forskel forskning forslag forsorg forsyning forsøg fortegnelse forum forurening forvalter forvaltning forældre
forebyggelse fravær fremtid frist fritid frivillig frokost frugt fugl fund funktion fælles fællesskab fængsel færdsel fødsel
følge føler fører førtid førstehjælp gade gang gas gave gebyr generation genoptræning gevinst gift glas glatføre god gods
grad graf gram grund gruppe græs grænse grøn gulv gymnasium gæld gæst gård haj hal halvår handel handicap handling havn
hav helbred helhed helikopter hensyn herberg hest historie hjem hjemme hjælp hjælper hjælpemiddel hjerte hold holdning
horisont hospital hoved hukommelse hund hus husstand hygiejne hændelse hæfte hæmning høring højde højskole håndbog håndtering
håndværker idræt ide identitet import indeks indhold indikator indkomst indkøb indsats indstilling indtægt industri
information informationssikkerhed infrastruktur ingeniør initiativ innovation inspektion institution integration interesse
internet investering jern job jord journal jura kalender kamera kanal kandidat kapacitet kapital kapitel kasse katalog
kategori kemi kilde klage klasse klima klinik klub kloak kode kollega kollektiv kommentar kommission kommunal
kommunalbestyrelse kommune kommunikation kompetence koncept konference konflikt konsekvens konsulent kontakt kontanthjælp
konto kontor kontrakt kontrol konvention koordinator koordinering kost kraft krav kreds krise kritik krone kultur kunde kunst
kursus kvalitet kvarter kvinde kvote kæde køb køkken køn køretøj kørsel laboratorium land landbrug landskab lastbil leasing
led ledelse leder ledning ledighed legat lejlighed lek leje lektion leverandør levering licens lighed linje liste litteratur
liv lokal lokale lov lovgivning luft lys læge lærer læring læse løfte løn lønning løsning løb lån made mad magt mail maling
mand mandat mangel mappe mark marked maskine masse matematik materiale matrikel medarbejder meddelelse medicin medie medlem
medvirken melding mester metode middag middel miljø million minister ministerium minut misbrug mobil mobilitet model moderne
moms motion motor museum musik myndighed mål måling måltid måned mærke møde mødetid mønster nabo nat natur nedslidning
nedsættelse net netværk niveau norm note notat nummer nyhed nævn nødberedskab nøgle nøgletal næring offentlighed olie
omkostning område omfang omstilling omsorg omsætning opgave opgørelse oplag oplysning oplæring oplæg oprettelse opsigelse
opsparing opvarmning ordning orden ordre organ organisation orientering orlov overenskomst overblik overførsel overskud
pakke panel papir paragraf park parkering part partner pas patient pause pension penge periode person personale
personaleomsætning pige pilot pjece plads plade plan plante planlægning pleje plejehjem politi politik politiker portal post
praksis praktik presse pris princip privat problem procedure proces procent produkt produktion profil prognose program
projekt protokol prøve psykolog psykiatri publikation pulje pumpe punkt puls pædagog rabat radio ramme rapport rapportering
rate redegørelse redskab referat reform refusion regel region regler regning regnskab register registrering regulering
regulativ rejse reklame rekruttering rektor reparation repræsentant reserve ressource restance resultat ret retning
retningslinje revision revisor ring risiko robot rolle rotation rum rute rygning ræson råd rådgiver rådgivning rådhus sag
sagsbehandler saldo salg samarbejde samfund samling samråd samtale samtykke sang sekretariat sekretær seminar senior
serie service servicemål sikkerhed sikring situation skade skat skema skib skilt skole skolegang skov skriftlig skrivelse
skuffe skyld skøn slutning sne snit social socialrådgiver sogn sol sommer sovende spil sport sprog spørgsmål spild stab
stade stadion standard start stat station statistik status sted stemme stift stilling stof stol strategi stress strøm
struktur studie stue stykke styring styrelse støj støtte sum sundhed supplement svar svømning sygdom syge sygefravær
sygehus sygedagpenge sygeplejerske symbol syn system sø søgning sønder tabel takst tal tale tandlæge tandpleje tank tarif
tast tavle taxa teater teknik teknologi telefon tema teori term test tid tidsskrift tilbud tilfælde tilknytning tilladelse
tilskud tilsyn tilstand tjeneste tog told ting top torv trafik transport trappe trin trivsel trussel træ træning træk tur
turisme tvist tværgående type tæller tøj tårn uddannelse udbetaling udbud uddeling udgift udfordring udfald udgave udkast
udlejning udlån udligning udsat udskiftning udskrivning udstyr udvalg udvikling uge uheld ulykke undersøgelse undervisning
underskud underskrift unge ungdom urne vagt valg valgfrihed valuta vand vandløb vare varme varsel varsling vedligeholdelse
vedtægt vedtagelse vej vejledning velfærd venteliste ventetid verden version vikar vilkår vind vinter virke virkning
virksomhed visitation visum vold volumen voksen vugge vurdering vækst værdi værelse værk værksted værn værktøj våben
ydelse år årsag årshjul årsrapport åbning ændring ære ældre ældrepleje økonomi ønske øre øvelse
"""

STEMS = frozenset(stem(word) for word in _WORDS.split() if word not in PREFIXES and len(word) > 2)  # noqa: PLR2004 - two letters split anything
