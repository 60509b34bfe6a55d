"""A release is started from the page, and made by a process of its own: never inside the web's."""

import os
import subprocess
import sys
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _

from raadhus.core.access.public import WHOLE_HOUSE, require
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import Conflict, WrongInput
from raadhus.personnel.batch.store import Store
from raadhus.personnel.models import Release

_COMMAND = "from raadhus.config.cli import main; main()"


def start_release(*, actor: Actor, now: datetime) -> None:
    """Start `raadhus personnel publish` in the actor's name. Raises Conflict while one runs, and WrongInput where the web may not do it."""
    require(actor, "personnel.release", unit=WHOLE_HOUSE, now=now)
    if _is_running():
        raise Conflict(_("Tallene er ved at blive udgivet. Vent, til det er færdigt."))
    subprocess.Popen(  # noqa: S603 - our own command; the actor's key goes in the environment
        [sys.executable, "-c", _COMMAND, "personnel", "publish"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        cwd=settings.DATA,
        env={**os.environ, "RAADHUS_ACTOR": actor.key},
    )


def _is_running() -> bool:
    """Return True while a process holds the place that releases are made from."""
    try:
        is_held = Store(settings.PERSONNEL_FOLDER).is_held()
    except PermissionError as error:
        # Where the web runs as a user of its own, the batch's folder is shut to it, and so would the process be that it starts.
        said = _(
            "Tallene kan ikke udgives fra siden her, for webserveren må ikke læse mappen bag dem. De udgives af nattens kørsel; "
            "skal det være nu, så bed driften køre »raadhus personnel publish«."
        )
        raise WrongInput(said) from error
    return is_held and Release.objects.filter(state="running").exists()
