"""Releases as processes that are killed, backed up and restored: the earlier release stands, and nothing is half."""

import shutil
import signal

import pytest

from raadhus.personnel.tests.forked_house import until
from raadhus.personnel.tests.house_of_gold import QUICK, STEPS, made_house

pytestmark = [pytest.mark.django_db, pytest.mark.any_engine]
ONE_MONTH = QUICK | {"raadhus.personnel.batch.laying_out:terms_wanted": f"{STEPS}:only_november"}
TWO_MONTHS = QUICK | {"raadhus.personnel.batch.laying_out:terms_wanted": f"{STEPS}:november_and_december"}
PUBLISH = ("personnel", "publish")


@pytest.fixture(scope="module")
def gold(django_db_setup, django_db_blocker, tmp_path_factory):
    """The golden municipality as an installation, with one release out."""
    with django_db_blocker.unblock():
        house = made_house(tmp_path_factory.mktemp("gold"))
    assert house.run(*PUBLISH, patched=ONE_MONTH)[1].startswith("Udgivelse 1 er klar.")
    shutil.copytree(house.data, house.data.with_name("kept"))
    yield house
    house.close()


@pytest.fixture
def house(gold):
    """The installation as it was with its first release."""
    shutil.rmtree(gold.data)
    shutil.copytree(gold.data.with_name("kept"), gold.data)
    return gold


def left_behind(house):
    """Return what lies where releases lie, beside the first release and the key."""
    known = {"1", "key", ".running"}
    return {
        one.name for kind in ("published", "private") for one in (house.data / "personnel" / kind).iterdir()
    } - known


@pytest.mark.parametrize(
    "moment",
    [
        "raadhus.personnel.batch.running:Planner.plan",
        "raadhus.personnel.batch.making:write_cube",
        "raadhus.personnel.batch.store:Store.put",
    ],
)
def test_a_killed_release_leaves_the_earlier_one_and_the_next_succeeds(house, moment):
    before = house.ask(f"{STEPS}:figures")
    code, *told = house.run(*PUBLISH, patched=TWO_MONTHS, killed=[moment, 1])
    assert code == -signal.SIGKILL, told
    assert left_behind(house)
    assert house.ask(f"{STEPS}:figures") == before
    assert house.ask(f"{STEPS}:page", "/personale/tal/?maal=headcount&enhed=by")[0] == 200
    assert house.run(*PUBLISH, patched=TWO_MONTHS)[1:] == ("Udgivelse 2 er klar.\n", "")
    assert left_behind(house) == {"2"}
    assert house.ask(f"{STEPS}:releases") == [[1, "published"], [None, "refused"], [2, "published"]]


def test_figures_come_back_from_a_backup_and_without_their_key_nothing_new_is_released(house, tmp_path):
    files = {kept: str(tmp_path / f"{kept}.tar.gz") for kept in ("whole", "keyless")}
    assert house.run("backup", files["whole"])[0] == house.run("backup", files["keyless"], "--without-keys")[0] == 0
    before, personnel = house.ask(f"{STEPS}:figures"), house.data / "personnel"
    manifest = (personnel / "published" / "1" / "manifest.json").read_bytes()
    shutil.rmtree(personnel)
    assert "alle urørte" in house.run("restore", "--replace", files["keyless"])[1]
    code, _said, complained = house.run(*PUBLISH, patched=TWO_MONTHS)
    assert (code, complained.count("\n"), "Støjens nøgle (private/key) mangler" in complained) == (2, 1, True)
    (personnel / "private" / "key").write_bytes(b"k" * 32)
    assert "er en anden end før" in house.run(*PUBLISH, patched=TWO_MONTHS)[2]
    assert house.ask(f"{STEPS}:figures") == before
    assert "alle urørte" in house.run("restore", "--replace", files["whole"])[1]
    assert (personnel / "published" / "1" / "manifest.json").read_bytes() == manifest
    assert house.ask(f"{STEPS}:damaged") == []
    assert house.run(*PUBLISH, patched=TWO_MONTHS)[1:] == ("Udgivelse 2 er klar.\n", "")
    assert set(house.ask(f"{STEPS}:figures")) > set(before)


def test_a_release_that_is_gone_from_the_disk_stops_the_next_with_a_sentence(house):
    shutil.rmtree(house.data / "personnel" / "published" / "1")
    code, _said, complained = house.run(*PUBLISH, patched=TWO_MONTHS)
    assert (code, complained.count("\n"), "Udgivelse 1 mangler på disken" in complained) == (2, 1, True)


def test_of_two_releases_at_once_one_is_refused_and_pages_and_payroll_go_on(house, tmp_path):
    held = tmp_path / "go"
    first = house.start(*PUBLISH, patched=TWO_MONTHS, held=["raadhus.personnel.batch.making:write_cube", 1, str(held)])
    until(held.with_suffix(".reached").exists)
    code, _said, complained = house.run(*PUBLISH, patched=TWO_MONTHS)
    assert (code, complained) == (2, "raadhus: Tallene er ved at blive udgivet. Vent, til det er færdigt.\n")
    assert house.ask(f"{STEPS}:page", "/personale/")[0] == 200
    (tmp_path / "mere.csv").write_text("employment;first;last;code\na2;01-12-2025;02-12-2025;sickness\n")
    assert house.run("workforce", "import", "--source", "fravaer", str(tmp_path / "mere.csv"))[0] == 0
    held.touch()
    assert house.wait(first)[1] == "Udgivelse 2 er klar.\n"
    assert house.ask(f"{STEPS}:releases") == [[1, "published"], [2, "published"]]
