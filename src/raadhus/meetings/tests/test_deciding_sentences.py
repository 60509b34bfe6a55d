"""The decision sentence made from the codes, and read back to the same codes by the reader of imported minutes."""

import itertools

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from raadhus.meetings.reader.agreement import differences
from raadhus.meetings.rules.deciding.given import Given
from raadhus.meetings.rules.deciding.phrases import listed, phrasing_of
from raadhus.meetings.rules.deciding.trees import every, tree_of
from raadhus.meetings.rules.deciding.wording import decision_sentence
from raadhus.meetings.rules.outcomes import IMPORT_ONLY, Outcome
from raadhus.meetings.rules.profiles import Profile

O = Outcome  # noqa: E741 - the tables below would not fit otherwise
BOARD = (Profile.EXECUTIVE_BOARD, "Direktionen")
BODIES = (
    BOARD,
    (Profile.COUNCIL, "Byrådet"),
    (Profile.FINANCE_COMMITTEE, "Økonomiudvalget"),
    (Profile.COMMITTEE, "Teknik- og Miljøudvalget"),
    (Profile.WORKS_COUNCIL, "Hovedudvalget"),
    (Profile.MANAGEMENT_FORUM, "Chefforum"),
    (Profile.INFORMATION_SECURITY, "Informationssikkerhedsudvalget"),
    (Profile.WORKING_GROUP, "Arbejdsgruppen om børn og unge"),
    (Profile.OTHER, "Rådet for Sikker Trafik"),
)
CODES = [one for one in Outcome if one not in IMPORT_ONLY]
TEXTS = ("at planen godkendes", "at orienteringen tages til efterretning", "at sagen drøftes", "Godkender oplægget")
REMARKS = ("at fristen flyttes til maj", "Centret følger op på punkt 2.", "Udsættes ikke, men afvises heller ikke")


def flat(count, children=0):
    below = [{"id": f"c{place}", "text": "at x"} for place in range(children)]
    return tree_of(
        [{"id": str(place), "text": "at x", "children": below if not place else []} for place in range(count)]
    )


def said(outcomes, body=BOARD, children=0):
    nodes = flat(len(outcomes) - children, children)
    given = dict(zip((node.id for node in every(nodes)), outcomes, strict=True))
    return decision_sentence(nodes, given, phrasing_of(*body))


APPROVED, DEFERRED = Given(O.APPROVED), Given(O.DEFERRED)
EXAMPLES = [
    (BOARD, [APPROVED], "Direktionen godkender indstillingen."),
    (BOARD, [APPROVED, APPROVED, DEFERRED], "Direktionen godkender indstilling 1 og 2. Indstilling 3 udsættes."),
    (
        BOARD,
        [APPROVED, APPROVED, Given(O.REPLACED, "at forslaget indgår i det tekniske budget")],
        "Direktionen godkender indstilling 1 og 2. Ift. indstilling 3 beslutter direktionen i stedet, at forslaget indgår i det tekniske budget.",
    ),
    (BOARD, [Given(O.NOTED)] * 2, "Direktionen tager sagen til efterretning."),
    (
        BOARD,
        [Given(O.DEFERRED, "afventer drøftelse i Chefforum")] * 2,
        "Sagen udsættes, afventer drøftelse i Chefforum.",
    ),
    (
        BOARD,
        [APPROVED, Given(O.REFERRED, to_body="Økonomiudvalget", as_type="announcement", wanted="2026-08")],
        "Direktionen godkender indstilling 1. Indstilling 2 sendes til Økonomiudvalget som meddelelsessag til behandling i august 2026.",
    ),
    (BODIES[1], [APPROVED] * 3, "Godkendt."),
    (BODIES[1], [APPROVED, APPROVED, Given(O.REJECTED)], "Ad 1 og 2: Godkendt.\nAd 3: Afvist."),
    (BODIES[2], [Given(O.RECOMMENDED)] * 2, "Indstilles godkendt."),
    (BODIES[3], [Given(O.RECOMMENDED, to_body="Byrådet")], "Anbefales over for Byrådet."),
    (
        BODIES[3],
        [Given(O.APPROVED_WITH_REMARKS, "at der følges op i efteråret.")],
        "Godkendt med den bemærkning, at der følges op i efteråret.",
    ),
    (BODIES[3], [DEFERRED, DEFERRED, DEFERRED, APPROVED], "Ad 1-3: Udsat.\nAd 4: Godkendt."),
]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example[2])
def test_the_codes_give_the_sentence_in_the_bodys_phrasing(example):
    body, outcomes, wanted = example
    assert said(outcomes, body) == wanted


