"""Who belongs to a body, as what and from when until when."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Max, Q
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.audit.public import Subject, record
from raadhus.core.organisation.public import person
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import Conflict, NotFound, WrongInput
from raadhus.meetings.models import Body, BodyMember
from raadhus.meetings.queries.locked import locked_body
from raadhus.meetings.rules.membership import MemberRole


class MemberExists(Conflict):
    """The person belongs to the body in that period already, or the body has somebody in that place."""


@transaction.atomic
def add_member(
    *,
    actor: Actor,
    body_key: str,
    person_key: str,
    role: str,
    start_date: date,
    substitutes_for: str = "",
    now: datetime,
) -> int:
    """Let a person of the organisation belong to a body from a day, and return the row's id. Raises MemberExists or WrongInput."""
    require(actor, "meetings.change_member", now=now)
    body = locked_body(body_key)
    known = person(person_key, start_date) or person(person_key)
    if known is None:
        raise WrongInput(_("Vælg en person fra organisationen."))
    chosen = _role(role)
    _check_free(body, person_key, chosen, start_date)
    last = BodyMember.objects.filter(body=body).aggregate(last=Max("position"))["last"]
    member = BodyMember.objects.create(
        body=body,
        person_key=known.key,
        name=known.name,
        role=chosen.value,
        substitutes_for=substitutes_for if chosen is MemberRole.SUBSTITUTE else "",
        position=0 if last is None else last + 1,
        start_date=start_date,
    )
    _record(actor, body, f"{known.name}, {chosen.label} fra {start_date:%d-%m-%Y}", now)
    return member.pk


@transaction.atomic
def end_member(*, actor: Actor, member_id: int, end_date: date, now: datetime) -> None:
    """Let a membership end; `end_date` is the first day on which the person does not belong. Raises WrongInput."""
    require(actor, "meetings.change_member", now=now)
    member = _member(member_id)
    if end_date < member.start_date:
        raise WrongInput(_("Medlemskabet kan ikke ende, før det er begyndt."))
    member.end_date = end_date
    member.save(update_fields=["end_date"])
    _record(actor, member.body, f"{member.name} til {end_date:%d-%m-%Y}", now)


def _member(member_id: int) -> BodyMember:
    member = BodyMember.objects.filter(pk=member_id).first()
    if member is None:
        raise NotFound(_("Medlemmet findes ikke."))
    member.body = locked_body(member.body_id)
    return member


def _role(role: str) -> MemberRole:
    try:
        return MemberRole(role)
    except ValueError as error:
        raise WrongInput(_("Rollen »%(role)s« findes ikke.") % {"role": role}) from error


def _check_free(body: Body, person_key: str, role: MemberRole, start: date) -> None:
    running = Q(end_date__isnull=True) | Q(end_date__gt=start)
    same_day = Q(start_date=start)
    if BodyMember.objects.filter(running | same_day, body=body, person_key=person_key).exists():
        raise MemberExists(_("Personen er allerede medlem i den periode. Afslut det gamle medlemskab først."))
    _check_one_chair(body, role, start)


def _check_one_chair(body: Body, role: MemberRole, start: date, but: int | None = None) -> None:
    if role not in {MemberRole.CHAIR, MemberRole.VICE_CHAIR}:
        return
    running = Q(end_date__isnull=True) | Q(end_date__gt=start)
    held = BodyMember.objects.filter(running, body=body, role=role.value).order_by("pk").first()
    if held is not None and held.pk != but:
        raise MemberExists(
            _("%(name)s er %(role)s. Giv vedkommende en anden rolle, eller afslut medlemskabet først.")
            % {"name": held.name, "role": _(role.label).lower()}
        )


def _record(actor: Actor, body: Body, what: str, now: datetime) -> None:
    subject = Subject("body", body.key, body.name)
    record(actor=actor, event="meetings.member_changed", subject=subject, data={"what": what}, now=now)
