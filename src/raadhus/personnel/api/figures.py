"""The API of figures: the measures, the units within reach, and the figures of an address."""

from datetime import date
from decimal import Decimal
from typing import Literal

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Query, Router, Schema

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.personnel.queries.addresses import UnitSeen, figures_at, label_of, units_seen
from raadhus.personnel.queries.series import breaks_of
from raadhus.personnel.rules.choosing import Choice, period
from raadhus.personnel.rules.measures.catalogue import MEASURES, measure_of
from raadhus.personnel.rules.measures.definitions import Measure
from raadhus.personnel.rules.measures.in_words import added_up, counted_when, protected_how

router = Router()

Version = Literal["is", "was"]


class MeasureOut(Schema):
    """A measure as it is defined; the texts are Danish."""

    key: str
    name: str
    definition: str
    unit: str
    decimals: int
    numerator: str
    denominator: str
    population: str
    counted: str
    protection: str
    assumptions: list[str]


class FigureUnitOut(Schema):
    """A unit that the caller may ask for; `parent` is empty at the top."""

    key: str
    label: str
    parent: str
    depth: int


class OrganisationIn(Schema):
    """Which organisation: "is" as it is today, "was" as it was in each period."""

    version: Version = "is"


class AddressIn(OrganisationIn):
    """An address: measure and unit, at most one breakdown, and a period ("2025", "2025K1", "2025-03"; without one every period)."""

    measure: str = Field(max_length=60, examples=["sick_percentage"])
    unit: str = Field(max_length=100, examples=["skole"])
    breakdown: Literal["", "occupation", "age", "gender", "contract"] = ""
    period: str = Field("", max_length=10, examples=["2025"])


class FigureOut(Schema):
    """One published figure; where there is none, `figure` is null and `words` say why. `blurred`: noise lies on it."""

    unit: str
    label: str
    measure: str
    breakdown: str
    group: str
    period: str
    figure: Decimal | None
    counted_in: str
    blurred: bool
    words: str


class FigureBreakOut(Schema):
    """From this day the figures are of a new series, and are not held against those before."""

    day: date
    text: str


class FiguresOut(Schema):
    """The figures of an address in a release, and where they are of a new series."""

    release: int
    breaks: list[FigureBreakOut]
    figures: list[FigureOut]


@router.get("measures", response=list[MeasureOut], summary="Målene og deres definitioner")
@door("personnel.read_measures")
def list_measures(request: HttpRequest) -> list[MeasureOut]:
    """Return every measure with its definition."""
    del request
    return [_measure(one) for one in MEASURES.values()]


@router.get("units", response=list[FigureUnitOut], summary="Enheder, der er tal for")
@door("personnel.read")
def list_units(request: HttpRequest, asked: Query[OrganisationIn]) -> tuple[UnitSeen, ...]:
    """Return the units whose newest figures the caller may see."""
    return units_seen(actor_of(request), asked.version, timezone.now())


@router.get("figures", response=FiguresOut, summary="Tal for en enhed")
@door("personnel.read")
def show_figures(request: HttpRequest, asked: Query[AddressIn]) -> FiguresOut:
    """Return the figures of an address; 404 with one and the same sentence for what is not there and what is not the caller's."""
    step, term = period(asked.period)
    measure = measure_of(asked.measure)
    choice = Choice(measure.key, asked.unit, asked.breakdown, step, term, asked.version)
    cube, found = figures_at(actor_of(request), choice, timezone.now())
    label = label_of(cube, choice.version, choice.unit)
    figures = [
        FigureOut(
            unit=one.unit,
            label=label,
            measure=one.measure,
            breakdown=one.breakdown,
            group=one.breakdown_value,
            period=str(one.term),
            figure=one.value,
            counted_in=measure.unit.label,
            blurred=one.blurred,
            words=one.words,
        )
        for one in found
    ]
    breaks = [FigureBreakOut(day=one.day, text=one.text) for one in breaks_of(cube, measure.key, choice.breakdown)]
    return FiguresOut(release=int(cube.about["number"]), breaks=breaks, figures=figures)


def _measure(one: Measure) -> MeasureOut:
    return MeasureOut(
        key=one.key,
        name=one.name,
        definition=one.definition,
        unit=one.unit.label,
        decimals=one.decimals,
        numerator=added_up(one.numerator),
        denominator=added_up(one.denominator),
        population=one.population.label,
        counted=counted_when(one),
        protection=protected_how(one),
        assumptions=[each.text for each in one.assumptions],
    )
