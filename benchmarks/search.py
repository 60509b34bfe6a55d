# ruff: noqa: INP001 - a folder of programs, not a package
"""How fast the search answers: 10,000 agenda items, on the database that the settings name. `make bench` runs it on both.

    python benchmarks/search.py [--entries 10000] [--rounds 20] [--write docs/benchmarks/search.md]

Writes one JSON object to standard output, or with --write measures both databases and writes the page. The
texts are made of the search's own vocabulary, Zipf-like, about 250 words each, the same on every run; a third of the entries are
closed to the reader who asks.
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
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parent.parent
SEED = 20250602
COMPOUNDS = 0.2
QUERIES = (
    "refusion",
    "dagpengerefusion",
    "personale",
    "sag",
    "budget økonomi",
    '"økonomi budget"',
    "beredskab kommune plan",
    "bered",
    "1200",
    "undervisning skole elev",
    "findesikke",
    "a",
)


def prepare() -> None:
    """Set Django up with a data folder of its own."""
    os.environ.setdefault("RAADHUS_DATA", tempfile.mkdtemp(prefix="raadhus-bench-"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "raadhus.config.settings")
    import django  # noqa: PLC0415 - the environment comes first

    django.setup()


def make(count: int) -> list[object]:
    """Return the entries."""
    from raadhus.core.search.rules import vocabulary  # noqa: PLC0415 - after prepare
    from raadhus.kernel.rooms import SearchEntry  # noqa: PLC0415 - after prepare

    chance = random.Random(SEED)  # noqa: S311 - the same texts on every run
    words = sorted(set(vocabulary._WORDS.split()))  # noqa: SLF001 - a benchmark reads the list as it is
    chance.shuffle(words)
    weights = [1 / (place + 5) for place in range(len(words))]

    def text(length: int) -> str:
        chosen = chance.choices(words, weights, k=length)
        glued = [first + second if chance.random() < COMPOUNDS else first for first, second in pairwise(chosen)]
        return " ".join(glued)

    bodies = ("Direktionen", "Hovedudvalget", "Chefforum", "Økonomiudvalget")
    return [
        SearchEntry(
            key=str(number),
            title=f"{text(6).capitalize()} {chance.randint(20, 26)}/{number}",
            body=text(250),
            url=f"/moeder/{number // 12}/{number % 12}/",
            date=date(2015, 1, 1) + timedelta(days=number // 3),
            kind="agenda_item",
            allowed=frozenset({"closed" if number % 3 == 0 else "public"}),
            facets={"body": bodies[number % 4]},
        )
        for number in range(count)
    ]


@dataclass
class Shelf:
    """The source of the benchmark's entries."""

    held: list[object]
    name: str = "bench"
    label: str = "Måling"

    def entries(self, keys: object = None) -> list[object]:
        """Return everything."""
        del keys
        return self.held

    def viewer_labels(self, viewer: object, now: object) -> frozenset[str]:
        """Everybody sees what is public, and nothing else."""
        del viewer, now
        return frozenset({"public"})


def measure(entries: int, rounds: int) -> dict[str, object]:
    """Build the index and ask every query `rounds` times. Returns milliseconds."""
    from django.apps import apps  # noqa: PLC0415 - after prepare
    from django.core.management import call_command  # noqa: PLC0415 - after prepare
    from django.db import connection  # noqa: PLC0415 - after prepare

    from raadhus.core.search.public import rebuild, search  # noqa: PLC0415 - after prepare
    from raadhus.kernel.actors import PUBLIC, system  # noqa: PLC0415 - after prepare

    call_command("migrate", verbosity=0)
    for app in apps.get_app_configs():
        if hasattr(app, "room"):
            app.room = replace(app.room, search=(Shelf(make(entries)),) if app.label == "search" else ())
    now = datetime.now(ZoneInfo("Europe/Copenhagen"))
    started = time.perf_counter()
    rebuild(actor=system("bench", "Måling"), now=now)
    indexing = time.perf_counter() - started
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    took: dict[str, list[float]] = {query: [] for query in QUERIES}
    worked: list[float] = []
    found = {}
    for _round in range(rounds):
        for query in QUERIES:
            started, busy = time.perf_counter(), time.process_time()
            answer = search(PUBLIC, query, now=now)
            took[query].append((time.perf_counter() - started) * 1000)
            worked.append((time.process_time() - busy) * 1000)
            found[query] = answer.total
    every = sorted(value for values in took.values() for value in values)
    return {
        "database": connection.vendor,
        "entries": entries,
        "rounds": rounds,
        "index_seconds": round(indexing, 1),
        "p50_ms": round(statistics.median(every), 1),
        "p95_ms": round(every[int(len(every) * 0.95)], 1),
        "p95_processor_ms": round(sorted(worked)[int(len(worked) * 0.95)], 1),
        "load": round(os.getloadavg()[0], 1),
        "queries": [
            {"query": query, "found": found[query], "p95_ms": round(sorted(values)[int(len(values) * 0.95)], 1)}
            for query, values in took.items()
        ],
    }


