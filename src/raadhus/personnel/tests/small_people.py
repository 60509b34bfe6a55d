"""Small invented workforces on which the rules of disclosure are tried."""

from dataclasses import replace

import numpy as np

from raadhus.personnel.rules.disclosure.audit import Question
from raadhus.personnel.rules.disclosure.lattice import Lattice, Step, Term, Tree
from raadhus.personnel.rules.disclosure.population import Cell, Population, by_priority, cells_of
from raadhus.personnel.rules.disclosure.primary import Kind, Subject
from raadhus.personnel.rules.disclosure.reference import Reference, municipality
from raadhus.personnel.rules.measures.definitions import Disclosure


def small(seed: int = 1, people: int = 160) -> Reference:
    """Return an invented municipality of ten units at the bottom."""
    return municipality(seed, people, (2, 5))


def people(units: str, sexes: str, *, parents: dict[str, str | None] | None = None, person: list[int] | None = None):
    """Return (population, lattice): one letter a column for the unit and one for the sex, under the top unit "K"."""
    tree = Tree("2025", parents or {"K": None, **dict.fromkeys(sorted(set(units)), "K")})
    unit = np.array([tree.positions[letter] for letter in units], dtype=np.int64)
    sex = np.array(["km".index(letter) for letter in sexes], dtype=np.int64)
    numbers = np.array(person if person is not None else range(len(units)), dtype=np.int64)
    lattice = Lattice((tree,), {"sex": ("k", "m")}, ("sick_days",), range(2025, 2026))
    return Population(numbers, {"2025": unit}, {"sex": sex}, 1 + numbers), lattice


def question(population: Population, lattice: Lattice, least: int = 5, given: tuple[Cell, ...] = ()) -> Question:
    """Return the plain question: every cell of enough people is a candidate, the others are hidden."""
    cells = by_priority(cells_of(population, lattice), lattice.trees)
    large = [cell for cell in cells if cell.persons >= least]
    return Question(population, lattice.trees, large, [cell for cell in cells if cell.persons < least], least, given)


def names(cells) -> set[str]:
    """Return the places in short: "a", "a m", "K k"."""
    return {f"{cell.place.unit} {cell.place.value}".strip() for cell in cells}


def sick_days(reference: Reference, **changes) -> Subject:
    """Return days of sickness in hundredths, a protected flow; `changes` replace fields."""
    values = np.rint(reference.days * 100).astype(np.int64)
    term = Term(2025, Step.MONTH, 3)
    subject = Subject("sick_days", Disclosure.PROTECTED_FLOW, Kind.TOTAL, term, reference.population, values)
    return replace(subject, **changes)


def subject_of(population: Population, values: list[int], **changes) -> Subject:
    """Return a small flow of these values."""
    subject = Subject(
        "sick_days", Disclosure.PROTECTED_FLOW, Kind.TOTAL, Term(2025, Step.MONTH, 3), population, np.array(values)
    )
    return replace(subject, **changes)


def reorganised(seed: int = 1, people: int = 120) -> Reference:
    """Return a municipality that is told both as it was and as it is: some people have another unit in the new organisation."""
    reference = small(seed, people)
    tree = reference.lattice.trees[0]
    new = Tree("2026", tree.parents)
    leaves = np.array([place for place, unit in enumerate(tree.order) if not tree.children[unit]])
    draw = np.random.default_rng(seed)
    unit = reference.population.unit["2025"].copy()
    moved = draw.random(people) < 0.1
    unit[moved] = draw.choice(leaves, int(moved.sum()))
    population = replace(reference.population, unit={"2025": reference.population.unit["2025"], "2026": unit})
    lattice = replace(reference.lattice, trees=(tree, new))
    return replace(reference, population=population, lattice=lattice)
