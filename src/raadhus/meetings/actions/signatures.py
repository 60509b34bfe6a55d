"""A participant's own acts on minutes that are put up: approve, object, sign; and additions after they are signed."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from raadhus.core.access.public import may, require
from raadhus.core.audit.public import JSON, record
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import Conflict, NotAllowed, WrongInput
from raadhus.meetings.actions.minutes import completed_by_all
from raadhus.meetings.models import AgendaItem, MinutesApproval, MinutesVersion, add_statement
from raadhus.meetings.models.sealing import Said
from raadhus.meetings.queries.minutes_versions import SignatoryRow, locked_version, signatories_of
from raadhus.meetings.queries.naming import subject_of
from raadhus.meetings.queries.searching import announce_meeting
from raadhus.meetings.queries.wording import said_aloud
from raadhus.meetings.rules.gate import holds_cpr_number
from raadhus.meetings.rules.signing.demands import SignerPart, check_identity, check_may_answer
from raadhus.meetings.rules.signing.statements import ANSWERS, Act

_EVENTS = {
    Act.SIGNED: "meetings.minutes_signed",
    Act.SIGNED_WITH_RESERVATION: "meetings.minutes_signed_with_reservation",
    Act.REFUSED: "meetings.minutes_not_signed",
}


def _own(version: MinutesVersion, actor: Actor) -> SignatoryRow | None:
    """Return the actor's own row: nobody answers for another, whatever is sent along."""
    return next((one for one in signatories_of(version) if one.row.person_key == actor.key), None)


def _stop_if_completed(version: MinutesVersion) -> None:
    if version.completed_at is not None:
        raise Conflict(_("Referatet er allerede endeligt underskrevet."))


@transaction.atomic
def approve_minutes(*, actor: Actor, meeting_id: str | UUID, approves: bool, remark: str = "", now: datetime) -> None:
    """Approve the minutes, or object with a remark; it may be said anew until one has signed. Raises CannotSign, Conflict."""
    require(actor, "meetings.approve_minutes", now=now)
    version = locked_version(meeting_id)
    _stop_if_completed(version)
    own = _own(version, actor)
    with said_aloud():
        check_may_answer(own.signer if own else None, Act.SIGNED if approves else Act.REFUSED, remark=remark)
    said = {"approves": approves, "remark": remark.strip(), "answered_at": now}
    fresh = {"reply": "", "replied_at": None, "replied_by_name": ""}
    MinutesApproval.objects.update_or_create(signatory=own.row if own else None, defaults={**said, **fresh})
    event = "meetings.minutes_approved" if approves else "meetings.minutes_objected"
    data: dict[str, JSON] = {"version": version.number}
    record(actor=actor, event=event, subject=subject_of(version.meeting), data=data, now=now)


@transaction.atomic
def answer_objection(
    *, actor: Actor, meeting_id: str | UUID, signatory_id: str | UUID, reply: str, now: datetime
) -> None:
    """Reply to an objection without changing the minutes; to change them, withdraw them. Raises WrongInput, Conflict."""
    require(actor, "meetings.answer_objection", now=now)
    version = locked_version(meeting_id)
    found = [one for one in signatories_of(version) if str(one.row.pk) == str(signatory_id)]
    if not found or not found[0].has_open_objection:
        raise Conflict(_("Indsigelsen er allerede besvaret eller taget tilbage."))
    if not reply.strip():
        raise WrongInput(_("Skriv et svar på indsigelsen."))
    approval = found[0].approval
    if approval is not None:
        approval.reply, approval.replied_at, approval.replied_by_name = reply.strip(), now, actor.name[:200]
        approval.save()
    data: dict[str, JSON] = {"version": version.number, "name": found[0].row.name}
    record(actor=actor, event="meetings.objection_answered", subject=subject_of(version.meeting), data=data, now=now)


