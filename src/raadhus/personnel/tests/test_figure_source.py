"""Published figures that standing decisions rest on."""

from datetime import timedelta
from decimal import Decimal

import pytest
from tests.cast import NOW, STAGE_CREW

from raadhus.core.obligations.public import (
    Comparison,
    Condition,
    Origin,
    Recurrence,
    Rhythm,
    Terms,
    create_standing,
    fire_standing,
)
from raadhus.kernel.ports import AGENDA_INTAKES, FIGURE_SOURCES, IntakeReceipt
from raadhus.personnel.engines.cube import AS_IS
from raadhus.personnel.queries.cubes import current_cube
from raadhus.personnel.queries.figure_source import FIGURE_SOURCE
from raadhus.personnel.rules.disclosure.lattice import Step, Term


@pytest.fixture
def out(released):
    """The release, out since the day of the tests."""
    released.finished_at = NOW
    released.save()
    return released


def test_a_figure_is_the_municipality_s_newest_published_with_period_and_source(out):
    found = FIGURE_SOURCE.value("personnel.leaving_rate.year", NOW.date())
    (shown,) = current_cube().whole(AS_IS, "by", ["leaving_rate"], [Term(2025, Step.YEAR)])
    assert (found.value, found.unit, found.period) == (shown.value, "%", "2025")
    assert found.source == "Tal om Personale, udgivelse 1"
    assert FIGURE_SOURCE.value("personnel.headcount.month", NOW.date()).period == "december 2025"


def test_every_figure_that_is_offered_can_be_told_or_is_missing(out):
    offered = FIGURE_SOURCES.get("personnel").figures()
    assert {one.key for one in offered} >= {"personnel.sick_percentage.month", "personnel.share_60_plus.year"}
    assert "personnel.leaving_rate.month" not in {one.key for one in offered}
    assert all(FIGURE_SOURCE.value(one.key, NOW.date()) for one in offered)


@pytest.mark.parametrize(
    "key", ["personnel.x.year", "personnel.headcount.day", "personnel.headcount", "personnel.leaving_rate.month"]
)
def test_an_unknown_figure_is_missing(out, key):
    assert FIGURE_SOURCE.value(key, NOW.date()) is None


def test_before_the_release_was_out_the_figure_is_missing(out):
    assert FIGURE_SOURCE.value("personnel.headcount.year", NOW.date() - timedelta(days=1)) is None


class Desk:
    """Takes what fires."""

    def __init__(self):
        self.got = []

    def receive(self, firing, **_given):
        self.got.append(firing)
        return IntakeReceipt("1", firing.title, "/")


def test_staff_leaving_beyond_its_limit_makes_one_draft(out, cast, monkeypatch):
    desk = Desk()
    monkeypatch.setattr(AGENDA_INTAKES, "_known", {"desk": desk})
    condition = Condition("personnel.leaving_rate.year", Comparison.OVER, Decimal(10), "%")
    terms = Terms(
        "Personaleafgang",
        "Direktionen orienteres, når afgangen er over grænsen.",
        "Direktionen",
        Recurrence(Rhythm.QUARTERLY, (1,)),
        condition,
        owner_key="mette-mose",
    )
    create_standing(actor=STAGE_CREW, terms=terms, origin=Origin("meeting", "", "Direktionen"), in_force=True, now=NOW)
    for days in (20, 21, 40):
        fire_standing(actor=STAGE_CREW, now=NOW + timedelta(days=days))
    (firing,) = desk.got
    assert "Det er over 10 %" in firing.reason
    assert "nyeste år" in firing.reason