def both(entries: int, rounds: int) -> list[dict[str, object]]:
    """Measure each database in a process of its own, with a data folder of its own."""
    this = [sys.executable, str(Path(__file__).resolve()), "--entries", str(entries), "--rounds", str(rounds)]
    postgres = [sys.executable, str(ROOT / "tests" / "with_postgres.py")]
    answers = []
    for command in (this, [*postgres, *this]):
        with tempfile.TemporaryDirectory(prefix="raadhus-bench-") as folder:
            environment = {**os.environ, "RAADHUS_DATA": folder}
            done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)  # noqa: S603 - our own commands
            answers.append(json.loads(done.stdout))
    return answers


def page(answers: list[dict[str, object]]) -> str:
    """Return the page of what was measured."""
    today = datetime.now(ZoneInfo("Europe/Copenhagen")).date()
    lines = [
        "# The search, measured",
        "",
        f"`make bench`, {today}, {os.cpu_count()} processors, Python {platform.python_version()}.",
        "The budget is 50 ms (p95) for 10,000 agenda items.",
        "",
        "| | " + " | ".join(str(one["database"]) for one in answers) + " |",
        "|---|" + "---|" * len(answers),
    ]
    rows = (
        ("entries, a third of them closed to the reader", "entries"),
        ("answer, p50 in ms", "p50_ms"),
        ("answer, p95 in ms", "p95_ms"),
        ("of it in our own process, p95 in ms of processor time", "p95_processor_ms"),
        ("building the index from nothing, s", "index_seconds"),
        ("other load on the machine at the end (1 minute)", "load"),
    )
    lines += [f"| {label} | " + " | ".join(str(one[key]) for one in answers) + " |" for label, key in rows]
    lines += ["", "| query | found | " + " | ".join(f"{one['database']}, p95 in ms" for one in answers) + " |"]
    lines.append("|---|---|" + "---|" * len(answers))
    for of_query in zip(*(one["queries"] for one in answers), strict=True):
        times = " | ".join(str(one["p95_ms"]) for one in of_query)
        lines.append(f"| `{of_query[0]['query']}` | {of_query[0]['found']} | {times} |")
    note = (
        "An answer is the whole of `search()`: the filter by access, totals, choices, order, one page of twenty with marked snippets. "
        "The texts are made of our own vocabulary, about 250 words each with every fifth word a compound, which makes building the index "
        "slower than real texts do: real texts repeat their words."
    )
    return "\n".join([*lines, "", note, ""])


def main() -> None:
    """Measure and write."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--entries", type=int, default=10_000)
    arguments.add_argument("--rounds", type=int, default=20)
    arguments.add_argument("--write", type=Path)
    given = arguments.parse_args()
    if given.write:
        given.write.parent.mkdir(parents=True, exist_ok=True)
        given.write.write_text(page(both(given.entries, given.rounds)), encoding="utf-8")
        return
    prepare()
    sys.stdout.write(json.dumps(measure(given.entries, given.rounds), ensure_ascii=False, indent=2) + "\n")


if __name__ == "__main__":
    main()
