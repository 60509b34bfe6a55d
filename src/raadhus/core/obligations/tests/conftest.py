"""Obligations as the tests make them: owned by the employee in one unit, unless said otherwise."""

from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from raadhus.core.obligations.public import (
    Comparison,
    Condition,
    Origin,
    Recurrence,
    Rhythm,
    Terms,
    create_obligation,
    create_standing,
)
from raadhus.kernel.actors import system
from raadhus.kernel.errors import WrongInput
from raadhus.kernel.ports import AGENDA_INTAKES, FIGURE_SOURCES, Figure, FigureValue, IntakeReceipt

TESTER = system("tests", "Prøverne")
OWNER = "mette-mose"


@pytest.fixture
def promise(cast, now):
    """Make an obligation and return it."""

    def make(text="Fremlæg en plan", **given):
        basis = {
            "owner_key": OWNER,
            "owner_text": "Mette Mose",
            "unit_key": "sac-myndighed",
            "due": "2026-03-20",
            "origin": Origin("agenda_item", "12", "Direktionen, punkt 12", "/moeder/1/12/"),
        }
        return create_obligation(actor=TESTER, text=text, now=now, **{**basis, **given})

    return make


JUNE = Recurrence(Rhythm.YEARLY, (6,), shift=-20)


class Thermometer:
    """A figure that a test sets by hand."""

    def __init__(self):
        self.values = {}

    def figures(self):
        return (Figure("absence", "Sygefravær", "%", "Fravær", "Fraværsdage i procent af arbejdsdage."),)

    def value(self, _key, on):
        known = [day for day in self.values if day <= on]
        return FigureValue(Decimal(self.values[max(known)]), "%", "måneden", "Fravær", on) if known else None


@pytest.fixture
def thermometer():
    source = Thermometer()
    FIGURE_SOURCES.register("tests", source)
    yield source
    FIGURE_SOURCES.forget("tests")


class Desk:
    """An intake that keeps what it gets, or refuses."""

    def __init__(self):
        self.got = []
        self.refusal = ""

    def receive(self, firing, **_given):
        if self.refusal:
            raise WrongInput(self.refusal)
        self.got.append(firing)
        return IntakeReceipt(str(len(self.got)), f"Udkast: {firing.title}", "/moeder/udkast/1/")


@pytest.fixture(autouse=True)
def no_intake():
    """No room takes cases, whoever is installed."""
    names = [name for name, _ in AGENDA_INTAKES.items()]
    kept = {name: AGENDA_INTAKES.get(name) for name in names}
    for name in names:
        AGENDA_INTAKES.forget(name)
    yield
    for name, intake in kept.items():
        AGENDA_INTAKES.register(name, intake)


@pytest.fixture
def desk(no_intake):
    intake = Desk()
    AGENDA_INTAKES.register("desk", intake)
    yield intake
    AGENDA_INTAKES.forget("desk")


@pytest.fixture
def terms():
    """Return terms: owned by the employee, every June, unless said otherwise."""

    def make(**given):
        basis = {
            "title": "Tal om Personale",
            "text": "Direktionen får hvert år tallene om personalet.",
            "body": "Direktionen",
            "recurrence": JUNE,
            "owner_key": OWNER,
            "owner_text": "Mette Mose",
        }
        return Terms(**{**basis, **given})

    return make


@pytest.fixture
def decide(cast, now, terms):
    """Make a standing decision in force and return it."""

    def make(*, at=None, in_force=True, **given):
        origin = Origin("agenda_item", "7", "Direktionen, punkt 7", "/moeder/1/7/")
        return create_standing(actor=TESTER, terms=terms(**given), origin=origin, in_force=in_force, now=at or now)

    return make


def moment(year, month, day):
    """Nine in the morning of a day."""
    return datetime(year, month, day, 9, 0, tzinfo=ZoneInfo("Europe/Copenhagen"))


def absence_over(limit):
    """A condition on the figure of the tests."""
    return Condition("absence", Comparison.OVER, Decimal(limit), "%")
