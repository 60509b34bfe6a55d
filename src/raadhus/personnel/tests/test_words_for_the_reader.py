"""Words of the rules: Danish where nobody has said otherwise, else as the house translates them."""

from decimal import Decimal

from django.utils.translation import override

from raadhus.kernel.words import number, said
from raadhus.personnel.rules.measures.catalogue import MEASURES
from raadhus.personnel.rules.sentences import Point, figure_sentence


def test_a_sentence_of_the_rules_follows_the_language_of_the_reader():
    measure, now, before = MEASURES["sick_percentage"], Point("2024", Decimal("5.3")), Point("2023", Decimal("5.7"))
    danish = figure_sentence(measure, "Park", now, before)
    assert danish.startswith("Sygefraværsprocent i Park: 5,3")
    with override("en"):
        english = figure_sentence(measure, "Park", now, before).replace("\N{NO-BREAK SPACE}", " ")
    assert english == "Sickness absence rate in Park: 5.3 % in 2024, 0.4 percentage points lower than in 2023 (5.7 %)."


def test_numbers_swap_their_marks_and_names_in_a_text_keep_theirs():
    with override("en"):
        assert number(Decimal("1234.5")) == "1,234.5"
        assert (
            said("{measure} i {place}: {value} i {period}", measure="1,5", place="x", value="1", period="2")
            == "1,5 in x: 1 in 2"
        )
