# ruff: noqa: INP001 - a folder of programs, not a package
"""What a month more costs: a first release of invented payroll, and the release of the month after it, by one process and by two.

usage: python benchmarks/personnel_release.py [--people 200] [--write docs/benchmarks/personnel-release.md]

The people are those of the tests (raadhus.personnel.tests.made_payroll), more of them, in a tree of 1-4-16 units.
"""

import argparse
import os
import platform
import resource
import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple

KNOWN, MONTH_MORE = date(2025, 1, 31), date(2025, 2, 28)
_CENTRES, _UNITS = 4, 4
_SPREAD = (3, 2, 1, 2)


class Cost(NamedTuple):
    """What a release took: seconds on the clock, processor seconds of all processes; how many periods were planned and are out, which corrected."""

    seconds: float
    processor: float
    planned: int
    out: int
    corrected: frozenset[Any]


def prepare(folder: Path) -> None:
    """Set Django up with a data folder of its own."""
    os.environ.update(RAADHUS_DATA=str(folder), DJANGO_SETTINGS_MODULE="raadhus.config.settings")
    import django  # noqa: PLC0415 - the environment comes first

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415 - after setup

    call_command("migrate", verbosity=0)


def payroll_of(people: int, known_to: date) -> Any:
    """Return what payroll has told until a day."""
    from raadhus.personnel.rules.history import UnitSpan  # noqa: PLC0415 - after prepare
    from raadhus.personnel.tests.made_payroll import payroll  # noqa: PLC0415 - after prepare

    begun, sizes, spans = date(2020, 1, 1), {}, [UnitSpan("by", None, "By", date(2020, 1, 1), None)]
    for centre in range(_CENTRES):
        spans.append(UnitSpan(f"c{centre}", "by", f"Center {centre}", begun, None))
        for number in range(_UNITS):
            key = f"c{centre}-{number}"
            spans.append(UnitSpan(key, f"c{centre}", f"Enhed {centre}.{number}", begun, None))
            sizes[key] = people * _SPREAD[number] // (sum(_SPREAD) * _CENTRES)
    return replace(payroll(known_to, people=sizes), spans=spans)


def processor() -> float:
    """Return the processor seconds of this process and of those it has ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def released(told: Any, workers: int) -> Cost:
    """Release what payroll has told, and return what it cost."""
    from raadhus.kernel.actors import system  # noqa: PLC0415 - after prepare
    from raadhus.personnel.actions import releasing  # noqa: PLC0415 - after prepare
    from raadhus.personnel.batch.store import term_of  # noqa: PLC0415 - after prepare

    # Reading payroll out of the database is no part of making the figures.
    releasing.read_payroll = lambda _reader, now: told  # noqa: ARG005 - as it is called
    today = told.known_to.replace(day=1, month=told.known_to.month + 1)
    now = datetime.combine(today, datetime.min.time(), UTC)
    begun, used = time.perf_counter(), processor()
    made = releasing.release_figures(actor=system("bench", "Måling"), today=today, now=now, workers=workers).release
    seconds, spent = time.perf_counter() - begun, processor() - used
    terms = made.manifest["terms"]
    corrected = {term_of(written) for written, one in terms.items() if one.get("corrected") == made.number}
    planned = sum(one["release"] == made.number for one in terms.values())
    return Cost(seconds, spent, planned, len(terms), frozenset(corrected))


def measured(people: int, folder: Path, workers: int) -> tuple[Cost, Cost]:
    """Return the cost of the first release and of the month after it, and hold that what was out stands."""
    from django.conf import settings  # noqa: PLC0415 - after prepare

    from raadhus.personnel.models import Release  # noqa: PLC0415 - after prepare
    from raadhus.personnel.queries.cubes import current_cube  # noqa: PLC0415 - after prepare

    settings.PERSONNEL_FOLDER = folder / f"workers-{workers}"
    Release.objects.all().delete()
    first = released(payroll_of(people, KNOWN), workers)
    before = set(current_cube().every())
    second = released(payroll_of(people, MONTH_MORE), workers)
    changed = {one.term for one in before - set(current_cube().every())}
    if not changed <= second.corrected:
        raise SystemExit(f"what was out has changed: {', '.join(sorted(map(str, changed - second.corrected)))}")
    return first, second


def page_of(people: int, found: dict[int, tuple[Cost, Cost]], load: float) -> str:
    """Return the results as Markdown."""
    rows = []
    for workers, (first, second) in found.items():
        rows += [
            f"| {workers} | {words} | {one.planned} | {len(one.corrected)} | {one.out} | {one.seconds:.1f} | {one.processor:.1f} |"
            for words, one in (("the first release", first), ("a month more", second))
        ]
    first, second = found[1]
    body = "\n".join(rows)
    return f"""# A month more, measured

`make bench` (`python benchmarks/personnel_release.py`), {datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} processors,
Python {platform.python_version()}; load {load:.1f} before and {os.getloadavg()[0]:.1f} after.

{people} invented people in 21 units, everybody's sickness since the end of 2023. The first release holds the year 2024 and the months until
January 2025; then payroll tells of February. All in one run; processor time is of all processes together. What is planned anew is only what
was not out, and what payroll now tells otherwise of: sickness that went on past January. Every other figure that was out is held equal
afterwards. The attacks' own trials, the attack on all months together and the tables of the batch are made anew each time and are part of both.

| processes | | periods planned | periods corrected | periods out | seconds | processor seconds |
|---|---|---|---|---|---|---|
{body}

A month more takes {second.processor / first.processor:.2f} of the processor time of the first release.
"""


def main() -> None:
    """Measure, and print or write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=1500)
    parser.add_argument("--write", type=Path)
    given = parser.parse_args()
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory(prefix="raadhus-bench-") as folder:
        prepare(Path(folder))
        found = {workers: measured(given.people, Path(folder), workers) for workers in (1, 2)}
    written = page_of(given.people, found, load)
    if given.write:
        given.write.write_text(written, encoding="utf-8")
    sys.stdout.write(written)


if __name__ == "__main__":
    main()
