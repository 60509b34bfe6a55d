"""A measure's line among the key figures of a unit: month (its quarter where months are not shown), year, change, trend, target and sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from django.utils.safestring import SafeString

from raadhus.personnel.engines.cube import CubeFigure
from raadhus.personnel.queries.asked import Asked
from raadhus.personnel.queries.cells import Legend, change, is_hole, sentence
from raadhus.personnel.queries.pictures import points_of
from raadhus.personnel.queries.series import of_one_series, with_the_last
from raadhus.personnel.queries.targets import TargetNow
from raadhus.personnel.rules.disclosure.lattice import Step, Term
from raadhus.personnel.rules.measures.definitions import Measure
from raadhus.personnel.rules.publication.outline import MOST_YEARS
from raadhus.personnel.rules.sentences import series_sentence
from raadhus.personnel.rules.targets import TargetState
from raadhus.personnel.rules.terms_in_words import in_words, last_month, year_before
from raadhus.ui.trend import trend


class KeyFigure(NamedTuple):
    """One measure's line: the newest month or quarter, the year, the change, the target and the sentence; `query` is its own page.

    `short_words` is the quarter where it stands in the place of a month that is not shown, `year_words` the year where it is an earlier one.
    `trend` is how the years have gone, drawn small; empty where there are not two.
    """

    measure: Measure
    short: str
    short_words: str
    year: str
    year_words: str
    change: str
    trend: SafeString
    target: TargetNow | None
    target_state: TargetState | None
    sentence: str
    query: str


def key_figure(
    asked: Asked,
    subject: tuple[Measure, TargetNow | None],
    by_term: Mapping[Term, CubeFigure],
    periods: tuple[Term, Term | None],
    legend: Legend,
) -> tuple[KeyFigure, list[CubeFigure]]:
    """Return a measure's line, and the figures in it. A measure that has not come as far as the year is shown by its newest before."""
    (measure, target), (year, short) = subject, periods
    years = sorted(term for term in by_term if term.step is Step.YEAR and term <= year)[-MOST_YEARS:]
    newest = years[-1] if years else year
    now = by_term.get(newest)
    before = of_one_series(asked.cube, now, by_term.get(year_before(newest)))
    of_short = _short(by_term, short) if short else None
    course = with_the_last(asked.cube, [by_term[term] for term in years])
    line = KeyFigure(
        measure=measure,
        short=legend.cell(measure, of_short),
        short_words=in_words(of_short.term) if of_short and of_short.term != short else "",
        year=legend.cell(measure, now),
        year_words=in_words(newest) if newest != year else "",
        change=change(measure, now, before),
        trend=_trend(measure, asked.unit.label, course),
        target=target,
        target_state=target.state(now.value if now else None) if target else None,
        sentence=sentence(measure, asked.unit.label, now, before) if now else "",
        query=replace(asked.choice, measure=measure.key, step=None, term=None).to_query(),
    )
    return line, [*course, *([of_short] if of_short else [])]


def _trend(measure: Measure, place: str, course: Sequence[CubeFigure]) -> SafeString:
    """Return a measure through the years as a small line with its sentence."""
    return trend([one.value for one in course], series_sentence(measure, place, points_of(course)))


def _short(by_term: Mapping[Term, CubeFigure], short: Term) -> CubeFigure | None:
    """Return the figure of a month or quarter; where the month is not shown, the newest quarter of its year until then that is."""
    found = by_term.get(short)
    if found is None or not is_hole(found) or short.step is not Step.MONTH:
        return found
    quarters = [term for term in by_term if term.step is Step.QUARTER and term.year == short.year]
    over = [term for term in quarters if last_month(term) <= last_month(short) and not is_hole(by_term[term])]
    return by_term[max(over)] if over else found
