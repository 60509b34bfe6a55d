"""A definition in plain Danish: what is counted above and below the line, over what time, and how it is protected."""

from raadhus.personnel.rules.measures.definitions import Basis, Component, Disclosure, Measure, Months

_COMPONENTS = {
    Component.HEADS: "personer",
    Component.HOURS: "aftalte timer om ugen",
    Component.FULL_TIME_HEADS: "personer på fuld tid",
    Component.AGED_HEADS: "personer, hvis alder kendes",
    Component.AGE_MONTHS: "deres alder i måneder",
    Component.HEADS_60_PLUS: "personer på 60 år og derover",
    Component.PAY_ORE: "månedens løn",
    Component.PAID_HOURS: "timer om ugen for dem, hvis løn kendes",
    Component.NEW_HEADS: "personer med under 12 måneders ansættelse",
    Component.ADMINISTRATIVE_HOURS: "aftalte timer i administrative stillinger",
    Component.HEADS_BEFORE: "personer ved den første optælling",
    Component.HEADS_AFTER: "personer ved den anden optælling",
    Component.JOINED: "personer, der er kommet til",
    Component.LEFT: "personer, der er holdt op",
    Component.MOVED: "personer, der har skiftet enhed eller stilling",
    Component.ARRIVED: "personer, der er kommet fra en anden enhed",
    Component.DEPARTED: "personer, der er gået til en anden enhed",
    Component.RETIRED: "personer, der har trukket sig tilbage",
    Component.RETIRED_AGE_MONTHS: "deres alder i måneder på den sidste dag",
    Component.SICK_UNITS: "fraværet på grund af sygdom",
    Component.SHORT_SICK_UNITS: "det korte fravær på grund af sygdom",
    Component.LONG_SICK_UNITS: "det lange fravær på grund af sygdom",
    Component.SICK_DAYS_100: "arbejdsdage med sygdom",
    Component.POSSIBLE_UNITS: "de mulige dagsværk",
}
_BASES = {
    Basis.STOCK: "på månedens sidste dag",
    Basis.FLOW: "gennem periodens dage",
    Basis.MOVEMENT: "mellem to optællinger, november til november; året er det sidste af de to",
}
_MONTHS = {
    Months.CANCEL: "",
    Months.AVERAGE: "I et år: gennemsnittet af månederne.",
    Months.SUM: "I et år: summen af månederne for hver ansat.",
}
_KEPT_BACK = "Beskyttet: vises kun, når nok personer står bag, og intet skjult kan regnes ud"
_DISCLOSURES = {
    Disclosure.OPEN: (
        "Åbent: enhedens samlede tal vises nøjagtigt, for kolleger kan tælle hinanden. "
        "Opdelinger vises kun, når ingen gruppe er for lille."
    ),
    Disclosure.PROTECTED_FLOW: f"{_KEPT_BACK}; tallet er let sløret.",
    Disclosure.PROTECTED_STOCK: f"{_KEPT_BACK}; tallet er let sløret, så en måned ikke kan trækkes fra den næste.",
    Disclosure.BREAKDOWN: "Beskyttet som opdeling: vises kun, når ingen gruppe er for lille.",
}


def added_up(components: tuple[Component, ...]) -> str:
    """Return what is added up, in words; nothing for no components."""
    return " og ".join(_COMPONENTS[one] for one in components)


def counted_when(measure: Measure) -> str:
    """Return when the measure is counted, and what a year of it is."""
    return " ".join(part for part in (f"{_BASES[measure.basis].capitalize()}.", _MONTHS[measure.months]) if part)


def protected_how(measure: Measure) -> str:
    """Return how few people are protected in the figure."""
    return _DISCLOSURES[measure.disclosure]
