# ruff: noqa: INP001 - a folder of programs, not a package
"""How fast payroll's files are taken in: a million absences, the same file again, and a correction of one in a hundred.

    python benchmarks/workforce.py [--rows 1000000] [--write docs/benchmarks/workforce.md]

Writes one JSON object to standard output, or with --write measures both databases and writes the page. The absences are invented, the same
on every run: employments with up to twenty absences each, days in the Danish style. What is measured is the whole of the action behind the
command: reading and checking every row, contradictions inside the file and with what is known, comparing, writing, the trail and the
commit. Reading the file from the disk is not.
"""

import argparse
import json
import os
import platform
import random
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parent.parent
LIMIT = 30
EVERY = 100
CODES = (*["sickness"] * 6, "child_sick", "holiday", "parental", "partial_sickness")


def prepare() -> None:
    """Set Django up with a data folder of its own."""
    os.environ.setdefault("RAADHUS_DATA", tempfile.mkdtemp(prefix="raadhus-bench-"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "raadhus.config.settings")
    import django  # noqa: PLC0415 - the environment comes first

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415 - after setup

    call_command("migrate", verbosity=0)


def absences(rows: int, *, longer_every: int = 0) -> bytes:
    """Return a file of so many absences; with `longer_every` only each so manieth of them, a day longer than before."""
    dice = random.Random(2024)  # noqa: S311 - invented data, the same on every run
    lines = ["employment;first;last;code;absence;weekly_hours_away;registered"]
    count, employment, first_of_all = 0, 100_000, date(2015, 1, 1)
    while count < rows:
        employment += 1
        day = first_of_all + timedelta(days=dice.randrange(60))
        for _absence in range(min(20, rows - count)):
            last = day + timedelta(days=dice.randrange(1, 10))
            code, count = dice.choice(CODES), count + 1
            told = last + timedelta(days=1 if longer_every else 0)
            if not longer_every or count % longer_every == 0:
                lines.append(f"{employment};{day:%d-%m-%Y};{told:%d-%m-%Y};{code};;;{day:%d-%m-%Y}")
            day = last + timedelta(days=dice.randrange(3, 120))
    return ("\n".join(lines) + "\n").encode()


def measure(rows: int) -> dict[str, Any]:
    """Import the file, the same again and a correction. Returns seconds, what was said of the progress, and the memory used."""
    from django.db import connection  # noqa: PLC0415 - after prepare

    from raadhus.core.workforce.actions.importing import import_payroll  # noqa: PLC0415 - after prepare
    from raadhus.core.workforce.actions.sources import create_source  # noqa: PLC0415 - after prepare
    from raadhus.core.workforce.rules.profiles import OWN_ABSENCES  # noqa: PLC0415 - after prepare
    from raadhus.kernel.actors import system  # noqa: PLC0415 - after prepare

    actor, now = system("bench", "Måling"), datetime.now(ZoneInfo("Europe/Copenhagen"))
    source = create_source(actor=actor, name="Fravær", mapping=OWN_ABSENCES, now=now)
    whole = absences(rows)
    files = {"first time": whole, "the same again": whole, "a correction": absences(rows, longer_every=EVERY)}
    answers = []
    for name, data in files.items():
        steps: list[tuple[str, float]] = []
        started, worked = time.perf_counter(), time.process_time()
        run = import_payroll(
            actor=actor,
            source_key=source.key,
            file_name=f"{name}.csv",
            data=data,
            now=now,
            progress=lambda stage, _done, _total, said=steps: said.append((stage.value, time.perf_counter())),
        )
        ended = time.perf_counter()
        answers.append(
            {
                "file": name,
                "state": run.state,
                "rows": run.rows,
                "megabytes": round(len(data) / 1_000_000, 1),
                "seconds": round(ended - started, 1),
                "worked": round(time.process_time() - worked, 1),
                "stages": {stage: round(spent, 1) for stage, spent in stages(steps, started, ended).items()},
                "told": len(steps),
                "longest_silence": round(longest(steps, started, ended), 1),
            }
        )
    return {
        "database": connection.vendor,
        "files": answers,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "load": round(os.getloadavg()[0], 1),
    }


def stages(steps: list[tuple[str, float]], started: float, ended: float) -> dict[str, float]:
    """Return the seconds from one stage's first word to the next one's; the commit belongs to the last."""
    begun: dict[str, float] = {}
    for stage, at in steps:
        begun.setdefault(stage, at)
    names = list(begun)
    starts = [started, *(begun[name] for name in names[1:]), ended]
    return {name: starts[place + 1] - starts[place] for place, name in enumerate(names)}


def longest(steps: list[tuple[str, float]], started: float, ended: float) -> float:
    """Return the longest time in which somebody who looks on heard nothing."""
    moments = [started, *(at for _stage, at in steps), ended]
    return max(later - earlier for earlier, later in pairwise(moments))


def both(rows: int) -> list[dict[str, Any]]:
    """Measure each database in a process of its own, with a data folder of its own."""
    this = [sys.executable, str(Path(__file__).resolve()), "--rows", str(rows)]
    answers = []
    for command in (this, [sys.executable, str(ROOT / "tests" / "with_postgres.py"), *this]):
        with tempfile.TemporaryDirectory(prefix="raadhus-bench-") as folder:
            environment = {**os.environ, "RAADHUS_DATA": folder}
            done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)  # noqa: S603 - our own commands
            answers.append(json.loads(done.stdout))
    return answers


def page(answers: list[dict[str, Any]], rows: int) -> str:
    """Return the page of what was measured."""
    today = datetime.now(ZoneInfo("Europe/Copenhagen")).date()
    loads = " and ".join(str(one["load"]) for one in answers)
    machine = f"{os.cpu_count()} processors, Python {platform.python_version()}, load {loads} while it was measured"
    lines = [
        "# Payroll's files, measured",
        "",
        f"`make bench` (`python benchmarks/workforce.py --rows {rows}`), {today}, {machine}.",
        f"{rows:,} invented absences of {answers[0]['files'][0]['megabytes']} MB, up to twenty an employment.",
        f"The correction is one in {EVERY} of them, a day longer. The limit is {LIMIT} s for the first time.",
        "At work is the processor time of the importing process, which a busy machine does not change; PostgreSQL's own is not in it.",
        "When the load is above the number of processors, the seconds tell how long the import waited for others too.",
        "Reading, comparing and writing are parts of the whole; the longest silence is how long the progress stood still.",
        "",
        "| database | file | rows | seconds | of the limit | of them at work, s | reading / comparing / writing | longest silence, s |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for answer in answers:
        for one in answer["files"]:
            spent = " / ".join(str(one["stages"].get(stage, "-")) for stage in ("reading", "comparing", "writing"))
            share = f"{one['seconds'] / LIMIT:.2f}"
            measured = (one["seconds"], share, one["worked"], spent, one["longest_silence"])
            lines.append(
                f"| {answer['database']} | {one['file']} | {one['rows']:,} | {' | '.join(map(str, measured))} |"
            )
    peaks = " and ".join(f"{one['peak_mb']} MB ({one['database']})" for one in answers)
    lines += ["", f"The most memory the process used was {peaks}.", ""]
    return "\n".join(lines)


def main() -> None:
    """Measure and write."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rows", type=int, default=1_000_000)
    arguments.add_argument("--write", type=Path)
    given = arguments.parse_args()
    if given.write:
        given.write.write_text(page(both(given.rows), given.rows), encoding="utf-8")
        return
    prepare()
    sys.stdout.write(json.dumps(measure(given.rows), ensure_ascii=False, indent=2) + "\n")


if __name__ == "__main__":
    main()
