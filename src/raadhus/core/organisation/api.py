"""The API of the organisation: units and people on any day."""

from datetime import date

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Schema

from raadhus.core.organisation import queries
from raadhus.core.organisation.rules.people import Person
from raadhus.core.organisation.rules.tree import NoSuchUnit, Unit
from raadhus.kernel.doors import door

router = Router()


class UnitOut(Schema):
    """A unit as it was through one period; `ends` is the first day that no longer counts."""

    key: str
    short_name: str
    name: str
    parent_key: str | None
    start: date
    ends: date | None


class PersonOut(Schema):
    """A person, and where the person is placed."""

    key: str
    name: str
    email: str
    title: str
    unit_key: str | None


class UnitDetailOut(Schema):
    """A unit with its leaders, people and history."""

    unit: UnitOut
    leaders: list[PersonOut]
    people: list[PersonOut]
    history: list[UnitOut]


def _unit(one: Unit) -> UnitOut:
    return UnitOut(
        key=one.key,
        short_name=one.short_name,
        name=one.name,
        parent_key=one.parent_key,
        start=one.period.start,
        ends=one.period.end,
    )


def _person(one: Person) -> PersonOut:
    return PersonOut(key=one.key, name=one.name, email=one.email, title=one.title, unit_key=one.unit_key)


@router.get("units", response=list[UnitOut], summary="Organisationens enheder en dag")
@door("organisation.read")
def list_units(request: HttpRequest, on: date | None = None) -> list[UnitOut]:
    """Return every unit of a day; today without one."""
    del request
    return [_unit(one) for one in queries.units(on or timezone.localdate())]


@router.get("units/{slug:key}", response=UnitDetailOut, summary="En enhed med ledere, personer og historie")
@door("organisation.read")
def one_unit(request: HttpRequest, key: str, on: date | None = None) -> UnitDetailOut:
    """Return a unit as it was on a day; today without one."""
    del request
    day = on or timezone.localdate()
    found = queries.unit_detail(key, day)
    if not found.exists:
        raise NoSuchUnit(f"Enheden {key} findes ikke den {day:%d.%m.%Y}.")
    return UnitDetailOut(
        unit=_unit(found.unit),
        leaders=[_person(one) for one in queries.leaders_of(key, day)],
        people=[_person(one) for one in found.people],
        history=[_unit(one) for one, _ in found.history],
    )


@router.get("people", response=list[PersonOut], summary="Personer, der er placeret i organisationen en dag")
@door("organisation.read")
def list_people(request: HttpRequest, on: date | None = None, unit: str | None = None) -> list[PersonOut]:
    """Return everybody placed on a day, or those of one unit."""
    del request
    return [_person(one) for one in queries.people(on or timezone.localdate(), unit)]


@router.get("people/{slug:key}", response=PersonOut, summary="En person")
@door("organisation.read")
def one_person(request: HttpRequest, key: str) -> PersonOut:
    """Return a person, placed where the person was placed latest."""
    del request
    return _person(queries.person_detail(key).person)
