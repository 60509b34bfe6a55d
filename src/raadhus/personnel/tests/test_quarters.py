"""A unit too small for months is shown by quarter, one too small for that by year, and all terms together give nobody away."""

import numpy as np
import pytest

from raadhus.personnel.batch import running, years
from raadhus.personnel.batch.figures import figures_of
from raadhus.personnel.batch.planning import KnownPlaces, Published, TermResult
from raadhus.personnel.batch.sums import HEADS, SHORT, SICK
from raadhus.personnel.rules.disclosure.attacks.grids import Upon
from raadhus.personnel.rules.disclosure.lattice import Place, Step
from raadhus.personnel.tests.planned_year import MONTHS, QUARTERS, WHOLE, everything, plan_year, recovered

BY_MONTH, BY_QUARTER, BY_YEAR = (Place("was", unit) for unit in ("skole", "lille", "skole-b"))


@pytest.fixture(scope="module")
def year(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(running, "run_controls", lambda: ())
        return plan_year(tmp_path_factory.mktemp("year"))


@pytest.fixture(scope="module")
def sick(year):
    return everything(year, SICK)


def test_each_unit_is_shown_by_the_finest_term_that_it_is_large_enough_for(year):
    assert year.plans.found == ()
    assert year.shown(SICK, BY_MONTH) == sorted([*MONTHS, *QUARTERS, *WHOLE])
    assert year.shown(SICK, BY_QUARTER) == [*QUARTERS, *WHOLE]
    assert year.shown(SICK, BY_YEAR) == [*WHOLE]


def test_longer_terms_are_the_sums_of_the_shorter_ones_that_are_shown(year):
    def total(term, place):
        return year.of(term).sums[SICK][place].total

    assert total(QUARTERS[1], BY_MONTH) == sum(total(month, BY_MONTH) for month in QUARTERS[1].months())
    for place, parts in ((BY_MONTH, MONTHS), (BY_QUARTER, QUARTERS)):
        assert total(WHOLE[0], place) == sum(total(part, place) for part in parts)


def test_a_hole_says_which_term_the_place_is_shown_by(year):
    def words(term, unit):
        found = [one for one in figures_of(year.of(term), 5) if one.measure == "sick_percentage" and not one.breakdown]
        return next(one.words for one in found if (one.version, one.unit) == ("was", unit))

    assert words(MONTHS[0], "lille").startswith("Vises pr. kvartal")
    assert words(MONTHS[0], "hjem").startswith("Vises pr. kvartal")
    assert words(QUARTERS[0], "lille") == ""
    assert words(QUARTERS[0], "skole-b").startswith("Vises ikke: færre end 5 personer")


def test_nothing_follows_from_months_quarters_and_the_year_together(year, sick):
    """Nor what the first rules hide of a month or a quarter; without the attack on all terms together three such places are told of here."""
    assert recovered(year, SICK, sick) == []
    assert recovered(year, SHORT, everything(year, SHORT)) == []
    assert recovered(year, HEADS, everything(year, HEADS)) == []


def test_two_grids_over_one_place_would_give_its_small_month_away(year, sick):
    january, february, march = MONTHS[:3]
    assert sick.cell(march, BY_QUARTER).persons == 4
    assert BY_QUARTER in recovered(year, SICK, sick, [(january, BY_QUARTER), (february, BY_QUARTER)])


def test_what_cannot_be_reckoned_is_not_told(tmp_path, monkeypatch):
    def give_up(_upon, _least, **_how):
        raise np.linalg.LinAlgError

    monkeypatch.setattr(running, "run_controls", lambda: ())
    monkeypatch.setattr(Upon, "without_leaks", give_up)
    year = plan_year(tmp_path)
    assert year.plans.found == ()
    # The months stand, and a quarter and a year say of a place what its months already do.
    assert year.shown(SICK, BY_QUARTER) == []
    assert set(year.shown(SICK, BY_MONTH)) >= {*MONTHS}


def month_of_sickness(number, shown):
    """A month as it was planned: where sickness is shown."""
    there = frozenset({BY_MONTH, BY_QUARTER, BY_YEAR})
    result = TermResult(MONTHS[number], {name: {} for name in years.BY_MONTH}, {name: {} for name in years.BY_MONTH})
    result.there, result.sums[SICK] = there, {place: Published(10, blurred=True) for place in shown}
    return result


def test_a_hole_in_months_that_are_out_keeps_the_place_out_of_quarters_and_its_sum_secret():
    out = [month_of_sickness(number, {BY_MONTH, BY_QUARTER}) for number in (0, 1)]
    under_way = years.YearOnLadder(out, least=5)
    march = month_of_sickness(2, {BY_MONTH, BY_YEAR})
    under_way.take(march, under_way.known(MONTHS[2]))
    under_way.settle(Step.MONTH)
    known = under_way.known(QUARTERS[0]).about(SICK)
    assert known == KnownPlaces(frozenset({BY_MONTH}), begun=frozenset({BY_QUARTER}), broken=frozenset({BY_QUARTER}))
    assert march.words[SICK][BY_YEAR].endswith("når kvartalet eller året er slut.")