@transaction.atomic
def sign_minutes(
    *,
    actor: Actor,
    meeting_id: str | UUID,
    version_number: int,
    act: Act = Act.SIGNED,
    remark: str = "",
    remark_is_public: bool = False,
    confirmed_at: datetime | None,
    now: datetime,
) -> bool:
    """Sign, sign with a reservation, or refuse, each for oneself only; return whether the minutes are complete now.

    `confirmed_at` is when the person last showed who it is; `version_number` the version that was on the screen.
    Raises CannotSign with the reason, Conflict when another version is up.
    """
    require(actor, "meetings.sign_minutes", now=now)
    with said_aloud():
        check_identity(confirmed_at, is_token=actor.token_verbs is not None, now=now)
    version = locked_version(meeting_id)
    _check_can_be_signed(version, version_number, act)
    own = _own(version, actor)
    with said_aloud():
        check_may_answer(own.signer if own else None, act, remark=remark)
    if own is not None:
        add_statement(version, _answer(own, act, remark, remark_is_public), author=actor, at=now)
    data: dict[str, JSON] = {"version": version.number, "root": version.root}
    record(actor=actor, event=_EVENTS[act], subject=subject_of(version.meeting), data=data, now=now)
    return completed_by_all(actor=actor, version=version, now=now)


def _answer(own: SignatoryRow, act: Act, remark: str, is_public: bool) -> Said:  # noqa: FBT001 - as the form has it
    row = own.row
    text = "" if act is Act.SIGNED else remark
    return Said(act, row.name, row.part, row.on_behalf_of, text, remark_is_public=is_public, signatory=row)


def _check_can_be_signed(version: MinutesVersion, number: int, act: Act) -> None:
    if act not in ANSWERS:
        raise WrongInput(_("Vælg, om du underskriver, underskriver med forbehold eller ikke underskriver."))
    _stop_if_completed(version)
    if version.number != number:
        raise Conflict(_("Referatet er lagt frem i en ny version i mellemtiden. Læs den, før du underskriver."))
    if any(one.has_open_objection for one in signatories_of(version)):
        raise Conflict(
            _("Der er en indsigelse mod referatet, som sekretæren ikke har besvaret endnu. Vent med at underskrive.")
        )


@transaction.atomic
def add_correction(
    *,
    actor: Actor,
    meeting_id: str | UUID,
    text: str,
    item: int | None = None,
    is_public: bool = False,
    now: datetime,
) -> int:
    """Add a dated correction to signed minutes, to the item at a place (from 1) or to the whole; return its number.

    What it corrects stays as it was signed. One to a closed item is closed; one to an open item is for everybody; one to
    the whole as its author says. Raises Conflict before the minutes are signed, WrongInput for a text that cannot be shown.
    """
    require(actor, "meetings.add_correction", now=now)
    version = locked_version(meeting_id)
    own = _own(version, actor)
    if not may(actor, "meetings.put_up_minutes", now=now) and not (own and own.signer.present):
        raise NotAllowed(_("Kun sekretæren og de, der var til stede på mødet, kan skrive en tilføjelse."))
    if version.completed_at is None:
        raise Conflict(
            _(
                "Referatet er ikke underskrevet endnu. Træk det tilbage, og ret det, i stedet for at skrive en tilføjelse."
            )
        )
    for_all = _is_for_all(version, item, is_public)
    _check_text(text, for_all)
    name, part = (own.row.name, own.row.part) if own else (actor.name[:200], SignerPart.SECRETARY.value)
    said = Said(Act.ADDED, name, part, remark=text, remark_item=item, remark_is_public=for_all)
    added = add_statement(version, said, author=actor, at=now)
    data: dict[str, JSON] = {"number": added.sequence}
    record(actor=actor, event="meetings.correction_added", subject=subject_of(version.meeting), data=data, now=now)
    announce_meeting(version.meeting)
    return added.sequence


def _is_for_all(version: MinutesVersion, item: int | None, is_public: bool) -> bool:  # noqa: FBT001 - as the form has it
    if item is None:
        return is_public
    rows = list(AgendaItem.objects.filter(meeting=version.meeting, is_current=True).order_by("position"))
    if not 1 <= item <= len(rows):
        raise WrongInput(_("Punktet findes ikke på mødet."))
    return not rows[item - 1].closed


def _check_text(text: str, for_all: bool) -> None:  # noqa: FBT001 - as the form has it
    if not text.strip():
        raise WrongInput(_("Skriv tilføjelsen."))
    if for_all and holds_cpr_number(text):
        raise WrongInput(_("Tilføjelsen indeholder noget, der ligner et CPR-nummer, og den kan læses af alle."))
