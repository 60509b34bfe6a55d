"""What an import tells: a line for people with the first problems on standard error, or the form of docs/formats/workforce.md as JSON."""

import click

from raadhus.core.workforce.queries.runs import Run
from raadhus.core.workforce.rules.runs import RunState
from raadhus.kernel.danish import counted

_FIRST = 20


def tell(run: Run) -> None:
    """Write what became of a file."""
    if run.state is RunState.REFUSED:
        _tell_problems(run)
        return
    unchanged = counted(run.unchanged, "uændret", "uændrede")
    told = f"{counted(run.rows, 'række', 'rækker')}, {changes_in_words(run)}, {unchanged}"
    click.echo(f"{run.state.label.lower():12} {run.file_name} -> {run.source_name}: {told}")


def changes_in_words(run: Run) -> str:
    """Return "1 ny, 2 ændrede, 0 udgåede"."""
    return ", ".join(
        (
            counted(run.added, "ny", "nye"),
            counted(run.changed, "ændret", "ændrede"),
            counted(run.gone, "udgået", "udgåede"),
        )
    )


def _tell_problems(run: Run) -> None:
    for one in run.problems[:_FIRST]:
        place = f"{run.file_name}, linje {one.line}: " if one.line else ""
        column = f"{one.column}: " if one.column else ""
        click.echo(f"{place}{column}{one.message}", err=True)
    more = run.problem_count - min(_FIRST, len(run.problems))
    rest = f" De øvrige {more} fejl er ikke vist her." if more else ""
    click.echo(f"{run.file_name} er afvist: {run.problem_count} fejl, og intet er ændret.{rest}", err=True)


def run_to_json(run: Run) -> dict[str, object]:
    """Return a run as JSON values; a list of runs has no problems in it."""
    return {
        "run": str(run.key),
        "source": run.source_key,
        "subject": run.subject.value,
        "file": run.file_name,
        "sha256": run.sha256,
        "state": run.state.value,
        "rows": run.rows,
        "added": run.added,
        "changed": run.changed,
        "unchanged": run.unchanged,
        "gone": run.gone,
        "problem_count": run.problem_count,
        "problems": [{"line": one.line, "column": one.column, "message": one.message} for one in run.problems],
        "imported_by": run.imported_by_name,
        "imported_at": run.started_at.isoformat(),
    }
