"""The linter on the two documents that raadhus is described by, and on mutations of them that one rule alone finds."""

import re
from collections import Counter

import pytest

from raadhus.core.documents.text import read_document
from raadhus.meetings.reader import read_meeting
from raadhus.meetings.rules.lint import RULES, LintSettings, Severity, lint, lint_each

JUNE, SEPTEMBER = "000_3a47a5f1bc055bc2.txt", "003_31eca8599fbb0e93.txt"


@pytest.fixture(scope="module")
def seeds(shared_dir):
    return {name: (shared_dir / "seeds" / name).read_text(encoding="utf-8") for name in (JUNE, SEPTEMBER)}


def paper(text):
    source = read_document(text.encode(), "x.txt")
    return read_meeting(source, file="x.txt"), source.text


def found(text, code=None):
    reading, read = paper(text)
    every = lint(reading, read)
    return [one for one in every if code in (None, one.code)], reading


def items(text, code):
    several, reading = found(text, code)
    return [reading.items[one.item].number for one in several]


def test_june_item_6_calls_a_case_of_the_same_meeting_treated(seeds):
    (one,), reading = found(seeds[JUNE], "already-treated")
    assert reading.items[one.item].number == "6"
    assert "2.6.2025" in one.quote
    assert "punkt 5" in one.message


def test_september_item_5_says_at_twice(seeds):
    assert items(seeds[SEPTEMBER], "doubled-lead-in") == ["5", "5", "5"]


def test_september_item_5_calls_its_scenarios_something_else(seeds):
    (one,), reading = found(seeds[SEPTEMBER], "scenario-misnamed")
    assert (reading.items[one.item].number, one.quote) == ("5", "scenarie 2 og 3")


def test_junes_decisions_have_no_owner_or_deadline(seeds):
    assert items(seeds[JUNE], "decision-without-owner") == ["4", "5", "6", "7"]


def test_abbreviations_are_never_spelled_out(seeds):
    june = {one.quote for one in found(seeds[JUNE], "abbreviation-undefined")[0]}
    september = {one.quote for one in found(seeds[SEPTEMBER], "abbreviation-undefined")[0]}
    assert june == {"HU", "ØU", "CBA", "SPC"}
    assert september == {"SAC", "FDC", "SOC", "FKC", "DB", "UUC", "SPC", "CEIS", "CBA", "HTK"}


def test_question_marks_are_left_in_june_item_6(seeds):
    assert items(seeds[JUNE], "conversion-mark") == ["6", "6"]


@pytest.mark.parametrize("name", [JUNE, SEPTEMBER])
def test_no_seed_alone_has_an_error(seeds, name):
    assert [one for one in found(seeds[name])[0] if one.severity is Severity.ERROR] == []


def test_the_only_error_of_both_is_the_shared_case_number(seeds):
    both = lint_each([(*paper(seeds[name]), LintSettings()) for name in (JUNE, SEPTEMBER)])
    errors = [[one.code for one in several if one.severity is Severity.ERROR] for several in both]
    assert errors == [["closed-number-shared"], ["closed-number-shared"]]


def inserted(text, item, heading, sentence):
    """Put a paragraph below a heading of an item."""
    at = text.index(f"Punkt {item}:")
    at = text.index(heading, at)
    end = text.index("\n", at)
    return f"{text[:end]}\n\n{sentence}\n{text[end:]}"


def changed(text, pattern, replacement, item=None):
    """Change the first place that a pattern finds, from an item on."""
    begin = text.index(f"Punkt {item}:") if item else 0
    rest, count = re.subn(pattern, replacement, text[begin:], count=1)
    assert count == 1
    return text[:begin] + rest


def decided(text):
    return changed(text, r"(Beslutning [^\n]*\n\n)[^\n]*", r"\1Direktionen godkender indstillingerne.", 6)


