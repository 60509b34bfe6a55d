"""Many writers at once keep one chain: threads on PostgreSQL, processes on a SQLite file."""

import os
import subprocess
import sys
import textwrap
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import connections

from raadhus.core.audit import public as audit
from raadhus.kernel.actors import system

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
WRITERS, EACH = 4, 15

WRITE = textwrap.dedent(
    """
    import sys
    import django
    django.setup()
    from datetime import UTC, datetime
    from raadhus.core.audit import public as audit
    from raadhus.kernel.actors import system
    for number in range(int(sys.argv[2])):
        audit.record(
            actor=system(sys.argv[1], "Prøverne"), event="audit.dropped", subject=audit.Subject("test", "1", "prøve"),
            data={"entries": number}, personal={"n": number}, now=datetime(2026, 3, 2, tzinfo=UTC),
        )
    """
)


def write(name):
    subject = audit.Subject("test", "1", "prøve")
    for number in range(EACH):
        audit.record(actor=system(name, name), event="audit.dropped", subject=subject, data={"n": number}, now=NOW)
    connections.close_all()


@pytest.mark.django_db(transaction=True)
def test_threads_on_a_server_write_one_chain():
    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(write, [f"writer-{number}" for number in range(WRITERS)]))
    report = audit.verify()
    assert (report.is_sound, report.entries) == (True, WRITERS * EACH)


@pytest.mark.slow
def test_processes_on_a_file_write_one_chain(tmp_path):
    environment = {**os.environ, "RAADHUS_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "raadhus.config.settings"}
    environment.pop("RAADHUS_DATABASE", None)
    raadhus = [str(Path(sys.executable).with_name("raadhus"))]
    subprocess.run([*raadhus, "manage", "migrate", "-v0"], env=environment, check=True)  # noqa: S603 - our own command
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITE, f"writer-{number}", str(EACH)], env=environment)  # noqa: S603 - our own code
        for number in range(WRITERS)
    ]
    assert [writer.wait(240) for writer in writers] == [0] * WRITERS
    verify = [*raadhus, "audit", "verify"]
    result = subprocess.run(verify, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - our own command
    assert (result.returncode, f"{WRITERS * EACH} poster" in result.stdout) == (0, True), result.stdout + result.stderr
