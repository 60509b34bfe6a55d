"""Every rule of the linter has a page, a text that breaks it and a text that keeps it: the examples of its page are the test."""

import re
from pathlib import Path

import pytest

from raadhus.kernel.errors import NotFound
from raadhus.meetings.guidance import guidance, guidance_pages
from raadhus.meetings.rules.lint import RULES
from raadhus.meetings.tests.linted_items import findings

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
