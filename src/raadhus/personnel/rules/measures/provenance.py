"""The sources, comparisons, assumptions and series breaks that several measures share."""

from datetime import date

from raadhus.kernel.sources import Dated, Source
from raadhus.kernel.words import for_catalogue
from raadhus.personnel.rules.measures.definitions import Assumption, Comparison, Mark, SeriesBreak

READ_ON = date(2026, 7, 1)
# The earliest month that a definition is used for; what was counted before has its own publications.
FIRST_DAY = date(2010, 1, 1)

HOUSE = Source("Kommunens egen opgørelse", "docs/rules/personnel.md", READ_ON)
DST_FULL_TIME = Source(
    "Danmarks Statistik: fuldtidsbeskæftigelse", "https://www.dst.dk/da/Statistik/dokumentation", READ_ON
)
DST_ABSENCE = Source(
    "Danmarks Statistik: fravær",
    "https://rss.dst.dk/da/Statistik/emner/arbejde-indkomst-og-formue/fravaer-og-arbejdsstandsninger/fravaer",
    READ_ON,
)
KRL_ABSENCE = Source("KRL's fraværsstatistik", "https://fldnet.dk/", READ_ON)
VIVE_TURNOVER = Source("KORA/VIVE: Personaleomsætningen i kommunerne (2017)", "http://www.kora.dk/", READ_ON)
KS_RETIREMENT = Source("KS (Norge): pensioneringsalder", "https://www.ks.no/", READ_ON)

KRL = "KRL"
DST = "DST"
KL = "KL"
VIVE = "VIVE"
OWN_PUBLICATION = "Tal om Personale"


def first_version(source: Source) -> Dated[int]:
    """Return the versions of a definition that has not changed yet."""
    return Dated("Definitionens version", ((FIRST_DAY, 1, source),))


def interpretation(text: str) -> Assumption:
    """Return an assumption that is our interpretation."""
    return Assumption(Mark.INTERPRETATION, text)


def unverified(text: str) -> Assumption:
    """Return an assumption that no source was found for."""
    return Assumption(Mark.UNVERIFIED, text)


ONE_PERSON_ONE_PLACE = interpretation(
    "En person med flere ansættelser tælles én gang, hvor hovedansættelsen er: månedslønnet før timelønnet, derefter flest timer."
)
REFERENCE_DAY = interpretation("Månedens tal er opgjort på månedens sidste dag.")
OTHER_FORMS = interpretation("Ansættelser af formen »Andet« indgår ikke i tallene.")
HOURLY_PAID = interpretation(
    "Timelønnede indgår med de timer om ugen, som lønsystemet oplyser; udbetalte timer divideret med 160,33 kendes ikke."
)
FULL_TIME_FORMULA = unverified("KRL's egen formel for fuldtidsbeskæftigede er ikke fundet.")
FIVE_DAY_WEEK = interpretation(
    "Fravær tælles på arbejdsdage (mandag til fredag uden helligdage og lukkedage) med en femtedel af ugens timer; vagtplaner kendes ikke."
)
POSSIBLE_TIME = interpretation(
    "Mulige dagsværk er arbejdsdage gange ugens timer, fratrukket registreret ferie, omsorgsdage og andet fravær end sygdom, barns sygdom og barsel."
)
OWN_SICKNESS = interpretation(
    "Sygdom er egen sygdom, § 56-sygdom, delvis sygdom, graviditetsbetinget sygdom og arbejdsskade."
)
CENSUS = interpretation("Opgjort mellem to optællinger; en ansættelse, der ligger helt imellem dem, ses ikke.")
OWN_POPULATION = interpretation(
    "Den, der går fra for eksempel elevforhold eller fleksjob til ordinær ansættelse, tæller som tilgang, og omvendt som afgang."
)

KRL_SICKNESS = Comparison(KRL, "sick_days_per_full_time", for_catalogue("Hele kalenderår, månedslønnede."))
SHORT_ABSENCES_COUNTED = SeriesBreak(
    date(2012, 1, 1),
    for_catalogue("Fra 2012 tæller KRL også fravær under en dag med for kommuner med KMD's lønsystem."),
    KRL,
)
