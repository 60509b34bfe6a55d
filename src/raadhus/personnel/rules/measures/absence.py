"""The measures of absence through the days of a period."""

from fractions import Fraction

from raadhus.kernel.sources import Dated
from raadhus.kernel.words import for_catalogue
from raadhus.personnel.rules.measures.definitions import (
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
    DST_ABSENCE,
    FIVE_DAY_WEEK,
    KRL,
    KRL_ABSENCE,
    KRL_SICKNESS,
    ONE_PERSON_ONE_PLACE,
    OWN_SICKNESS,
    POSSIBLE_TIME,
    REFERENCE_DAY,
    SHORT_ABSENCES_COUNTED,
    first_version,
    interpretation,
)

_ASSUMED = (OWN_SICKNESS, FIVE_DAY_WEEK)
_LENGTH = interpretation(
    "Kort fravær varer højst 14 kalenderdage fra første til sidste dag, delvist fravær medregnet; grænsen er en indstilling."
)


def _days(
    key: str,
    name: str,
    definition: str,
    component: Component,
    *,
    comparisons: tuple[Comparison, ...] = (),
    versions: Dated[int] | None = None,
) -> Measure:
    """Return a measure of days' work for each full-time employee: the units of absence over the hours, since 3,700 stands on both sides."""
    return Measure(
        key=key,
        name=name,
        definition=definition,
        unit=Unit.DAYS,
        decimals=1,
        population=Population.MONTHLY,
        basis=Basis.FLOW,
        disclosure=Disclosure.PROTECTED_FLOW,
        persons=Component.HEADS,
        numerator=(component,),
        denominator=(Component.HOURS,),
        months=Months.SUM,
        versions=versions or first_version(DST_ABSENCE),
        assumptions=(*_ASSUMED, REFERENCE_DAY) if comparisons else (*_ASSUMED, REFERENCE_DAY, _LENGTH),
        comparisons=comparisons,
        breaks=(SHORT_ABSENCES_COUNTED,),
    )


SICK_DAYS_PER_EMPLOYEE = Measure(
    key="sick_days_per_employee",
    name="Sygedage pr. ansat",
    definition=for_catalogue(
        "Arbejdsdage med sygdom i perioden divideret med det gennemsnitlige antal månedslønnede; en halv dag tæller halvt."
    ),
    unit=Unit.DAYS,
    decimals=1,
    population=Population.MONTHLY,
    basis=Basis.FLOW,
    disclosure=Disclosure.PROTECTED_FLOW,
    persons=Component.HEADS,
    numerator=(Component.SICK_DAYS_100,),
    denominator=(Component.HEADS,),
    scale=Fraction(1, 100),
    months=Months.SUM,
    versions=first_version(DST_ABSENCE),
    assumptions=(*_ASSUMED, ONE_PERSON_ONE_PLACE, REFERENCE_DAY),
)
SICK_DAYS = _days(
    "sick_days_per_full_time",
    for_catalogue("Sygedagsværk pr. fuldtidsansat"),
    for_catalogue("Dagsværk (7,4 timer) med sygdom i perioden divideret med de månedslønnedes gennemsnitlige årsværk."),
    Component.SICK_UNITS,
    comparisons=(KRL_SICKNESS,),
    versions=first_version(KRL_ABSENCE),
)
SHORT_SICK_DAYS = _days(
    "short_sick_days",
    for_catalogue("Kort sygefravær pr. fuldtidsansat"),
    for_catalogue(
        "Dagsværk med sygdom i forløb på højst 14 kalenderdage, divideret med de månedslønnedes gennemsnitlige årsværk."
    ),
    Component.SHORT_SICK_UNITS,
)
LONG_SICK_DAYS = _days(
    "long_sick_days",
    for_catalogue("Langt sygefravær pr. fuldtidsansat"),
    for_catalogue(
        "Dagsværk med sygdom i forløb på over 14 kalenderdage, divideret med de månedslønnedes gennemsnitlige årsværk."
    ),
    Component.LONG_SICK_UNITS,
)
LONG_SICK_SHARE = Measure(
    key="long_sick_share",
    name="Andel langt sygefravær",
    definition=for_catalogue(
        "Dagsværk med sygdom i forløb på over 14 kalenderdage i procent af alle dagsværk med sygdom."
    ),
    unit=Unit.PERCENT,
    decimals=1,
    population=Population.MONTHLY,
    basis=Basis.FLOW,
    disclosure=Disclosure.PROTECTED_FLOW,
    persons=Component.HEADS,
    numerator=(Component.LONG_SICK_UNITS,),
    denominator=(Component.SICK_UNITS,),
    scale=Fraction(100),
    versions=first_version(DST_ABSENCE),
    assumptions=(*_ASSUMED, _LENGTH),
)
SICK_PERCENTAGE = Measure(
    key="sick_percentage",
    name="Sygefraværsprocent",
    definition=for_catalogue(
        "Dagsværk med sygdom i procent af de mulige dagsværk, altså arbejdet tid og fravær tilsammen."
    ),
    unit=Unit.PERCENT,
    decimals=1,
    population=Population.MONTHLY,
    basis=Basis.FLOW,
    disclosure=Disclosure.PROTECTED_FLOW,
    persons=Component.HEADS,
    numerator=(Component.SICK_UNITS,),
    denominator=(Component.POSSIBLE_UNITS,),
    scale=Fraction(100),
    versions=first_version(DST_ABSENCE),
    assumptions=(*_ASSUMED, POSSIBLE_TIME),
    comparisons=(Comparison(KRL, "sick_percentage", KRL_SICKNESS.note),),
    breaks=(SHORT_ABSENCES_COUNTED,),
)
ABSENCE = (SICK_DAYS_PER_EMPLOYEE, SICK_DAYS, SHORT_SICK_DAYS, LONG_SICK_DAYS, LONG_SICK_SHARE, SICK_PERCENTAGE)
