# ruff: noqa: INP001 - a folder of programs, not a package
"""How long 100,000 absence cases take: the calculation itself, as a command over a file, and as a recalculation of the database.

usage: python benchmarks/refunds.py [--cases 100000] [--write docs/benchmarks/refunds.md]
"""

import argparse
import csv
import os
import platform
import random
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

LIMIT = 5.0
TODAY = date(2026, 6, 1)
_MOST = 0.9
_CHOICE = random.Random(4)  # noqa: S311 - made-up absences, the same every time


def made_up(count: int) -> list[tuple[date, date | None, date | None, date | None]]:
    """Return (first, last, notified, claimed) of absences as they come: most ended, most in time, some late, some never."""
    found = []
    for _ in range(count):
        first = date(2022, 1, 3) + timedelta(days=_CHOICE.randrange(1_500))
        last = first + timedelta(days=_CHOICE.randrange(31, 250)) if _CHOICE.random() < _MOST else None
        notified = first + timedelta(days=_CHOICE.randrange(23, 70)) if _CHOICE.random() < _MOST else None
        claimed = (
            notified + timedelta(days=_CHOICE.randrange(5, 140)) if notified and _CHOICE.random() < _MOST else None
        )
        found.append((first, last, notified, claimed))
    return found


def seconds_of_the_calculation(rows: list[tuple[date, date | None, date | None, date | None]]) -> float:
    """Return how long everything that is worked out of each case takes: loss, cause, year, next step, what is at risk."""
    from raadhus.refunds.rules.cases import Absence, Kind, Settings  # noqa: PLC0415 - a program, not a module
    from raadhus.refunds.rules.outcome import outcome_of  # noqa: PLC0415 - the same

    kinds, settings = list(Kind), Settings()
    absences = [
        Absence(
            str(number),
            f"U{number % 60}",
            first,
            last,
            Decimal(37),
            kinds[number % len(kinds)] if number % 4 == 0 else Kind.ORDINARY,
            first,
            notified,
            claimed,
            hourly_wage_ore=None if number % 3 else 15_000,
            absence_hours=Decimal("18.5"),
        )
        for number, (first, last, notified, claimed) in enumerate(rows)
    ]
    # Processor time: the calculation does nothing else than reckon, and the machine may be busy with other things.
    begun = time.process_time()
    for absence in absences:
        outcome_of(absence, settings, TODAY)
    return time.process_time() - begun


def seconds_of_the_command(rows: list[tuple[date, date | None, date | None, date | None]], folder: Path) -> float:
    """Return how long `raadhus refunds calculate --json` takes over a file of them, as a process; it writes every step of every loss."""
    file = folder / "cases.csv"
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(
            [
                "case_id",
                "unit",
                "first_absence_date",
                "last_absence_date",
                "weekly_hours",
                "kind",
                "registered_date",
                "notified_date",
                "claimed_date",
            ]
        )
        for number, (first, last, notified, claimed) in enumerate(rows):
            writer.writerow([number, f"U{number % 60}", first, last, 37, "ordinary", first, notified, claimed])
    command = [
        str(Path(sys.executable).parent / "raadhus"),
        "refunds",
        "calculate",
        "--json",
        "--on",
        str(TODAY),
        str(file),
    ]
    begun = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - the product itself
    return time.perf_counter() - begun


def seconds_of_the_database(
    rows: list[tuple[date, date | None, date | None, date | None]], folder: Path
) -> dict[str, float]:
    """Return how long the first recalculation, one that changes nothing, and one a month later take on a database of its own (SQLite)."""
    os.environ["RAADHUS_DATA"] = str(folder)
    subprocess.run(  # noqa: S603 - the product itself
        [str(Path(sys.executable).parent / "raadhus"), "manage", "migrate", "-v0"],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    import django  # noqa: PLC0415 - after the data directory is known

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "raadhus.config.settings")
    django.setup()
    _load(rows)
    from raadhus.kernel.actors import system  # noqa: PLC0415 - after the setup
    from raadhus.refunds.actions.recalculating import recalculate  # noqa: PLC0415 - the same

    actor, now, taken = system("benchmark", "Måling"), datetime(2026, 6, 1, 9, tzinfo=UTC), {}
    for name, today in (("first", TODAY), ("again", TODAY), ("a month later", TODAY + timedelta(days=30))):
        begun = time.perf_counter()
        recalculate(actor=actor, today=today, now=now)
        taken[name] = time.perf_counter() - begun
    return taken


