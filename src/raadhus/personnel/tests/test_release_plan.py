"""The plan of a measure: what is shown, every hole explained, small units merged, and a release that never changes."""

import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest

from raadhus.personnel.rules.disclosure.explaining import blurred_note, explanation
from raadhus.personnel.rules.disclosure.lattice import Address, Place, Step, Term
from raadhus.personnel.rules.disclosure.noise import Secret
from raadhus.personnel.rules.disclosure.plan import make_plan
from raadhus.personnel.rules.disclosure.population import cells_of
from raadhus.personnel.rules.disclosure.primary import Hole, Kind
from raadhus.personnel.rules.disclosure.release import publish
from raadhus.personnel.rules.disclosure.settings import Settings
from raadhus.personnel.rules.measures.definitions import Disclosure
from raadhus.personnel.tests.small_people import names, people, sick_days, small, subject_of

SECRET = Secret(b"a secret of the tests, 32 bytes.")
SETTINGS = Settings(dominance_percent=0)


def planned(units: str, sexes: str = "", **changes):
    population, lattice = people(units, sexes or "k" * len(units))
    return make_plan(subject_of(population, [1] * len(units), **changes), lattice, SETTINGS)


def test_cells_of_one_and_two_are_merged_like_the_boards_table():
    """The board's own table of 2025 shows centres of 1 and 2 cases (2, 2, 1, 1 and 4 of 22); here they stand as one line."""
    sizes = {"a": 12, "b": 4, "c": 2, "d": 2, "e": 1, "f": 1}
    plan = planned("".join(unit * size for unit, size in sizes.items()))
    whole = {cell.place.unit: cell for cell in plan.shown if not cell.place.breakdown and not cell.place.merged}
    merged = [cell for cell in plan.shown if cell.place.merged and not cell.place.breakdown]
    assert set(whole) == {"K", "a"}
    assert [(cell.place.unit, cell.persons) for cell in merged] == [("K", 10)]


def test_every_place_is_a_figure_a_hole_or_words():
    reference = small()
    plan = make_plan(sick_days(reference), reference.lattice, SETTINGS)
    release = publish(plan, SECRET, 50.0)
    own = {address.place for address in (*release.figures, *release.words) if not address.place.merged}
    assert own == set(reference.lattice.places())
    assert not set(release.figures) & set(release.words)


@pytest.mark.parametrize("why", list(Hole))
def test_a_hole_explains_itself_in_two_sentences_without_a_number_of_people(why):
    words = explanation(why, 5)
    assert words.count(".") == 2
    assert "færre end 5" in words or why is Hole.ONE_STANDS_OUT
    assert " 0 " not in words


def test_what_is_not_shown_is_not_in_the_release():
    plan = planned("a" * 9 + "b" * 12, "k" * 8 + "m" + "k" * 6 + "m" * 6)
    release = publish(plan, SECRET, 0.0)
    term, shown = Term(2025, Step.MONTH, 3), {address.place for address in release.figures}
    man, women = (Place("2025", "a", "sex", sex) for sex in "mk")
    assert not {man, women} & shown
    assert release.words[Address(man, term, "sick_days")].startswith("Vises ikke: færre end 5 personer.")
    assert release.words[Address(women, term, "sick_days")].startswith("Vises ikke for at beskytte en anden enhed.")


def test_an_open_figure_is_exact_and_its_breakdown_protected():
    plan = planned("a" * 9 + "b" * 2, "k" * 8 + "m" + "kk", kind=Kind.COUNT, disclosure=Disclosure.OPEN)
    assert names(plan.known) == {"K", "a", "b"}
    assert not {"a k", "a m", "b k", "b m"} & names(plan.shown)
    figures = publish(plan, SECRET, 0.0).figures
    assert {address.place.unit: one.total for address, one in figures.items() if not address.place.breakdown} == {
        "K": 11,
        "a": 9,
        "b": 2,
    }


def test_a_stock_is_blurred_and_not_audited():
    reference = small()
    subject = sick_days(reference, disclosure=Disclosure.PROTECTED_STOCK, measure="pay")
    plan = make_plan(subject, reference.lattice, SETTINGS)
    assert not plan.refused
    assert all(figure.blurred for figure in publish(plan, SECRET, 100.0).figures.values())
    assert "sløret" in blurred_note()


def test_a_breakdown_whose_count_is_a_hole_gets_no_other_figure():
    reference = small()
    subject = sick_days(reference)
    counts = make_plan(
        replace(
            subject,
            disclosure=Disclosure.OPEN,
            kind=Kind.COUNT,
            values=np.ones(len(reference.population), dtype=np.int64),
        ),
        reference.lattice,
        SETTINGS,
    )
    plan = make_plan(subject, reference.lattice, SETTINGS, within=counts.places)
    assert {cell.place for cell in plan.shown if not cell.place.merged} <= counts.places


def test_a_share_of_few_is_said_in_words_and_never_as_a_number():
    population, lattice = people("a" * 20 + "b" * 20, "k" * 40)
    values = [1] * 2 + [0] * 18 + [1] * 8 + [0] * 12
    subject = subject_of(population, values, kind=Kind.SHARE, disclosure=Disclosure.PROTECTED_STOCK)
    release = publish(make_plan(subject, lattice, SETTINGS), SECRET, 0.5)
    address = Address(Place("2025", "a"), subject.term, "sick_days")
    assert release.words[address] == "færre end 5"
    assert address not in release.figures
    assert all(0 <= one.total <= one.persons for one in release.figures.values())


def test_no_sum_is_below_nothing():
    reference = small()
    figures = publish(make_plan(sick_days(reference), reference.lattice, SETTINGS), SECRET, 5000.0).figures
    assert min(one.total for one in figures.values()) == 0


def test_the_same_release_has_the_same_fingerprint_in_another_process():
    code = (
        "from raadhus.personnel.tests.test_release_plan import *\n"
        "reference = small()\n"
        "print(publish(make_plan(sick_days(reference), reference.lattice, SETTINGS), SECRET, 50.0).fingerprint)"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own code
    reference = small()
    own = publish(make_plan(sick_days(reference), reference.lattice, SETTINGS), SECRET, 50.0)
    assert told.stdout.strip() == own.fingerprint
    assert (
        publish(make_plan(sick_days(reference), reference.lattice, SETTINGS), SECRET, 50.0, 2).fingerprint
        != own.fingerprint
    )


def test_units_of_nobody_are_holes_and_change_nothing_else():
    parents = {"K": None, "a": "K", "b": "K", "empty": "K"}
    population, lattice = people("a" * 10 + "b" * 10, "kkkkkmmmmm" * 2, parents=parents)
    plan = make_plan(subject_of(population, [1] * 20), lattice, SETTINGS)
    assert len(plan.shown) == 3 * 3
    assert {place.unit for place in plan.holes} == {"empty"}
    assert len(cells_of(population, lattice)) == 4 * 3