def test_what_stands_under_a_recommendation_is_named_only_when_it_differs():
    assert said([APPROVED, APPROVED, DEFERRED], children=2) == (
        "Direktionen godkender indstilling 1. Indstilling 1b udsættes."
    )


def test_labels_in_a_row_are_a_stretch():
    assert listed(["1", "2", "3", "5", "7", "8"]) == "1-3, 5, 7 og 8"


def test_five_hundred_recommendations_are_one_short_sentence_or_a_few():
    assert said([APPROVED] * 500, BODIES[1]) == "Godkendt."
    assert said([APPROVED] * 250 + [DEFERRED] * 250) == (
        "Direktionen godkender indstilling 1-250. Indstilling 251-500 udsættes."
    )


def _given(outcome):
    remark = st.sampled_from(REMARKS)
    optional = st.sampled_from(("", *REMARKS))
    needs = outcome in (O.APPROVED_WITH_REMARKS, O.REPLACED)
    if outcome is O.APPROVED:
        return st.just(Given(outcome))
    onward = outcome in (O.REFERRED, O.RECOMMENDED)
    return st.builds(
        Given,
        st.just(outcome),
        remark if needs else optional,
        to_body=st.sampled_from(("Byrådet", "Kultur- og Fritidsudvalget")) if onward else st.just(""),
        as_type=st.sampled_from(("", "announcement", "decision")) if outcome is O.REFERRED else st.just(""),
        wanted=st.sampled_from(("", "2026-08", "2026-08-14", "2026-Q3"))
        if onward or outcome is O.DEFERRED
        else st.just(""),
    )


_GIVEN = st.sampled_from(CODES).flatmap(_given)


@st.composite
def _decided(draw):
    raw = [
        {
            "id": str(place),
            "text": draw(st.sampled_from(TEXTS)),
            "children": [{"id": f"{place}-{under}", "text": "at x"} for under in range(draw(st.integers(0, 3)))],
        }
        for place in range(draw(st.integers(0, 7)))
    ]
    nodes = tree_of(raw)
    palette = draw(st.lists(_GIVEN, min_size=1, max_size=4))
    ids = [node.id for node in every(nodes)] or [""]
    return nodes, {one: draw(st.sampled_from(palette)) for one in ids}


@settings(max_examples=400, deadline=None)
@for_all(_decided(), st.sampled_from(BODIES))
def test_every_generated_sentence_reads_back_to_the_same_codes(decided, body):
    nodes, given = decided
    text = decision_sentence(nodes, given, phrasing_of(*body))
    assert differences(nodes, given, text, body[1]) == (), text


@pytest.mark.parametrize("body", BODIES, ids=lambda body: body[0].value)
def test_every_pair_of_outcomes_reads_back(body):
    plain = {
        one: Given(one, "at dette følger" if one in (O.APPROVED_WITH_REMARKS, O.REPLACED) else "") for one in CODES
    }
    plain[O.REFERRED] = Given(O.REFERRED, to_body="Byrådet")
    nodes = flat(2)
    for pair in itertools.product(CODES, repeat=2):
        given = {"0": plain[pair[0]], "1": plain[pair[1]]}
        text = decision_sentence(nodes, given, phrasing_of(*body))
        assert differences(nodes, given, text, body[1]) == (), text


EDITED = [
    ("Direktionen godkender indstilling 1. Indstilling 2 udsættes.", []),
    ("Direktionen godkender begge indstillinger.", [("2", O.DEFERRED, O.APPROVED)]),
    ("Direktionen godkender indstilling 1 og afviser indstilling 2.", [("2", O.DEFERRED, O.REJECTED)]),
    ("Direktionen godkender indstilling 1.", [("2", O.DEFERRED, None)]),
    ("Direktionen takker for oplægget.", [("1", O.APPROVED, None), ("2", O.DEFERRED, None)]),
]


@pytest.mark.parametrize("example", EDITED, ids=lambda example: example[0])
def test_own_words_are_read_against_the_codes(example):
    text, wanted = example
    found = differences(flat(2), {"0": APPROVED, "1": DEFERRED}, text, "Direktionen")
    assert [(one.label, one.code, one.said) for one in found] == wanted


def test_a_text_that_decides_what_nobody_coded_is_a_difference():
    found = differences(flat(2), {"0": APPROVED}, "Direktionen godkender indstilling 1. Indstilling 2 afvises.")
    assert [(one.label, one.code, one.said) for one in found] == [("2", None, O.REJECTED)]
