"""One file after the other into the database, with progress for whoever is looking."""

import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from django.utils import timezone
from rich.console import Console
from rich.progress import Progress

from raadhus.core.documents.text import document_bytes
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import WrongInput
from raadhus.meetings.actions import import_document
from raadhus.meetings.commands.import_report import Line


def _import(actor: Actor, path: Path, body: str | None, day: datetime | None) -> Line:
    try:
        result = import_document(
            actor=actor,
            name=path.name,
            data=document_bytes(path),
            now=timezone.now(),
            body=body,
            meeting_date=day.date() if day else None,
        )
    except WrongInput as error:
        return Line(str(path), None, str(error))
    return Line(str(path), result)


def imported(actor: Actor, paths: list[Path], body: str | None, day: datetime | None) -> Iterator[Line]:
    """Import one file after the other; progress is written on standard error when somebody is looking."""
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not sys.stderr.isatty()) as progress:
        task = progress.add_task("Importerer", total=len(paths))
        for path in paths:
            progress.update(task, description=path.name)
            yield _import(actor, path, body, day)
            progress.advance(task)
