"""The command `raadhus`: groups by room, imported when asked for."""

import os

import click

from raadhus.kernel.doors import verb_of
from raadhus.ui.terminal import Lazy, LazyGroup


def _prepare_database() -> None:
    """Set Django up; only commands that need the database pay for it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "raadhus.config.settings")
    import django  # noqa: PLC0415 - commands without a database must start without Django

    django.setup()


def _open_door(callback: object) -> None:
    """Let a command with the database run when its verb is given to whoever starts it. Raises NotAllowed."""
    from django.utils import timezone  # noqa: PLC0415 - commands without a database must start without Django

    from raadhus.core.access.public import admit_command  # noqa: PLC0415 - likewise

    admit_command(verb_of(callback), environ=os.environ, now=timezone.now())


@click.group(
    cls=LazyGroup,
    lazy={
        "access": Lazy("raadhus.core.access.cli:access", database=False),
        "backup": Lazy("raadhus.config.backup.commands:backup"),
        "restore": Lazy("raadhus.config.backup.commands:restore"),
        "check": Lazy("raadhus.config.checking:check"),
        "audit": Lazy("raadhus.core.audit.cli:audit", database=False),
        "meetings": Lazy("raadhus.meetings.cli:meetings", database=False),
        "obligations": Lazy("raadhus.core.obligations.cli:obligations", database=False),
        "personnel": Lazy("raadhus.personnel.cli:personnel", database=False),
        "refunds": Lazy("raadhus.refunds.cli:refunds", database=False),
        "organisation": Lazy("raadhus.core.organisation.cli:organisation", database=False),
        "search": Lazy("raadhus.core.search.cli:search", database=False),
        "workforce": Lazy("raadhus.core.workforce.cli:workforce", database=False),
        "serve": Lazy("raadhus.config.serving:serve"),
        "documents": Lazy("raadhus.core.documents.cli:documents", database=False),
        "demo": Lazy("raadhus.config.demo:demo"),
        "manage": Lazy("raadhus.config.management:manage", database=False),
    },
    context_settings={
        "help_option_names": ["-h", "--help"],
        "obj": {"prepare_database": _prepare_database, "open_door": _open_door},
    },
)
@click.version_option(package_name="raadhus")
def main() -> None:
    """Raadhus: direktionens arbejdsbord, fra dagsorden til referat til opfølgning."""
