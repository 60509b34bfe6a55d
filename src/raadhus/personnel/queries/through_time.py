"""A unit's figure through time: the chart with the lines beside it, its table, and the notes marked in both."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from string import ascii_uppercase
from typing import NamedTuple

from django.utils.translation import gettext as _

from raadhus.personnel.queries.annotations import annotations_for
from raadhus.personnel.queries.asked import Asked
from raadhus.personnel.queries.beside import Beside
from raadhus.personnel.queries.cells import Legend, change, period_cell
from raadhus.personnel.queries.pictures import Level, facts_of, series_picture
from raadhus.personnel.queries.series import breaks_of, of_one_series
from raadhus.personnel.queries.targets import TargetNow, target_for
from raadhus.personnel.rules.calendar import month_number
from raadhus.personnel.rules.disclosure.lattice import Step, Term
from raadhus.personnel.rules.measures.definitions import Months
from raadhus.personnel.rules.sentences import with_unit
from raadhus.personnel.rules.series import begins
from raadhus.personnel.rules.targets import TargetState
from raadhus.personnel.rules.terms_in_words import (
    first_month,
    in_short,
    last_month,
    month_in_words,
    year_before,
)
from raadhus.ui.charts import Picture

# Where the change stands in a row.
_CHANGE = 2


class Remark(NamedTuple):
    """A note as the page shows it: its mark in the chart, from when, the text, and the period it stands at."""

    mark: str
    since: str
    text: str
    term: Term | None


class Course(NamedTuple):
    """A figure through time: the chart with its table, the notes in it, the target of the period and whether it is reached."""

    picture: Picture
    remarks: tuple[Remark, ...]
    target: TargetNow | None
    target_state: TargetState | None


def course_of(asked: Asked, others: Beside, legend: Legend) -> Course:
    """Return a figure through time with everything that stands at it; holes are explained by the legend."""
    unit, version = asked.unit.unit, asked.choice.version
    target = None
    if has_target(asked):
        target = target_for(unit, asked.measure.key, asked.term.year, version=version, cube=asked.cube)
    here = next(one for one in asked.line if one.term == asked.term)
    remarks = remarks_of(asked)
    picture = picture_of(asked, others, target, remarks, legend)
    return Course(picture, remarks, target, target.state(here.value) if target else None)


def has_target(asked: Asked) -> bool:
    """Return True when a year's target says something of the period: a sum through a month is never as much as one through a year."""
    return asked.step is Step.YEAR or asked.measure.months is not Months.SUM


def remarks_of(asked: Asked) -> tuple[Remark, ...]:
    """Return where new series begin in the periods shown, and the notes of the unit and of those above it."""
    terms = [one.term for one in asked.line]
    first, last = first_month(terms[0]), last_month(terms[-1])
    notes = annotations_for({asked.unit.unit}, asked.measure.key, first, last, reach=asked.reach, cube=asked.cube)

    def term_of(month: int) -> Term | None:
        return next((one for one in terms if first_month(one) <= month <= last_month(one)), None)

    return (
        *_series_begun(asked, terms),
        *(
            Remark(str(n), month_in_words(one.month), one.text, term_of(one.month))
            for n, one in enumerate(notes, start=1)
        ),
    )


def _series_begun(asked: Asked, terms: Sequence[Term]) -> Iterator[Remark]:
    """Yield each new series as a remark with a letter; a line is cut there, and no change is told across it."""
    begun = begins(breaks_of(asked.cube, asked.measure.key), terms)
    told = [(term, one) for term, inside in begun.items() for one in inside]
    for letter, (term, one) in zip(ascii_uppercase, told, strict=False):
        text = _("Ny serie, der ikke sammenlignes med tallene før: %(text)s") % {"text": one.text}
        yield Remark(letter, month_in_words(month_number(one.day)), text, term)


def picture_of(
    asked: Asked, others: Beside, target: TargetNow | None, remarks: Sequence[Remark], legend: Legend
) -> Picture:
    """Return the chart with its table; holes are explained by the legend."""
    measure, figures = asked.measure, asked.line
    picture = series_picture(
        measure,
        asked.unit.label,
        figures,
        beside=others.lines,
        target=Level(_("Målsætning: %(words)s") % {"words": target.words}, target.value) if target else None,
        notes=[(in_short(one.term), one.mark) for one in remarks if one.term],
        breaks=breaks_of(asked.cube, measure.key),
    )
    columns = (_("Periode"), asked.unit.label, _("Ændring fra året før"), *(line.name for line in others.lines))
    rows = _rows(asked, others, remarks, legend)
    if not any(row[_CHANGE] for row in rows):
        columns, rows = _without(columns), tuple(map(_without, rows))
    return replace(picture, columns=columns, rows=rows, facts=facts_of(measure, asked.cube.about["number"]))


def _without(cells: tuple[str, ...]) -> tuple[str, ...]:
    """Return the cells of a row without that of the change; there is none to tell while only one year is shown."""
    return cells[:_CHANGE] + cells[_CHANGE + 1 :]


def _rows(asked: Asked, others: Beside, remarks: Sequence[Remark], legend: Legend) -> tuple[tuple[str, ...], ...]:
    measure, by_term = asked.measure, {one.term: one for one in asked.line}
    marks: dict[Term | None, str] = {}
    for one in remarks:
        marks[one.term] = f"{marks.get(one.term, '')} [{one.mark}]"
    rows = []
    for term, figure in by_term.items():
        cells = [period_cell(asked.cube, term) + marks.get(term, ""), legend.cell(measure, figure)]
        cells.append(change(measure, figure, of_one_series(asked.cube, figure, by_term.get(year_before(term)))))
        for line in others.lines:
            value = line.values.get(in_short(term))
            cells.append("–" if value is None else line.words.get(in_short(term)) or with_unit(measure, value))
        rows.append(tuple(cells))
    return tuple(rows)
