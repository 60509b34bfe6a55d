"""Charts and tables of the publication as data: what is drawn, the sentence of it, and the table with every hole explained."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from raadhus.kernel import danish
from raadhus.personnel.rules.benchmarks.references import ReferenceValue, as_told, comparable_with
from raadhus.personnel.rules.disclosure.explaining import blurred_note
from raadhus.personnel.rules.disclosure.lattice import Step, Term
from raadhus.personnel.rules.labels import BREAKDOWN_LABELS, value_label
from raadhus.personnel.rules.measures.catalogue import MEASURES
from raadhus.personnel.rules.measures.definitions import Measure, Unit
from raadhus.personnel.rules.publication.content import Cell, Sheet
from raadhus.personnel.rules.publication.material import Material, Slot, Told
from raadhus.personnel.rules.publication.outline import ASKED, OF_CENTRES, Exhibit, Form
from raadhus.personnel.rules.publication.sentences import spread_sentence
from raadhus.personnel.rules.sentences import Point, series_sentence
from raadhus.personnel.rules.series import breaks_of, cuts

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_HALVES = (6, 12)


@dataclass(frozen=True, slots=True)
class Line:
    """Values by label: a line, or one row of columns or bars. A line is cut before the labels in `cuts`: there it is of another series."""

    name: str
    points: tuple[tuple[str, Decimal | None], ...]
    cuts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn and how, without a look of its own."""

    form: Form
    lines: tuple[Line, ...]
    axis: str
    decimals: int
    from_zero: bool


@dataclass(frozen=True, slots=True)
class Exhibited:
    """An exhibit with its figures in place; no drawing where fewer than one value is shown."""

    drawing: Drawing | None
    alt: str
    sheet: Sheet


@dataclass(slots=True)
class _Notes:
    """Gives each reason for a hole a letter, in the order in which they are met."""

    reasons: list[str] = field(default_factory=list)
    is_blurred: bool = False

    def cell(self, measure: Measure, told: Told) -> Cell:
        """Return the figure as it is read, or a dash with the letter of why there is none."""
        if told.value is None:
            if told.words not in self.reasons:
                self.reasons.append(told.words)
            return Cell(f"– ({_LETTERS[self.reasons.index(told.words) % len(_LETTERS)]})")
        self.is_blurred |= told.blurred
        return Cell(danish.number(told.value, measure.decimals), told.value)

    def all(self) -> tuple[str, ...]:
        """Return what stands beneath the table."""
        holes = [f"({_LETTERS[place % len(_LETTERS)]}) {words}" for place, words in enumerate(self.reasons)]
        return (*holes, *([blurred_note()] if self.is_blurred else []))


def exhibited(exhibit: Exhibit, material: Material) -> Exhibited:
    """Return an exhibit with its figures."""
    if exhibit.form is Form.BARS:
        return _by_value(exhibit, material)
    if exhibit.form is Form.LINE_EACH:
        return _line_each(exhibit, material)
    return _by_year(exhibit, material)


def _by_year(exhibit: Exhibit, material: Material) -> Exhibited:
    measures, notes = [MEASURES[key] for key in exhibit.measures], _Notes()
    drawn, years = measures[: exhibit.drawn], material.years
    columns = _reference_columns(drawn[0], material) if len(drawn) == 1 else {}
    rows = []
    for year in years:
        cells = [notes.cell(one, material.at(Slot(one.key, year))) for one in measures]
        others = [_reference_cell(drawn[0], found.get(year)) for found in columns.values()]
        rows.append((Cell(str(year)), *cells, *others))
    head = ("År", *map(column_name, measures), *columns)
    lines = [_line(one.name, material, one.key, years) for one in drawn]
    if exhibit.form is Form.LINES:
        lines += [
            Line(name, tuple((str(year), found[year].value if year in found else None) for year in years))
            for name, found in columns.items()
        ]
    alt = " ".join(_told(one, material, line) for one, line in zip(drawn, lines, strict=False))
    sheet = Sheet(_caption(exhibit, years), head, tuple(rows), (*notes.all(), *_breaks(measures, years, material)))
    return Exhibited(_drawing(exhibit.form, lines, drawn[0]), alt, sheet)


