"""What is looked at to tell whether an installation is in order."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core import checks
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from raadhus.core.access.queries.doors import web_doors
from raadhus.core.access.rules.foreign_doors import SHUT_DOORS
from raadhus.core.audit.public import finding_sentence, kept_anchors, missing_guards, verify
from raadhus.core.documents.public import verify_files
from raadhus.kernel.actors import Actor
from raadhus.personnel.queries.intact import damaged_releases

_LEAST_FREE = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Checked:
    """One thing that was looked at, and what was found; nothing found means that it is in order."""

    name: str
    label: str
    findings: tuple[str, ...]


def check_installation(*, actor: Actor, now: datetime) -> tuple[Checked, ...]:
    """Look at everything; a check that needs the tables is left to say so when they are not there."""
    pending = tuple(_migrations())
    checked = [
        Checked("settings", "Indstillinger", tuple(_settings())),
        Checked("disk", "Fri plads", tuple(_disk())),
        Checked("migrations", "Databasens opdateringer", pending),
    ]
    if not pending:
        files = tuple(f"{one.name}: {one.sentence}" for one in verify_files(actor, now=now))
        checked.append(Checked("files", "Gemte filer", files))
        checked.append(Checked("audit", "Revisionsspor", tuple(_audit())))
        checked.append(Checked("figures", "Udgivne personaletal", tuple(damaged_releases())))
    checked.append(Checked("doors", "Døre uden mærke", tuple(_doors())))
    return tuple(checked)


def _settings() -> Iterator[str]:
    if settings.DEBUG:
        yield "RAADHUS_DEBUG er slået til; fejlsider viser da det indre af systemet."
    for name in ("secret-key", "audit-key", "signing-key"):
        file = Path(settings.DATA) / name
        if file.is_file() and file.stat().st_mode & 0o077:
            yield f"{file} kan læses af andre end ejeren: kør chmod 600."
    for message in checks.run_checks():
        if message.level >= checks.WARNING and not message.is_silenced():
            yield f"{message.id}: {message.msg}"


def _disk() -> Iterator[str]:
    free = shutil.disk_usage(settings.DATA).free
    if free < _LEAST_FREE:
        yield f"Der er kun {free / 1_000_000:.0f} MB fri i {settings.DATA}."


def _migrations() -> Iterator[str]:
    executor = MigrationExecutor(connection)
    for migration, _backwards in executor.migration_plan(executor.loader.graph.leaf_nodes()):
        yield f"{migration.app_label}.{migration.name} mangler: kør raadhus manage migrate."


def _audit() -> Iterator[str]:
    for name in missing_guards():
        yield f"Databasens vagt {name} mangler: nogen har slået den fra."
    report = verify(anchors=kept_anchors(Path(settings.DATA)))
    yield from (finding_sentence(finding) for finding in report.findings)


def _doors() -> Iterator[str]:
    for one in web_doors():
        # Others' code also hangs up nameless redirects to its own doors; those may stay shut.
        is_ours = getattr(one.view, "__module__", "").startswith("raadhus.")
        if one.verb is None and (is_ours or one.name) and one.name not in SHUT_DOORS:
            yield f"/{one.route} er lukket for alle, fordi den ikke siger, hvad den kræver."
