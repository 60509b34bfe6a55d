"""Undoing the newest file of figures from outside: what it brought goes, and what stood before stands again."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from raadhus.core.access.public import WHOLE_HOUSE, require
from raadhus.core.audit.public import JSON, Subject, record
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import DomainError, WrongInput
from raadhus.kernel.ids import is_id
from raadhus.personnel.models import ReferenceImport, ReferenceRow, ServedRow
from raadhus.personnel.queries.references import UNDO, NoSuchReference

_LONGEST_REASON = 500


class NotTheNewest(DomainError):
    """A newer import stands on this one."""


def undo_import(*, actor: Actor, key: str, reason: str, now: datetime) -> ReferenceImport:
    """Undo the newest import of its kind: its figures go, those before it stand again, and the trail keeps why. Raises NotTheNewest."""
    require(actor, UNDO, unit=WHOLE_HOUSE, now=now)
    if not reason.strip():
        raise WrongInput(_("Skriv, hvorfor indlæsningen fortrydes."))
    with transaction.atomic():
        row = ReferenceImport.objects.select_for_update().filter(pk=key).first() if is_id(key) else None
        if row is None:
            raise NoSuchReference(_("Der er ingen indlæsning her. Find den på listen."))
        newest = ReferenceImport.objects.filter(kind=row.kind, undone_at=None).order_by("-imported_at", "-pk").first()
        if newest is None or newest.pk != row.pk:
            raise NotTheNewest(_("Kun den nyeste indlæsning, der gælder, kan fortrydes. Fortryd de nyere først."))
        ReferenceRow.objects.filter(taken_from=row).delete()
        ServedRow.objects.filter(taken_from=row).delete()
        row.undone_by, row.undone_at, row.undo_reason = actor.name, now, reason.strip()[:_LONGEST_REASON]
        row.save(update_fields=["undone_by", "undone_at", "undo_reason"])
        told: dict[str, JSON] = {"reason": row.undo_reason, "added": row.added, "corrected": row.corrected}
        subject = Subject("reference_import", str(row.pk), row.file_name)
        record(actor=actor, event="personnel.references_undone", subject=subject, data=told, now=now)
    return row
