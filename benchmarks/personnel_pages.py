# ruff: noqa: INP001 - a folder of programs, not a package
"""What a page of personnel figures costs: at 4,600 and at 600,000 employees, and how long twenty readers at once wait.

usage: python benchmarks/personnel_pages.py [--large 600000] [--pages 120] [--write docs/benchmarks/personnel-pages.md]

The municipalities are invented (benchmarks/made_figures.py). The readers are a process of their own (benchmarks/readers.py) and the server is
`raadhus serve`, as the README starts it.
"""

import argparse
import json
import os
import platform
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import made_figures

PROCESSOR_MS, WAIT_MS, READERS = 25.0, 300.0, 20
SMALL, LARGE = 4_600, 600_000
PORT = 8797
_ROUNDS, _THINK_ROUNDS, _NOES, _WARMING = 6, 3, 60, 3
_CHOICE = random.Random(7)  # noqa: S311 - which pages, the same every time


def prepare(folder: Path) -> None:
    """Set Django up with a data folder of its own, and give a reader of everything and a leader of one unit their logins."""
    os.environ.update(RAADHUS_DATA=str(folder), RAADHUS_MFA_ROLES="", DJANGO_SETTINGS_MODULE="raadhus.config.settings")
    import django  # noqa: PLC0415 - the environment comes first

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415 - after setup

    from raadhus.core.access.public import create_account, grant_role  # noqa: PLC0415 - after setup
    from raadhus.kernel.actors import system  # noqa: PLC0415 - after setup
    from raadhus.kernel.roles import Role  # noqa: PLC0415 - after setup

    call_command("migrate", verbosity=0)
    now, actor, start = datetime.now(UTC), system("bench", "Måling"), date(2020, 1, 1)
    for key, role, unit in (("maaler", Role.HR, None), ("leder", Role.UNIT_LEADER, "u.0")):
        person = {"person_key": key, "name": key.title(), "email": f"{key}@eksempelkoebing.example"}
        create_account(actor=actor, password="ræven-springer-over-hegnet", now=now, **person)  # noqa: S106 - opens nothing but this invented house
        grant_role(actor=actor, person_key=key, role=role, unit=unit, start=start, end=None, now=now)


def publish(number: int, people: int) -> int:
    """Write a cube as a release that is shown by `showing`; return how many figures it has."""
    from django.conf import settings  # noqa: PLC0415 - after prepare

    folder = Path(settings.PERSONNEL_FOLDER) / "published" / str(number)
    folder.mkdir(parents=True)
    return made_figures.make_cube(folder / "cube.duckdb", people)


def show(number: int) -> None:
    """Let a release be the newest, and the only one."""
    from raadhus.personnel.models import Release  # noqa: PLC0415 - after prepare

    now = datetime.now(UTC)
    months = {"first_month": made_figures.FIRST_YEAR * 12, "last_month": made_figures.LAST_YEAR * 12 + 11}
    Release.objects.all().delete()
    Release.objects.create(number=number, state="published", started_by="M", started_at=now, finished_at=now, **months)


def addresses(people: int, pages: int) -> list[str]:
    """Return random addresses, as many of each level of the organisation; every tenth an overview, the others of the drill-down."""
    from raadhus.personnel.rules.choosing import BREAKDOWN_WORDS  # noqa: PLC0415 - after prepare
    from raadhus.personnel.rules.measures.catalogue import MEASURES  # noqa: PLC0415 - after prepare

    levels, found = made_figures.keys_by_level(people), []
    for number in range(pages):
        asked = {"enhed": _CHOICE.choice(levels[number % len(levels)])}
        if number % 10:
            asked |= {
                "maal": _CHOICE.choice(list(MEASURES)),
                "opdeling": _CHOICE.choice(["", *BREAKDOWN_WORDS]),
                "periode": _CHOICE.choice(["aar", "aar", "maaned"]),
                "org": _CHOICE.choice(["nu", "dengang"]),
            }
        found.append(f"/personale/{'tal/' if number % 10 else ''}?{urlencode(asked)}")
    return found


def logged_in(person: str = "maaler") -> Any:
    """Return a client of a reader."""
    from django.conf import settings  # noqa: PLC0415 - after prepare
    from django.contrib.auth import get_user_model  # noqa: PLC0415 - after prepare
    from django.test import Client  # noqa: PLC0415 - after prepare

    settings.ALLOWED_HOSTS = ["*"]
    client = Client()
    client.force_login(get_user_model().objects.get(person_key=person))
    return client


