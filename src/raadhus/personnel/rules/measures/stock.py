"""The measures of a reference day: who is employed, how much, how old, how long and at what pay."""

from fractions import Fraction

from raadhus.kernel.words import for_catalogue
from raadhus.personnel.rules.measures.definitions import (
    FULL_WEEK,
    MONTHS_A_YEAR,
    Basis,
    Comparison,
    Component,
    Disclosure,
    Measure,
    Months,
    Population,
    Unit,
)
from raadhus.personnel.rules.measures.provenance import (
    DST_FULL_TIME,
    FULL_TIME_FORMULA,
    HOURLY_PAID,
    HOUSE,
    KL,
    ONE_PERSON_ONE_PLACE,
    OTHER_FORMS,
    OWN_PUBLICATION,
    REFERENCE_DAY,
    first_version,
    interpretation,
    unverified,
)

_PERCENT = Fraction(100)
_NATIONAL = for_catalogue("Landstal, kendt gennem kommunens egen publikation.")


def _count(key: str, name: str, definition: str, population: Population) -> Measure:
    return Measure(
        key=key,
        name=name,
        definition=definition,
        unit=Unit.PERSONS,
        decimals=0,
        population=population,
        basis=Basis.STOCK,
        disclosure=Disclosure.OPEN,
        persons=Component.HEADS,
        numerator=(Component.HEADS,),
        months=Months.AVERAGE,
        versions=first_version(HOUSE),
        assumptions=(ONE_PERSON_ONE_PLACE, REFERENCE_DAY, OTHER_FORMS),
    )


