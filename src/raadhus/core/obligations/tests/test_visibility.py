"""Who sees what: on the list, on the page, in the search, in the same way."""

import pytest

from raadhus.core.audit.public import trail
from raadhus.core.obligations.public import NoSuchObligation, obligation, open_obligations
from raadhus.core.obligations.queries.source import SEARCH
from raadhus.kernel.actors import PUBLIC
from raadhus.kernel.roles import Role

OPEN_TO = {
    Role.EMPLOYEE,  # the owner
    Role.UNIT_LEADER,
    Role.CENTRE_HEAD,
    Role.SECRETARY,
    Role.CHIEF_EXECUTIVE,
    Role.AUDITOR,
}
CLOSED_TO = OPEN_TO - {Role.UNIT_LEADER, Role.CENTRE_HEAD}


@pytest.fixture(autouse=True)
def _tree(monkeypatch):
    """The unit leader's unit lies under the centre."""
    covers = {("sac", "sac-myndighed")}
    monkeypatch.setattr(
        "raadhus.core.access.queries.decisions._UnitResolver.covers",
        staticmethod(lambda above, below, _on: (above, below) in covers),
    )


def sees(viewer, given, now):
    """Whether the viewer sees it, after making sure that list, page and search agree."""
    in_list = given.key in {one.key for one in open_obligations(viewer, now)}
    try:
        on_page = bool(obligation(viewer, given.key, now=now))
    except NoSuchObligation:
        on_page = False
    (entry,) = SEARCH.entries([given.key])
    in_search = bool(entry.allowed & SEARCH.viewer_labels(viewer, now))
    assert in_list == on_page == in_search
    return in_list


@pytest.mark.parametrize("role", Role)
def test_an_open_matter_is_seen_by_owner_leaders_and_board(cast, promise, now, role):
    assert sees(cast[role], promise(), now) == (role in OPEN_TO)


@pytest.mark.parametrize("role", Role)
def test_a_closed_matter_is_seen_by_owner_and_board_only(cast, promise, now, role):
    assert sees(cast[role], promise(closed=True), now) == (role in CLOSED_TO)


def test_a_leader_sees_nothing_of_other_units(cast, promise, now):
    assert not sees(cast[Role.UNIT_LEADER], promise(unit_key="fdc"), now)


def test_an_obligation_of_nobody_is_the_boards(cast, promise, now):
    given = promise(owner_key=None, owner_text="Centret", unit_key=None)
    assert sees(cast[Role.SECRETARY], given, now)
    assert not sees(cast[Role.CENTRE_HEAD], given, now)
    assert not sees(PUBLIC, given, now)


def test_looking_up_a_closed_one_leaves_a_trace(cast, promise, now):
    key = promise(closed=True).key
    obligation(cast[Role.AUDITOR], key, now=now)
    assert "slog op" in trail("obligation", key)[-1].sentence


def test_the_owner_of_a_closed_one_leaves_none(cast, promise, now):
    key = promise(closed=True).key
    obligation(cast[Role.EMPLOYEE], key, now=now)
    assert "slog op" not in trail("obligation", key)[-1].sentence
