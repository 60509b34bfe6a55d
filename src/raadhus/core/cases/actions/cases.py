"""Every write of case files."""

from datetime import date, datetime

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadhus.core.access.public import WHOLE_HOUSE, require
from raadhus.core.audit.public import JSON, Subject, record
from raadhus.core.cases.models import CaseLink, CaseRecord
from raadhus.core.cases.queries.cases import CLOSED_LABEL
from raadhus.core.cases.queries.shapes import Case, shown
from raadhus.core.cases.queries.visibility import one_visible
from raadhus.core.cases.rules.numbers import checked_case_number, checked_kle_number
from raadhus.core.organisation.public import person
from raadhus.kernel import changes
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import Conflict, WrongInput

SOURCE = "cases"


class CannotChangeCase(WrongInput):
    """What was given does not fit the case."""


class NumberTaken(Conflict):
    """There is already a case with that number."""


def open_case(
    *,
    actor: Actor,
    case_number: str,
    title: str,
    owner_key: str | None = None,
    unit_key: str | None = None,
    kle_number: str | None = None,
    opened_date: date | None = None,
    closed_to_public: bool = False,
    now: datetime,
) -> Case:
    """Open a case file. The unit is the owner's when none is given. Raises NotACaseNumber, NotAKleNumber, NumberTaken."""
    known = person(owner_key, localdate(now)) if owner_key else None
    unit = unit_key or (known.unit_key if known else None) or ""
    require(actor, "cases.open", unit=unit or WHOLE_HOUSE, now=now)
    number = checked_case_number(
        case_number, pattern=settings.CASE_NUMBER_PATTERN, example=settings.CASE_NUMBER_EXAMPLE
    )
    row = CaseRecord(
        case_number=number,
        kle_number=checked_kle_number(kle_number),
        title=_title(title),
        owner_key=owner_key or "",
        owner_text=known.name if known else "",
        unit_key=unit,
        opened_date=opened_date or localdate(now),
        closed_to_public=closed_to_public,
        changed_at=now,
    )
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise NumberTaken(_("Der er allerede en sag med nummeret {number}.").format(number=number)) from error
    return _told(row, actor, "cases.opened", now)


def rename_case(*, actor: Actor, key: str, title: str, kle_number: str | None = None, now: datetime) -> Case:
    """Give the case another title, and with it the KLE number when one is given."""
    with transaction.atomic():
        row = _changeable(actor, "cases.rename", key, now)
        before, row.title = row.title, _title(title)
        if kle_number is not None:
            row.kle_number = checked_kle_number(kle_number)
        return _told(row, actor, "cases.renamed", now, {"before": before, "after": row.title})


def change_owner(*, actor: Actor, key: str, owner_key: str | None, unit_key: str | None = None, now: datetime) -> Case:
    """Give the case to another owner; the owner's unit follows when none is given."""
    with transaction.atomic():
        row = _changeable(actor, "cases.change_owner", key, now)
        known = person(owner_key, localdate(now)) if owner_key else None
        before = row.owner_text or row.unit_key or "–"
        row.owner_key, row.owner_text = owner_key or "", known.name if known else ""
        row.unit_key = unit_key or (known.unit_key if known else None) or row.unit_key
        return _told(
            row, actor, "cases.owner_changed", now, {"before": before, "after": row.owner_text or row.unit_key}
        )


def close_case(*, actor: Actor, key: str, closed_date: date | None = None, now: datetime) -> Case:
    """Close the case from a day on, today when none is given."""
    with transaction.atomic():
        row = _changeable(actor, "cases.close", key, now)
        if row.closed_date is not None:
            raise CannotChangeCase(_("Sagen er allerede afsluttet."))
        row.closed_date = closed_date or localdate(now)
        if row.closed_date < row.opened_date:
            raise CannotChangeCase(_("Sagen kan ikke afsluttes, før den er åbnet."))
        return _told(row, actor, "cases.closed", now, {"on": row.closed_date.isoformat()})


def reopen_case(*, actor: Actor, key: str, now: datetime) -> Case:
    """Open a closed case again."""
    with transaction.atomic():
        row = _changeable(actor, "cases.reopen", key, now)
        if row.closed_date is None:
            raise CannotChangeCase(_("Sagen er ikke afsluttet."))
        row.closed_date = None
        return _told(row, actor, "cases.reopened", now)


def set_closed_to_public(*, actor: Actor, key: str, closed: bool, now: datetime) -> Case:
    """Close the case to the public and to most of the house, or open it to every employee."""
    with transaction.atomic():
        row = _changeable(actor, "cases.set_closed", key, now)
        row.closed_to_public = closed
        return _told(row, actor, "cases.closed_to_public" if closed else "cases.opened_to_employees", now)


def link_cases(*, actor: Actor, key: str, other_key: str, now: datetime) -> Case:
    """Link two cases that the actor may both see. Linking them again changes nothing."""
    with transaction.atomic():
        row = _changeable(actor, "cases.link", key, now)
        other = one_visible(actor, other_key, now)
        if other.pk == row.pk:
            raise CannotChangeCase(_("En sag kan ikke henvise til sig selv."))
        first, second = sorted((row, other), key=lambda one: one.pk)
        _link, is_new = CaseLink.objects.get_or_create(first=first, second=second)
        if not is_new:
            return shown(row)
        other_label = CLOSED_LABEL if other.closed_to_public else other.case_number
        return _told(row, actor, "cases.linked", now, {"other": other_label})


def unlink_cases(*, actor: Actor, key: str, other_key: str, now: datetime) -> Case:
    """Take the link between two cases away."""
    with transaction.atomic():
        row = _changeable(actor, "cases.link", key, now)
        other = one_visible(actor, other_key, now)
        first, second = sorted((row, other), key=lambda one: one.pk)
        if not CaseLink.objects.filter(first=first, second=second).delete()[0]:
            return shown(row)
        other_label = CLOSED_LABEL if other.closed_to_public else other.case_number
        return _told(row, actor, "cases.unlinked", now, {"other": other_label})


def _title(text: str) -> str:
    title = " ".join(text.split())
    if not title:
        raise CannotChangeCase(_("Skriv en titel."))
    return title


def _changeable(actor: Actor, verb: str, key: str, now: datetime) -> CaseRecord:
    row = one_visible(actor, key, now, lock=True)
    require(actor, verb, unit=row.unit_key or WHOLE_HOUSE, now=now)
    return row


def _told(row: CaseRecord, actor: Actor, event: str, now: datetime, data: dict[str, JSON] | None = None) -> Case:
    """Save, record and announce. Of a closed case the trail's chain holds neither number nor titles."""
    with transaction.atomic():
        row.changed_at = now
        row.save()
        label = CLOSED_LABEL if row.closed_to_public else f"{row.case_number} {row.title}"
        told: dict[str, JSON] = data or {}
        personal: dict[str, JSON] | None = None
        if row.closed_to_public and told:
            told, personal = dict.fromkeys(told, _("(lukket)")), told
        record(
            actor=actor, event=event, subject=Subject("case", str(row.pk), label), data=told, personal=personal, now=now
        )
        changes.announce(SOURCE, [str(row.pk)])
        return shown(row)
