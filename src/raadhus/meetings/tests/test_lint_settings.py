"""A body's own choices: rules off, other severities, known abbreviations, template phrases, suppressions with a reason."""

import pytest

from raadhus.kernel.errors import WrongInput
from raadhus.meetings.commands.lint_settings import read_settings
from raadhus.meetings.rules.lint import LintSettings, Severity, Suppression, active
from raadhus.meetings.rules.profiles import Profile
from raadhus.meetings.tests.linted_items import codes, findings

TEXT = "Baggrund\nTFC har målt stien.? Alt er i orden."
CLOSED = "Baggrund\nStien er ny.\n\nPunkt 2: Lukket: Køb af grund"


def test_a_rule_is_switched_off():
    assert codes(TEXT, settings=LintSettings(off=frozenset({"conversion-mark"}))) == ["abbreviation-undefined"]


def test_a_severity_is_changed():
    chosen = LintSettings(severities={"conversion-mark": Severity.ERROR})
    assert {one.severity for one in findings(TEXT, settings=chosen) if one.code == "conversion-mark"} == {
        Severity.ERROR
    }


def test_a_body_knows_its_own_abbreviations():
    assert codes(TEXT, settings=LintSettings(abbreviations=frozenset({"TFC"}))) == ["conversion-mark"]


def test_a_phrase_of_the_bodys_template_is_left_over():
    chosen = LintSettings(templates=("alt er i orden",))
    assert "template-text" in codes(TEXT, settings=chosen)


@pytest.mark.parametrize(("item", "left"), [("1", 1), (None, 1), ("2", 2)])
def test_a_suppressed_finding_is_kept_with_its_reason(item, left):
    chosen = LintSettings(suppressions=(Suppression("conversion-mark", "ordret citat", item),))
    every = findings(TEXT, settings=chosen)
    assert len(every) == 2
    assert len(active(every)) == left
    assert {one.suppressed for one in every} <= {None, "ordret citat"}


@pytest.mark.parametrize(
    ("profile", "found"),
    [
        (Profile.COUNCIL, True),
        (Profile.COMMITTEE, True),
        (Profile.EXECUTIVE_BOARD, False),
        (Profile.WORKS_COUNCIL, False),
    ],
)
def test_the_ground_for_closing_binds_council_and_committees_alone(profile, found):
    assert ("closed-without-ground" in codes(CLOSED, settings=LintSettings(profile=profile))) is found


def test_for_the_others_a_closed_item_without_a_title_is_advice():
    fragment = "Baggrund\nStien er ny.\n\nPunkt 2: Lukket"
    by_profile = {one: findings(fragment, settings=LintSettings(profile=one))[0].severity for one in Profile}
    assert by_profile[Profile.COUNCIL] is Severity.WARNING
    assert by_profile[Profile.EXECUTIVE_BOARD] is Severity.ADVICE


@pytest.fixture
def settings_file(tmp_path):
    def write(text):
        path = tmp_path / "valg.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_file_holds_the_choices_for_all_and_for_each_body(settings_file):
    choices = read_settings(
        settings_file("""
        abbreviations = ["TFC"]
        [[suppressions]]
        code = "weekday-wrong"
        reason = "citat"
        item = 4
        [body.direktionen]
        off = ["conversion-mark"]
        severities = {"total-wrong" = "advice"}
    """)
    )
    general, board = choices.of("Byrådet"), choices.of("Direktionen")
    assert general.abbreviations == board.abbreviations == frozenset({"TFC"})
    assert general.off == frozenset()
    assert board.off == frozenset({"conversion-mark"})
    assert board.severities == {"total-wrong": Severity.ADVICE}
    assert board.suppressions == (Suppression("weekday-wrong", "citat", "4"),)


@pytest.mark.parametrize(
    "text",
    [
        "off = [",
        "off = 'weekday-wrong'",
        "off = ['findes-ikke']",
        "fra = []",
        "profile = 'konge'",
        "body = 3",
        "severities = {'total-wrong' = 'grave'}",
        "[[suppressions]]\ncode = 'total-wrong'",
        "[[suppressions]]\ncode = 'total-wrong'\nreason = ' '",
    ],
)
def test_a_file_that_cannot_be_meant_is_told_in_one_sentence(settings_file, text):
    with pytest.raises(WrongInput, match=r"valg\.toml"):
        read_settings(settings_file(text))


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(WrongInput, match="findes ikke"):
        read_settings(tmp_path / "ingen.toml")
