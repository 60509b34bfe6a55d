"""The API of releases, settings and the list of job codes."""

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.personnel.actions.settings import set_occupations, set_settings
from raadhus.personnel.queries import releases as queries
from raadhus.personnel.queries.settings import SettingsOn, listed_occupations, settings_history
from raadhus.personnel.rules.occupations import OccupationLine
from raadhus.personnel.rules.setting import Chosen

router = Router()


class FigureReleaseOut(Schema):
    """One try to release figures. `found` is there for who may read payroll; `waiting` are terms whose corrections wait."""

    number: int | None
    state: str
    first_month: str
    last_month: str
    known_to: date | None
    started_by: str
    started_at: datetime
    finished_at: datetime | None
    frozen_on: date | None
    shown: int
    hidden: int
    findings: int
    found: list[str]
    waiting: list[str]
    manifest_sha256: str


class FigureReleaseDetailOut(FigureReleaseOut):
    """One release with its manifest."""

    manifest: dict[str, Any]


class FigureSettingsOut(Schema):
    """What holds from a day on; without a day it is what the rules begin with."""

    start: date | None
    full_time_hours: int
    short_days: int
    gap_days: int
    new_months: int
    retired_from_age: int
    least: int
    least_average: int
    dominance_percent: int
    years_by_month: int
    first_year: int | None
    reason: str
    set_by: str


class FigureSettingsIn(Schema):
    """What shall hold from a day on, and why."""

    start: date
    full_time_hours: int = 3700
    short_days: int = 14
    gap_days: int = 7
    new_months: int = 12
    retired_from_age: int = 55
    least: int = 5
    least_average: int = 10
    dominance_percent: int = 15
    years_by_month: int = 1
    first_year: int | None = None
    reason: str = Field(min_length=1, max_length=500)


class OccupationLineSchema(Schema):
    """Job codes that begin with `code` belong to `group` in [start, end); without a start from the beginning."""

    code: str = Field("", max_length=60)
    group: str = Field(min_length=1, max_length=100)
    administrative: bool = False
    start: date | None = None
    end: date | None = None


class OccupationsIn(Schema):
    """The whole list."""

    lines: list[OccupationLineSchema] = Field(max_length=20_000)


@router.get("releases", response=list[FigureReleaseOut], summary="Udgivelser af personaletal")
@door("personnel.read_releases")
def list_figure_releases(request: HttpRequest) -> list[FigureReleaseOut]:
    """Return every try, the newest first."""
    return [FigureReleaseOut.from_orm(one) for one in queries.releases(actor_of(request), now=timezone.now())]


@router.get("releases/{int:number}", response=FigureReleaseDetailOut, summary="En udgivelse med dens manifest")
@door("personnel.read_releases")
def one_figure_release(request: HttpRequest, number: int) -> FigureReleaseDetailOut:
    """Return a release by its number."""
    return FigureReleaseDetailOut.from_orm(queries.release(actor_of(request), number, now=timezone.now()))


@router.get("settings", response=list[FigureSettingsOut], summary="Forudsætninger for personaletal")
@door("personnel.read_settings")
def list_figure_settings(request: HttpRequest) -> list[FigureSettingsOut]:
    """Return every version, the newest first."""
    return [_settings(one) for one in settings_history(actor_of(request), now=timezone.now())]


@router.post("settings", response=FigureSettingsOut, summary="Sæt forudsætninger fra en dag")
@door("personnel.set_settings")
def set_figure_settings(request: HttpRequest, given: FigureSettingsIn) -> FigureSettingsOut:
    """Let the settings hold from a day on; what is out stays as it is."""
    chosen = Chosen(**given.dict(exclude={"start", "reason"}))
    held = set_settings(
        actor=actor_of(request), start=given.start, chosen=chosen, reason=given.reason, now=timezone.now()
    )
    return _settings(held)


def _settings(one: SettingsOn) -> FigureSettingsOut:
    names = set(FigureSettingsOut.model_fields) - {"start", "reason", "set_by"}
    values = {name: getattr(one.chosen, name) for name in names}
    return FigureSettingsOut(start=one.start, reason=one.reason, set_by=one.set_by, **values)


@router.get("occupations", response=list[OccupationLineSchema], summary="Listen over stillingskoder")
@door("personnel.read_settings")
def list_occupations(request: HttpRequest) -> list[OccupationLineSchema]:
    """Return the municipality's list."""
    return [
        OccupationLineSchema(
            code=one.code,
            group=one.group,
            administrative=one.is_administrative,
            start=None if one.start == date.min else one.start,
            end=one.end,
        )
        for one in listed_occupations(actor_of(request), now=timezone.now())
    ]


@router.put("occupations", response=int, summary="Sæt hele listen over stillingskoder")
@door("personnel.set_occupations")
def put_occupations(request: HttpRequest, given: OccupationsIn) -> int:
    """Put the list in the place of the one there is, and return how many lines it has."""
    lines = [
        OccupationLine(one.code, one.group, one.administrative, one.start or date.min, one.end) for one in given.lines
    ]
    return set_occupations(actor=actor_of(request), lines=lines, now=timezone.now())
