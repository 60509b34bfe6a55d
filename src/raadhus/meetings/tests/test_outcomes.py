"""Which outcome each recommendation gets from a decision's prose."""

import pytest

from raadhus.meetings.reader.outcomes import decide, overall
from raadhus.meetings.rules.reading import ReadRecommendation

A, N, D, Rr, U, RJ = "approved", "noted", "discussed", "recommended", "deferred", "rejected"
EXAMPLES = [
    ("1234", "1.-4. Anbefales.", [Rr] * 4),
    ("123", "Ad. 1-3. Godkendt.", [A] * 3),
    ("12", "Ad 1: Godkendt\nAd 2: Drøftet", [A, D]),
    ("12", "Ad 1)\nGodkendt\nAd 2)\nUdsat", [A, U]),
    ("123", "Indstillingens punkt 1 og 2 godkendt. Punkt 3 udsat.", [A, A, U]),
    ("123", "Godkendt. Dog blev punkt 3 udsat.", [A, A, U]),
    ("123", "At-punkt 2 godkendt. At-punkt 1 og 3 taget til efterretning.", [N, A, N]),
    ("ab", "Udvalget godkendte a og b.", [A, A]),
    ("abc", "a. Godkendt\nb. Taget til efterretning\nc. Udsat", [A, N, U]),
    ("abc", "a) Godkendt. b) Godkendt. c) Ikke godkendt.", [A, A, RJ]),
    ([None, None], "Godkendt.", [A, A]),
    ([None, None], "1. at godkendt. 2. at udsat til mødet i juni.", [A, U]),
    ([None, None], "1. og 2. dot godkendt.", [A, A]),
    ("12", "Indstillingen tiltrådt.", [A, A]),
    (
        "12",
        "Byrådet godkendte indstillingens punkt 1. Byrådet besluttede vedrørende punkt 2, at taksten fastholdes.",
        [A, "replaced"],
    ),
    ("12", "Godkendt, idet punkt 2 udgår.", [A, "withdrawn"]),
    ("1", "Udvalget godkendte, at der arbejdes videre.", [A]),
    (
        "12",
        "Udvalget tog orienteringen til efterretning og godkendte budgettet.",
        [N, A],
        ["at orienteringen tages til efterretning", "at budgettet godkendes"],
    ),
    (
        "12",
        "Udvalget drøftede sagen og godkendte indstillingen.",
        [D, A],
        ["at udvalget drøfter sagen", "at indstillingen godkendes"],
    ),
    ("123", "1. Godkendt, 2. Godkendt og 3. Taget til efterretning.", [A, A, N]),
    ("12", "1: Anbefales. 2: Anbefales ikke.", [Rr, RJ]),
    ("1234", "Pkt. 1-2: Godkendt. Pkt. 3-4: Taget til efterretning.", [A, A, N, N]),
    ("12", "Liste Ø kunne ikke tiltræde punkt 2.\nIndstillingen godkendt.", [A, A]),
    ("12", "Indstillingen godkendt. Ø stemte imod punkt 2.", [A, A]),
    (
        "12",
        "Beslutningspunkt 1 blev godkendt med 20 stemmer for og 5 imod. Beslutningspunkt 2 blev forkastet.",
        [A, RJ],
    ),
    (["1", "2"], "Taget til efterretning.", [N, N]),
    ("abc", "Direktionen godkender indstilling a-c.", [A] * 3),
    ("12", "Direktionen tiltræder indstillingens pkt. 1, mens pkt. 2 udsættes.", [A, U]),
    ("12", "Direktionen godkender indstilling 1 og udsætter indstilling 2.", [A, U]),
]


def recommendations(labels, texts):
    return [ReadRecommendation(label, text) for label, text in zip(labels, texts, strict=True)]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example[1])
def test_each_recommendation_gets_its_outcome(example):
    labels, text, wanted, *texts = example
    given = texts[0] if texts else ["at X godkendes"] * len(labels)
    assert [rec.outcome for rec in decide(recommendations(labels, given), text)] == wanted


def test_children_share_the_outcome_of_their_recommendation():
    child = ReadRecommendation("a", "herunder at kortet vedlægges")
    (parent,) = decide([ReadRecommendation("1", "at planen godkendes", (child,))], "Godkendt.")
    assert parent.children[0].outcome == "approved"


def test_the_item_gets_what_most_recommendations_got_and_the_first_in_a_tie():
    decided = decide(recommendations("123", ["x"] * 3), "1. Udsat. 2. Godkendt. 3. Godkendt.")
    assert overall(decided, "") == "approved"
    assert overall(decided[:2], "") == "deferred"


def test_without_recommendations_the_text_counts():
    assert overall([], "Taget til efterretning.") == "noted"
    assert overall([], "Der eftersendes et svar.") == "other"
    assert overall([], "") is None
