# ruff: noqa: INP001 - a folder of programs, not a package
"""How long `raadhus meetings parse` takes as a process, against a bare script that only takes the text out.

usage: python benchmarks/parse.py [FILE.pdf] [--write docs/benchmarks/parse.md]
Without a file the longest PDF in the folder of real documents beside the checkout (RAADHUS_SHARED) is taken.
"""

import argparse
import os
import platform
import statistics
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

ALLOWED_RATIO, ALLOWED_START = 1.5, 0.6
BARE = "import pypdfium2, sys\nfor page in pypdfium2.PdfDocument(sys.argv[1]): page.get_textpage().get_text_range()"


def seconds(command: list[str]) -> float:
    """Return how long the process takes."""
    begun = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - the product and a script of our own
    return time.perf_counter() - begun


def longest_real_document() -> Path | None:
    """Return the largest PDF beside the checkout, if any."""
    folder = Path(os.environ.get("RAADHUS_SHARED", Path(__file__).resolve().parents[2] / "shared"))
    return max(folder.glob("**/*.pdf"), key=lambda path: path.stat().st_size, default=None)


def measure(file: Path, rounds: int) -> tuple[float, float]:
    """Return the medians of the bare script and of the command, run in turn so that both meet the same machine."""
    command = [str(Path(sys.executable).parent / "raadhus"), "meetings", "parse", "--json", str(file)]
    bare, ours = [], []
    for _ in range(rounds):
        bare.append(seconds([sys.executable, "-c", BARE, str(file)]))
        ours.append(seconds(command))
    return statistics.median(bare), statistics.median(ours)


def report(file: Path, rounds: int, bare: float, ours: float) -> str:
    """Return the result as a page."""
    today = datetime.now(tz=UTC).date().isoformat()
    allowed = ALLOWED_RATIO * bare + ALLOWED_START
    verdict = "within" if ours <= allowed else "BEYOND"
    return (
        "# Speed of `raadhus meetings parse`\n\n"
        f"`make bench`, {today}, {os.cpu_count()} processors, Python {platform.python_version()}.\n\n"
        f"Medians of {rounds} runs of each, in turn, as processes. File: {file.name}, "
        f"{file.stat().st_size // 1000} kB.\n\n"
        "| | seconds |\n|---|---|\n"
        f"| bare pypdfium2 script that extracts the text | {bare:.3f} |\n"
        f"| raadhus meetings parse --json | {ours:.3f} |\n"
        f"| allowed: {ALLOWED_RATIO} x bare + {ALLOWED_START} for the start | {allowed:.3f} |\n\n"
        f"Ratio {ours / bare:.2f}; {verdict} what is allowed.\n"
    )


def main() -> int:
    """Measure, print and perhaps write."""
    parser = argparse.ArgumentParser()
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    file = options.file or longest_real_document()
    if file is None:
        sys.stdout.write("No PDF to read: name one, or lay the folder of real documents beside the checkout.\n")
        return 0
    bare, ours = measure(file, options.rounds)
    page = report(file, options.rounds, bare, ours)
    sys.stdout.write(page)
    if options.write:
        options.write.parent.mkdir(parents=True, exist_ok=True)
        options.write.write_text(page, encoding="utf-8")
    return 0 if ours <= ALLOWED_RATIO * bare + ALLOWED_START else 1


if __name__ == "__main__":
    sys.exit(main())
