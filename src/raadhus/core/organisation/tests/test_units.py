from datetime import date

import pytest

from raadhus.core.access.public import may
from raadhus.core.audit.public import trail
from raadhus.core.organisation import public as organisation
from raadhus.kernel.errors import NotAllowed, WrongInput
from raadhus.kernel.roles import Role

START = date(2025, 1, 1)
JUNE = date(2025, 6, 1)


@pytest.fixture
def build(cast, now):
    def make(key, parent=None, *, actor=cast[Role.ADMINISTRATOR], start=START, end=None):
        return organisation.create_unit(
            actor=actor,
            key=key,
            short_name=key.upper(),
            name=f"Center {key}",
            parent_key=parent,
            start=start,
            end=end,
            now=now,
        )

    return make


@pytest.fixture
def admin(cast, now):
    return {"actor": cast[Role.ADMINISTRATOR], "now": now}


def test_a_unit_exists_from_its_first_day(build):
    build("sac")
    assert organisation.unit("sac", date(2024, 12, 31)) is None
    assert organisation.unit("sac", START).label == "SAC"


def test_a_move_shows_from_its_day_and_not_before(build, admin):
    for key in ("top", "sac", "soc"):
        build(key, None if key == "top" else "top")
    organisation.move_unit(key="soc", parent_key="sac", on=JUNE, **admin)
    assert organisation.lies_under("sac", "soc", JUNE)
    assert not organisation.lies_under("sac", "soc", date(2025, 5, 31))
    assert [unit.key for unit in organisation.ancestors("soc", JUNE)] == ["sac", "top"]


def test_what_lies_under_some_units_on_a_day_is_asked_once(build, admin, django_assert_num_queries):
    for key, parent in (("top", None), ("sac", "top"), ("soc", "top"), ("hold", "soc")):
        build(key, parent)
    organisation.move_unit(key="soc", parent_key="sac", on=JUNE, **admin)
    with django_assert_num_queries(1):
        assert organisation.units_under(["sac", "nedlagt"], JUNE) == {"sac", "soc", "hold", "nedlagt"}
    assert organisation.units_under(["sac"], START) == {"sac"}
    assert organisation.units_under(["top"], date(2024, 12, 31)) == {"top"}
    with django_assert_num_queries(0):
        assert organisation.units_under([], JUNE) == frozenset()


def test_a_unit_cannot_be_moved_under_itself(build, admin):
    build("top")
    build("sac", "top")
    with pytest.raises(organisation.CannotChange, match="under sig selv"):
        organisation.move_unit(key="top", parent_key="sac", on=JUNE, **admin)


def test_two_units_cannot_share_a_short_name_on_a_day(build, admin):
    build("sac")
    build("soc")
    with pytest.raises(organisation.CannotChange, match="Kortnavnet"):
        organisation.rename_unit(key="soc", short_name="SAC", name="Center", on=JUNE, **admin)


def test_a_renaming_is_told_in_the_trail(build, admin):
    build("sac")
    organisation.rename_unit(key="sac", short_name="SAC", name="Social", on=JUNE, **admin)
    assert trail("unit", "sac")[-1].sentence == "omdøbte SAC Center sac til SAC Social fra 2025-06-01"


def test_a_unit_with_children_closes_only_when_they_are_moved(build, admin):
    build("top")
    build("sac", "top")
    build("soc", "sac")
    with pytest.raises(organisation.CannotChange, match="rummer stadig 1 enheder"):
        organisation.close_unit(key="sac", on=JUNE, **admin)
    organisation.close_unit(key="sac", on=JUNE, move_to="top", **admin)
    assert organisation.unit("sac", JUNE) is None
    assert organisation.unit("soc", JUNE).parent_key == "top"
    assert organisation.unit("soc", START).parent_key == "sac"


def test_a_unit_needs_a_name_and_a_key_that_can_stand_in_an_address(build, admin):
    with pytest.raises(WrongInput, match="små bogstaver"):
        build("Søc")
    with pytest.raises(WrongInput, match="navn"):
        organisation.create_unit(key="x", short_name="", name=" ", parent_key=None, start=START, **admin)


def test_hr_may_build_and_an_employee_may_not(build, cast):
    build("sac", actor=cast[Role.HR])
    with pytest.raises(NotAllowed):
        build("soc", actor=cast[Role.EMPLOYEE])


def test_a_role_in_a_unit_reaches_what_lies_below_it(build, cast, now):
    build("sac")
    build("sac-myndighed", "sac")
    build("fdc")
    head = cast[Role.CENTRE_HEAD]
    assert may(head, "organisation.read", unit="sac-myndighed", now=now)
