"""The API of the series of figures."""

from datetime import date

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.personnel.actions.naming_series import name_series
from raadhus.personnel.queries import naming_series as queries

router = Router()


class FigureSeriesOut(Schema):
    """A new series: from when, what is new, and the figures it is of."""

    day: date
    text: str
    figures: str


class SeriesAskedOut(Schema):
    """A new series that waits for its name: what changed, the days it may begin on, and what is said of it so far."""

    changes: list[str]
    figures: str
    days: list[date]
    text: str
    start: date
    is_named: bool


class AllSeriesOut(Schema):
    """Every series, the newest first, and the one that waits."""

    series: list[FigureSeriesOut]
    waiting: SeriesAskedOut | None


class NameSeriesIn(Schema):
    """What is new in the series, and from which day."""

    text: str = Field(min_length=1, max_length=300)
    start: date


@router.get("series", response=AllSeriesOut, summary="Serier af personaletal")
@door("personnel.read_releases")
def list_figure_series(request: HttpRequest) -> AllSeriesOut:
    """Return where series begin, and what waits for a name."""
    found, waiting = queries.all_series(actor_of(request), now=timezone.now())
    own = SeriesAskedOut.from_orm(waiting) if waiting else None
    return AllSeriesOut(series=[FigureSeriesOut.from_orm(one) for one in found], waiting=own)


@router.put("series", response=FigureSeriesOut, summary="Giv den nye serie et navn")
@door("personnel.name_series")
def name_figure_series(request: HttpRequest, given: NameSeriesIn) -> FigureSeriesOut:
    """Say what the new series is and when it begins."""
    row = name_series(actor=actor_of(request), text=given.text, start=given.start, now=timezone.now())
    figures = queries.figures_of(row.measures, row.breakdowns)
    return FigureSeriesOut(day=row.start_date, text=row.text, figures=figures)
