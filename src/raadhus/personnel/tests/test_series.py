"""Where measures are made otherwise than before a new series begins: HR names it, the cube carries it, and nothing is computed across it."""

from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise

import pytest
from django.utils.timezone import make_aware

from raadhus.kernel.errors import NotFound, WrongInput
from raadhus.kernel.roles import Role
from raadhus.personnel.actions import releasing
from raadhus.personnel.actions.naming_series import name_series
from raadhus.personnel.actions.releasing import release_figures
from raadhus.personnel.actions.settings import set_occupations, set_settings
from raadhus.personnel.batch import laying_out, running
from raadhus.personnel.models import Release, SeriesStart
from raadhus.personnel.queries.cubes import current_cube
from raadhus.personnel.queries.naming_series import all_series
from raadhus.personnel.queries.series import breaks_of
from raadhus.personnel.rules import series
from raadhus.personnel.rules.disclosure.lattice import Step, Term
from raadhus.personnel.rules.measures.catalogue import MEASURES
from raadhus.personnel.rules.occupations import OccupationLine, Occupations
from raadhus.personnel.rules.series import Break
from raadhus.personnel.rules.setting import Chosen
from raadhus.personnel.tests.made_payroll import payroll

LINES = [OccupationLine("26", "Administration og it", is_administrative=True), OccupationLine("9", "Park og vej")]
BEFORE = series.makings(Chosen(), Occupations(LINES), ["264", "90"])
YEARS = tuple(Term(year, Step.YEAR) for year in (2023, 2024, 2025, 2026))
MARCH = (Break(date(2025, 3, 1), "Fuld tid er 32 timer.", ("full_time_share", "leavers")),)


def changed(chosen=None, lines=LINES, codes=("264", "90")):
    return series.changes(BEFORE, series.makings(chosen or Chosen(), Occupations(lines), codes))


@pytest.mark.parametrize(
    ("chosen", "measures", "text"),
    [
        (Chosen(full_time_hours=3200), {"full_time_share"}, "Fuld tid er fra 32 timer om ugen (før 37)"),
        (Chosen(short_days=20), {"short_sick_days", "long_sick_days", "long_sick_share"}, "højst 20 dage (før 14)"),
        (Chosen(gap_days=30), {"new_share", "retirement_age"}, "højst 30 dage"),
        (Chosen(new_months=6), {"new_share"}, "under 6 måneder"),
        (Chosen(retired_from_age=60), {"retirement_age"}, "fra 60 år"),
    ],
)
def test_a_setting_breaks_the_measures_it_matters_to(chosen, measures, text):
    (one,) = changed(chosen)
    assert set(one.measures) == measures
    assert text in one.text
    assert one.breakdowns == (("contract",) if chosen.full_time_hours == 3200 else ())


def test_the_limits_that_protect_people_break_no_series():
    assert changed(Chosen(least=8, least_average=20, dominance_percent=20, years_by_month=3, first_year=2020)) == ()


def test_a_code_in_another_group_breaks_figures_by_group_and_a_new_code_nothing():
    (one,) = changed(lines=[LINES[0], LINES[1]._replace(group="Drift")])
    assert (one.measures, one.breakdowns) == ((), ("occupation",))
    assert "Stillingskoden 90 hører til andre" in one.text
    (marked,) = changed(lines=[LINES[0]._replace(is_administrative=False), LINES[1]])
    assert marked.measures == ("administrative_share",)
    assert changed(codes=("264", "90", "777")) == ()
    assert changed(lines=[*LINES, OccupationLine("77", "Nyt")]) == ()
    assert len(changed(lines=[*LINES, OccupationLine("264", "It", is_administrative=True)])) == 1


def test_another_definition_breaks_its_measure_and_of_what_was_not_kept_nothing_is_known():
    then = {**BEFORE, "definitions": {**BEFORE["definitions"], "headcount": "another"}}
    assert [one.measures for one in series.changes(then, BEFORE)] == [("headcount",)]
    assert series.changes({}, BEFORE) == ()


def test_two_periods_are_of_one_series_unless_something_breaks_in_or_between_them():
    own = series.breaks_of(MARCH, "full_time_share")
    pairs = pairwise(YEARS)
    assert [series.is_one_series(own, *pair) for pair in pairs] == [True, False, False]
    assert series.is_one_series(own, Term(2025, Step.MONTH, 3), Term(2026, Step.MONTH, 3))
    assert not series.is_one_series(own, Term(2025, Step.MONTH, 2), Term(2025, Step.MONTH, 3))
    assert series.cuts(own, YEARS) == YEARS[2:]
    assert list(series.begins(own, YEARS)) == [YEARS[2]]
    assert series.since_last_break(own, YEARS) == YEARS[3:]
    assert series.breaks_of(MARCH, "headcount") == ()


def test_who_came_and_went_is_counted_at_once_so_the_year_is_of_one_series():
    own = series.breaks_of(MARCH, "leavers")
    assert series.cuts(own, YEARS) == (YEARS[2],)
    assert series.since_last_break(own, YEARS) == YEARS[2:]


