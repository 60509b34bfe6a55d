"""Payroll that cannot be right, by the commands a person would give: each is stopped in a Danish sentence, and what is out stands."""

import pytest

from raadhus.personnel.tests.golden_town import EMPLOYMENTS
from raadhus.personnel.tests.house_of_gold import QUICK, STEPS

pytestmark = [pytest.mark.django_db, pytest.mark.any_engine]
HEAD, *ROWS = EMPLOYMENTS.splitlines()
SPLIT = [row.split(";") for row in ROWS]
# Who has had the same terms since before May 2025.
STAYED = [row for row in SPLIT if not row[4] and row[3][6:] < "2025"]
AWAY = ("b1", "b2", "c1", "c2", "c3", "d1b", "e1", "h1", "m1", "m3b", "x1", "z1")


def with_cells(row, **cells):
    """Return a row with cells of it told otherwise, by their headings."""
    return ";".join(cells.get(name, cell) for name, cell in zip(HEAD.split(";"), row, strict=True))


def without_may():
    for row in STAYED:
        yield with_cells(row, last="30-04-2025")
        yield with_cells(row, start="01-06-2025")


def may_twice():
    return (
        with_cells(row, employment=f"{row[0]}-igen", person=f"{row[1]}-igen", start="01-05-2025", last="31-05-2025")
        for row in STAYED
    )


def in_ore():
    return (with_cells(row, monthly_pay="4000000") for row in STAYED[:1])


def from_next_year():
    return (with_cells(row, employment=f"{row[0]}-ny", person=f"{row[1]}-ny", start="01-03-2027") for row in STAYED)


def nowhere():
    return (with_cells(row, employment=f"{row[0]}-ny", unit="nedlagt") for row in STAYED[:1])


def all_away():
    return (f"{one};01-06-2025;30-06-2025;sickness;" for one in (*AWAY,))


# Its source, and what is said: what, where and what to do. A file that the intake refuses changes nothing; what it takes in stops the release.
BAD = {
    without_may: ("vilkaar", "release", ("fra 20 til 7 i maj 2025", "mangler i filen fra løn", "indlæs den rigtige")),
    may_twice: ("vilkaar", "release", ("fra 20 til 33 i maj 2025", "med to gange", "indlæs den rigtige")),
    in_ore: (
        "vilkaar",
        "release",
        ("Ansættelse a1 får 4.000.000,00 kr.", "øre, der er læst som kroner", "Ret beløbet"),
    ),
    from_next_year: ("vilkaar", "release", ("13 af 46 rækker", "fra et andet år", "Indlæs den rigtige fil")),
    nowhere: ("vilkaar", "import", ("fil.csv, linje 2: unit", "kendes ikke i organisationen", "ret den")),
    all_away: (
        "fravaer",
        "release",
        ("Alle 12 ansættelser i enheden »pleje« er syge hver arbejdsdag i juni 2025", "indlæs fraværet igen"),
    ),
}


@pytest.mark.parametrize("file", BAD)
def test_payroll_that_cannot_be_right_is_one_sentence_and_nothing_is_lost(installed, tmp_path, file):
    source, stops, words = BAD[file]
    before, path = installed.ask(f"{STEPS}:figures"), tmp_path / "fil.csv"
    head = HEAD if source == "vilkaar" else "employment;first;last;code;weekly_hours_away"
    path.write_text("\n".join([head, *file()]) + "\n")
    took = installed.run("workforce", "import", "--source", source, str(path))
    if stops == "release":
        assert took[0] == 0
        took = installed.run("personnel", "publish", patched=QUICK)
        assert took[2].count("\n") == 1
    assert (took[0], [one for one in words if one not in took[2]]) == (2, [])
    assert installed.ask(f"{STEPS}:figures") == before
    if stops == "release":
        assert installed.ask(f"{STEPS}:releases") == [[1, "published"], [None, "refused"]]


def test_the_same_file_again_is_nothing_new(installed, tmp_path):
    path = tmp_path / "fil.csv"
    path.write_text(EMPLOYMENTS)
    assert "0 nye, 0 ændrede" in installed.run("workforce", "import", "--source", "vilkaar", str(path))[1]
