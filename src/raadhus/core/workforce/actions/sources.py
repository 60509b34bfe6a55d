"""Every write of a payroll source: set up or changed, and whether CPR numbers may stand in its files."""

import re
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from raadhus.core.access.public import WHOLE_HOUSE, require
from raadhus.core.audit.public import JSON, record
from raadhus.core.audit.public import Subject as AuditSubject
from raadhus.core.workforce.models import PayrollSource
from raadhus.core.workforce.queries.sources import TRAIL, Source, one_source, shown
from raadhus.core.workforce.rules.mapping import SourceMapping, checked, mapping_from_json, mapping_to_json
from raadhus.core.workforce.rules.wording import mapping_changes
from raadhus.kernel.actors import Actor
from raadhus.kernel.danish import slug
from raadhus.kernel.errors import Conflict, WrongInput

MOST_KEY, MOST_NAME = 60, 200
_KEY = re.compile(r"[a-z0-9_-]{1,60}")


def create_source(*, actor: Actor, name: str, mapping: SourceMapping, now: datetime) -> Source:
    """Set a new source up, in use at once; its key is made of its name. Raises WrongInput when there is one by that name."""
    key = slug(name)[:MOST_KEY]
    if PayrollSource.objects.filter(pk=key).exists():
        raise WrongInput(_("Der er allerede en lønkilde med det navn. Vælg et andet, eller ret den, der er."))
    return set_source(actor=actor, key=key, name=name, mapping=mapping, is_active=True, now=now)


def set_source(
    *,
    actor: Actor,
    key: str,
    name: str,
    mapping: SourceMapping,
    is_active: bool = True,
    base: datetime | None = None,
    now: datetime,
) -> Source:
    """Set a source up, or change the one that has the key; the trail keeps what it said before and after.

    `base` is when it was last changed as the person saw it: somebody else's later change raises Conflict. Raises WrongInput when the
    mapping cannot work, or when the source's files would be about something else than before.
    """
    require(actor, "workforce.set_source", unit=WHOLE_HOUSE, now=now)
    checked(mapping)
    name = _named(key, name)
    with transaction.atomic():
        row = PayrollSource.objects.select_for_update().filter(pk=key).first()
        if row is None:
            row = PayrollSource(pk=key, subject=mapping.subject.value, created_at=now, is_active=is_active)
            said: dict[str, JSON] = {"before": None, "changes": _("Den er ny.")}
        else:
            said = _compared(row, name, mapping, is_active=is_active, base=base)
        if said["changes"]:
            _write(row, name, mapping, is_active=is_active, now=now)
            _told(row, actor, "workforce.source_set", now, {**said, "after": row.mapping})
    return shown(row)


def _compared(
    row: PayrollSource, name: str, mapping: SourceMapping, *, is_active: bool, base: datetime | None
) -> dict[str, JSON]:
    """Return what was said before and what changes, in words; nothing has changed when the words are empty."""
    if base is not None and row.changed_at != base:
        raise Conflict(_("En anden har ændret lønkilden imens. Det, du har skrevet, står her stadig; hent siden igen."))
    if row.subject != mapping.subject.value:
        raise WrongInput(_("En lønkilde kan ikke skifte mellem ansættelser og fravær. Opret en ny."))
    changes = list(mapping_changes(mapping_from_json(row.mapping), mapping))
    if row.name != name:
        changes.append(f"navnet: »{row.name}« blev »{name}«")
    if row.is_active != is_active:
        changes.append("taget i brug igen" if is_active else "taget ud af brug")
    said = "; ".join(changes)
    return {"before": row.mapping, "changes": f"{said[:1].upper()}{said[1:]}." if said else ""}


def _named(key: str, name: str) -> str:
    name = " ".join(name.split())
    if not name or len(name) > MOST_NAME:
        raise WrongInput(_("Giv lønkilden et navn på højst %(most)s tegn.") % {"most": MOST_NAME})
    if not _KEY.fullmatch(key):
        raise WrongInput(_("Nøglen må kun have små bogstaver, tal, bindestreger og understreger, og højst 60 tegn."))
    return name


def _write(row: PayrollSource, name: str, mapping: SourceMapping, *, is_active: bool, now: datetime) -> None:
    row.name, row.mapping, row.is_active, row.changed_at = name, mapping_to_json(mapping), is_active, now
    try:
        with transaction.atomic():
            row.save(force_insert=row._state.adding)  # noqa: SLF001 - Django's own mark of a row that is not stored yet
    except IntegrityError as error:
        raise Conflict(_("En anden har lige oprettet en lønkilde med det navn.")) from error


def accept_cpr(*, actor: Actor, key: str, reason: str, now: datetime) -> Source:
    """Let CPR numbers stand as keys of people in a source's files, and say why."""
    return _switch_cpr(actor=actor, key=key, accepts=True, reason=reason, now=now)


def refuse_cpr(*, actor: Actor, key: str, reason: str, now: datetime) -> Source:
    """Refuse CPR numbers in a source's files again, and say why."""
    return _switch_cpr(actor=actor, key=key, accepts=False, reason=reason, now=now)


def _switch_cpr(*, actor: Actor, key: str, accepts: bool, reason: str, now: datetime) -> Source:
    verb = "accept" if accepts else "refuse"
    require(actor, f"workforce.{verb}_cpr", unit=WHOLE_HOUSE, now=now)
    reason = " ".join(reason.split())
    if not reason:
        raise WrongInput(_("Skriv en begrundelse."))
    with transaction.atomic():
        row = one_source(key, lock=True)
        if row.accepts_cpr == accepts:
            raise WrongInput(_("Sådan er det allerede."))
        row.accepts_cpr, row.changed_at = accepts, now
        row.save()
        event = "workforce.cpr_accepted" if accepts else "workforce.cpr_refused"
        _told(row, actor, event, now, {"reason": reason[:500]})
    return shown(row)


def _told(row: PayrollSource, actor: Actor, event: str, now: datetime, data: dict[str, JSON]) -> None:
    record(actor=actor, event=event, subject=AuditSubject(TRAIL, row.key, row.name), data=data, now=now)