HEADCOUNT = _count(
    "headcount",
    for_catalogue("Antal ansatte"),
    for_catalogue("Personer, der er ordinært ansat på opgørelsesdagen; gennemsnit af månederne i en længere periode."),
    Population.ORDINARY,
)
EXTRAORDINARY = _count(
    "headcount_extraordinary",
    for_catalogue("Ekstraordinært ansatte"),
    for_catalogue("Personer i fleksjob eller løntilskud på opgørelsesdagen; de indgår ikke i antal ansatte."),
    Population.EXTRAORDINARY,
)
APPRENTICES = _count(
    "headcount_apprentices",
    for_catalogue("Elever"),
    for_catalogue("Personer ansat som elev på opgørelsesdagen; de indgår ikke i antal ansatte."),
    Population.APPRENTICES,
)
FULL_TIME_EQUIVALENTS = Measure(
    key="full_time_equivalents",
    name="Årsværk",
    definition=for_catalogue(
        "De ansattes aftalte timer om ugen divideret med 37; gennemsnit af månederne i en længere periode."
    ),
    unit=Unit.FULL_TIME,
    decimals=1,
    population=Population.ORDINARY,
    basis=Basis.STOCK,
    disclosure=Disclosure.OPEN,
    persons=Component.HEADS,
    numerator=(Component.HOURS,),
    scale=Fraction(1, FULL_WEEK),
    months=Months.AVERAGE,
    versions=first_version(DST_FULL_TIME),
    assumptions=(REFERENCE_DAY, OTHER_FORMS, HOURLY_PAID, FULL_TIME_FORMULA),
)
EMPLOYMENT_RATE = Measure(
    key="employment_rate",
    name="Gennemsnitlig beskæftigelsesgrad",
    definition=for_catalogue("De månedslønnedes aftalte timer om ugen i procent af 37 timer for hver af dem."),
    unit=Unit.PERCENT,
    decimals=1,
    population=Population.MONTHLY,
    basis=Basis.STOCK,
    disclosure=Disclosure.PROTECTED_STOCK,
    persons=Component.HEADS,
    numerator=(Component.HOURS,),
    denominator=(Component.HEADS,),
    scale=Fraction(100, FULL_WEEK),
    versions=first_version(HOUSE),
    assumptions=(ONE_PERSON_ONE_PLACE, REFERENCE_DAY),
)
FULL_TIME_SHARE = Measure(
    key="full_time_share",
    name="Andel på fuld tid",
    definition=for_catalogue(
        "Månedslønnede, hvis hovedansættelse er på mindst 37 timer om ugen, i procent af alle månedslønnede."
    ),
    unit=Unit.PERCENT,
    decimals=1,
    population=Population.MONTHLY,
    basis=Basis.STOCK,
    disclosure=Disclosure.PROTECTED_STOCK,
    persons=Component.HEADS,
    numerator=(Component.FULL_TIME_HEADS,),
    denominator=(Component.HEADS,),
    scale=_PERCENT,
    versions=first_version(HOUSE),
    assumptions=(
        ONE_PERSON_ONE_PLACE,
        REFERENCE_DAY,
        interpretation(
            "Fuld tid er 37 timer om ugen; grænsen er en indstilling. Danmarks Statistik og DA bruger 32 timer."
        ),
        unverified("Det er ikke fundet, om landstallet for 2024 er opgjort af månedslønnede alene."),
    ),
    comparisons=(Comparison(OWN_PUBLICATION, "full_time_share", _NATIONAL),),
)
AVERAGE_AGE = Measure(
    key="average_age",
    name="Gennemsnitsalder",
    definition=for_catalogue(
        "De ansattes alder i hele måneder på opgørelsesdagen, lagt sammen og divideret med antallet."
    ),
    unit=Unit.YEARS,
    decimals=1,
    population=Population.ORDINARY,
    basis=Basis.STOCK,
    disclosure=Disclosure.PROTECTED_STOCK,
    persons=Component.AGED_HEADS,
    numerator=(Component.AGE_MONTHS,),
    denominator=(Component.AGED_HEADS,),
    scale=Fraction(1, MONTHS_A_YEAR),
    versions=first_version(HOUSE),
    assumptions=(ONE_PERSON_ONE_PLACE, interpretation("Ansatte uden fødselsdato indgår ikke.")),
    comparisons=(Comparison(KL, "average_age"),),
)
SHARE_60_PLUS = Measure(
    key="share_60_plus",
    name="Andel på 60 år og derover",
    definition=for_catalogue(
        "Ansatte, der er fyldt 60 år på opgørelsesdagen, i procent af de ansatte med kendt alder."
    ),
    unit=Unit.PERCENT,
    decimals=1,
    population=Population.ORDINARY,
    basis=Basis.STOCK,
    disclosure=Disclosure.PROTECTED_STOCK,
    persons=Component.AGED_HEADS,
    numerator=(Component.HEADS_60_PLUS,),
    denominator=(Component.AGED_HEADS,),
    scale=_PERCENT,
    versions=first_version(HOUSE),
    assumptions=(ONE_PERSON_ONE_PLACE, interpretation("Ansatte uden fødselsdato indgår ikke.")),
    comparisons=(Comparison(OWN_PUBLICATION, "share_60_plus", _NATIONAL),),
)
AVERAGE_SALARY = Measure(
    key="average_salary",
    name="Gennemsnitlig månedsløn",
    definition=for_catalogue("De månedslønnedes løn divideret med deres årsværk, altså lønnen omregnet til fuld tid."),
    unit=Unit.KRONER,
    decimals=0,
    population=Population.MONTHLY,
    basis=Basis.STOCK,
    disclosure=Disclosure.PROTECTED_STOCK,
    persons=Component.HEADS,
    numerator=(Component.PAY_ORE,),
    denominator=(Component.PAID_HOURS,),
    scale=Fraction(FULL_WEEK, 100),
    versions=first_version(HOUSE),
    assumptions=(
        REFERENCE_DAY,
        interpretation(
            "Lønnen er den faktiske månedsløn ved de aftalte timer; ansættelser uden oplyst løn indgår ikke."
        ),
        interpretation("Lønnen er i løbende priser og er ikke reguleret for prisudvikling."),
    ),
)
NEW_SHARE = Measure(
    key="new_share",
    name="Andel med under 12 måneders ansættelse",
    definition=for_catalogue(
        "Ansatte, hvis sammenhængende ansættelse i kommunen har varet under 12 måneder på opgørelsesdagen, i procent af alle."
    ),
    unit=Unit.PERCENT,
    decimals=1,
    population=Population.ORDINARY,
    basis=Basis.STOCK,
    disclosure=Disclosure.PROTECTED_STOCK,
    persons=Component.HEADS,
    numerator=(Component.NEW_HEADS,),
    denominator=(Component.HEADS,),
    scale=_PERCENT,
    versions=first_version(HOUSE),
    assumptions=(
        ONE_PERSON_ONE_PLACE,
        interpretation(
            "Ansættelser i kommunen, der følger efter hinanden, er én; et ophold på højst en uge bryder den ikke (en indstilling)."
        ),
    ),
)
ADMINISTRATIVE_SHARE = Measure(
    key="administrative_share",
    name="Andel administrative årsværk",
    definition=for_catalogue(
        "Årsværk i de stillinger, kommunen har mærket som administrative, i procent af alle årsværk."
    ),
    unit=Unit.PERCENT,
    decimals=1,
    population=Population.ORDINARY,
    basis=Basis.STOCK,
    disclosure=Disclosure.PROTECTED_STOCK,
    persons=Component.HEADS,
    numerator=(Component.ADMINISTRATIVE_HOURS,),
    denominator=(Component.HOURS,),
    scale=_PERCENT,
    versions=first_version(HOUSE),
    assumptions=(
        REFERENCE_DAY,
        interpretation("Hvilke stillinger der er administrative, står i kommunens stillingsgrupper."),
    ),
)
STOCK = (
    HEADCOUNT,
    EXTRAORDINARY,
    APPRENTICES,
    FULL_TIME_EQUIVALENTS,
    EMPLOYMENT_RATE,
    FULL_TIME_SHARE,
    AVERAGE_AGE,
    SHARE_60_PLUS,
    AVERAGE_SALARY,
    NEW_SHARE,
    ADMINISTRATIVE_SHARE,
)
