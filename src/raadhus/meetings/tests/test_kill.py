"""A process killed in the middle of an import leaves the database as it was."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

KILLED = """
import os, signal, sys
from datetime import UTC, datetime
import django
django.setup()
from raadhus.kernel.actors import system
from raadhus.meetings.actions import importing
from raadhus.meetings.models import derivation
from raadhus.meetings.tests.papers import reading
from raadhus.core.documents.text import SourceText

importing.read_document = lambda data, name: SourceText(text=data.decode(), lines=(), media_type="text/plain")
importing.read_meeting = lambda source, *, file: reading(file=file)
step = sys.argv[1]
if step != "none":
    module, _, name = step.partition(":")
    target = {"importing": importing, "derivation": derivation}[module]
    original = getattr(target, name)
    def killed(*args, **kwargs):
        original(*args, **kwargs)
        os.kill(os.getpid(), signal.SIGKILL)
    setattr(target, name, killed)
importing.import_document(
    actor=system("tests", "Prøverne"), name="referat.txt", data=b"et referat " * 30, now=datetime(2026, 3, 2, tzinfo=UTC)
)
"""


def dump(database):
    with sqlite3.connect(database) as connection:
        rows = [line for line in connection.iterdump() if line.startswith("INSERT")]
    connection.close()
    return rows


@pytest.fixture(scope="module")
def installation(tmp_path_factory):
    data = tmp_path_factory.mktemp("installation")
    environment = {key: value for key, value in os.environ.items() if key != "RAADHUS_DATABASE"}
    environment |= {"RAADHUS_DATA": str(data), "DJANGO_SETTINGS_MODULE": "raadhus.config.settings"}
    run = [sys.executable, "-m", "django", "migrate", "--verbosity", "0"]
    subprocess.run(run, check=True, env=environment)  # noqa: S603 - our own interpreter
    return Path(data), environment


def start(environment, step):
    command = [sys.executable, "-c", KILLED, step]
    return subprocess.run(command, env=environment, check=False, capture_output=True)  # noqa: S603 - our own interpreter


@pytest.mark.timeout(600)
def test_a_killed_import_leaves_the_database_as_before_and_can_be_run_again(installation):
    data, environment = installation
    database = data / "raadhus.sqlite3"
    before = dump(database)
    for step in ("importing:_add_document", "derivation:_write_details", "importing:record"):
        assert start(environment, step).returncode == -signal.SIGKILL, step
        assert dump(database) == before, step
    finished = start(environment, "none")
    assert finished.returncode == 0, finished.stderr
    assert sum('"meetings_agendaitem"' in row for row in dump(database)) == 2
