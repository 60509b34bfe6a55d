"""The demonstration's held meetings: one case put off, one sent on, obligations with and without an owner; twice is once."""

from datetime import date

import pytest

from raadhus.config.demonstration.deciding import load_deciding
from raadhus.core.obligations.public import Asked, obligations
from raadhus.kernel.roles import Role
from raadhus.meetings.public import Profile, create_body
from raadhus.meetings.queries.deciding_figures import deciding_figures
from raadhus.meetings.queries.draft_sight import visible_drafts

TODAY = date(2026, 3, 16)


@pytest.fixture
def secretary(cast, now):
    bodies = {
        "Direktionen": Profile.EXECUTIVE_BOARD,
        "Hovedudvalget": Profile.WORKS_COUNCIL,
        "Økonomiudvalget": Profile.FINANCE_COMMITTEE,
    }
    for name, profile in bodies.items():
        create_body(actor=cast[Role.SECRETARY], name=name, profile=profile, now=now)
    return cast[Role.SECRETARY]


@pytest.mark.django_db
def test_two_meetings_are_held_once(secretary, now):
    held = list(load_deciding(actor=secretary, today=TODAY, now=now))
    assert held == [
        "Tal om Personale, forår",
        "Fælles indkøb af skærme til mødelokaler",
        "Solceller på rådhusets tag",
    ]
    assert list(load_deciding(actor=secretary, today=TODAY, now=now)) == []
    again = visible_drafts(secretary, now).exclude(previous=None).values_list("body_id", "case_type", "state")
    assert sorted(again) == [
        ("direktionen", "decision", "approved"),
        ("oekonomiudvalget", "announcement", "proposed"),
    ]
    assert len(obligations(viewer=secretary, asked=Asked(), now=now)) == 2
    (loose,) = deciding_figures.without_owner(secretary, start=date(2026, 1, 1), end=TODAY, now=now)
    assert loose.label.endswith("Fælles indkøb af skærme til mødelokaler")
