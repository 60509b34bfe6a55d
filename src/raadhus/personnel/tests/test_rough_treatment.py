"""Releases as processes that are killed, backed up and restored: the earlier release stands, and nothing is half."""

import shutil
import signal

import pytest

from raadhus.personnel.tests.forked_house import until
from raadhus.personnel.tests.house_of_gold import STEPS, TWO_MONTHS

pytestmark = [pytest.mark.django_db, pytest.mark.any_engine]
PUBLISH = ("personnel", "publish")


def left_behind(installed):
    """Return what lies where releases lie, beside the first release and the key."""
    known = {"1", "key", ".running"}
    return {
        one.name for kind in ("published", "private") for one in (installed.data / "personnel" / kind).iterdir()
    } - known


@pytest.mark.parametrize(
    "moment",
    [
        "raadhus.personnel.batch.running:Planner.plan",
        "raadhus.personnel.batch.making:write_cube",
        "raadhus.personnel.batch.store:Store.put",
    ],
)
def test_a_killed_release_leaves_the_earlier_one_and_the_next_succeeds(installed, moment):
    before = installed.ask(f"{STEPS}:figures")
    code, *told = installed.run(*PUBLISH, patched=TWO_MONTHS, killed=[moment, 1])
    assert code == -signal.SIGKILL, told
    assert left_behind(installed)
    assert installed.ask(f"{STEPS}:figures") == before
    assert installed.ask(f"{STEPS}:page", "/personale/tal/?maal=headcount&enhed=by")[0] == 200
    assert installed.run(*PUBLISH, patched=TWO_MONTHS)[1:] == ("Udgivelse 2 er klar.\n", "")
    assert left_behind(installed) == {"2"}
    assert installed.ask(f"{STEPS}:releases") == [[1, "published"], [None, "refused"], [2, "published"]]


def test_figures_come_back_from_a_backup_and_without_their_key_nothing_new_is_released(installed, tmp_path):
    files = {kept: str(tmp_path / f"{kept}.tar.gz") for kept in ("whole", "keyless")}
    assert (
        installed.run("backup", files["whole"])[0]
        == installed.run("backup", files["keyless"], "--without-keys")[0]
        == 0
    )
    before, personnel = installed.ask(f"{STEPS}:figures"), installed.data / "personnel"
    manifest = (personnel / "published" / "1" / "manifest.json").read_bytes()
    shutil.rmtree(personnel)
    assert "alle urørte" in installed.run("restore", "--replace", files["keyless"])[1]
    code, _said, complained = installed.run(*PUBLISH, patched=TWO_MONTHS)
    assert (code, complained.count("\n"), "Støjens nøgle (private/key) mangler" in complained) == (2, 1, True)
    (personnel / "private" / "key").write_bytes(b"k" * 32)
    assert "er en anden end før" in installed.run(*PUBLISH, patched=TWO_MONTHS)[2]
    assert installed.ask(f"{STEPS}:figures") == before
    assert "alle urørte" in installed.run("restore", "--replace", files["whole"])[1]
    assert (personnel / "published" / "1" / "manifest.json").read_bytes() == manifest
    assert installed.ask(f"{STEPS}:damaged") == []
    assert installed.run(*PUBLISH, patched=TWO_MONTHS)[1:] == ("Udgivelse 2 er klar.\n", "")
    assert set(installed.ask(f"{STEPS}:figures")) > set(before)


def test_a_release_that_is_gone_from_the_disk_stops_the_next_with_a_sentence(installed):
    shutil.rmtree(installed.data / "personnel" / "published" / "1")
    code, _said, complained = installed.run(*PUBLISH, patched=TWO_MONTHS)
    assert (code, complained.count("\n"), "Udgivelse 1 mangler på disken" in complained) == (2, 1, True)


def test_of_two_releases_at_once_one_is_refused_and_pages_and_payroll_go_on(installed, tmp_path):
    held = tmp_path / "go"
    first = installed.start(
        *PUBLISH, patched=TWO_MONTHS, held=["raadhus.personnel.batch.making:write_cube", 1, str(held)]
    )
    until(held.with_suffix(".reached").exists)
    code, _said, complained = installed.run(*PUBLISH, patched=TWO_MONTHS)
    assert (code, complained) == (2, "raadhus: Tallene er ved at blive udgivet. Vent, til det er færdigt.\n")
    assert installed.ask(f"{STEPS}:page", "/personale/")[0] == 200
    (tmp_path / "mere.csv").write_text("employment;first;last;code\na2;01-12-2025;02-12-2025;sickness\n")
    assert installed.run("workforce", "import", "--source", "fravaer", str(tmp_path / "mere.csv"))[0] == 0
    held.touch()
    assert installed.wait(first)[1] == "Udgivelse 2 er klar.\n"
    assert installed.ask(f"{STEPS}:releases") == [[1, "published"], [2, "published"]]
