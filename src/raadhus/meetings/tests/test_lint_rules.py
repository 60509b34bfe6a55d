"""Every rule of the linter has a page, a text that breaks it and a text that keeps it: the examples of its page are the test."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from django.urls import reverse

from raadhus.kernel.errors import NotFound
from raadhus.meetings.guidance import guidance, guidance_pages
from raadhus.meetings.rules.composing import composed
from raadhus.meetings.rules.lint import RULES, lint
from raadhus.meetings.tests.linted_items import findings, read

CODES = [rule.code for rule in RULES]


def examples(code):
    return re.findall(r"```\n(.*?)\n```", guidance(code).markdown, re.DOTALL)


@pytest.mark.parametrize("code", CODES)
def test_a_rule_finds_the_bad_example_of_its_page(code):
    bad, _ = examples(code)
    assert code in {finding.code for finding in findings(bad)}


@pytest.mark.parametrize("code", CODES)
def test_a_rule_lets_the_good_example_of_its_page_be(code):
    _, good = examples(code)
    assert code not in {finding.code for finding in findings(good)}


@pytest.mark.parametrize("code", CODES)
def test_the_bad_example_breaks_no_other_rule(code):
    bad, good = (frozenset(finding.code for finding in findings(one)) for one in examples(code))
    assert bad - good == {code}


@pytest.mark.parametrize("code", CODES)
def test_a_page_tells_what_why_how_and_how_to_leave_it(code):
    page = guidance(code)
    assert page.markdown.startswith(f"# {page.title}\n")
    for heading in ("## Hvorfor", "## Sådan skriver du", "## Når den ikke passer"):
        assert heading in page.markdown
    assert page.sources
    assert page.source


def test_codes_are_fixed_words_and_stand_once():
    assert len(set(CODES)) == len(CODES)
    assert all(re.fullmatch(r"[a-z]+(?:-[a-z]+)+", code) for code in CODES)


def test_every_page_belongs_to_a_rule():
    assert [page.code for page in guidance_pages()] == CODES


def test_an_unknown_code_has_no_page():
    with pytest.raises(NotFound, match="findes-ikke"):
        guidance("findes-ikke")


def test_the_rules_prose_names_every_rule_with_its_severity():
    prose = (Path(__file__).parents[4] / "docs/rules/meetings-lint.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z-]+)` \| (\w+) \|", prose, re.MULTILINE)
    assert rows == [(rule.code, rule.severity.value) for rule in RULES]


@pytest.mark.parametrize("code", CODES)
def test_a_rule_finds_the_same_in_a_meeting_that_was_composed_here(code):
    bad, good = (composed(read(one)[0]) for one in examples(code))
    codes = [{finding.code for finding in lint(one.reading, one.text)} for one in (bad, good)]
    assert code in codes[0]
    assert code not in codes[1]


def test_the_number_of_a_closed_item_that_was_written_here_is_not_printed_and_not_found():
    reading, _ = read("Baggrund\nNy sti.\n\nPunkt 2: Lukket\n\n25/200")
    found = []
    for key in (None, "2f1d"):
        document = composed(replace(reading, items=tuple(replace(item, key=key) for item in reading.items)))
        found.append([one.code for one in lint(document.reading, document.text)])
    assert [codes.count("closed-case-number") for codes in found] == [1, 0]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_help_is_the_address_of_the_rules_page_in_the_guide(rule):
    assert rule.help == reverse("guide:rule", args=[rule.code])


CORRECTED = [
    ("at direktionen:", "At direktionen godkender planen", "godkender planen"),
    ("at Direktionen", "at godkende planen", "godkender planen"),
    ("at direktionen", "At tage planen til efterretning", "tager planen til efterretning"),
    ("at", "at planen godkendes", "planen godkendes"),
    ("at", "at tage planen til efterretning", "tage planen til efterretning"),
]


@pytest.mark.parametrize(("lead_in", "written", "corrected"), CORRECTED)
def test_a_doubled_lead_in_is_corrected_to_a_sentence_that_can_be_read_aloud(lead_in, written, corrected):
    reading, text = read(f"Indstilling\nDet indstilles, {lead_in}\n1. {written}\n")
    fix = next(one.fix for one in lint(reading, text) if one.code == "doubled-lead-in")
    assert fix is not None
    assert (text[: fix.start] + fix.replacement + text[fix.end :]).rstrip().endswith(f"1. {corrected}")
