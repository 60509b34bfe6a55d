"""The sentence under a figure: the level, the change, the benchmark, in Danish."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadhus.personnel.rules.benchmarks.references import NotComparable, ReferenceValue
from raadhus.personnel.rules.measures.catalogue import MEASURES
from raadhus.personnel.rules.measures.definitions import Unit
from raadhus.personnel.rules.sentences import Point, figure_sentence, hidden_sentence, series_sentence

KRL = ReferenceValue("KRL", "sick_percentage", 2024, Decimal("6.1"), Unit.PERCENT, "et sted")


WHOLE = (
    "Sygefraværsprocent i Park: 5,3 % i 2024, 0,4 procentpoint lavere end i 2023 (5,7 %) og "
    "0,8 procentpoint under hele landet (6,1 %; kilde: KRL 2024)."
)


def said(key, now, before=None, reference=None, place="Park"):
    before = Point("2023", Decimal(before)) if before else None
    return figure_sentence(MEASURES[key], place, Point("2024", Decimal(now)), before, reference).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (said("sick_percentage", "5.3"), "Sygefraværsprocent i Park: 5,3 % i 2024."),
        (
            said("sick_percentage", "5.3", "5.7", KRL),
            WHOLE,
        ),
        (
            said("sick_percentage", "6.1", None, KRL),
            "Sygefraværsprocent i Park: 6,1 % i 2024, på niveau med hele landet (6,1 %; kilde: KRL 2024).",
        ),
        (
            said("headcount", "121", "120"),
            "Antal ansatte i Park: 121 personer i 2024, 1 person flere end i 2023 (120 personer).",
        ),
        (
            said("headcount", "1", "3"),
            "Antal ansatte i Park: 1 person i 2024, 2 personer færre end i 2023 (3 personer).",
        ),
        (
            said("full_time_equivalents", "2170.4", "2000.4", place="kommunen"),
            "Årsværk i kommunen: 2.170,4 årsværk i 2024, 170,0 årsværk flere end i 2023 (2.000,4 årsværk).",
        ),
        (
            said("average_salary", "40000", "40000"),
            "Gennemsnitlig månedsløn i Park: 40.000 kr. i 2024, uændret fra 2023.",
        ),
        (
            said("sick_days_per_employee", "14.6", "15.0"),
            "Sygedage pr. ansat i Park: 14,6 dage i 2024, 0,4 dage lavere end i 2023 (15,0 dage).",
        ),
    ],
)
def test_a_figure_says_level_change_and_benchmark(sentence, expected):
    assert sentence == expected


def test_a_benchmark_of_another_year_or_definition_is_refused():
    with pytest.raises(NotComparable):
        figure_sentence(MEASURES["sick_percentage"], "Park", Point("2023", Decimal("5.3")), None, KRL)
    with pytest.raises(NotComparable):
        said("leaving_rate", "17.0", None, KRL)


def test_a_figure_that_is_not_shown_says_why_and_never_nought():
    measure = MEASURES["sick_percentage"]
    hidden = figure_sentence(measure, "Park", Point("2024", None), Point("2023", Decimal(5)), KRL)
    assert hidden == "Sygefraværsprocent i Park: vises ikke for 2024."
    assert hidden_sentence(measure, "Park", "2024", "færre end 5").endswith("for 2024: færre end 5.")


def line(*values):
    return [Point(str(2019 + place), None if value is None else Decimal(value)) for place, value in enumerate(values)]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (("6.0", "6.4", "5.3"), "5,3 % i 2021, ned fra 6,0 % i 2019 (højest 6,4 % i 2020)."),
        (
            ("5.0", "4.0", "6.4", "5.3"),
            "5,3 % i 2022, op fra 5,0 % i 2019 (højest 6,4 % i 2021 og lavest 4,0 % i 2020).",
        ),
        (("5.0", "5.0"), "5,0 % i 2020, det samme som 5,0 % i 2019."),
        (("5.0",), "5,0 % i 2019."),
        (("5.0", None, "6.0", None), "6,0 % i 2021, op fra 5,0 % i 2019; 2 af 4 tal vises ikke."),
        ((None, None), "vises ikke for 2019-2020."),
        ((), "vises ikke for perioden."),
    ],
)
def test_a_line_of_figures_says_where_it_went(values, expected):
    sentence = series_sentence(MEASURES["sick_percentage"], "Park", line(*values)).replace("\xa0", " ")
    assert sentence == f"Sygefraværsprocent i Park: {expected}"


@given(st.sampled_from(list(MEASURES.values())), st.lists(st.decimals(0, 10**6, places=1), min_size=1, max_size=5))
def test_every_sentence_is_one_and_holds_no_hidden_figure(measure, values):
    points = [Point("2024", None), *(Point(str(2025 + place), value) for place, value in enumerate(values))]
    sentence = series_sentence(measure, "Park", points)
    assert sentence.startswith(measure.name)
    assert sentence.endswith(".")
    assert "None" not in sentence
