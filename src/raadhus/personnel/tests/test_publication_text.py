"""What the publication says: its sentences, that every number in them is a figure of the release, and that holes say why."""

import re
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

import pytest

from raadhus.kernel.danish import number
from raadhus.personnel.queries.publication_content import written_of
from raadhus.personnel.rules.publication.comparing import differences
from raadhus.personnel.rules.publication.content import from_json, hash_of, to_json
from raadhus.personnel.rules.publication.issues import issue_of, parse_issue
from raadhus.personnel.rules.publication.material import Slot, Told
from raadhus.personnel.rules.publication.outline import WORKFORCE_GROUPS
from raadhus.personnel.tests.made_publication import content, material

_NUMBER = re.compile(r"(?<![\w,.§])\d[\d.]*(?:,\d+)?(?![\d,]*\w)")


@pytest.fixture
def year(cube_file):
    return material(cube_file)


def with_figures(given, figures):
    """Return the figures with others in some places: a Decimal, or None for a hole of too few."""
    told = {
        slot: Told(
            value, "" if value is not None else "Vises ikke: færre end 5 personer. Tallet indgår i enheden ovenfor."
        )
        for slot, value in figures.items()
    }
    return replace(given, told={**given.told, **told})


def said(written):
    """Return every text of a publication, charts' sentences and cells with it."""
    for section in written.sections:
        yield from section.text
        for one in section.shown:
            yield one.alt
            yield from (cell.text for row in one.sheet.rows for cell in row)
    yield from written.asked


def section(written, key):
    return next(one for one in written.sections if one.key == key)


@pytest.mark.parametrize(
    ("key", "words"),
    [
        (
            "bemanding",
            (
                "Årsværk i Prøvekøbing Kommune: 4.170,0 årsværk i 2025, 170,0 årsværk flere end i 2024 (4.000,0 årsværk). "
                "Ændringen fra 2024 til 2025 er +170,0 årsværk."
            ),
        ),
        (
            "til-og-afgang",
            "Personaleafgang i Prøvekøbing Kommune: 17,0 % i 2025, 4,0 procentpoint lavere end i 2024 (21,0 %).",
        ),
        (
            "fuld-tid",
            "Andel på fuld tid i Prøvekøbing Kommune: vises ikke for 2025: færre end 5 personer.",
        ),
    ],
)
def test_the_sentences_hold_level_change_and_holes(year, key, words):
    figures = {
        Slot("full_time_equivalents", 2024): Decimal("4000.0"),
        Slot("full_time_equivalents", 2025): Decimal("4170.0"),
        Slot("leaving_rate", 2024): Decimal("21.0"),
        Slot("leaving_rate", 2025): Decimal("17.0"),
        Slot("full_time_share", 2025): None,
    }
    text = section(written_of(with_figures(year, figures)), key).text
    assert words in [one.replace("\N{NO-BREAK SPACE}", " ") for one in text]


def test_a_benchmark_is_of_the_same_year_or_told_for_the_year_it_is_of(cube_file):
    told = " ".join(section(content(cube_file), "fuld-tid").text).replace("\N{NO-BREAK SPACE}", " ")
    assert "For 2025 kendes intet sammenligningstal" in told
    assert "39,7 procentpoint under hele landet (54 %; kilde: Tal om Personale 2024, gengivet af andre)" in told
    earlier = " ".join(section(content(cube_file, "year", 2024), "fuld-tid").text)
    assert "kendes intet" not in earlier


@pytest.mark.parametrize("asked", [("year", 2025, 0), ("workforce", 2025, 2), ("workforce", 2025, 1)])
def test_every_number_is_a_figure_a_difference_or_a_reference(cube_file, asked):
    given = material(cube_file, *asked)
    allowed = {str(year) for year in range(2010, 2030)} | {number(one.value) for one in given.references}
    allowed |= {number(one.value, decimals) for one in given.references for decimals in (0, 1)}
    by_measure = {}
    for slot, told in given.told.items():
        by_measure.setdefault(slot.measure, set()).update({told.value} - {None})
    for values in by_measure.values():
        pairs = {abs(first - second) for first, second in combinations(values, 2)}
        pairs |= {abs(value - one.value) for value in values for one in given.references}
        allowed |= {number(value) for value in values | pairs}
    # What is told of time and people, and not counted: "under 12 måneder", "60 år", "1 af 5 tal".
    allowed |= {str(few) for few in range(31)} | {"39", "40", "49", "50", "55", "59", "60", "0,0"}
    found = {one for text in said(content(cube_file, *asked)) for one in _NUMBER.findall(text.removesuffix("."))}
    assert {one.rstrip(".") for one in found} <= allowed


def test_a_hidden_figure_stands_nowhere_and_neither_does_what_it_could_be_computed_of(year):
    hidden = Slot("headcount", 2025, breakdown="age", value="60-plus")
    before = Slot("headcount", 2024, breakdown="age", value="60-plus")
    shown = written_of(with_figures(year, {hidden: Decimal(77_131), before: Decimal(77_007)}))
    assert any("77.131" in text for text in said(shown))
    text = " ".join(said(written_of(with_figures(year, {hidden: None, before: Decimal(77_007)}))))
    assert "77.131" not in text
    assert "124 personer" not in text


def test_the_report_tells_of_each_group_and_the_halves_it_has(cube_file):
    given = material(cube_file, "workforce", 2025, 2)
    figures = {
        Slot("new_share", year, month, "occupation", group): Decimal(value)
        for group in WORKFORCE_GROUPS
        for year, month, value in ((2024, 0, "20.5"), (2025, 0, "22.5"), (2025, 6, "21.0"), (2025, 12, "23.0"))
    }
    found = section(written_of(with_figures(given, figures)), "nye")
    assert [row[0].text for row in found.shown[0].sheet.rows][-2:] == ["Juni 2025", "December 2025"]
    assert len(found.text) == 3
    assert all("22,5" in text and "2,0\N{NO-BREAK SPACE}procentpoint højere end i 2024" in text for text in found.text)


def test_what_is_kept_is_read_back_with_the_same_hash(cube_file):
    kept = to_json(content(cube_file))
    assert from_json(kept) == content(cube_file)
    assert hash_of(to_json(from_json(kept))) == hash_of(kept)


def test_two_releases_are_compared_figure_by_figure(year):
    slot = Slot("headcount", 2025)
    (found,) = differences(year.told, {**year.told, slot: Told(Decimal(9))})
    assert (found.words, found.after) == ("Antal ansatte, 2025", "9\N{NO-BREAK SPACE}personer")
    assert not list(differences(year.told, year.told))


@pytest.mark.parametrize(
    ("issue", "found"),
    [("2025", ("year", 2025, 0)), ("2025-2", ("workforce", 2025, 2)), ("2025-3", None), ("25", None), ("x", None)],
)
def test_a_permanent_address_is_a_year_or_a_half(issue, found):
    assert parse_issue(issue) == found
    assert found is None or issue_of(*found) == issue
