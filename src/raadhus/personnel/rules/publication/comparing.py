"""What differs between the figures of two releases, or between what went out and what its release says."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from raadhus.kernel import danish
from raadhus.personnel.rules.labels import value_label
from raadhus.personnel.rules.measures.catalogue import MEASURES
from raadhus.personnel.rules.publication.material import Slot, Told
from raadhus.personnel.rules.sentences import with_unit

_NONE = "findes ikke"


class Difference(NamedTuple):
    """A figure that is not the same: what it is, and how it read before and after."""

    words: str
    before: str
    after: str


def differences(before: Mapping[Slot, Told], after: Mapping[Slot, Told]) -> Iterator[Difference]:
    """Yield every figure that reads otherwise; the noise mark alone is no difference."""
    for slot in sorted({*before, *after}):
        first, second = before.get(slot), after.get(slot)
        if (first and first[:2]) != (second and second[:2]):
            yield Difference(_named(slot), _read(slot, first), _read(slot, second))


def _named(slot: Slot) -> str:
    parts = [
        MEASURES[slot.measure].name if slot.measure in MEASURES else slot.measure,
        value_label(slot.breakdown, slot.value) if slot.breakdown else "",
        f"enhed {slot.unit}" if slot.unit else "",
        f"{danish.MONTHS[slot.month - 1]} {slot.year}" if slot.month else str(slot.year),
    ]
    return ", ".join(filter(None, parts))


def _read(slot: Slot, told: Told | None) -> str:
    if told is None:
        return _NONE
    if told.value is None or slot.measure not in MEASURES:
        return told.words
    return with_unit(MEASURES[slot.measure], told.value)