# code: the seed, how it is first put right where it breaks the rule already, and how it is then broken
MUTATIONS = {
    "recommendation-unanswered": (JUNE, None, lambda t: changed(t, "indstilling a og b", "indstilling a", 7)),
    "answer-without-recommendation": (
        JUNE,
        None,
        lambda t: changed(t, "indstilling a og b", "indstilling a, b og e", 7),
    ),
    "noted-with-decision": (JUNE, None, lambda t: changed(t, r"2\. G[^\n]*", "2. Tager tallene til efterretning", 4)),
    "doubled-lead-in": (JUNE, None, lambda t: changed(t, r"1\. Tager", "1. At tage", 4)),
    "decision-without-owner": (
        JUNE,
        decided,
        lambda t: changed(decided(t), r"(godkender indstillingerne\.)", r"\1 Der udarbejdes en plan for skilte.", 6),
    ),
    "vague-deadline": (
        SEPTEMBER,
        None,
        lambda t: inserted(
            t, 4, "Sagsfremstilling", "Der vil hurtigst muligt blive forelagt en sag for direktionen om skilte."
        ),
    ),
    "weekday-wrong": (SEPTEMBER, None, lambda t: changed(t, "Tirsdag", "Onsdag")),
    "date-impossible": (
        SEPTEMBER,
        None,
        lambda t: inserted(t, 4, "Sagsfremstilling", "Høringen slutter den 31. september 2025."),
    ),
    "already-treated": (
        SEPTEMBER,
        None,
        lambda t: inserted(
            t, 5, "Baggrund", "Direktionen har på møde den 16. september 2025 godkendt en plan for skilte."
        ),
    ),
    "total-wrong": (SEPTEMBER, None, lambda t: changed(t, "I alt\t22", "I alt\t23")),
    "parts-not-total": (SEPTEMBER, None, lambda t: changed(t, r"359\.756", "359.765")),
    "percentage-wrong": (
        SEPTEMBER,
        None,
        lambda t: inserted(t, 2, "Sagsfremstilling", "I undersøgelsen har 30 af 120 ledere (35 pct.) svaret."),
    ),
    "direction-wrong": (JUNE, None, lambda t: changed(t, r"21 (pct\. i \d+ til) 17", r"17 \1 21", 4)),
    "attachment-missing": (SEPTEMBER, None, lambda t: changed(t, "i bilag 3", "i bilag 7", 5)),
    "scenario-misnamed": (SEPTEMBER, None, lambda t: changed(t, r"\(scenarie c\)", "(scenarie d)", 5)),
    "attachment-file-name": (SEPTEMBER, None, lambda t: f"{t.rstrip()}.docx\n"),
    "abbreviation-undefined": (
        SEPTEMBER,
        None,
        lambda t: inserted(t, 4, "Sagsfremstilling", "Skiltene er målt af TFC i foråret."),
    ),
    "template-text": (
        SEPTEMBER,
        None,
        lambda t: inserted(t, 4, "Sagsfremstilling", "HUSK at slette denne vejledning. [indsæt tekst]"),
    ),
    "conversion-mark": (
        SEPTEMBER,
        None,
        lambda t: inserted(t, 4, "Sagsfremstilling", "Skiltene er slidte.? De skiftes."),
    ),
    "stray-hyphen": (
        SEPTEMBER,
        None,
        lambda t: changed(t, "administrationsgrundlaget", "administrations-grundlaget", 4),
    ),
    "closed-without-ground": (
        SEPTEMBER,
        None,
        lambda t: changed(t, r"(?s)Punkt 1: .*?(?=## Punkt 2:)", "Punkt 1: Lukket**\n\n"),
    ),
    "closed-case-number": (
        SEPTEMBER,
        lambda t: changed(t, r"17/10040", "", 3),
        lambda t: t,
    ),
    "closed-number-shared": (SEPTEMBER, None, lambda t: changed(t, "17/10040", "25/805", 3)),
    "cpr-number": (
        SEPTEMBER,
        None,
        lambda t: inserted(t, 4, "Sagsfremstilling", "Ansøgeren (010190-1234) har skrevet."),
    ),
    "personal-data": (SEPTEMBER, None, lambda t: inserted(t, 4, "Sagsfremstilling", "Ring på tlf. 12 34 56 78.")),
}


def test_every_rule_has_a_mutation():
    assert set(MUTATIONS) == {rule.code for rule in RULES}


@pytest.mark.parametrize("code", MUTATIONS)
def test_a_mutation_of_a_seed_is_found_by_one_rule_alone(seeds, code):
    name, right, wrong = MUTATIONS[code]
    before = right(seeds[name]) if right else seeds[name]
    codes = [Counter(one.code for one in found(text)[0]) for text in (before, wrong(seeds[name]))]
    assert set(codes[1] - codes[0]) == {code}
