"""An installation of its own with a server that can be killed: for journeys of the writing page."""

import contextlib
import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

SETTING = """
import json
from datetime import UTC, datetime
import django
django.setup()
from django.contrib.auth import get_user_model
from django.test import Client
from raadhus.core.access.public import create_account, grant_role
from raadhus.core.documents.text import Paragraph, blocks_to_json
from raadhus.kernel.actors import Actor, ActorKind, system
from raadhus.kernel.roles import Role
from raadhus.meetings.models import DraftSection
from raadhus.meetings.tests.sitting_stage import make_body, make_draft

now, crew = datetime.now(UTC), system("tests", "Prøverne")
cookies = {}
for key, name, role in (("mette-mose", "Mette Mose", None), ("signe-sand", "Signe Sand", Role.SECRETARY)):
    email = f"{key}@eksempelkoebing.example"
    create_account(actor=crew, person_key=key, name=name, email=email, password="ræven-springer-over-hegnet", now=now)
    if role:
        grant_role(actor=crew, person_key=key, role=role, unit=None, start=now.date(), end=None, now=now)
    client = Client()
    client.force_login(get_user_model().objects.get(person_key=key))
    cookies[key] = client.cookies["sessionid"].value
make_body()
drafts = [make_draft(Actor(ActorKind.PERSON, "mette-mose", "Mette Mose"), now) for _number in range(10)]
blocks = blocks_to_json([Paragraph("Øverst:"), Paragraph("I midten."), Paragraph("Nederst:")])
DraftSection.objects.filter(position=0).update(blocks=blocks)
print(json.dumps({"drafts": drafts, "cookies": cookies}))
"""


def free_port() -> int:
    """Return a port that stays free while the server is dead: below those that systems give to callers, and near no other test process's."""
    for port in range(15_000 + os.getpid() % 10_000, 32_000):
        with socket.socket() as one, contextlib.suppress(OSError):
            one.bind(("127.0.0.1", port))
            return port
    raise OSError("No port is free.")


class WritingServer:
    """A server in a process group of its own over a data directory of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        environment = {key: value for key, value in os.environ.items() if not key.startswith(("RAADHUS_", "DJANGO_"))}
        self.environment = {
            **environment,
            "RAADHUS_DATA": str(folder),
            "RAADHUS_MFA_ROLES": "",
            "DJANGO_SETTINGS_MODULE": "raadhus.config.settings",
        }
        self._run("-m", "django", "migrate", "--verbosity", "0")
        set_up = json.loads(self._run("-c", SETTING).splitlines()[-1])
        self.drafts, self.cookies = set_up["drafts"], set_up["cookies"]
        self.draft = ""
        self.process = None

    def _run(self, *arguments: str) -> str:
        command = [sys.executable, *arguments]
        done = subprocess.run(command, env=self.environment, check=True, stdout=subprocess.PIPE, text=True)
        return done.stdout

    def next_case(self) -> None:
        """Take the next case, in which nobody has written."""
        self.draft = self.drafts.pop()

    def start(self) -> None:
        if self.process and self.process.poll() is None:
            return
        command = [Path(sys.executable).parent / "raadhus", "serve", "--port", str(self.port), "--workers", "1"]
        quiet = subprocess.DEVNULL
        self.process = subprocess.Popen(
            command, env=self.environment, stdout=quiet, stderr=quiet, start_new_session=True
        )
        end = time.monotonic() + 200
        while time.monotonic() < end and self.process.poll() is None:
            try:
                with socket.create_connection(("127.0.0.1", self.port), timeout=2):
                    return
            except OSError:
                time.sleep(0.2)
        raise TimeoutError("The server does not answer.")

    def kill(self) -> None:
        """Kill the server and its workers, without a word."""
        if self.process:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None

    def texts(self) -> list[str]:
        """Return what the database holds of each section, in order, block by block."""
        with sqlite3.connect(self.folder / "raadhus.sqlite3") as connection:
            query = "SELECT blocks FROM meetings_draftsection WHERE draft_id = ? ORDER BY position"
            rows = connection.execute(query, [self.draft.replace("-", "")]).fetchall()
        connection.close()
        return ["\n".join(block.get("text", "") for block in json.loads(row[0])) for row in rows]