def processor_times(client: Any, asked: list[str], status: int = 200) -> list[float]:
    """Return the processor time of each page in milliseconds."""
    took = []
    for address in asked:
        begun = time.process_time()
        answer = client.get(address)
        took.append((time.process_time() - begun) * 1000)
        if answer.status_code != status:
            raise SystemExit(f"{address}: {answer.status_code}")
    return took


def at(values: list[float], share: float) -> float:
    """Return the value below which a share of them lies."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def pages_measured(sizes: dict[int, int], pages: int) -> dict[int, dict[str, list[float]]]:
    """Return what pages cost at each size: charts to draw, the cube to read, shown before. In turns, so that all have the same machine."""
    from raadhus.personnel.queries import asked as reading  # noqa: PLC0415 - after prepare
    from raadhus.personnel.queries import overview  # noqa: PLC0415 - after prepare

    client, found = logged_in(), {}
    asked = {number: addresses(people, pages) for number, people in sizes.items()}
    for number in sizes:
        show(number)
        found[number] = {"drawn": processor_times(client, asked[number]), "read": [], "again": []}
    for _turn in range(2):
        for number in sizes:
            show(number)
            for kept in (reading.series, reading.side_by_side, overview.every_measure):
                kept.cache_clear()
            found[number]["read"] += processor_times(client, asked[number])
            found[number]["again"] += processor_times(client, asked[number])
    return found


def questions_of(client: Any, asked: list[str]) -> float:
    """Return how many questions a page asks the database, on average."""
    from django.db import connection  # noqa: PLC0415 - after prepare

    questions = []

    def counted(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        questions.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(counted):
        processor_times(client, asked)
    return len(questions) / len(asked)


def noes_measured() -> tuple[float, float]:
    """Return the median processor time of a no to a leader: for units that are another's, and for units that are not there; in turns."""
    client, took = logged_in("leder"), ([], [])  # type: ignore[var-annotated]
    others = [key for key in made_figures.keys_by_level(SMALL)[-1] if not key.startswith("u.0.")]
    for number in range(_NOES):
        key = _CHOICE.choice(others)
        for times, unit in zip(took, (key, f"x{key[1:]}"), strict=True):
            asked = [f"/personale/tal/?{urlencode({'enhed': unit, 'maal': 'sick_percentage'})}"]
            spent = processor_times(client, asked, 404)
            # The first ones are what begins, not what a no costs.
            times.extend(spent if number > _WARMING else [])
    return statistics.median(took[0]), statistics.median(took[1])


