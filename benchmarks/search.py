"""How fast the search answers: 10,000 agenda items, on the database that the settings name. `make bench` runs it on both.

    python benchmarks/search.py [--entries 10000] [--rounds 20]

Writes one JSON object to standard output. The texts are made of the search's own vocabulary, Zipf-like, about 250 words each, the same
on every run; a third of the entries are closed to the reader who asks.
"""

import argparse
import json
import os
import random
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

SEED = 20250602
QUERIES = (
    "refusion",
    "dagpengerefusion",
    "personale",
    "sag",
    "budget økonomi",
    '"økonomi budget"',
    "beredskab kommune plan",
    "bered",
    "24/1200",
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
        glued = [
            first + second if chance.random() < 0.2 else first
            for first, second in zip(chosen, chosen[1:], strict=False)
        ]
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
    found = {}
    for _round in range(rounds):
        for query in QUERIES:
            started = time.perf_counter()
            answer = search(PUBLIC, query, now=now)
            took[query].append((time.perf_counter() - started) * 1000)
            found[query] = answer.total
    every = sorted(value for values in took.values() for value in values)
    return {
        "database": connection.vendor,
        "entries": entries,
        "rounds": rounds,
        "index_seconds": round(indexing, 1),
        "p50_ms": round(statistics.median(every), 1),
        "p95_ms": round(every[int(len(every) * 0.95)], 1),
        "queries": [
            {"query": query, "found": found[query], "p95_ms": round(sorted(values)[int(len(values) * 0.95)], 1)}
            for query, values in took.items()
        ],
    }


def main() -> None:
    """Measure and write."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--entries", type=int, default=10_000)
    arguments.add_argument("--rounds", type=int, default=20)
    given = arguments.parse_args()
    prepare()
    sys.stdout.write(json.dumps(measure(given.entries, given.rounds), ensure_ascii=False, indent=2) + "\n")


if __name__ == "__main__":
    main()
