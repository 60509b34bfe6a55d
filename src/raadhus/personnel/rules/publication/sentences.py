"""The sentences of the publication: each number in them is a figure of the release, a difference of two, or a reference value with its tag."""

from collections.abc import Iterator
from decimal import Decimal

from raadhus.kernel import danish
from raadhus.personnel.rules.benchmarks.references import ReferenceValue, comparable_with
from raadhus.personnel.rules.labels import value_label
from raadhus.personnel.rules.measures.catalogue import MEASURES
from raadhus.personnel.rules.measures.definitions import Measure, Unit
from raadhus.personnel.rules.publication.material import Material, Slot, Told
from raadhus.personnel.rules.sentences import Point, difference, figure_sentence, hidden_sentence, with_unit

# So many groups are named as those that grew or shrank most.
_NAMED = 3


def told_sentences(material: Material, key: str) -> Iterator[str]:
    """Yield what the text says of a measure: the level, the change, the benchmark of the same year, or why there is none."""
    measure, year = MEASURES[key], material.last_year
    now, before = material.at(Slot(key, year)), material.before(Slot(key, year))
    if now.value is None:
        yield hidden_sentence(measure, material.place, str(year), reason_of(now))
        return
    point = Point(str(year), now.value)
    found = comparable_with(measure, material.references, year)
    yield figure_sentence(measure, material.place, point, Point(str(year - 1), before.value), next(iter(found), None))
    for reference in found[1:]:
        yield figure_sentence(measure, material.place, point, None, reference)
    if measure.unit is Unit.FULL_TIME and before.value is not None:
        yield growth_sentence(material, measure, now.value - before.value)
        yield from _through_the_year(material, measure)
    if measure.comparisons and not found:
        yield _without_benchmark(material, measure)


def growth_sentence(material: Material, measure: Measure, change: Decimal) -> str:
    """Return "Ændringen fra 2024 til 2025 er +170,0 årsværk."."""
    year = material.last_year
    return f"Ændringen fra {year - 1} til {year} er {signed(measure, change)}."


def _through_the_year(material: Material, measure: Measure) -> Iterator[str]:
    """Yield the change from December to December, where the release holds both months."""
    year = material.last_year
    slot = Slot(measure.key, year, 12)
    first, last = material.before(slot), material.at(slot)
    if first.value is not None and last.value is not None:
        change = signed(measure, last.value - first.value)
        yield f"I løbet af {year}, fra december {year - 1} til december {year}, er ændringen {change}."


def signed(measure: Measure, change: Decimal) -> str:
    """Return a change with its sign: "+170,0 årsværk"."""
    if change == 0:
        return f"uændret ({with_unit(measure, change)})"
    return f"{'+' if change > 0 else '-'}{difference(measure, change)}"


def _without_benchmark(material: Material, measure: Measure) -> str:
    """Return the comparison of the latest year that has one, or that there is none."""
    none = f"For {material.last_year} kendes intet sammenligningstal, der er opgjort på samme måde"
    for year in reversed(material.years):
        own, found = material.at(Slot(measure.key, year)).value, comparable_with(measure, material.references, year)
        if own is not None and found:
            said = figure_sentence(measure, material.place, Point(str(year), own), None, found[0])
            return f"{none}. {said}"
    return f"{none}."


def group_sentences(material: Material, key: str, breakdown: str, values: tuple[str, ...]) -> Iterator[str]:
    """Yield one sentence for each named value; without names, the values that changed most."""
    measure, year = MEASURES[key], material.last_year
    if not values:
        yield from _most_changed(material, measure, breakdown)
        return
    for value in values:
        place = f"{material.place}, {value_label(breakdown, value)}"
        slot = Slot(key, year, breakdown=breakdown, value=value)
        now, before = material.at(slot), material.before(slot)
        if now.value is None:
            yield hidden_sentence(measure, place, str(year), reason_of(now))
        else:
            yield figure_sentence(measure, place, Point(str(year), now.value), Point(str(year - 1), before.value))


def _most_changed(material: Material, measure: Measure, breakdown: str) -> Iterator[str]:
    year, changes = material.last_year, []
    for value in material.values.get(breakdown, ()):
        slot = Slot(measure.key, year, breakdown=breakdown, value=value)
        now, before = material.at(slot).value, material.before(slot).value
        if now is not None and before is not None and now != before:
            changes.append((now - before, value_label(breakdown, value)))
    for words, some in (
        ("er vokset mest", sorted((one for one in changes if one[0] > 0), reverse=True)),
        ("er faldet mest", sorted(one for one in changes if one[0] < 0)),
    ):
        if some:
            named = [f"{label} ({signed(measure, change)})" for change, label in some[:_NAMED]]
            yield f"{measure.name} {words} fra {year - 1} til {year} i {danish_list(named)}."


def spread_sentence(material: Material, measure: Measure, breakdown: str, values: tuple[str, ...]) -> str:
    """Return what bars show: the largest and the smallest, and how many are not shown."""
    year = material.last_year
    every = [(material.at(Slot(measure.key, year, breakdown=breakdown, value=one)).value, one) for one in values]
    shown = [(value, value_label(breakdown, one)) for value, one in every if value is not None]
    if not shown:
        return hidden_sentence(measure, material.place, str(year))
    (high, largest), (low, smallest) = max(shown), min(shown)
    said = f"{measure.name} i {material.place} i {year}: højest {largest} ({with_unit(measure, high)})"
    if len(shown) > 1:
        said += f", lavest {smallest} ({with_unit(measure, low)})"
    missing = len(every) - len(shown)
    return f"{said}; {missing} af {len(every)} tal vises ikke." if missing else f"{said}."


def reason_of(told: Told) -> str:
    """Return a release's words as they stand inside a sentence: "færre end 5 personer"."""
    words = told.words.removeprefix("Vises ikke").lstrip(": ").rstrip(".")
    return words.partition(". ")[0]


def reference_line(reference: ReferenceValue) -> str:
    """Return how a reference value stands in the list of sources."""
    unit = reference.unit.label
    value = f"{danish.number(reference.value)}\N{NO-BREAK SPACE}{unit}"
    note = f" {reference.note}" if reference.note else ""
    return f"{reference.area}: {value}. Kilde: {reference.tag} ({reference.origin}).{note}"


def danish_list(parts: list[str]) -> str:
    """Return "a, b og c"."""
    return " og ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))
