"""A backup is the installation: tried as whole processes, on SQLite and on PostgreSQL."""

import io
import json
import os
import shutil
import subprocess
import sys
import tarfile
import textwrap
from pathlib import Path

import psycopg
import pytest

from raadhus.config.backup.archive import DamagedBackup, Writer, contents, read_manifest

RAADHUS = str(Path(sys.executable).with_name("raadhus"))

FILL = textwrap.dedent(
    """
    import django
    django.setup()
    from datetime import UTC, date, datetime
    from raadhus.core.access.public import create_account
    from raadhus.core.audit import public as audit
    from raadhus.core.documents.public import store_file
    from raadhus.core.organisation import public as organisation
    from raadhus.kernel.actors import system
    crew = {"actor": system("tests", "Prøverne"), "now": datetime(2026, 3, 2, tzinfo=UTC)}
    organisation.create_unit(key="sac", short_name="SAC", name="Center", parent_key=None, start=date(2026, 1, 1), **crew)
    store_file(name="brev.txt", data="Kære alle".encode(), **crew)
    audit.seal(**crew)
    """
)
COUNT = textwrap.dedent(
    """
    import django
    django.setup()
    from datetime import date
    from raadhus.core.audit import public as audit
    from raadhus.core.documents.public import open_file
    from raadhus.core.documents.models import FileContent
    from raadhus.core.organisation import public as organisation
    print([unit.name for unit in organisation.units(date(2026, 2, 1))], audit.verify().is_sound,
          [open_file(one.sha256).read().decode() for one in FileContent.objects.all()])
    """
)


@pytest.fixture
def install(tmp_path, request):
    """Return a function that makes the environment of an empty installation on the database engine of this run.

    The second is a copy of the first, which must be empty still: making the tables takes most of the time.
    """
    made = []

    def make(name):
        folder, database = tmp_path / name, f"raadhus_{os.getpid()}_{name}"
        environment = {**os.environ, "RAADHUS_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "raadhus.config.settings"}
        server = environment.pop("RAADHUS_DATABASE", None)
        if made:
            shutil.copytree(tmp_path / made[0], folder)
        else:
            folder.mkdir()
        if server:
            template = f" TEMPLATE raadhus_{os.getpid()}_{made[0]}" if made else ""
            with psycopg.connect(server, autocommit=True) as admin:
                admin.execute(f"CREATE DATABASE {database}{template}")
            environment["RAADHUS_DATABASE"] = server.replace("/raadhus?", f"/{database}?")
        if not made:
            run(environment, RAADHUS, "manage", "migrate", "-v0")
        made.append(name)
        return environment

    return make


def run(environment, *command, fails=False):
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - our own command
    assert fails or done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.mark.slow
@pytest.mark.database
def test_what_was_backed_up_is_what_is_restored(install, tmp_path):
    first, second, file = install("first"), install("second"), str(tmp_path / "kopi.tar.gz")
    run(first, sys.executable, "-c", FILL)
    run(first, RAADHUS, "backup", file)
    assert "alle urørte" in run(second, RAADHUS, "restore", file).stdout
    assert run(second, sys.executable, "-c", COUNT).stdout == run(first, sys.executable, "-c", COUNT).stdout
    refused = run(second, RAADHUS, "restore", file, fails=True)
    assert (refused.returncode, refused.stderr.count("\n"), "ikke tom" in refused.stderr) == (2, 1, True)
    assert "alle urørte" in run(second, RAADHUS, "restore", file, "--replace").stdout
    run(second, RAADHUS, "audit", "verify")
    # the counters go on after what was restored
    run(second, sys.executable, "-c", FILL.replace('"sac"', '"soc"').replace('"SAC"', '"SOC"').replace("Kære", "Hej"))


@pytest.fixture
def backup_file(tmp_path):
    path = tmp_path / "kopi.tar.gz"
    with Writer(path) as writer:
        writer.add("database/raadhus.sqlite3", io.BytesIO(b"x" * 10_000), 10_000)
        writer.add("files/ab/cd", io.BytesIO(os.urandom(5_000)), 5_000)
        writer.finish({"engine": "sqlite", "anchors": [], "migrations": []})
    return path


def test_a_whole_backup_reads_back(backup_file):
    manifest = read_manifest(backup_file)
    assert [member.name for member in manifest.members] == ["database/raadhus.sqlite3", "files/ab/cd"]
    assert [(name, size, len(source.read())) for name, size, source in contents(backup_file)] == [
        ("database/raadhus.sqlite3", 10_000, 10_000),
        ("files/ab/cd", 5_000, 5_000),
    ]


@pytest.mark.parametrize("share", [0, 0.1, 0.5, 0.9, 0.99])
def test_a_backup_that_is_cut_off_is_refused(backup_file, share):
    data = backup_file.read_bytes()
    backup_file.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(DamagedBackup, match="ikke en hel sikkerhedskopi"):
        read_manifest(backup_file)


@pytest.mark.parametrize("place", [0.02, 0.3, 0.5, 0.7, 0.98])
def test_a_backup_with_a_damaged_byte_is_refused(backup_file, place):
    data = bytearray(backup_file.read_bytes())
    data[int(len(data) * place)] ^= 0xFF
    backup_file.write_bytes(data)
    with pytest.raises(DamagedBackup):
        read_manifest(backup_file)


def repacked(path, change):
    """Write the backup again with its members changed, as somebody could who knows the format."""
    with tarfile.open(path) as tar:
        members = [(info, tar.extractfile(info).read()) for info in tar]
    with tarfile.open(path, "w:gz") as tar:
        for info, content in change(members):
            info.size = len(content)
            tar.addfile(info, io.BytesIO(content))


@pytest.mark.parametrize(
    "change",
    [
        lambda members: members[1:],
        lambda members: [(members[0][0], b"andet"), *members[1:]],
        lambda members: [*members[:-1], (tarfile.TarInfo("files/ny"), b"ny"), members[-1]],
        lambda members: [(tarfile.TarInfo("../ude"), b"ude"), *members],
        lambda members: members[:-1],
        lambda members: [*members[:-1], (members[-1][0], json.dumps({"format": "andet"}).encode())],
        lambda members: [*members[:-1], (members[-1][0], json.dumps({"format": "raadhus-backup/1"}).encode())],
    ],
)
def test_a_backup_whose_content_was_changed_is_refused(backup_file, change):
    repacked(backup_file, change)
    with pytest.raises(DamagedBackup):
        read_manifest(backup_file)


def test_a_file_that_is_no_backup_is_refused(tmp_path):
    file = tmp_path / "brev.txt"
    file.write_text("Kære alle")
    with pytest.raises(DamagedBackup):
        read_manifest(file)


def test_a_backup_that_fails_leaves_nothing_behind(tmp_path):
    def fail():
        with Writer(tmp_path / "kopi.tar.gz") as writer:
            writer.add("a", io.BytesIO(b"a"), 1)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert list(tmp_path.iterdir()) == []
