"""`raadhus meetings ...`: each command is imported when it is asked for."""

import click

from raadhus.ui.terminal import Lazy, LazyGroup


@click.group(
    cls=LazyGroup,
    lazy={
        "check-signed": Lazy("raadhus.meetings.commands.check_signed:check_signed_minutes"),
        "export": Lazy("raadhus.meetings.commands.export_meeting:export_meeting"),
        "extract": Lazy("raadhus.meetings.commands.extract:extract"),
        "forget-notes": Lazy("raadhus.meetings.commands.forget_notes:forget"),
        "gate": Lazy("raadhus.meetings.commands.gate:gate"),
        "import": Lazy("raadhus.meetings.commands.import_documents:import_documents"),
        "lint": Lazy("raadhus.meetings.commands.lint:lint", database=False),
        "list": Lazy("raadhus.meetings.commands.list_meetings:list_meetings"),
        "notify": Lazy("raadhus.meetings.commands.notify:notify"),
        "oparl": Lazy("raadhus.meetings.commands.oparl:oparl"),
        "offline": Lazy("raadhus.meetings.commands.take_along:offline"),
        "package": Lazy("raadhus.meetings.commands.take_along:package"),
        "parse": Lazy("raadhus.meetings.commands.parse:parse", database=False),
        "rotate-signing-key": Lazy("raadhus.meetings.commands.rotate_signing_key:rotate_key"),
        "send-agenda": Lazy("raadhus.meetings.commands.sittings:send"),
        "sittings": Lazy("raadhus.meetings.commands.sittings:sittings"),
        "verify": Lazy("raadhus.meetings.commands.verify:verify_minutes", database=False),
    },
)
def meetings() -> None:
    """Møder: læs, kontrollér, importér og eksportér dagsordener og referater."""
