"""The measures between two censuses: who came, who left, who moved inside, and how old those were who left for good."""

from fractions import Fraction

from raadhus.kernel.words import for_catalogue
from raadhus.personnel.rules.measures.definitions import (
    MONTHS_A_YEAR,
    Assumption,
    Basis,
    Component,
    Disclosure,
    Measure,
    Population,
    Unit,
)
from raadhus.personnel.rules.measures.provenance import (
    CENSUS,
    HOUSE,
    KS_RETIREMENT,
    ONE_PERSON_ONE_PLACE,
    OWN_POPULATION,
    VIVE_TURNOVER,
    first_version,
    interpretation,
    unverified,
)

_ASSUMED = (ONE_PERSON_ONE_PLACE, CENSUS, OWN_POPULATION)
_DENOMINATOR = unverified("KRL's nævner for personaleomsætning er ikke fundet; tallet holdes derfor ikke op mod KRL's.")


def _count(key: str, name: str, definition: str, component: Component) -> Measure:
    return Measure(
        key=key,
        name=name,
        definition=definition,
        unit=Unit.PERSONS,
        decimals=0,
        population=Population.ORDINARY,
        basis=Basis.MOVEMENT,
        disclosure=Disclosure.PROTECTED_FLOW,
        persons=component,
        numerator=(component,),
        versions=first_version(HOUSE),
        assumptions=_ASSUMED,
    )


def _rate(
    key: str,
    name: str,
    definition: str,
    *,
    above: tuple[Component, ...],
    below: tuple[Component, ...],
    more: tuple[Assumption, ...] = (),
) -> Measure:
    return Measure(
        key=key,
        name=name,
        definition=definition,
        unit=Unit.PERCENT,
        decimals=1,
        population=Population.ORDINARY,
        basis=Basis.MOVEMENT,
        disclosure=Disclosure.PROTECTED_FLOW,
        persons=below[0],
        numerator=above,
        denominator=below,
        scale=Fraction(100),
        versions=first_version(VIVE_TURNOVER),
        assumptions=(*_ASSUMED, _DENOMINATOR, *more),
    )


JOINERS = _count(
    "joiners",
    for_catalogue("Tilgang"),
    for_catalogue("Personer, der er ansat ved den seneste optælling og ikke ved den forrige."),
    Component.JOINED,
)
LEAVERS = _count(
    "leavers",
    for_catalogue("Afgang"),
    for_catalogue("Personer, der var ansat ved den forrige optælling og ikke er det ved den seneste."),
    Component.LEFT,
)
INTERNAL_MOVES = _count(
    "internal_moves",
    for_catalogue("Interne skift"),
    for_catalogue("Personer, der er ansat ved begge optællinger og har skiftet enhed eller stilling imellem dem."),
    Component.MOVED,
)
JOINING_RATE = _rate(
    "joining_rate",
    for_catalogue("Tilgangsprocent"),
    for_catalogue("Tilgangen fra november til november i procent af de ansatte ved den seneste optælling."),
    above=(Component.JOINED,),
    below=(Component.HEADS_AFTER,),
)
LEAVING_RATE = _rate(
    "leaving_rate",
    for_catalogue("Personaleafgang"),
    for_catalogue("Afgangen fra november til november i procent af de ansatte ved den forrige optælling."),
    above=(Component.LEFT,),
    below=(Component.HEADS_BEFORE,),
)
INTERNAL_RATE = _rate(
    "internal_rate",
    for_catalogue("Intern mobilitet"),
    for_catalogue("De interne skift fra november til november i procent af de ansatte ved den forrige optælling."),
    above=(Component.MOVED,),
    below=(Component.HEADS_BEFORE,),
)
TURNOVER = _rate(
    "turnover",
    for_catalogue("Personaleomsætning"),
    for_catalogue(
        "Tilgang og afgang fra november til november i procent af summen af de ansatte ved de to optællinger."
    ),
    above=(Component.JOINED, Component.LEFT),
    below=(Component.HEADS_BEFORE, Component.HEADS_AFTER),
    more=(interpretation("Interne skift indgår ikke; VIVE's samlede tal tæller dem med."),),
)
RETIREMENT_AGE = Measure(
    key="retirement_age",
    name="Tilbagetrækningsalder",
    definition=for_catalogue(
        "Gennemsnitlig alder den dag, ansættelsen ophørte, for dem, der var fyldt 55 år ved den forrige optælling "
        "og er holdt op."
    ),
    unit=Unit.YEARS,
    decimals=1,
    population=Population.ORDINARY,
    basis=Basis.MOVEMENT,
    disclosure=Disclosure.PROTECTED_FLOW,
    persons=Component.RETIRED,
    numerator=(Component.RETIRED_AGE_MONTHS,),
    denominator=(Component.RETIRED,),
    scale=Fraction(1, MONTHS_A_YEAR),
    versions=first_version(KS_RETIREMENT),
    assumptions=(
        *_ASSUMED,
        interpretation(
            "Alle, der er holdt op og var fyldt 55 år, regnes som tilbagetrukne, også den, der går til en anden arbejdsgiver."
        ),
        unverified("En dansk definition er ikke fundet; mønstret er det norske KS'."),
    ),
)
MOVEMENT = (
    JOINERS,
    LEAVERS,
    INTERNAL_MOVES,
    JOINING_RATE,
    LEAVING_RATE,
    INTERNAL_RATE,
    TURNOVER,
    RETIREMENT_AGE,
)
