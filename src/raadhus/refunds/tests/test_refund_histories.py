"""Whatever payroll, NemRefusion and HR do in whatever order, what must hold of the cases holds."""

import contextlib
from dataclasses import replace
from datetime import date, timedelta

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.cast import NOW

from raadhus.core.workforce.models import AbsenceVersion
from raadhus.kernel.actors import system
from raadhus.kernel.errors import WrongInput
from raadhus.refunds.actions.cases import change_case
from raadhus.refunds.actions.recalculating import recalculate
from raadhus.refunds.actions.statuses import import_statuses
from raadhus.refunds.models import RefundCase
from raadhus.refunds.queries.shapes import written_of
from raadhus.refunds.rules.cases import Cause
from raadhus.refunds.rules.following import Standing

ACTOR = system("tests", "Prøverne")
TODAY = date(2026, 3, 16)
HEAD = "employment;first_absence_date;status;notified_date;claimed_date\n"
OWN = ("set_cause", "set_year", "remark")

DAYS = st.integers(0, 200)
MOVES = st.one_of(
    st.tuples(st.just("absent"), DAYS, st.none() | DAYS),
    st.tuples(st.just("back"), DAYS),
    st.tuples(st.just("taken_back")),
    st.tuples(st.just("told"), st.sampled_from(["anmeldt", "udbetalt", "kladde"]), DAYS, DAYS),
    st.tuples(st.just("written"), st.none() | st.sampled_from(Cause), st.none() | st.integers(2024, 2027)),
    st.tuples(st.just("dated"), DAYS),
)


def days_ago(days):
    return TODAY - timedelta(days=days)


class World:
    """One employment with at most one absence, and the moves that others make."""

    def __init__(self, payroll):
        self.payroll = payroll

    def absent(self, ago, lasted):
        last = None if lasted is None else min(TODAY, days_ago(ago) + timedelta(days=lasted))
        if not AbsenceVersion.objects.exists():
            self.payroll.absence(days_ago(ago), last, key="A")

    def back(self, ago):
        AbsenceVersion.objects.filter(first_date__lte=days_ago(ago)).update(last_date=days_ago(ago))

    def taken_back(self):
        row = AbsenceVersion.objects.first()
        if row is not None:
            AbsenceVersion.objects.update(known_until=None if row.known_until_id else row.known_from_id)

    def told(self, word, notified, claimed):
        for row in RefundCase.objects.all():
            days = (days_ago(notified), days_ago(min(notified, claimed)) if word == "udbetalt" else "")
            cells = ("", "") if word == "kladde" else days
            text = f"{HEAD}E1;{row.first_date};{word};{cells[0]};{cells[1]}"
            import_statuses(actor=ACTOR, file_name="s.csv", data=text.encode(), now=NOW)

    def written(self, cause, year):
        self._change(lambda one: replace(one, cause=cause, year=year, remark="Set"))

    def dated(self, ago):
        self._change(lambda one: replace(one, notified=days_ago(ago), standing=Standing.SIGNED))

    def _change(self, change):
        for row in RefundCase.objects.all():
            with contextlib.suppress(WrongInput):
                change_case(actor=ACTOR, key=str(row.pk), written=change(written_of(row)), reason="Prøve", now=NOW)


def own():
    return {row["absence_key"]: [row[name] for name in OWN] for row in RefundCase.objects.values()}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(MOVES, max_size=8))
def test_losses_hold_hr_s_words_survive_and_twice_is_once(house, payroll, moves):
    world = World(payroll)
    with transaction.atomic():
        for name, *given_to in moves:
            getattr(world, name)(*given_to)
            before = own()
            recalculate(actor=ACTOR, today=TODAY, now=NOW)
            after = list(RefundCase.objects.order_by("pk").values())
            assert {key: words for key, words in before.items() if any(words)}.items() <= own().items()
            assert recalculate(actor=ACTOR, today=TODAY, now=NOW).changed == 0
            assert list(RefundCase.objects.order_by("pk").values()) == after
            for row in after:
                holds(row)
        transaction.set_rollback(True)


def holds(row):
    """Check what must hold of any case."""
    assert row["lost_ore"] >= 0
    assert row["lost_hours"] == row["lost_days"] * 740
    assert (row["lost_ore"] == 0) == (row["lost_days"] == 0)
    assert bool(row["cause"]) == (row["lost_ore"] > 0)
    assert not (row["is_gone"] and (row["lost_ore"] or row["year"]))
    assert (row["next_step"] == "nothing") == (row["deadline_date"] is None)
    assert row["lost_days"] <= max(0, ((row["last_date"] or TODAY) - row["first_date"]).days)
