"""The linter on any text at all: it never fails, its spans are its quotes, and its fixes are made once."""

from hypothesis import given, settings
from hypothesis import strategies as st

from raadhus.core.documents.text import read_document
from raadhus.kernel.errors import WrongInput
from raadhus.meetings.reader import read_meeting
from raadhus.meetings.rules.lint import Severity, active, applicable, lint
from raadhus.meetings.tests.meeting_strategies import TEXT

# What rules look for, in pieces that may come in any order.
PIECES = st.sampled_from(
    [
        "Punkt 1: Sti", "Punkt 2: Lukket", "25/100", "Baggrund", "Indstilling", "Det indstilles, at direktionen:", "1. At godkende stien",
        "- a. At tage til efterretning", "Beslutning Direktionen den 02-06-2025", "Direktionen godkender indstilling 1 og 7.",
        "Sagsfremstilling", "tirsdag den 3/6", "mandag den 31. juni 2025", "Navn\tAntal\tPct.", "A\t1\t10", "I alt\t3\t", "I alt\t\t",
        "Scenarie a:\tScenarie b:", "scenarie 2 og 3", "Bilag", "Bilag 1 - Kort.pdf.docx", "jf. bilag 1-3 og 7", "er slut..?", "Ja.?? ",
        "at at at", "cykel-parkering cykelparkering", "30 af 0 (5 pct.)", "fra 0 til 0 svarende til 0 pct.", "(1.234,5)", "010190-1234",
        "HUSK", "[indsæt]", "ABC (Alle Byens Cykler)", "REFERAT Direktionen d. 02-06-2025", "Mandag d. 02. juni 2025 kl. 09:00",
    ]
)  # fmt: skip
DOCUMENTS = st.lists(st.one_of(PIECES, TEXT), max_size=40).map("\n".join)


def linted(text):
    try:
        source = read_document(text.encode("utf-8", "replace"), "x.txt")
    except WrongInput:
        return "", ()
    return source.text, lint(read_meeting(source, file="x.txt"), source.text)


def corrected(text, findings):
    """The text with every fix made that may be made together."""
    for one in reversed(applicable(findings)):
        text = text[: one.fix.start] + one.fix.replacement + text[one.fix.end :]
    return text


@settings(deadline=None)  # a machine that is busy with something else is no fault of the linter
@given(DOCUMENTS)
def test_any_text_can_be_linted_and_its_spans_are_its_quotes(text):
    read, findings = linted(text)
    for one in findings:
        assert 0 <= one.start < one.end <= len(read)
        assert one.quote == read[one.start : one.end]
        assert one.message
        assert one.severity in Severity


@settings(deadline=None)  # a machine that is busy with something else is no fault of the linter
@given(DOCUMENTS)
def test_a_place_is_told_once_a_rule(text):
    _, findings = linted(text)
    places = [(one.code, one.start, one.end) for one in findings]
    assert len(places) == len(set(places))


@settings(deadline=None)  # a machine that is busy with something else is no fault of the linter
@given(DOCUMENTS)
def test_a_fix_is_not_needed_twice(text):
    """Fixing goes on until nothing is left to fix, and comes to an end."""
    read, findings = linted(text)
    for _ in range(10):
        if not applicable(findings):
            break
        fixed = corrected(read, findings)
        assert fixed != read
        read, findings = linted(fixed)
    assert applicable(findings) == ()


@settings(deadline=None)  # a machine that is busy with something else is no fault of the linter
@given(DOCUMENTS)
def test_fixes_lie_in_the_text_and_do_not_overlap(text):
    read, findings = linted(text)
    reached = 0
    for one in applicable(findings):
        assert reached <= one.fix.start <= one.fix.end <= len(read)
        reached = one.fix.end


@settings(deadline=None)  # a machine that is busy with something else is no fault of the linter
@given(DOCUMENTS, st.sampled_from(["cpr-number", "conversion-mark"]))
def test_the_same_text_has_the_same_findings(text, code):
    assert linted(text) == linted(text)
    assert all(one in linted(text)[1] for one in active(linted(text)[1]) if one.code == code)
