"""Growth in staff beside growth in those who are served, from a StatBank table of people by age."""

from decimal import Decimal

import pytest

from raadhus.kernel.errors import WrongInput
from raadhus.personnel.readers.statbank import read_statbank
from raadhus.personnel.rules.benchmarks.served import SERVED, Growth, Served, growth_of, growth_sentence, people_served

PUPILS = Served("børn på 6-8 år", 6, 8)
HEADING = "OMRÅDE;ALDER;TID;INDHOLD\n"
ROWS = [
    f"{area};{age};{time};{number}"
    for area, times in (("Opdigtet", 10), ("Nabo", 1000))
    for number, age in enumerate(["I alt", "5 år", "6 år", "7 år", "8 år", "80 år", "81 år", "82 år og derover"], times)
    for time in ("2020K1", "2020K2", "2024K1")
]


def table(rows=ROWS, heading=HEADING):
    return read_statbank((heading + "\n".join(rows)).encode(), "folk.csv")


def test_a_group_is_its_ages_on_the_first_of_january_of_one_area():
    assert people_served(table(), PUPILS, "opdigtet") == {2020: 12 + 13 + 14, 2024: 12 + 13 + 14}
    assert people_served(table(), SERVED[2], "Opdigtet") == {2020: 15 + 16 + 17, 2024: 15 + 16 + 17}


def test_a_year_with_a_hole_is_left_out():
    rows = [row.rsplit(";", 1)[0] + ";.." if "7 år;2024K1" in row else row for row in ROWS]
    assert list(people_served(table(rows), PUPILS, "Opdigtet")) == [2020]


@pytest.mark.parametrize(
    ("rows", "heading", "area", "told"),
    [
        (ROWS, HEADING, "Ukendt", "ikke området"),
        ([row for row in ROWS if "7 år" not in row], HEADING, "Opdigtet", "mangler alderen 7"),
        (ROWS, HEADING.replace("ALDER", "KØN"), "Opdigtet", "ikke 'ALDER'"),
        ([row.replace("2024K1", "2024M01") for row in ROWS], HEADING, "Opdigtet", "år eller kvartaler"),
        ([f"{sex};{row}" for row in ROWS for sex in "MK"], "KØN;" + HEADING, "Opdigtet", "flere værdier af 'KØN'"),
    ],
)
def test_a_table_that_cannot_say_is_refused(rows, heading, area, told):
    with pytest.raises(WrongInput, match=told):
        people_served(table(rows, heading), PUPILS, area)


def growth(name, before, now, last=2024):
    return Growth(name, 2020, Decimal(before), last, Decimal(now))


def test_growth_is_in_per_cent_of_the_first_year():
    assert growth("x", 200, 206).percent == Decimal("3.0")
    assert growth("x", 2000, 2001).percent == Decimal("0.1")
    assert growth("x", 0, 5).percent is None
    assert growth_of("x", {2020: 1}, 2020, 2024) is None
    assert growth_of("x", {2020: 4, 2024: 5}, 2020, 2024).percent == Decimal("25.0")


@pytest.mark.parametrize(
    ("staff", "served", "expected"),
    [
        ((200, 206), (1000, 989), "3,0 % flere fra 2020 til 2024; børn: 1,1 % færre (DST)."),
        ((200, 200), (0, 5), "uændret fra 2020 til 2024; børn: kan ikke sammenlignes (DST)."),
    ],
)
def test_the_sentence_sets_the_two_side_by_side(staff, served, expected):
    sentence = growth_sentence("Skoler", growth("Årsværk", *staff), growth("børn", *served), "DST")
    assert sentence.replace("\xa0", " ") == f"Årsværk i Skoler: {expected}"


def test_other_years_are_not_set_beside_each_other():
    with pytest.raises(WrongInput, match="samme år"):
        growth_sentence("Skoler", growth("Årsværk", 1, 2), growth("børn", 1, 2, last=2023), "DST")
