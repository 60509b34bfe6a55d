"""One release at a time: the row of the one that begins."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import Conflict
from raadhus.personnel.models import Release

RUNNING, PUBLISHED, REFUSED = "running", "published", "refused"


def begun(*, actor: Actor, now: datetime) -> Release:
    """Return the row of a release that begins. Raises Conflict while another one runs."""
    try:
        with transaction.atomic():
            return Release.objects.create(
                state=RUNNING, step=_("Læser løndata"), started_by=actor.name[:100], started_at=now
            )
    except IntegrityError as error:
        raise Conflict(_("Tallene er ved at blive udgivet. Vent, til det er færdigt.")) from error
