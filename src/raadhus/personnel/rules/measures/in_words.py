"""A definition in plain Danish: what is counted above and below the line, over what time, and how it is protected."""

from raadhus.kernel.words import for_catalogue, said
from raadhus.personnel.rules.measures.definitions import Basis, Component, Disclosure, Measure, Months

_COMPONENTS = {
    Component.HEADS: for_catalogue("personer"),
    Component.HOURS: for_catalogue("aftalte timer om ugen"),
    Component.FULL_TIME_HEADS: for_catalogue("personer på fuld tid"),
    Component.AGED_HEADS: for_catalogue("personer, hvis alder kendes"),
    Component.AGE_MONTHS: for_catalogue("deres alder i måneder"),
    Component.HEADS_60_PLUS: for_catalogue("personer på 60 år og derover"),
    Component.PAY_ORE: for_catalogue("månedens løn"),
    Component.PAID_HOURS: for_catalogue("timer om ugen for dem, hvis løn kendes"),
    Component.NEW_HEADS: for_catalogue("personer med under 12 måneders ansættelse"),
    Component.ADMINISTRATIVE_HOURS: for_catalogue("aftalte timer i administrative stillinger"),
    Component.HEADS_BEFORE: for_catalogue("personer ved den første optælling"),
    Component.HEADS_AFTER: for_catalogue("personer ved den anden optælling"),
    Component.JOINED: for_catalogue("personer, der er kommet til"),
    Component.LEFT: for_catalogue("personer, der er holdt op"),
    Component.MOVED: for_catalogue("personer, der har skiftet enhed eller stilling"),
    Component.ARRIVED: for_catalogue("personer, der er kommet fra en anden enhed"),
    Component.DEPARTED: for_catalogue("personer, der er gået til en anden enhed"),
    Component.RETIRED: for_catalogue("personer, der har trukket sig tilbage"),
    Component.RETIRED_AGE_MONTHS: for_catalogue("deres alder i måneder på den sidste dag"),
    Component.SICK_UNITS: for_catalogue("fraværet på grund af sygdom"),
    Component.SHORT_SICK_UNITS: for_catalogue("det korte fravær på grund af sygdom"),
    Component.LONG_SICK_UNITS: for_catalogue("det lange fravær på grund af sygdom"),
    Component.SICK_DAYS_100: for_catalogue("arbejdsdage med sygdom"),
    Component.POSSIBLE_UNITS: for_catalogue("de mulige dagsværk"),
}
_BASES = {
    Basis.STOCK: for_catalogue("på månedens sidste dag"),
    Basis.FLOW: for_catalogue("gennem periodens dage"),
    Basis.MOVEMENT: for_catalogue("mellem to optællinger, november til november; året er det sidste af de to"),
}
_MONTHS = {
    Months.CANCEL: "",
    Months.AVERAGE: for_catalogue("I et år: gennemsnittet af månederne."),
    Months.SUM: for_catalogue("I et år: summen af månederne for hver ansat."),
}
_DISCLOSURES = {
    Disclosure.OPEN: for_catalogue(
        "Åbent: enhedens samlede tal vises nøjagtigt, for kolleger kan tælle hinanden. "
        "Opdelinger vises kun, når ingen gruppe er for lille."
    ),
    Disclosure.PROTECTED_FLOW: for_catalogue(
        "Beskyttet: vises kun, når nok personer står bag, og intet skjult kan regnes ud; tallet er let sløret."
    ),
    Disclosure.PROTECTED_STOCK: for_catalogue(
        "Beskyttet: vises kun, når nok personer står bag, og intet skjult kan regnes ud; tallet er let sløret, "
        "så en måned ikke kan trækkes fra den næste."
    ),
    Disclosure.BREAKDOWN: for_catalogue("Beskyttet som opdeling: vises kun, når ingen gruppe er for lille."),
}


def added_up(components: tuple[Component, ...]) -> str:
    """Return what is added up, in words; nothing for no components."""
    return f" {said('og')} ".join(said(_COMPONENTS[one]) for one in components)


def counted_when(measure: Measure) -> str:
    """Return when the measure is counted, and what a year of it is."""
    taken = said(_BASES[measure.basis])
    return " ".join(part for part in (f"{taken[:1].upper()}{taken[1:]}.", said(_MONTHS[measure.months])) if part)


def protected_how(measure: Measure) -> str:
    """Return how few people are protected in the figure."""
    return said(_DISCLOSURES[measure.disclosure])
