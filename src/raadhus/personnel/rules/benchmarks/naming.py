"""What the definitions of reference values are called and counted in: ours are the measures, the others are known from their sources alone."""

from raadhus.kernel.words import said
from raadhus.personnel.rules.benchmarks.published import PUBLISHED
from raadhus.personnel.rules.benchmarks.references import ReferenceValue, is_comparable
from raadhus.personnel.rules.measures.catalogue import MEASURES
from raadhus.personnel.rules.measures.definitions import Measure, Unit

_OTHER_LABELS = {
    "own_sick_days": "Egen sygdom, dagsværk pr. fuldtidsansat",
    "share_of_absence_of_the_most_absent_twentieth": "De 5 % mest fraværendes andel af fraværet",
    "full_time_share_all_staff": "Andel på fuld tid af alle ansatte",
    "part_time_share_all_staff": "Andel på deltid af alle ansatte",
    "share_50_plus": "Andel på 50 år og derover",
    "share_55_plus": "Andel på 55 år og derover",
    "employees": "Ansatte i alt",
    "apprentices": "Elever i alt",
    "turnover_with_internal": "Personaleomsætning med interne skift",
}
# What each definition that we know is counted in.
UNITS: dict[str, Unit] = {value.definition: value.unit for value in PUBLISHED} | {
    measure.key: measure.unit for measure in MEASURES.values()
}
_KEYS = {measure.name.casefold(): measure.key for measure in MEASURES.values()} | {
    name.casefold(): key for key, name in _OTHER_LABELS.items()
}


def definition_name(key: str) -> str:
    """Return what a definition is called; one that only its file knows is called by its key."""
    return MEASURES[key].title if key in MEASURES else said(_OTHER_LABELS.get(key, key))


def definition_key(text: str) -> str:
    """Return the key of a definition that is given by its key or its Danish name; what is neither is returned as it is."""
    return _KEYS.get(text.casefold(), text)


def measures_against(value: ReferenceValue) -> tuple[Measure, ...]:
    """Return the measures that may be held against the value; none for most, since no two sources count alike."""
    return tuple(measure for measure in MEASURES.values() if is_comparable(measure, value))
