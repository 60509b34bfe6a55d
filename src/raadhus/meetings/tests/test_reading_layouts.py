"""Layouts that Danish municipalities use, each as an invented document with its reading."""

import pytest

from raadhus.core.documents.text import read_document
from raadhus.meetings.reader import read_meeting
from raadhus.meetings.tests import (
    layouts_combined,
    layouts_lists,
    layouts_marked,
    layouts_numbered,
    layouts_other,
    layouts_regional,
    layouts_registered,
    layouts_varied,
)

LAYOUTS = (
    layouts_numbered.LAYOUTS
    + layouts_registered.LAYOUTS
    + layouts_other.LAYOUTS
    + layouts_marked.LAYOUTS
    + layouts_lists.LAYOUTS
    + layouts_regional.LAYOUTS
    + layouts_varied.LAYOUTS
    + layouts_combined.LAYOUTS
)


@pytest.fixture(params=LAYOUTS, ids=lambda layout: layout.name)
def layout(request):
    return request.param


@pytest.fixture
def reading(layout):
    return read_meeting(read_document(layout.text.encode(), f"layout{layout.suffix}"), file="layout")


def test_the_header_is_read(layout, reading):
    wanted = (layout.kind, layout.body, layout.date, layout.start, layout.end, layout.place)
    found = (reading.kind, reading.body, reading.date, reading.start_time, reading.end_time, reading.place)
    assert found == wanted


def test_people_are_read(layout, reading):
    assert (reading.participants, reading.absent) == (layout.participants, layout.absent)


def test_items_are_found_with_case_numbers_and_closed_marks(layout, reading):
    found = [(item.number, item.title, item.case_number, item.closed) for item in reading.items]
    assert found == [(item.number, item.title, item.case, item.closed) for item in layout.items]


def test_recommendations_are_counted_and_decided(layout, reading):
    for wanted, item in zip(layout.items, reading.items, strict=True):
        if wanted.recommendations is not None:
            assert len(item.recommendations) == wanted.recommendations, wanted.title
        if wanted.outcomes is not None:
            assert tuple(rec.outcome for rec in item.recommendations) == wanted.outcomes, wanted.title


def test_the_bodys_own_decision_is_found(layout, reading):
    for wanted, item in zip(layout.items, reading.items, strict=True):
        assert (item.decision is None) == (wanted.decision is None), wanted.title
        if item.decision and wanted.decision:
            assert item.decision.text.startswith(wanted.decision), wanted.title
            assert item.decision.outcome == wanted.outcome, wanted.title


def test_attachments_votes_and_earlier_decisions_are_found(layout, reading):
    for wanted, item in zip(layout.items, reading.items, strict=True):
        if wanted.attachments:
            assert tuple(attachment.title for attachment in item.attachments) == wanted.attachments
        assert tuple((vote.in_favour, vote.against, vote.abstain) for vote in item.votes) == wanted.votes
        if wanted.earlier is not None:
            assert len(item.earlier_decisions) == wanted.earlier, wanted.title
        if wanted.sections is not None:
            assert tuple(section.kind for section in item.sections) == wanted.sections, wanted.title