def _load(rows: list[tuple[date, date | None, date | None, date | None]]) -> None:
    from raadhus.core.workforce.models import AbsenceVersion, EmploymentVersion, ImportRun, PayrollSource  # noqa: PLC0415 - after setup

    now = datetime(2026, 6, 1, 8, tzinfo=UTC)
    PayrollSource.objects.create(key="b", name="b", subject="absences", mapping={}, created_at=now, changed_at=now)
    run = ImportRun.objects.create(
        source_id="b",
        file_name="b",
        file_sha256="0" * 64,
        state="done",
        imported_by="b",
        imported_by_name="b",
        started_at=now,
        finished_at=now,
    )
    known = {"source_id": "b", "fingerprint": 1, "known_from": run}
    EmploymentVersion.objects.bulk_create(
        (
            EmploymentVersion(
                key=f"E{n}",
                employment=f"E{n}",
                person=f"P{n}",
                unit_key=f"U{n % 60}",
                start_date=date(2015, 1, 1),
                hired_date=date(2015, 1, 1),
                weekly_hours=3700,
                form="monthly",
                **known,
            )
            for n in range(len(rows))
        ),
        batch_size=2_000,
    )
    AbsenceVersion.objects.bulk_create(
        (
            AbsenceVersion(
                key=f"A{n}",
                employment=f"E{n}",
                first_date=first,
                last_date=last,
                kind="sickness",
                code="790",
                registered_date=first,
                sends_notification=True,
                **known,
            )
            for n, (first, last, _notified, _claimed) in enumerate(rows)
        ),
        batch_size=2_000,
    )


def report(count: int, calculation: float, command: float, database: dict[str, float]) -> str:
    """Return the result as a page."""
    today = datetime.now(tz=UTC).date().isoformat()
    verdict = "within" if calculation <= LIMIT else "BEYOND"
    lines = "".join(
        f"| recalculation of the database (SQLite), {name} | {taken:.1f} |\n" for name, taken in database.items()
    )
    return (
        "# Speed of the refund calculation\n\n"
        f"`make bench`, {today}, {os.cpu_count()} processors, Python {platform.python_version()}, {count:,} absence cases.\n\n"
        "| | seconds |\n|---|---|\n"
        f"| the calculation (processor time): loss, cause, year, next step and what is at risk of every case | {calculation:.2f} |\n"
        f"| allowed | {LIMIT:.2f} |\n"
        f"| `raadhus refunds calculate --json` over a file, as a process, with every step of every loss | {command:.1f} |\n"
        f"{lines}\n"
        f"Ratio of the calculation to what is allowed {calculation / LIMIT:.2f}; {verdict} it. The first recalculation makes every case; "
        "the second changes none; the third writes what a month has changed.\n"
    )


def main() -> int:
    """Measure, print and perhaps write."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    rows = made_up(options.cases)
    folder = Path(tempfile.mkdtemp())
    try:
        calculation = min(seconds_of_the_calculation(rows) for _ in range(3))
        command = seconds_of_the_command(rows, folder)
        database = seconds_of_the_database(rows, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    page = report(options.cases, calculation, command, database)
    sys.stdout.write(page)
    if options.write:
        options.write.parent.mkdir(parents=True, exist_ok=True)
        options.write.write_text(page, encoding="utf-8")
    return 0 if calculation <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
