"""Two files at once wait for each other, and a process that is killed leaves nothing half."""

import os
import signal
import subprocess
import sys
import textwrap
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections

from raadhus.core.workforce.actions import importing
from raadhus.core.workforce.actions.importing import SourceChanged
from raadhus.core.workforce.models import AbsenceVersion, ImportRun, PayrollSource
from raadhus.core.workforce.tests.payroll import ABSENCES, give, source

FILE = ABSENCES + "".join(f"e{n};2024-01-08;;sickness\n" for n in range(200))

PROCESS = textwrap.dedent(
    """
    import os, signal, sys
    import django
    django.setup()
    from datetime import UTC, datetime
    from raadhus.core.workforce.actions import importing
    from raadhus.core.workforce.models import AbsenceVersion, ImportRun, PayrollSource
    from raadhus.core.workforce.tests.payroll import give, source
    now, step = datetime(2026, 3, 2, tzinfo=UTC), sys.argv[1]
    if step == "begin":
        source(now)
    elif step == "count":
        print(ImportRun.objects.count(), AbsenceVersion.objects.count(), sorted(ImportRun.objects.values_list("state", flat=True)))
    else:
        if step != "give":
            original = getattr(importing, step)
            def killed(*arguments, **named):
                original(*arguments, **named)
                os.kill(os.getpid(), signal.SIGKILL)
            setattr(importing, step, killed)
        give(PayrollSource.objects.get(), open(sys.argv[2]).read(), now)
    """
)


def files(number, now):
    """Give a file as one of several at once: everybody's first row, and one of its own."""
    try:
        return give(PayrollSource.objects.get(), f"{FILE}own{number};2024-01-08;;sickness\n", now).state
    finally:
        connections.close_all()


@pytest.mark.django_db(transaction=True)
def test_threads_on_a_server_wait_for_each_other(now):
    source(now)
    with ThreadPoolExecutor(4) as pool:
        states = list(pool.map(lambda number: files(number, now), range(4)))
    assert states == ["done"] * 4
    assert sorted(ImportRun.objects.values_list("unchanged", flat=True)) == [0, 200, 200, 200]
    assert AbsenceVersion.objects.count() == 204


@pytest.fixture(scope="module")
def installation(tmp_path_factory):
    """Return a function that runs a step in a process of its own, on a database file of its own."""
    folder = tmp_path_factory.mktemp("installation")
    environment = {key: value for key, value in os.environ.items() if key != "RAADHUS_DATABASE"}
    environment |= {"RAADHUS_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "raadhus.config.settings"}
    (folder / "fil.csv").write_text(FILE, encoding="utf-8")

    def start(step):
        command = [sys.executable, "-c", PROCESS, step, str(folder / "fil.csv")]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - our own interpreter

    migrate = [sys.executable, "-m", "django", "migrate", "--verbosity", "0"]
    subprocess.run(migrate, check=True, env=environment)  # noqa: S603 - likewise
    assert start("begin").returncode == 0
    return start


@pytest.mark.slow
def test_a_killed_import_leaves_nothing_and_two_at_once_write_once(installation):
    for step in ("write_changes", "_record"):
        assert installation(step).returncode == -signal.SIGKILL
        assert installation("count").stdout.split() == ["0", "0", "[]"]
    with ThreadPoolExecutor(2) as pool:
        assert [one.returncode for one in pool.map(installation, ["give", "give"])] == [0, 0]
    assert installation("count").stdout.strip() == "2 200 ['done', 'nothing_new']"


@pytest.mark.django_db
def test_a_source_that_is_set_up_anew_while_its_file_is_read_takes_nothing(now, monkeypatch):
    absences, read = source(now), importing.read_file

    def meanwhile(*arguments, **named):
        PayrollSource.objects.update(accepts_cpr=True)
        return read(*arguments, **named)

    monkeypatch.setattr(importing, "read_file", meanwhile)
    with pytest.raises(SourceChanged):
        give(absences, FILE, now)
    assert (ImportRun.objects.count(), AbsenceVersion.objects.count()) == (0, 0)