def test_a_series_begins_after_what_is_out_and_ends_where_older_terms_are_made_now_too():
    out = (YEARS[1], *(Term(2025, Step.MONTH, one) for one in (1, 2)))
    march, quarter = Term(2025, Step.MONTH, 3), Term(2025, Step.QUARTER, 1)
    told = changed(Chosen(new_months=6))
    asked = series.asked(told, 1, (BEFORE, BEFORE), (YEARS[0], Term(2023, Step.MONTH, 5), quarter, march), out)
    assert asked["days"] == ["2025-03-01"]
    assert series.returns((YEARS[0], quarter, march), out) == date(2024, 1, 1)
    assert series.returns((quarter, march), out) is None


@pytest.fixture
def publish(settings, tmp_path, monkeypatch, db, house):
    """Release the months of 2025 up to a day of a small municipality."""
    settings.PERSONNEL_FOLDER = tmp_path / "personnel"
    monkeypatch.setattr(running, "run_controls", lambda: ())
    monkeypatch.setattr(
        laying_out,
        "terms_wanted",
        lambda _first, last, *_: tuple(Term(2025, Step.MONTH, one) for one in range(1, last - 2025 * 12 + 2)),
    )

    def until(day):
        told = payroll(day, people={"skole-a": 12, "skole-b": 9})
        monkeypatch.setattr(releasing, "read_payroll", lambda _reader, now: told)  # noqa: ARG005 - as it is called
        today = date(2025, day.month + 1, 3)
        moment = make_aware(datetime.combine(today, datetime.min.time()))
        return release_figures(actor=house[Role.HR], today=today, now=moment).release

    return until


def test_a_release_waits_until_the_new_series_has_a_name_and_carries_it_from_then_on(publish, house, now):
    hr = house[Role.HR]
    publish(date(2025, 1, 31))
    with pytest.raises(NotFound):
        name_series(actor=hr, text="x", start=date(2025, 2, 1), now=now)
    chosen = replace(Chosen(), full_time_hours=3200)
    set_settings(actor=hr, start=date(2025, 2, 1), chosen=chosen, reason="Aftalt med MED", now=now)
    with pytest.raises(WrongInput, match="Fuld tid er fra 32"):
        publish(date(2025, 2, 28))
    assert Release.objects.get(state="refused").series["days"] == ["2025-02-01"]
    for text, start in (("Ny", date(2025, 1, 1)), (" ", date(2025, 2, 1)), ("Ring 12 34 56 78", date(2025, 2, 1))):
        with pytest.raises(WrongInput):
            name_series(actor=hr, text=text, start=start, now=now)
    for text in ("Fuld tid fra 32 timer", "Fuld tid er 32 timer efter ny aftale."):
        name_series(actor=hr, text=text, start=date(2025, 2, 1), now=now)
    second = publish(date(2025, 2, 28))
    assert SeriesStart.objects.get().release == second
    cube = current_cube()
    assert [one.text for one in breaks_of(cube, "full_time_share")] == ["Fuld tid er 32 timer efter ny aftale."]
    assert breaks_of(cube, "headcount") == ()
    assert breaks_of(cube, "headcount", "contract")
    publish(date(2025, 3, 31))
    shown, waiting = all_series(hr, now=now)
    assert ([one.day for one in shown], waiting) == ([date(2025, 2, 1)], None)


def test_nothing_new_asks_for_no_name(publish, house, now):
    publish(date(2025, 1, 31))
    set_occupations(actor=house[Role.HR], lines=LINES, now=now)
    assert publish(date(2025, 1, 31)) is None


@pytest.fixture
def asked(released, now):
    """A try that stopped because full time is other hours."""
    terms = [Term(2026, Step.MONTH, 1), Term(2026, Step.MONTH, 2)]
    made_by = series.makings(Chosen(full_time_hours=3200), Occupations(LINES), ["264"])
    told = series.asked(series.changes(BEFORE, made_by), 1, (BEFORE, made_by), terms, [YEARS[2]])
    later = make_aware(datetime(2036, 1, 1))  # noqa: DTZ001 - made aware
    return Release.objects.create(state="refused", series=told, started_by="HR", started_at=now, finished_at=later)


def test_hr_names_the_series_from_the_page_and_others_only_see_it(asked, cast, client_of):
    hr, place = client_of(Role.HR), "/personale/udgivelser/serier/"
    assert "Giv den nye serie et navn" in hr.get(place).content.decode()
    assert "Giv den nye serie et navn" not in client_of(Role.AUDITOR).get(place).content.decode()
    assert client_of(Role.AUDITOR).get(f"{place}ny/").status_code == 403
    form = hr.get(f"{place}ny/").context["form"]
    assert form["text"].value() == "Fuld tid er fra 32 timer om ugen (før 37)."
    assert hr.post(f"{place}ny/", {"start": "2025-12-01", "text": "Nyt"}).status_code == 400
    assert hr.post(f"{place}ny/", {"start": "2026-02-01", "text": "Fuld tid fra 32 timer"}).status_code == 302
    assert SeriesStart.objects.get().start_date == date(2026, 2, 1)
    assert "Den nye serie har et navn" in hr.get(place).content.decode()


def test_the_api_names_it_too(asked, cast, client_of):
    hr, place = client_of(Role.HR), "/api/personnel/series"
    assert hr.get(place).json()["waiting"]["days"] == ["2026-01-01", "2026-02-01"]
    give = {"text": "Fuld tid fra 32 timer", "start": "2026-01-01"}
    assert (
        hr.put(place, give, content_type="application/json")
        .json()["figures"]
        .startswith(MEASURES["full_time_share"].name)
    )
    assert hr.get(place).json()["waiting"]["is_named"] is True