def _by_value(exhibit: Exhibit, material: Material) -> Exhibited:
    measures, notes, year = [MEASURES[key] for key in exhibit.measures], _Notes(), material.last_year
    values = exhibit.values or material.values.get(exhibit.breakdown, ())
    first = measures[0]
    rows = []
    for value in values:
        told = [material.at(Slot(one.key, year, breakdown=exhibit.breakdown, value=value)) for one in measures]
        before = material.at(Slot(first.key, year - 1, breakdown=exhibit.breakdown, value=value))
        cells = [notes.cell(one, each) for one, each in zip(measures, told, strict=True)]
        rows.append((Cell(value_label(exhibit.breakdown, value)), cells[0], notes.cell(first, before), *cells[1:]))
    label = _breakdown_label(exhibit.breakdown)
    names = [column_name(one) for one in measures]
    head = (label, f"{names[0]} {year}", f"{names[0]} {year - 1}", *names[1:])
    bars = [(str(row[0].text), row[1].value) for row in rows]
    alt = spread_sentence(material, first, exhibit.breakdown, values)
    caption = f"{exhibit.title}, {year}"
    line = Line(first.name, tuple(bars))
    beneath = (*notes.all(), *_breaks(measures, (year - 1, year), material, exhibit.breakdown))
    return Exhibited(_drawing(exhibit.form, [line], first), alt, Sheet(caption, head, tuple(rows), beneath))


def _line_each(exhibit: Exhibit, material: Material) -> Exhibited:
    measure, notes, years = MEASURES[exhibit.measures[0]], _Notes(), material.years
    moments = [*((str(year), year, 0) for year in years), *_halves(exhibit, material)]
    rows = []
    for label, year, month in moments:
        slots = [Slot(measure.key, year, month, exhibit.breakdown, value) for value in exhibit.values]
        rows.append((Cell(label), *(notes.cell(measure, material.at(slot)) for slot in slots)))
    lines = [
        _line(value_label(exhibit.breakdown, value), material, measure.key, years, (exhibit.breakdown, value))
        for value in exhibit.values
    ]
    alt = " ".join(_told(measure, material, line, exhibit.breakdown) for line in lines)
    head = ("Periode", *(line.name for line in lines))
    caption = f"{_caption(exhibit, years)}, {measure.unit.label}"
    notes_beneath = (*notes.all(), *_breaks([measure], years, material, exhibit.breakdown))
    return Exhibited(_drawing(Form.LINES, lines, measure), alt, Sheet(caption, head, tuple(rows), notes_beneath))


def _halves(exhibit: Exhibit, material: Material) -> Iterator[tuple[str, int, int]]:
    """Yield the Junes and Decembers that the release has of the measure, up to the report's half."""
    until = (material.year, _HALVES[material.half - 1] if material.half else _HALVES[1])
    measure = exhibit.measures[0]
    known = {(slot.year, slot.month) for slot in material.told if slot.measure == measure and slot.month in _HALVES}
    for year, month in sorted(one for one in known if one <= until):
        yield f"{danish.MONTHS[month - 1].capitalize()} {year}", year, month


def centres_sheet(material: Material) -> Sheet:
    """Return the appendix by centre, with what is published and nothing else."""
    measures, notes = [MEASURES[key] for key in OF_CENTRES], _Notes()
    rows = [
        (
            Cell(label),
            *(notes.cell(one, material.at(Slot(one.key, material.last_year, unit=key))) for one in measures),
        )
        for key, label in material.centres
    ]
    head = ("Center", *map(column_name, measures))
    return Sheet(f"Centrene i {material.last_year}", head, tuple(rows), notes.all())


