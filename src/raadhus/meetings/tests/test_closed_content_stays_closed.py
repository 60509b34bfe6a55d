"""The guard of the house: nothing inside closed content can be told from anything that leaves it."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from raadhus.meetings.rules.disclosure import Level, disclose
from raadhus.meetings.tests.example_meeting import EXAMPLE, LAND, STAFF
from raadhus.meetings.tests.exported_text import everything_in
from raadhus.meetings.tests.meeting_strategies import same_in_public
from raadhus.meetings.writer import Format, export

BELOW_CLOSED = (Level.PUBLIC, Level.EMPLOYEE)
SECRETS = (
    LAND.title,
    LAND.id,
    "31/77",
    "4,2 mio",
    "Godkender købet",
    "1. maj",
    "skøde",
    "c3c3",
    "Økonomiudvalget",
    STAFF.title,
    "31/99",
    "Afskediges",
)


@given(same_in_public())
@settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@pytest.mark.parametrize("format_", Format)
def test_changing_closed_content_changes_no_public_byte(format_, pair):
    for level in BELOW_CLOSED:
        before, after = (export(disclose(meeting, level), format_) for meeting in pair)
        assert before == after


@pytest.mark.parametrize("format_", Format)
@pytest.mark.parametrize("level", BELOW_CLOSED)
def test_the_example_keeps_its_secrets(format_, level):
    text = everything_in(export(disclose(EXAMPLE, level), format_).data)
    assert "Vestermarken" not in text
    assert [secret for secret in SECRETS if secret in text] == []
    assert "Direktionen traf beslutning i sagen." in text


@pytest.mark.parametrize("format_", Format)
def test_who_may_read_closed_items_gets_them_in_every_format(format_):
    text = everything_in(export(disclose(EXAMPLE, Level.CLOSED), format_).data)
    assert LAND.title in text
    assert "31/77" in text


@pytest.mark.parametrize("format_", Format)
def test_the_guard_has_teeth(format_):
    """What is not closed does show when it changes: the property above is not true of just anything."""
    items = (replace(EXAMPLE.items[0], title="Sygefravær i 2031"), *EXAMPLE.items[1:])
    changed = replace(EXAMPLE, items=items)
    assert export(disclose(changed, Level.PUBLIC), format_) != export(disclose(EXAMPLE, Level.PUBLIC), format_)
