"""What an import tells at its end: a line a file and the sum, or the same as JSON."""

from dataclasses import dataclass

import click

from raadhus.meetings.rules.imports import ImportResult
from raadhus.ui.terminal import print_json

_WORDS = {"new": "nyt møde", "new_version": "ny version", "unchanged": "uændret"}


@dataclass(frozen=True, slots=True)
class Line:
    """One file's line in the report."""

    file: str
    result: ImportResult | None
    refusal: str = ""


def report(lines: list[Line], total: int, *, as_data: bool) -> None:
    """Write the report of the files that were reached, of `total` named."""
    if as_data:
        print_json([_data(line) for line in lines])
        return
    for line in lines:
        if line.result is None:
            click.echo(f"afvist       {line.refusal}", err=True)
        else:
            count = line.result.warnings
            warned = f", {count} {'advarsel' if count == 1 else 'advarsler'}" if count else ""
            click.echo(f"{_WORDS[line.result.status]:12} {line.file} -> {line.result.label}{warned}")
    counts = [
        f"{sum(1 for line in lines if line.result and line.result.status == status)} {word}"
        for status, word in _WORDS.items()
    ]
    refused = sum(1 for line in lines if line.result is None)
    click.echo(f"{len(lines)} af {total} filer: {', '.join(counts)}, {refused} afvist.")


def _data(line: Line) -> dict[str, object]:
    if line.result is None:
        return {"file": line.file, "status": "refused", "reason": line.refusal}
    return {
        "file": line.file,
        "status": line.result.status.value,
        "meeting_id": line.result.meeting_id,
        "meeting": line.result.label,
        "items": line.result.items,
        "warnings": line.result.warnings,
    }