@contextmanager
def served() -> Iterator[int]:
    """Run `raadhus serve` with two processes; yield its process number."""
    command = [str(Path(sys.executable).parent / "raadhus"), "serve", "--port", str(PORT), "--workers", "2"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 - the product itself
    try:
        _until_it_answers()
        # The second process may come after the first.
        time.sleep(3)
        yield server.pid
    finally:
        server.terminate()
        server.wait(30)


def processor_of(pid: int) -> float:
    """Return the processor time of a process and its children in seconds."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    ticks = 0
    for one in (str(pid), *children):
        fields = Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def waits(pid: int, asked: list[str], rounds: int, think: float) -> dict[str, float]:
    """Return how long twenty readers at once waited, how many pages a second they got, and the processor time of both sides a page."""
    cookie = f"sessionid={logged_in().cookies['sessionid'].value}"
    program = str(Path(__file__).with_name("readers.py"))
    given = [sys.executable, program, *(str(one) for one in (PORT, READERS, rounds, think))]
    before = processor_of(pid)
    told = subprocess.run(  # noqa: S603 - our own program
        given, input=json.dumps({"cookie": cookie, "addresses": asked}), capture_output=True, text=True, check=True
    )
    used, answer = processor_of(pid) - before, json.loads(told.stdout)
    number = len(answer["waits"])
    return {
        "p50": at(answer["waits"], 0.5),
        "p95": at(answer["waits"], 0.95),
        "rate": number / answer["seconds"],
        "server": used * 1000 / number,
        "readers": answer["cpu"] * 1000 / number,
        "pages": number,
        "load": os.getloadavg()[0],
    }


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


def costs(found: dict[int, dict[str, list[float]]]) -> str:
    """Return the table of processor times, and the growth from the first size to the last."""
    words = {"read": "charts drawn, nothing of the cube read yet", "again": "shown before"}
    small, large = found[1], found[2]
    rows = [
        f"| {said} | {statistics.median(small[kind]):.1f} | {at(small[kind], 0.95):.1f} | {statistics.median(large[kind]):.1f} "
        f"| {at(large[kind], 0.95):.1f} | {at(large[kind], 0.95) / at(small[kind], 0.95):.2f} |"
        for kind, said in words.items()
    ]
    drawn = f"| charts to draw as well | | {at(small['drawn'], 0.95):.0f} | | {at(large['drawn'], 0.95):.0f} | |"
    return "\n".join([*rows, f"| allowed | | {PROCESSOR_MS:.0f} | | {PROCESSOR_MS:.0f} | |", drawn])


def page_of(told: dict[str, Any]) -> str:
    """Return the results as Markdown."""
    closed, calm = told["closed"], told["calm"]
    busy = max(closed["load"], calm["load"]) > 2 * (os.cpu_count() or 1) + 2
    note = "\nThe machine did much else at the same time, so the waits are no measure of the pages; measure again when it is quiet.\n"
    rows = "\n".join(
        f"| {said} | {one['pages']:.0f} | {one['p50']:.0f} | {one['p95']:.0f} | {one['rate']:.0f} | {one['server']:.1f} | {one['readers']:.1f} |"
        for said, one in (
            ("clicking as fast as the answers come", closed),
            ("a second's thought before each click", calm),
        )
    )
    hidden, nothing = told["noes"]
    return f"""# Speed of the pages of personnel figures

`make bench` (`python benchmarks/personnel_pages.py`), {datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} processors, Python {platform.python_version()};
load {told["load"]:.1f} before and {calm["load"]:.1f} after. {told["pages"]} random
addresses of the drill-down and the overview, as many of each level of the organisation. All in one run.

## A page's processor time, flat from {SMALL:,} to {told["large"]:,} employees

| milliseconds | {SMALL:,}: p50 | p95 | {told["large"]:,}: p50 | p95 | p95 against p95 |
|---|---|---|---|---|---|
{costs(told["found"])}

Both cubes are made up, row by row, with all measures in both versions of the organisation: {told["small_figures"]:,} figures of
{told["small_units"]:,} units, and {told["large_figures"]:,} figures of {told["large_units"]:,} units in one file. No unit has more than eight right
below it. In a real country each municipality has a cube of its own, so no house reads one as large as the second.
Questions to the database a page: {told["questions"]:.1f}, whatever it shows.

## {READERS} readers at once

`raadhus serve` as the README starts it (two processes), the cube of {SMALL:,} employees. The readers share the two processors with it.

| {READERS} readers | pages | p50, ms | p95, ms | pages a second | server's processor time a page, ms | readers' |
|---|---|---|---|---|---|---|
{rows}
| allowed | | | {WAIT_MS:.0f} | | | |
{note if busy else ""}
## A no tells nothing by its time

A leader asks for a unit that is somebody else's, and for one that is not there: {hidden:.2f} and {nothing:.2f} ms of processor time at the median,
{hidden / nothing:.2f} times. A test counts the questions and the function calls of both (`personnel/tests/test_figure_cost.py`).

Ratios of p95 to what is allowed: page {at(told["found"][1]["again"], 0.95) / PROCESSOR_MS:.2f}, wait {closed["p95"] / WAIT_MS:.2f}.
"""


def measured(large: int, pages: int) -> dict[str, Any]:
    """Measure everything in one run."""
    told: dict[str, Any] = {"load": os.getloadavg()[0], "large": large, "pages": pages}
    sizes = {1: SMALL, 2: large}
    for number, people in sizes.items():
        name = "small" if number == 1 else "large"
        told[f"{name}_figures"] = publish(number, people)
        told[f"{name}_units"] = sum(map(len, made_figures.keys_by_level(people)))
    told["found"] = pages_measured(sizes, pages)
    show(1)
    asked = addresses(SMALL, pages)
    processor_times(logged_in(), asked)
    told |= {"questions": questions_of(logged_in(), asked[:20]), "noes": noes_measured()}
    with served() as pid:
        waits(pid, asked, 2, 0)
        told["closed"] = waits(pid, asked, _ROUNDS, 0)
        told["calm"] = waits(pid, asked, _THINK_ROUNDS, 1)
    return told


def main() -> None:
    """Measure, and print or write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--large", type=int, default=LARGE)
    parser.add_argument("--pages", type=int, default=120)
    parser.add_argument("--write", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="raadhus-bench-") as folder:
        prepare(Path(folder))
        written = page_of(measured(given.large, given.pages))
    if given.write:
        given.write.write_text(written, encoding="utf-8")
    sys.stdout.write(written)


if __name__ == "__main__":
    main()
