# ruff: noqa: INP001 - a folder of programs, not a package
"""How fast the pages of meetings are: 200 meetings of 40 items, one of 300 items, and a package of 500 pages.

    python benchmarks/meetings.py [--meetings 200] [--items 40] [--rounds 15] [--write docs/benchmarks/meetings.md]

Writes one JSON object to standard output, or with --write measures both databases and writes the page. The meetings are invented
(raadhus.meetings.tests.many_meetings), the same on every run; every tenth item is closed. Each page is asked for through the whole of
Django as the secretary, who sees most, without a network between.
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parent.parent
SMALL = 2
PAGES_OF_A_PACKAGE = 500


def prepare() -> None:
    """Set Django up with a data folder of its own."""
    os.environ.setdefault("RAADHUS_DATA", tempfile.mkdtemp(prefix="raadhus-bench-"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "raadhus.config.settings")
    os.environ["RAADHUS_MFA_ROLES"] = "administrator"
    import django  # noqa: PLC0415 - the environment comes first

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415 - after setup

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)


def secretary(now: datetime) -> Any:
    """Return a client that is logged in as an invented secretary."""
    from django.contrib.auth import get_user_model  # noqa: PLC0415 - after prepare
    from django.test import Client  # noqa: PLC0415 - after prepare

    from raadhus.core.access.public import create_account, grant_role  # noqa: PLC0415 - after prepare
    from raadhus.kernel.actors import system  # noqa: PLC0415 - after prepare
    from raadhus.kernel.roles import Role  # noqa: PLC0415 - after prepare

    actor, key = system("bench", "Måling"), "signe-sand"
    told = {"name": "Signe Sand", "email": "signe@eksempel.invalid", "password": "ræven-springer-over-hegnet"}
    create_account(actor=actor, person_key=key, now=now, **told)
    start = date(2020, 1, 1)
    grant_role(actor=actor, person_key=key, role=Role.SECRETARY, unit=None, start=start, end=None, now=now)
    client = Client(headers={"host": "localhost"})
    client.force_login(get_user_model().objects.get(person_key=key))
    return client


def addresses(meeting: Any) -> Iterator[tuple[str, str]]:
    """Yield the pages that are measured, for one meeting."""
    from django.urls import reverse  # noqa: PLC0415 - after prepare

    from raadhus.meetings.models import AgendaItem  # noqa: PLC0415 - after prepare

    item = AgendaItem.objects.filter(meeting=meeting, is_current=True, closed=False).order_by("position")[1]
    yield "list of meetings", reverse("meetings:meetings")
    yield "list, searched in titles", reverse("meetings:meetings") + "?text=skolerne"
    yield "bodies", reverse("meetings:bodies")
    yield "one body", reverse("meetings:body", args=[meeting.body_id])
    yield "meeting", reverse("meetings:meeting", args=[meeting.pk])
    yield "item", reverse("meetings:item", args=[meeting.pk, item.pk])
    yield "reading on a tablet", reverse("meetings:read", args=[meeting.pk, 2])
    yield "item on a screen", reverse("meetings:present", args=[meeting.pk, 2])
    yield "own notes", reverse("meetings:notes")
    yield "search", "/soeg/?q=skolerne"
    yield "front page", "/"
    yield "feed", reverse("meetings:feed")
    yield "calendar", reverse("meetings:calendar")


def timed(ask: Callable[[], Any], rounds: int) -> dict[str, float]:
    """Return p50 and p95 of a call in milliseconds; the first call, which fills caches, is not counted."""
    ask()
    took = []
    for _round in range(rounds):
        started = time.perf_counter()
        ask()
        took.append((time.perf_counter() - started) * 1000)
    took.sort()
    return {"p50_ms": round(statistics.median(took), 1), "p95_ms": round(took[int(len(took) * 0.95)], 1)}


def counted(client: Any, meeting: Any) -> dict[str, int]:
    """Return how many questions each page asks the database."""
    from django.db import connection  # noqa: PLC0415 - after prepare
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415 - after prepare

    found = {}
    for name, address in addresses(meeting):
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        found[name] = len(queries)
    return found


def package() -> dict[str, object]:
    """Build a package with attachments of 500 pages in all, and one of them anew from what is kept."""
    from raadhus.meetings.rules.record import AttachmentRecord  # noqa: PLC0415 - after prepare
    from raadhus.meetings.tests import attached_files  # noqa: PLC0415 - after prepare
    from raadhus.meetings.writer.enclosed import EnclosedFile  # noqa: PLC0415 - after prepare
    from raadhus.meetings.writer.package import write_package  # noqa: PLC0415 - after prepare

    for number in range(10):
        data = attached_files.pdf_of(PAGES_OF_A_PACKAGE // 10, word=f"Bilag {number} side")
        attached_files.FILES[f"bench-{number}"] = EnclosedFile(f"Bilag {number}.pdf", "application/pdf", data)
    meeting = attached_files.meeting_with(*(f"bench-{number}" for number in range(10)))

    def opened(one: AttachmentRecord) -> EnclosedFile | None:
        return attached_files.FILES.get(one.sha256 or "")

    started = time.perf_counter()
    made = write_package(meeting, opened)
    return {"seconds": round(time.perf_counter() - started, 2), "megabytes": round(len(made) / 1_000_000, 1)}


def measure(meetings: int, items: int, rounds: int) -> dict[str, object]:
    """Write the meetings and ask for every page. Returns milliseconds and counts."""
    from django.db import connection  # noqa: PLC0415 - after prepare

    from raadhus.core.search.public import rebuild  # noqa: PLC0415 - after prepare
    from raadhus.kernel.actors import system  # noqa: PLC0415 - after prepare
    from raadhus.meetings.tests.many_meetings import many_meetings  # noqa: PLC0415 - after prepare

    now = datetime.now(ZoneInfo("Europe/Copenhagen"))
    client, actor = secretary(now), system("bench", "Måling")
    small = many_meetings(SMALL, 3, now)
    rebuild(actor=actor, now=now)
    before = counted(client, small[1])
    made = many_meetings(meetings, items, now, first=SMALL)
    rebuild(actor=actor, now=now)
    after = counted(client, made[-1])
    pages = [
        {"page": name, "small": before[name], "large": after[name], **timed(lambda to=address: client.get(to), rounds)}
        for name, address in addresses(made[-1])
    ]
    long = many_meetings(1, 300, now, first=100_000)[0]
    wanted = ("meeting", "item", "reading on a tablet")
    of_300 = [
        {"page": name, **timed(lambda to=address: client.get(to), rounds)}
        for name, address in addresses(long)
        if name in wanted
    ]
    return {
        "database": connection.vendor,
        "meetings": meetings,
        "items": items,
        "rounds": rounds,
        "pages": pages,
        "of_300": of_300,
        "package": package(),
        "load": round(os.getloadavg()[0], 1),
    }


def both(given: argparse.Namespace) -> list[dict[str, Any]]:
    """Measure each database in a process of its own, with a data folder of its own."""
    asked = ("--meetings", str(given.meetings), "--items", str(given.items), "--rounds", str(given.rounds))
    this = [sys.executable, str(Path(__file__).resolve()), *asked]
    answers = []
    for command in (this, [sys.executable, str(ROOT / "tests" / "with_postgres.py"), *this]):
        with tempfile.TemporaryDirectory(prefix="raadhus-bench-") as folder:
            environment = {**os.environ, "RAADHUS_DATA": folder}
            done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)  # noqa: S603 - our own commands
            answers.append(json.loads(done.stdout))
    return answers


def page(answers: list[dict[str, Any]]) -> str:
    """Return the page of what was measured."""
    today = datetime.now(ZoneInfo("Europe/Copenhagen")).date()
    first = answers[0]
    loads = " and ".join(str(one["load"]) for one in answers)
    lines = [
        "# The pages of meetings, measured",
        "",
        f"`make bench`, {today}, {os.cpu_count()} processors, Python {platform.python_version()}; other load on the machine {loads}.",
        f"{first['meetings']} meetings of {first['items']} items, asked for by the secretary through all of Django, {first['rounds']} times each.",
        f"Queries: with {SMALL} meetings of 3 items, and with all of them; a test (`test_scale.py`) keeps the two equal.",
        "",
        "| page | queries, few | queries, many | "
        + " | ".join(f"{one['database']}, p50 / p95 in ms" for one in answers)
        + " |",
        "|---|---|---|" + "---|" * len(answers),
    ]
    for rows in zip(*(one["pages"] for one in answers), strict=True):
        times = " | ".join(f"{row['p50_ms']} / {row['p95_ms']}" for row in rows)
        lines.append(f"| {rows[0]['page']} | {rows[0]['small']} | {rows[0]['large']} | {times} |")
    lines += [
        "",
        "A meeting of 300 items:",
        "",
        "| page | " + " | ".join(f"{one['database']}, p50 / p95 in ms" for one in answers) + " |",
    ]
    lines.append("|---|" + "---|" * len(answers))
    for rows in zip(*(one["of_300"] for one in answers), strict=True):
        lines.append(
            f"| {rows[0]['page']} | " + " | ".join(f"{row['p50_ms']} / {row['p95_ms']}" for row in rows) + " |"
        )
    made = first["package"]
    lines += [
        "",
        f"A package with ten PDFs of {PAGES_OF_A_PACKAGE} pages in all is built in {made['seconds']} s ({made['megabytes']} MB).",
        "",
    ]
    return "\n".join(lines)


def main() -> None:
    """Measure and write."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--meetings", type=int, default=200)
    arguments.add_argument("--items", type=int, default=40)
    arguments.add_argument("--rounds", type=int, default=15)
    arguments.add_argument("--write", type=Path)
    given = arguments.parse_args()
    if given.write:
        given.write.parent.mkdir(parents=True, exist_ok=True)
        given.write.write_text(page(both(given)), encoding="utf-8")
        return
    prepare()
    sys.stdout.write(
        json.dumps(measure(given.meetings, given.items, given.rounds), ensure_ascii=False, indent=2) + "\n"
    )


if __name__ == "__main__":
    main()
