"""A published table of units by occupation in the words of another program: tau-ARGUS's JJ format, which names cells, bounds and sums."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from raadhus.personnel.rules.counting import Breakdown
from raadhus.personnel.rules.disclosure.lattice import Place
from raadhus.personnel.rules.disclosure.population import Cell, cells_of
from raadhus.personnel.rules.disclosure.reference import Reference


@dataclass(frozen=True)
class Table:
    """The cells of units as a whole and by occupation, with what is shown of them; merged ones are sums that are shown too."""

    reference: Reference
    shown: frozenset[Place]
    merged: tuple[Cell, ...]

    @property
    def cells(self) -> list[Cell]:
        """Every cell of the table, also the empty ones."""
        wanted = {"", Breakdown.OCCUPATION}
        return [
            cell
            for cell in cells_of(self.reference.population, self.reference.lattice)
            if cell.place.breakdown in wanted
        ]

    def lines(self, around: int) -> Iterator[str]:
        """Yield the lines: a hidden cell (u) must be uncertain by so much to either side, one hidden for others (m) by nothing."""
        cells = [*self.cells, *self.merged]
        numbers = {cell.place: number for number, cell in enumerate(cells)}
        most = len(self.reference.population)
        yield from ("0", str(len(cells)))
        for number, cell in enumerate(cells):
            # everybody knows who is nowhere: an empty cell is taken as known, which only helps the attacker
            known = cell.place in self.shown or cell.place.merged or not cell.persons
            status, width = ("s", 0) if known else ("u", around) if cell.persons < 5 else ("m", 0)
            yield f"{number} {cell.persons} {max(cell.persons, 1)} {status} 0 {most} {min(width, cell.persons)} {width} 0"
        sums = list(self._sums())
        yield str(len(sums))
        for total, parts in sums:
            terms = " ".join(f"{numbers[part]} (1)" for part in parts)
            yield f"0 {len(parts) + 1} : {numbers[total]} (-1) {terms}"

    def _sums(self) -> Iterator[tuple[Place, list[Place]]]:
        (tree,) = self.reference.lattice.trees
        values = [("", ""), *((Breakdown.OCCUPATION.value, value) for value in self._occupations)]
        for unit in tree.order:
            yield (
                Place(tree.version, unit),
                [Place(tree.version, unit, Breakdown.OCCUPATION.value, value) for value in self._occupations],
            )
            for breakdown, value in values if tree.children[unit] else ():
                below = [Place(tree.version, child, breakdown, value) for child in tree.children[unit]]
                yield Place(tree.version, unit, breakdown, value), below
        persons = {cell.place: cell.persons for cell in self.cells}
        for cell in self.merged:
            place = cell.place
            below = (Place(place.version, child, place.breakdown, place.value) for child in tree.children[place.unit])
            yield place, [one for one in below if one not in self.shown and persons[one]]

    @property
    def _occupations(self) -> Iterable[str]:
        return self.reference.lattice.breakdowns[Breakdown.OCCUPATION]
