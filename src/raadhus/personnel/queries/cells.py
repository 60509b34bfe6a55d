"""Figures as the cells of a page's tables: the figure with its unit, or the number of the explanation that stands beneath."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from raadhus.personnel.engines.cube import Cube, CubeFigure
from raadhus.personnel.queries.corrected import mark_of
from raadhus.personnel.rules.benchmarks.references import ReferenceValue
from raadhus.personnel.rules.disclosure import explaining
from raadhus.personnel.rules.disclosure.lattice import Term
from raadhus.personnel.rules.measures.definitions import Measure
from raadhus.personnel.rules.sentences import Point, difference, figure_sentence, level_words, with_unit
from raadhus.personnel.rules.terms_in_words import in_words


@dataclass(slots=True)
class Legend:
    """The explanations of a page's holes, each once, in the order in which they were met, and whether a figure is blurred."""

    holes: list[str] = field(default_factory=list)
    has_blurred: bool = False

    def cell(self, measure: Measure, figure: CubeFigure | None) -> str:
        """Return a figure as it is read; a hole says which explanation is its own, and a band ("færre end 5") stands itself."""
        if figure is None:
            return "–"
        if figure.value is not None:
            self.has_blurred |= figure.blurred
            return with_unit(measure, figure.value)
        if not is_hole(figure):
            return figure.words
        if figure.words not in self.holes:
            self.holes.append(figure.words)
        return _("vises ikke (%(n)s)") % {"n": self.holes.index(figure.words) + 1}


def period_cell(cube: Cube, term: Term) -> str:
    """Return a period as the first cell of a row, with what became of it since it was first released."""
    told = mark_of(cube, term)
    return f"{in_words(term)} ({told})" if told else in_words(term)


def is_hole(figure: CubeFigure) -> bool:
    """Return True where sentences stand in place of the figure; a band is words in the middle of a line."""
    return figure.value is None and explaining.is_hole(figure.words)


def sentence(
    measure: Measure,
    place: str,
    figure: CubeFigure,
    before: CubeFigure | None = None,
    reference: ReferenceValue | None = None,
) -> str:
    """Return what a figure says: the level, the change and the distance; of a band its words, of a hole that it is not shown."""
    period = in_words(figure.term)
    if figure.value is None and not is_hole(figure):
        persons = _("%(words)s personer") % {"words": figure.words}
        return f"{level_words(measure, place, persons, period)}."
    earlier = Point(in_words(before.term), before.value) if before else None
    known = reference if figure.value is not None else None
    return figure_sentence(measure, place, Point(period, figure.value), earlier, known)


def change(measure: Measure, now: CubeFigure | None, before: CubeFigure | None) -> str:
    """Return how far a figure lies from the one before, with its sign: "+0,4 procentpoint"; nothing unless both are shown."""
    if now is None or before is None or now.value is None or before.value is None:
        return ""
    apart = now.value - before.value
    if not apart:
        return _("uændret")
    return f"{'+' if apart > 0 else '−'}{difference(measure, apart)}"
