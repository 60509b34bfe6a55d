from datetime import date

import pytest

from raadhus.core.audit.public import trail
from raadhus.core.cases.public import (
    Asked,
    CannotChangeCase,
    NoSuchCase,
    NumberTaken,
    case,
    case_by_number,
    cases,
    change_owner,
    close_case,
    entries_of,
    link_cases,
    open_case,
    rename_case,
    reopen_case,
    set_closed_to_public,
    unlink_cases,
)
from raadhus.core.cases.queries.source import SEARCH
from raadhus.kernel.actors import PUBLIC
from raadhus.kernel.errors import NotAllowed
from raadhus.kernel.ports import CASE_REGISTERS, CaseEntry
from raadhus.kernel.roles import Role


@pytest.fixture
def secretary(cast):
    return cast[Role.SECRETARY]


def test_a_number_is_given_once(opened):
    opened(case_number="26/7")
    with pytest.raises(NumberTaken, match="26/7"):
        opened(case_number="26/7")


def test_it_is_found_by_its_number(opened):
    key = opened(case_number="26/7").key
    assert case_by_number(" 26/7 ").key == key
    assert case_by_number("26/8") is None


def test_an_employee_opens_none(cast, now):
    with pytest.raises(NotAllowed):
        open_case(actor=cast[Role.EMPLOYEE], case_number="26/1", title="Noget", now=now)


def test_a_leader_opens_one_in_the_unit_and_not_in_another(cast, now):
    leader = cast[Role.UNIT_LEADER]
    open_case(actor=leader, case_number="26/1", title="Noget", unit_key="sac-myndighed", now=now)
    with pytest.raises(NotAllowed):
        open_case(actor=leader, case_number="26/2", title="Noget", unit_key="fdc", now=now)


def test_its_history_tells_what_happened(opened, secretary, now):
    key = opened("Gammel titel").key
    rename_case(actor=secretary, key=key, title="Ny titel", now=now)
    close_case(actor=secretary, key=key, now=now)
    reopen_case(actor=secretary, key=key, now=now)
    sentences = [entry.sentence for entry in trail("case", key)]
    assert "fra Gammel titel til Ny titel" in sentences[1]
    assert [("afsluttede" in one, "genåbnede" in one) for one in sentences[2:]] == [(True, False), (False, True)]


def test_it_is_not_closed_before_it_was_opened(opened, secretary, now):
    with pytest.raises(CannotChangeCase):
        close_case(actor=secretary, key=opened().key, closed_date=date(2020, 1, 1), now=now)


def test_it_has_a_new_owner(opened, secretary, now):
    after = change_owner(actor=secretary, key=opened().key, owner_key="mette-mose", unit_key="fdc", now=now)
    assert (after.owner_key, after.unit_key) == ("mette-mose", "fdc")


def test_two_cases_are_linked_once_and_seen_from_both(opened, secretary, now):
    one, other = opened("En"), opened("To")
    link_cases(actor=secretary, key=one.key, other_key=other.key, now=now)
    link_cases(actor=secretary, key=other.key, other_key=one.key, now=now)
    assert [linked.key for linked in case(secretary, other.key, now=now).linked] == [one.key]
    unlink_cases(actor=secretary, key=other.key, other_key=one.key, now=now)
    assert case(secretary, one.key, now=now).linked == ()


def test_it_is_not_linked_to_itself(opened, secretary, now):
    key = opened().key
    with pytest.raises(CannotChangeCase):
        link_cases(actor=secretary, key=key, other_key=key, now=now)


def sees(viewer, given, now):
    """Whether the viewer sees it, after making sure that list, page and search agree."""
    in_list = given.key in {one.key for one in cases(viewer, Asked(), now=now)[:]}
    try:
        on_page = bool(case(viewer, given.key, now=now))
    except NoSuchCase:
        on_page = False
    (entry,) = SEARCH.entries([given.key])
    assert in_list == on_page == bool(entry.allowed & SEARCH.viewer_labels(viewer, now))
    return in_list


@pytest.mark.parametrize("role", Role)
def test_an_open_case_is_seen_by_every_employee(cast, opened, now, role):
    assert sees(cast[role], opened(), now) == (role is not Role.PUBLIC)


@pytest.mark.parametrize("role", Role)
def test_a_closed_case_is_seen_by_those_who_need_it(cast, opened, now, role):
    given = opened(closed_to_public=True, owner_key="mette-mose", unit_key="sac-myndighed")
    allowed = {Role.SECRETARY, Role.CHIEF_EXECUTIVE, Role.AUDITOR, Role.UNIT_LEADER, Role.EMPLOYEE}
    assert sees(cast[role], given, now) == (role in allowed)


def test_the_trail_of_a_closed_case_holds_neither_number_nor_title(opened, secretary, now):
    key = opened("Afsked", case_number="26/77", closed_to_public=True).key
    rename_case(actor=secretary, key=key, title="Bortvisning", now=now)
    told = " ".join(entry.sentence for entry in trail("case", key))
    assert not {"26/77", "Afsked", "Bortvisning"} & set(told.split())


def test_looking_up_a_closed_case_leaves_a_trace(opened, secretary, now):
    key = opened(closed_to_public=True).key
    case(secretary, key, now=now)
    assert "slog op" in trail("case", key)[-1].sentence


def test_a_case_is_closed_to_the_house(opened, secretary, cast, now):
    key = opened().key
    set_closed_to_public(actor=secretary, key=key, closed=True, now=now)
    with pytest.raises(NoSuchCase):
        case(cast[Role.HR], key, now=now)


class Register:
    """A room with one open and one closed thing under every number."""

    def entries(self, case_number):
        return [
            CaseEntry(date(2026, 2, 1), "agenda_item", f"Punkt om {case_number}", "/a", frozenset({"public"})),
            CaseEntry(date(2026, 1, 1), "agenda_item", "Lukket punkt", "/b", frozenset({"closed"})),
        ]

    def viewer_labels(self, viewer, now):  # noqa: ARG002 - the contract of registers
        return frozenset({"public"} if viewer is PUBLIC else {"public", "closed"})


def test_what_rooms_hold_is_shown_to_those_who_may_see_it(cast, secretary, now):
    CASE_REGISTERS.register("fake", Register())
    try:
        assert [entry.label for entry in entries_of(PUBLIC, "26/1", now)] == ["Punkt om 26/1"]
        assert [entry.label for entry in entries_of(secretary, "26/1", now)] == ["Lukket punkt", "Punkt om 26/1"]
    finally:
        CASE_REGISTERS.forget("fake")
