"""Annotations are written, removed, and put back."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.audit.public import Subject, record
from raadhus.core.organisation.public import people
from raadhus.kernel import changes
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotAllowed, WrongInput
from raadhus.personnel.models import Annotation
from raadhus.personnel.queries.annotations import ANNOTATE, annotation_to_change, may_annotate
from raadhus.personnel.queries.branches import labels
from raadhus.personnel.queries.cubes import current_cube
from raadhus.personnel.queries.findable import NAME, note_key
from raadhus.personnel.rules.annotations import check_annotation, check_month
from raadhus.personnel.rules.measures.catalogue import MEASURES


def write_annotation(*, actor: Actor, unit: str, month: int, text: str, measure: str = "", now: datetime) -> Annotation:
    """Write what happened at a unit in a month, at one measure or all. Raises WrongInput, NotAllowed."""
    require(actor, ANNOTATE, now=now)
    today = localdate(now)
    cube = current_cube()
    names = labels(cube)
    if unit not in names or (measure and measure not in MEASURES):
        raise WrongInput(_("Vælg en enhed og et mål på listerne."))
    check_month(month, int(cube.about["first_month"]), today)
    if not may_annotate(actor, unit, month, now):
        raise NotAllowed(_("Du kan kun skrive bemærkninger til de enheder, du leder."))
    told = check_annotation(text, [one.name for one in people(today)])
    with transaction.atomic():
        row = Annotation.objects.create(
            unit_key=unit, measure=measure, month=month, text=told, written_by=actor.name, written_at=now
        )
        _told(actor, row, "annotated", now)
    return row


def remove_annotation(*, actor: Actor, key: str, now: datetime) -> None:
    """Take a note away from the figures; it can be put back. Raises NotFound. One that is removed already stays so."""
    with transaction.atomic():
        row = annotation_to_change(actor, key, now)
        if row.removed_at is None:
            row.removed_at = now
            row.save(update_fields=["removed_at"])
            _told(actor, row, "annotation_removed", now)


def restore_annotation(*, actor: Actor, key: str, now: datetime) -> None:
    """Put a removed note back. Raises NotFound."""
    with transaction.atomic():
        row = annotation_to_change(actor, key, now)
        if row.removed_at is not None:
            row.removed_at = None
            row.save(update_fields=["removed_at"])
            _told(actor, row, "annotation_restored", now)


def _told(actor: Actor, row: Annotation, event: str, now: datetime) -> None:
    name = labels(current_cube()).get(row.unit_key, row.unit_key)
    subject = Subject("personnel_annotation", str(row.pk), name)
    record(actor=actor, event=f"personnel.{event}", subject=subject, data={}, now=now)
    changes.announce(NAME, [note_key(row)])
