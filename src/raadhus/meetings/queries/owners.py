"""Who may be named as the owner of an obligation: the organisation's people as of a day, by a label that one can type."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from raadhus.core.organisation.public import Person, leaders_of, people, units


@dataclass(frozen=True, slots=True)
class OwnerChoice:
    """A person to choose: `label` tells one from another, `key` is the person's key in the organisation."""

    key: str
    name: str
    label: str


def owner_choices(on: date) -> tuple[OwnerChoice, ...]:
    """Return everybody placed in the organisation on a day, each once, by name."""
    short_names = {unit.key: unit.short_name or unit.name for unit in units(on)}
    placed = {person.key: person for person in people(on)}
    labels = {key: _label(person, short_names) for key, person in placed.items()}
    times = Counter(label.casefold() for label in labels.values())
    # Two of the same name in the same unit are told apart by their key.
    return tuple(
        OwnerChoice(key, person.name, f"{label} [{key}]" if times[label.casefold()] > 1 else label)
        for (key, person), label in zip(placed.items(), labels.values(), strict=True)
    )


def _label(person: Person, short_names: dict[str, str]) -> str:
    unit = short_names.get(person.unit_key or "")
    return f"{person.name} ({unit})" if unit else person.name


def chosen_owner(text: str, choices: Iterable[OwnerChoice]) -> OwnerChoice | None:
    """Return the person that a label, or a name only one has, stands for; None when the text is about somebody else."""
    wanted = text.strip().casefold()
    every = tuple(choices)
    by_label = [one for one in every if one.label.casefold() == wanted]
    found = by_label or [one for one in every if one.name.casefold() == wanted]
    return found[0] if wanted and len(found) == 1 else None


def suggested_owner(text: str, choices: Sequence[OwnerChoice], on: date) -> OwnerChoice | None:
    """Return whom a document's own words mean: a person by name, or the one who leads the unit of that short name."""
    named = chosen_owner(text, choices)
    wanted = text.strip().casefold()
    if named or not wanted:
        return named
    keys = [unit.key for unit in units(on) if wanted in {unit.short_name.casefold(), unit.name.casefold()}]
    leaders = {leader.key for key in keys for leader in leaders_of(key, on)}
    found = [one for one in choices if one.key in leaders]
    return found[0] if len(found) == 1 else None
