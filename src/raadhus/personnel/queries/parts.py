"""A unit's figure split by one breakdown: the parts side by side in a period, and through the last ones."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from raadhus.personnel.engines.cube import CubeFigure
from raadhus.personnel.queries.asked import Asked, series
from raadhus.personnel.queries.cells import Legend
from raadhus.personnel.queries.pictures import bars_picture
from raadhus.personnel.queries.references import references_of
from raadhus.personnel.queries.series import breaks_of, words_of
from raadhus.personnel.rules.benchmarks.references import ReferenceValue, comparable_with, written
from raadhus.personnel.rules.counting import AGE_BANDS, UNKNOWN, Breakdown
from raadhus.personnel.rules.disclosure.lattice import Step
from raadhus.personnel.rules.labels import BREAKDOWN_LABELS, value_label
from raadhus.personnel.rules.series import begins
from raadhus.personnel.rules.terms_in_words import in_words
from raadhus.ui.charts import Picture

# So many periods stand beside each other in the table.
_MOST_TERMS = 5
_ORDER = {name: place for place, (_age, name) in enumerate(AGE_BANDS)}
_CONTRACTS = ("full-time", "part-time", "hourly")
_ORDER |= {name: place for place, name in enumerate(_CONTRACTS)}


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a figure: heading, chart, table (first column the part, the others periods); empty `rows` when there is nothing to see."""

    heading: str
    label: str
    picture: Picture | None
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: tuple[CubeFigure, ...]
    references: tuple[ReferenceValue, ...] = ()
    breaks: tuple[str, ...] = ()


def parts_of(asked: Asked, legend: Legend) -> Parts | None:
    """Return the parts of the breakdown asked for; None when none was asked for."""
    choice = asked.choice
    if not choice.breakdown:
        return None
    label = _(BREAKDOWN_LABELS[Breakdown(choice.breakdown)])
    heading = _("%(measure)s efter %(breakdown)s") % {"measure": asked.measure.title, "breakdown": label.lower()}
    found = asked.reach.seen(series(asked.cube, choice.version, asked.unit.unit, choice.measure, choice.breakdown))
    upto = [one for one in found if one.term.step is asked.step and one.term <= asked.term]
    terms = sorted({one.term for one in upto})[-_MOST_TERMS:]
    if not terms or terms[-1] != asked.term:
        return Parts(heading, label, None, (), (), ())
    figures = tuple(one for one in upto if one.term in terms)
    values = sorted({one.breakdown_value for one in figures}, key=_place)
    by_address = {(one.breakdown_value, one.term): one for one in figures}
    measure = asked.measure
    now = [(value_label(choice.breakdown, one), by_address.get((one, asked.term))) for one in values]
    shown = [(name, figure) for name, figure in now if figure is not None]
    title = f"{heading}, {asked.unit.label}, {in_words(asked.term)}"
    references = _references(asked, values)
    rows = tuple(
        (
            value_label(choice.breakdown, value),
            *(legend.cell(measure, by_address.get((value, term))) for term in terms),
            *([_said(references, value)] if references else []),
        )
        for value in values
    )
    columns = (label, *(in_words(term) for term in terms), *([_("Sammenligning")] if references else []))
    begun = begins(breaks_of(asked.cube, measure.key, choice.breakdown), terms)
    told = tuple(words_of(one) for inside in begun.values() for one in inside)
    return Parts(heading, label, bars_picture(measure, title, shown), columns, rows, figures, references, told)


def _place(value: str) -> tuple[bool, int, str]:
    """Return where a part stands: ages and contracts in their own order, the unknown last."""
    return value == UNKNOWN, _ORDER.get(value, 0), value


def _references(asked: Asked, values: list[str]) -> tuple[ReferenceValue, ...]:
    """Return the reference values of the year by occupation group, where the source has them."""
    if asked.choice.breakdown != Breakdown.OCCUPATION.value or asked.step is not Step.YEAR:
        return ()
    known = references_of(asked.measure)
    return tuple(one for value in values for one in comparable_with(asked.measure, known, asked.term.year, value))


def _said(references: tuple[ReferenceValue, ...], value: str) -> str:
    own = (one for one in references if one.group == value)
    return "; ".join(f"{one.area} {written(one)} ({one.tag})" for one in own) or "–"
