"""What a unit's figures are held against: the municipality, and reference values of the same definition and year."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from raadhus.personnel.engines.cube import CubeFigure
from raadhus.personnel.queries.asked import Asked, series
from raadhus.personnel.queries.pictures import Line, line_of
from raadhus.personnel.queries.references import references_of
from raadhus.personnel.queries.series import breaks_of
from raadhus.personnel.rules.benchmarks.references import Certainty, ReferenceValue, SeriesKey, comparable_with, written
from raadhus.personnel.rules.disclosure.lattice import Step, Term
from raadhus.personnel.rules.measures.definitions import Unit
from raadhus.personnel.rules.terms_in_words import in_short

# Counts of a unit and of the municipality say nothing side by side.
COUNTED = frozenset({Unit.PERSONS, Unit.FULL_TIME})


@dataclass(frozen=True, slots=True)
class Beside:
    """The lines beside a unit's own, the figures of the cube among them, and the reference values, each line of one source and definition."""

    lines: tuple[Line, ...]
    figures: tuple[CubeFigure, ...]
    references: tuple[ReferenceValue, ...]

    def of_the_year(self, term: Term) -> tuple[ReferenceValue, ...]:
        """Return the reference values that a period may be held against: only a whole year has any."""
        return tuple(one for one in self.references if term.step is Step.YEAR and one.year == term.year)


def beside(asked: Asked) -> Beside:
    """Return what the viewer may see beside the figures asked for."""
    terms = [one.term for one in asked.line]
    figures = _municipality(asked, set(terms))
    own = [line_of(_("Hele kommunen"), figures, breaks_of(asked.cube, asked.measure.key))] if figures else []
    references = _references(asked, terms)
    return Beside((*own, *_lines(references)), figures, references)


def _municipality(asked: Asked, terms: set[Term]) -> tuple[CubeFigure, ...]:
    top = asked.trees.top(asked.choice.version, asked.month)
    if top is None or asked.is_top or asked.measure.unit in COUNTED:
        return ()
    found = asked.reach.seen(series(asked.cube, asked.choice.version, top.unit, asked.measure.key))
    return tuple(one for one in found if one.term in terms)


def _references(asked: Asked, terms: Sequence[Term]) -> tuple[ReferenceValue, ...]:
    if asked.step is not Step.YEAR:
        return ()
    known = references_of(asked.measure)
    return tuple(one for term in terms for one in comparable_with(asked.measure, known, term.year))


def _lines(references: Sequence[ReferenceValue]) -> tuple[Line, ...]:
    found: dict[SeriesKey, Line] = {}
    words: dict[SeriesKey, dict[str, str]] = {}
    repeated = {one.key for one in references if one.certainty is Certainty.REPEATED}
    for one in references:
        # Who says it, and that nobody has seen it in its source, stand wherever the line does.
        said = _("%(source)s, gengivet af andre") % {"source": one.source} if one.key in repeated else one.source
        line = found.setdefault(
            one.key, Line(f"{one.area[:1].upper()}{one.area[1:]} ({said})", {}, words.setdefault(one.key, {}))
        )
        year = in_short(Term(one.year, Step.YEAR))
        line.values[year], words[one.key][year] = one.value, written(one)
    return tuple(found.values())
