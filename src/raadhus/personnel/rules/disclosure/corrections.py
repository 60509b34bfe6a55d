"""Corrections: a release is never changed. A new one is held against the old, and corrections that are about a few people wait."""

from dataclasses import dataclass, replace

import numpy as np

from raadhus.personnel.rules.disclosure.lattice import Lattice, Tree
from raadhus.personnel.rules.disclosure.plan import Before, Plan, make_plan
from raadhus.personnel.rules.disclosure.population import Cell, Numbers, Population
from raadhus.personnel.rules.disclosure.primary import Hole, Subject
from raadhus.personnel.rules.disclosure.span import Vector


@dataclass(frozen=True)
class Correction:
    """The subject as it should have been, and for each of its columns the column of the old plan that it is, -1 for a changed or new one."""

    old: Plan
    new: Subject
    same_as: Numbers


def changed_people(correction: Correction) -> Numbers:
    """Return the people of whom anything changed, came or went."""
    old, new = correction.old.subject.population, correction.new.population
    gone = np.setdiff1d(np.arange(len(old)), correction.same_as)
    return np.union1d(new.person[correction.same_as < 0], old.person[gone])


def plan_correction(correction: Correction, lattice: Lattice) -> Plan | None:
    """Return the plan of the new release, safe beside the old one, or None while the correction is about too few people to be shown.

    Old and new contributions of a person are two unknowns, and the change itself is protected. Where the new figure would give a
    change away, the old one stands (`Hole.WAITS`).
    """
    old = correction.old
    people = changed_people(correction)
    if 0 < len(people) < old.settings.least:
        return None
    joint, places = _joint(correction)
    first = tuple(_earlier(tree) for tree in old.lattice.trees)
    secrets = [Vector.of(cell.columns) for cell in old.hidden if len(cell.columns)]
    changes = [_change(joint, old, places, person) for person in people.tolist()]
    given = tuple(_told_before(cell) for cell in old.shown)
    before = Before(given, first, (*secrets, *changes), tuple(_told_before(cell) for cell in old.known))
    values = np.zeros(len(joint), dtype=np.int64)
    values[places] = correction.new.values
    subject = replace(correction.new, population=joint, values=values)
    plan = make_plan(subject, lattice, old.settings, before=before)
    stands = old.places
    waiting = {cell.place: Hole.WAITS for cell in plan.refused if cell.place in stands}
    return replace(plan, holes={**plan.holes, **waiting})


def _joint(correction: Correction) -> tuple[Population, Numbers]:
    """Return the old columns followed by those that are new, and where each column of the new subject stands among them."""
    old, new = correction.old.subject.population, correction.new.population
    fresh = np.flatnonzero(correction.same_as < 0)
    places = correction.same_as.copy()
    places[fresh] = len(old) + np.arange(len(fresh))
    size = len(old) + len(fresh)

    def laid_out(own: Numbers) -> Numbers:
        """Lay the new subject's own out; columns that are only in the old plan are nowhere now."""
        every = np.full(size, -1, dtype=np.int64)
        every[places] = own
        return every

    units = {version: laid_out(unit) for version, unit in new.unit.items()}
    codes = {name: laid_out(code) for name, code in new.codes.items()}
    person = np.concatenate([old.person, new.person[fresh]])
    keys = np.concatenate([old.keys, new.keys[fresh]])
    return Population(person, units, codes, keys), places


def _change(joint: Population, old: Plan, places: Numbers, person: int) -> Vector:
    """Return what changed of a person: the new contributions less the old ones that are gone."""
    own = np.flatnonzero(joint.person == person)
    is_old, is_new = own < len(old.subject.population), np.isin(own, places)
    weights = is_new.astype(float) - is_old.astype(float)
    return Vector(own[weights != 0], weights[weights != 0])


def _earlier(tree: Tree) -> Tree:
    return Tree(_earlier_version(tree.version), tree.parents)


def _told_before(cell: Cell) -> Cell:
    return replace(cell, place=replace(cell.place, version=_earlier_version(cell.place.version)))


def _earlier_version(version: str) -> str:
    """Return a name for the same organisation in the release before, so that the two are kept apart."""
    return f"{version} (tidligere udgivelse)"