def key_sheet(material: Material) -> Sheet:
    """Return the key figures: each in the year, in the year before, and the change between the two as they are shown."""
    notes, year, rows = _Notes(), material.last_year, []
    for key in ASKED:
        measure = MEASURES[key]
        now, before = material.at(Slot(key, year)), material.at(Slot(key, year - 1))
        known = now.value is not None and material.before(Slot(key, year)).value is not None
        change = (now.value or Decimal(0)) - (before.value or Decimal(0))
        sign = "+" if change > 0 else ""
        told = Cell(f"{sign}{danish.number(change, measure.decimals)}", change) if known else Cell("–")
        rows.append((Cell(measure.name), notes.cell(measure, before), notes.cell(measure, now), told, _unit(measure)))
    head = ("Nøgletal", str(year - 1), str(year), "Ændring", "Enhed")
    beneath = (*notes.all(), *_breaks([MEASURES[key] for key in ASKED], (year - 1, year), material))
    return Sheet(f"Nøgletal for {material.place}", head, tuple(rows), beneath)


def _unit(measure: Measure) -> Cell:
    return Cell("pct. (ændring i procentpoint)" if measure.unit is Unit.PERCENT else measure.unit.label)


def column_name(measure: Measure) -> str:
    """Return a column's heading, with the unit where the name does not say it."""
    if measure.unit in {Unit.PERSONS, Unit.FULL_TIME}:
        return measure.name
    return f"{measure.name}, {measure.unit.label}"


def _reference_columns(measure: Measure, material: Material) -> dict[str, dict[int, ReferenceValue]]:
    """Return the reference values of the years that are shown, by the column that each source and area gets."""
    columns: dict[str, dict[int, ReferenceValue]] = {}
    for year in material.years:
        for one in comparable_with(measure, material.references, year):
            columns.setdefault(f"{one.area[:1].upper()}{one.area[1:]} ({one.source})", {})[year] = one
    return columns


def _reference_cell(measure: Measure, found: ReferenceValue | None) -> Cell:
    return Cell("") if found is None else Cell(danish.number(as_told(found.value, measure.unit)), found.value)


def _line(name: str, material: Material, key: str, years: Sequence[int], split: tuple[str, str] = ("", "")) -> Line:
    told = ((str(year), material.at(Slot(key, year, 0, *split)).value) for year in years)
    own = breaks_of(material.breaks, key, split[0])
    return Line(name, tuple(told), tuple(str(term) for term in cuts(own, [Term(year, Step.YEAR) for year in years])))


def _told(measure: Measure, material: Material, line: Line, breakdown: str = "") -> str:
    """Return the sentence of a line: of its last series alone, where there are several."""
    kept = material.of_last_series(measure.key, breakdown)
    points = [Point(label, value) for label, value in line.points if int(label) in kept]
    place = f"{material.place}, {line.name}" if breakdown else material.place
    return series_sentence(measure, place, points, points[0].period if len(points) < len(line.points) else "")


def _drawing(form: Form, lines: Sequence[Line], measure: Measure) -> Drawing | None:
    if not any(value is not None for line in lines for _, value in line.points):
        return None
    unit = measure.unit.label
    return Drawing(form, tuple(lines), unit[:1].upper() + unit[1:], measure.decimals, measure.unit is not Unit.YEARS)


def _caption(exhibit: Exhibit, years: Sequence[int]) -> str:
    return f"{exhibit.title}, {years[0]}-{years[-1]}" if years else exhibit.title


def _breakdown_label(breakdown: str) -> str:
    return next(label for key, label in BREAKDOWN_LABELS.items() if key.value == breakdown)


def _breaks(
    measures: Sequence[Measure], years: Sequence[int], material: Material, breakdown: str = ""
) -> Iterator[str]:
    """Yield the breaks of our own series inside the years that are shown."""
    own = (one for measure in measures for one in breaks_of(material.breaks, measure.key, breakdown))
    told = dict.fromkeys((one.day, one.text) for one in own)
    for day, text in told:
        if years and years[0] < day.year <= years[-1]:
            yield f"Ny serie fra {danish.long_date(day)}, ikke sammenlignet med tallene før: {text}"
