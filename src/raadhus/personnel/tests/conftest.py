"""A published release of invented figures, made once for all tests of a process."""

import shutil

import pytest
from django.utils import timezone

from raadhus.kernel.roles import Role
from raadhus.personnel.actions.publishing import make_publication
from raadhus.personnel.models import Release
from raadhus.personnel.tests.house_of_gold import made_house, with_one_release
from raadhus.personnel.tests.made_cube import FIRST_YEAR, LAST_YEAR, make_cube


@pytest.fixture(scope="session")
def cube_file(tmp_path_factory):
    """The file of the invented cube."""
    path = tmp_path_factory.mktemp("cube") / "cube.duckdb"
    make_cube(path)
    return path


@pytest.fixture
def released(db, cube_file, settings, tmp_path):
    """The invented cube as release 1 of the house."""
    settings.PERSONNEL_FOLDER = tmp_path / "personnel"
    folder = tmp_path / "personnel" / "published" / "1"
    folder.mkdir(parents=True)
    shutil.copy(cube_file, folder / "cube.duckdb")
    now = timezone.now()
    return Release.objects.create(
        number=1,
        state="published",
        first_month=FIRST_YEAR * 12,
        last_month=LAST_YEAR * 12 + 11,
        started_by="Prøverne",
        started_at=now,
        finished_at=now,
    )


@pytest.fixture
def draft(released, house, now):
    """A draft of the year's publication on the invented release."""
    return make_publication(actor=house[Role.HR], kind="year", year=LAST_YEAR, now=now)


@pytest.fixture(scope="session")
def gold(django_db_setup, django_db_blocker, tmp_path_factory):
    """The golden municipality as an installation whose commands are processes, with one release out; made once for all tests of a process."""
    with django_db_blocker.unblock():
        house = made_house(tmp_path_factory.mktemp("gold"))
    with_one_release(house)
    yield house
    house.close()


@pytest.fixture
def installed(gold):
    """That installation as it was with its first release."""
    shutil.rmtree(gold.data)
    shutil.copytree(gold.data.with_name("kept"), gold.data)
    return gold
