# ruff: noqa: INP001 - a folder of programs, not a package
"""What a page of personnel figures costs: processor time for random addresses, and how long twenty readers at once wait.

usage: python benchmarks/personnel_pages.py [--units 105] [--pages 150] [--write docs/benchmarks/personnel-pages.md]

The municipality is invented: a tree of 1-4-20-80 units, seven years, 24 months, all measures, breakdowns of the last two years.
"""

import argparse
import os
import platform
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

PROCESSOR_MS, WAIT_MS, READERS = 25.0, 300.0, 20
FIRST_YEAR, LAST_YEAR, MONTHS_FROM, PARTS_FROM = 2019, 2025, 2024, 2024
PORT = 8797
_CHOICE = random.Random(7)  # noqa: S311 - made-up figures, the same every time


def prepare(folder: Path) -> None:
    """Set Django up with a data folder of its own."""
    os.environ.update(RAADHUS_DATA=str(folder), RAADHUS_MFA_ROLES="", DJANGO_SETTINGS_MODULE="raadhus.config.settings")
    import django  # noqa: PLC0415 - the environment comes first

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415 - after setup

    call_command("migrate", verbosity=0)


def units(count: int) -> list[Any]:
    """Return both versions of a tree: each unit but the first lies below one of a quarter as many before it."""
    from raadhus.personnel.engines.cube import VERSIONS, CubeUnit  # noqa: PLC0415 - after prepare

    parents = [-1, *((number - 1) // 4 for number in range(1, count))]
    below: dict[int, list[int]] = {}
    for number, parent in enumerate(parents):
        below.setdefault(parent, []).append(number)
    order, waiting = [], [(0, 0)]
    while waiting:
        number, depth = waiting.pop()
        order.append((number, depth))
        waiting += [(one, depth + 1) for one in reversed(below.get(number, []))]
    span = (FIRST_YEAR * 12, LAST_YEAR * 12 + 12)
    return [
        CubeUnit(version, f"u{number}", f"u{parents[number]}" if number else "", f"Enhed {number}", place, depth, *span)
        for version in VERSIONS
        for place, (number, depth) in enumerate(order)
    ]


def figures(listed: list[Any]) -> Iterator[Any]:
    """Yield invented figures of every measure, term and breakdown."""
    from raadhus.personnel.engines.cube import CubeFigure  # noqa: PLC0415 - after prepare
    from raadhus.personnel.rules.disclosure.lattice import Step, Term  # noqa: PLC0415 - the same
    from raadhus.personnel.rules.measures.catalogue import MEASURES  # noqa: PLC0415 - the same
    from raadhus.personnel.tests.made_cube import VALUES  # noqa: PLC0415 - the same

    years = [Term(year, Step.YEAR) for year in range(FIRST_YEAR, LAST_YEAR + 1)]
    months = [Term(year, Step.MONTH, month) for year in range(MONTHS_FROM, LAST_YEAR + 1) for month in range(1, 13)]
    parts = [("", ""), *((kind.value, value) for kind, values in VALUES.items() for value in values)]
    for unit in listed:
        for measure in MEASURES.values():
            for kind, value in parts:
                terms = [*years, *months] if not kind else [one for one in years if one.year >= PARTS_FROM]
                for term in terms:
                    shown = Decimal(_CHOICE.randint(100, 999)).scaleb(-measure.decimals)
                    hidden = bool(kind) and _CHOICE.random() < 0.5  # noqa: PLR2004 - about as many as in a small unit
                    yield CubeFigure(
                        unit.version,
                        unit.unit,
                        False,
                        measure.key,
                        kind,
                        value,
                        term,
                        None if hidden else shown,
                        not hidden,
                        "Vises ikke: færre end 5 personer. Tallet indgår i enheden ovenfor." if hidden else "",
                    )


def publish(count: int) -> None:
    """Write the cube and its release, and give a reader a login."""
    from django.conf import settings  # noqa: PLC0415 - after prepare

    from raadhus.core.access.public import create_account, grant_role  # noqa: PLC0415 - the same
    from raadhus.kernel.actors import system  # noqa: PLC0415 - the same
    from raadhus.kernel.roles import Role  # noqa: PLC0415 - the same
    from raadhus.personnel.engines.cube import write_cube  # noqa: PLC0415 - the same
    from raadhus.personnel.models import Release  # noqa: PLC0415 - the same

    months = {"first_month": FIRST_YEAR * 12, "last_month": LAST_YEAR * 12 + 11}
    about = {"number": "1", "least": "5", **{name: str(month) for name, month in months.items()}}
    folder = Path(settings.PERSONNEL_FOLDER) / "published" / "1"
    folder.mkdir(parents=True)
    listed = units(count)
    write_cube(folder / "cube.duckdb", units=listed, figures=figures(listed), about=about)
    now, actor = datetime.now(UTC), system("bench", "Måling")
    Release.objects.create(number=1, state="published", started_by="M", started_at=now, finished_at=now, **months)
    person = {"person_key": "maaler", "name": "Måler", "email": "maaler@eksempelkoebing.example"}
    create_account(actor=actor, password="ræven-springer-over-hegnet", now=now, **person)  # noqa: S106 - nobody's
    start = date(2020, 1, 1)
    grant_role(actor=actor, person_key="maaler", role=Role.HR, unit=None, start=start, end=None, now=now)


def addresses(count: int, pages: int) -> list[str]:
    """Return random addresses of the drill-down, and every tenth an overview."""
    from raadhus.personnel.rules.choosing import BREAKDOWN_WORDS  # noqa: PLC0415 - after prepare
    from raadhus.personnel.rules.measures.catalogue import MEASURES  # noqa: PLC0415 - the same

    found = []
    for number in range(pages):
        asked = {"enhed": f"u{_CHOICE.randrange(count)}"}
        if number % 10:
            asked |= {
                "maal": _CHOICE.choice(list(MEASURES)),
                "opdeling": _CHOICE.choice(["", *BREAKDOWN_WORDS]),
                "periode": _CHOICE.choice(["aar", "aar", "maaned"]),
                "org": _CHOICE.choice(["nu", "dengang"]),
            }
        found.append(f"/personale/{'tal/' if number % 10 else ''}?{urlencode(asked)}")
    return found


def logged_in() -> Any:
    """Return a client of the reader."""
    from django.conf import settings  # noqa: PLC0415 - after prepare
    from django.contrib.auth import get_user_model  # noqa: PLC0415 - the same
    from django.test import Client  # noqa: PLC0415 - the same

    settings.ALLOWED_HOSTS = ["*"]
    client = Client()
    client.force_login(get_user_model().objects.get(person_key="maaler"))
    return client


def processor_times(client: Any, asked: list[str]) -> list[float]:
    """Return the processor time of each page in milliseconds, in order of size."""
    took = []
    for address in asked:
        begun = time.process_time()
        answer = client.get(address)
        took.append((time.process_time() - begun) * 1000)
        if answer.status_code != 200:  # noqa: PLR2004 - HTTP's own number
            raise SystemExit(f"{address}: {answer.status_code}")
    return sorted(took)


def pages_measured(count: int, pages: int) -> dict[str, float]:
    """Return what pages cost: with charts to draw, with the cube to read, and shown before; and the questions to the database."""
    from django.db import connection  # noqa: PLC0415 - after prepare

    from raadhus.personnel.queries import asked as reading  # noqa: PLC0415 - the same
    from raadhus.personnel.queries import overview  # noqa: PLC0415 - the same

    client, asked = logged_in(), addresses(count, pages)
    processor_times(client, asked[:20])
    first = processor_times(client, asked)
    for kept in (reading.series, reading.side_by_side, overview.every_measure):
        kept.cache_clear()
    read, again = processor_times(client, asked), processor_times(client, asked)
    questions = []

    def counted(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        questions.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(counted):
        processor_times(client, asked[:20])
    return {
        "first_p95": at(first, 0.95),
        "read_p50": statistics.median(read),
        "read_p95": at(read, 0.95),
        "again_p50": statistics.median(again),
        "again_p95": at(again, 0.95),
        "questions": len(questions) / 20,
    }


def at(sorted_values: list[float], share: float) -> float:
    """Return the value below which a share of them lies."""
    return sorted_values[min(len(sorted_values) - 1, int(len(sorted_values) * share))]


def waits(asked: list[str], session: str) -> list[float]:
    """Return how long twenty readers at once waited for each page, in milliseconds, in order of size."""
    took: list[float] = []
    # Each begins at another place of the same addresses.
    rounds = [asked[start::READERS] for start in range(READERS)]
    ready = threading.Barrier(READERS)

    def read(own: list[str]) -> None:
        connection = HTTPConnection("127.0.0.1", PORT, timeout=60)
        ready.wait()
        for address in own:
            begun = time.perf_counter()
            connection.request("GET", address, headers={"Cookie": f"sessionid={session}"})
            answer = connection.getresponse()
            answer.read()
            took.append((time.perf_counter() - begun) * 1000)
            if answer.status != 200:  # noqa: PLR2004 - HTTP's own number
                raise SystemExit(f"{address}: {answer.status}")

    threads = [threading.Thread(target=read, args=(own,)) for own in rounds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(took)


def served(count: int, pages: int) -> dict[str, float]:
    """Return how long readers of the real server wait: `raadhus serve` with two processes."""
    session = logged_in().cookies["sessionid"].value
    command = [str(Path(sys.executable).parent / "raadhus"), "serve", "--port", str(PORT), "--workers", "2"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 - the product itself
    try:
        _until_it_answers()
        asked = addresses(count, pages)
        waits(asked, session)
        found = waits(asked, session)
    finally:
        server.terminate()
        server.wait(30)
    return {"wait_p50": statistics.median(found), "wait_p95": at(found, 0.95), "load": os.getloadavg()[0]}


def _until_it_answers() -> None:
    for _try in range(120):
        try:
            connection = HTTPConnection("127.0.0.1", PORT, timeout=5)
            connection.request("GET", "/personale/maal/")
            connection.getresponse().read()
        except OSError:
            time.sleep(0.5)
        else:
            return
    raise SystemExit("the server does not answer")


def page_of(count: int, pages: int, found: dict[str, float]) -> str:
    """Return the results as Markdown."""
    busy = found["load"] > 2 * (os.cpu_count() or 1)
    note = "\nThe machine did much else at the same time, so the wait is no measure of the pages; measure again when it is quiet.\n"
    return f"""# Speed of the pages of personnel figures

`make bench`, {datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} processors, Python {platform.python_version()}, {count} invented units,
seven years, 24 months, all measures; {pages} random addresses of the drill-down and the overview. Load of the machine {found["load"]:.1f}.

| processor time of a whole page, ms | p50 | p95 |
|---|---|---|
| charts drawn, nothing of the cube read yet | {found["read_p50"]:.1f} | {found["read_p95"]:.1f} |
| shown before | {found["again_p50"]:.1f} | {found["again_p95"]:.1f} |
| allowed | | {PROCESSOR_MS:.0f} |
| a page whose charts nobody drew ahead | | {found["first_p95"]:.1f} |

| {READERS} readers at once, `raadhus serve` with two processes, ms | p50 | p95 |
|---|---|---|
| from question to whole answer | {found["wait_p50"]:.0f} | {found["wait_p95"]:.0f} |
| allowed | | {WAIT_MS:.0f} |
{note if busy else ""}
{found["questions"]:.1f} questions to the database a page, whatever it shows.
Ratios of p95 to what is allowed: {found["again_p95"] / PROCESSOR_MS:.2f} and {found["wait_p95"] / WAIT_MS:.2f}.
"""


def main() -> None:
    """Measure, and print or write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--units", type=int, default=105)
    parser.add_argument("--pages", type=int, default=150)
    parser.add_argument("--write", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="raadhus-bench-") as folder:
        prepare(Path(folder))
        publish(given.units)
        found = pages_measured(given.units, given.pages)
        found |= served(given.units, given.pages)
    written = page_of(given.units, given.pages, found)
    if given.write:
        given.write.write_text(written, encoding="utf-8")
    sys.stdout.write(written)


if __name__ == "__main__":
    main()
