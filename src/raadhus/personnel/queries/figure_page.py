"""Everything that the page of one figure shows: it through time, beside others, in parts and in the units below, and what explains it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from raadhus.kernel.actors import Actor
from raadhus.personnel.engines.cube import CubeFigure
from raadhus.personnel.queries.asked import Asked, asked_for
from raadhus.personnel.queries.below import Below, units_below
from raadhus.personnel.queries.beside import beside
from raadhus.personnel.queries.cells import Legend, change, sentence
from raadhus.personnel.queries.corrected import corrections_of
from raadhus.personnel.queries.parts import Parts, parts_of
from raadhus.personnel.queries.series import of_one_series
from raadhus.personnel.queries.through_time import Course, course_of
from raadhus.personnel.queries.ways import Way, around_of, longer_of, path_of
from raadhus.personnel.rules.benchmarks.references import ReferenceValue
from raadhus.personnel.rules.choosing import Choice
from raadhus.personnel.rules.disclosure.explaining import blurred_note
from raadhus.personnel.rules.terms_in_words import in_words, year_before


@dataclass(frozen=True, slots=True)
class FigurePage:
    """What the page shows. `figures` and `references` are all figures on it, for the files that are taken along; nothing else is in those.

    `may_break_down` is whether the viewer may see parts of the unit at all; `around` are the measures before and after; `longer` leads
    from a period that is not shown to the one that is.
    """

    asked: Asked
    now: CubeFigure
    cell: str
    change: str
    sentence: str
    course: Course
    parts: Parts | None
    below: Below | None
    holes: tuple[str, ...]
    blurred: str
    corrections: tuple[str, ...]
    path: tuple[Way, ...]
    around: tuple[Way | None, Way | None]
    longer: Way | None
    may_break_down: bool
    figures: tuple[CubeFigure, ...]
    references: tuple[ReferenceValue, ...]

    @property
    def choice(self) -> Choice:
        """The choice with everything filled in."""
        return self.asked.choice

    @property
    def period(self) -> str:
        """The period in words."""
        return in_words(self.now.term)


def figure_page(viewer: Actor, choice: Choice, now: datetime) -> FigurePage:
    """Return the page of a choice in the newest release. Raises NoFigures, NotAllowed, and NotFound for what the viewer may not know."""
    return page_of(asked_for(viewer, choice, now))


def page_of(asked: Asked) -> FigurePage:
    """Return the page of what was asked for."""
    legend = Legend()
    here, before = figure_at(asked)
    others, version = beside(asked), asked.choice.version
    course = course_of(asked, others, legend)
    parts, below = parts_of(asked, legend), units_below(asked, legend)
    shown = (*asked.line, *others.figures, *(parts.figures if parts else ()), *(below.figures if below else ()))
    return FigurePage(
        asked=asked,
        now=here,
        cell=legend.cell(asked.measure, here),
        change=change(asked.measure, here, before),
        sentence=sentence_of(asked, others.of_the_year(asked.term)),
        course=course,
        parts=parts,
        below=below,
        holes=tuple(legend.holes),
        blurred=blurred_note() if legend.has_blurred else "",
        corrections=corrections_of(asked.cube, asked.term),
        path=path_of(asked),
        around=around_of(asked),
        longer=longer_of(asked),
        may_break_down=asked.reach.sees(version, asked.unit.unit, asked.term, is_whole=False),
        figures=tuple(dict.fromkeys(shown)),
        references=(*others.references, *(parts.references if parts else ())),
    )


def figure_at(asked: Asked) -> tuple[CubeFigure, CubeFigure | None]:
    """Return the figure of the period asked for, and that of the same period a year before when it may be seen and is of the same series."""
    by_term = {one.term: one for one in asked.line}
    here = by_term[asked.term]
    return here, of_one_series(asked.cube, here, by_term.get(year_before(asked.term)))


def sentence_of(asked: Asked, references: Sequence[ReferenceValue] = ()) -> str:
    """Return the level, the change from the year before, and the distance to the first reference value of the year."""
    here, before = figure_at(asked)
    return sentence(asked.measure, asked.unit.label, here, before, next(iter(references), None))
