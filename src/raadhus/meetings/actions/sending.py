"""An agenda is sent: frozen as a version, and the members are told."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.audit.public import JSON, record
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import Conflict
from raadhus.meetings.actions.composing import compose_document
from raadhus.meetings.actions.telling import tell_of_agenda
from raadhus.meetings.models import AgendaVersion, Sitting, invite_members, reading_of, renumber
from raadhus.meetings.queries.agenda_state import AgendaState, agenda_state, has_other_agenda
from raadhus.meetings.queries.locked_sittings import locked_sitting, sitting_subject, touch_sitting
from raadhus.meetings.queries.wording import said, said_aloud
from raadhus.meetings.rules.agenda_checks import NotReadyToSend, is_supplement
from raadhus.meetings.rules.reading import Kind
from raadhus.meetings.rules.sittings import SittingState, SittingStep, stepped


@transaction.atomic
def send_agenda(
    *,
    actor: Actor,
    sitting_id: str | UUID,
    revision: int | None = None,
    note: str = "",
    accept_warnings: bool = False,
    now: datetime,
) -> AgendaVersion:
    """Freeze the agenda as its next version, tell the members, and return the version. A version that only adds is a supplement.

    Raises NotReadyToSend with the findings (what blocks always, the rest unless accepted), NothingChanged, SittingChanged,
    CannotStepSitting, or Conflict when another document of the same day and time is in the way.
    """
    require(actor, "meetings.send_agenda", now=now)
    sitting = locked_sitting(sitting_id, revision=revision)
    with said_aloud():
        state = stepped(SittingState(sitting.state), SittingStep.SEND)
    renumber(sitting, now)
    invite_members(sitting)
    _check(agenda_state(sitting), sitting, accept_warnings=accept_warnings)
    before = AgendaVersion.objects.filter(sitting=sitting).order_by("-number").select_related("reading").first()
    reading = compose_document(actor=actor, sitting=sitting, kind=Kind.AGENDA, now=now, note=note)
    version = AgendaVersion.objects.create(
        sitting=sitting,
        number=before.number + 1 if before else 1,
        is_supplement=before is not None and is_supplement(reading_of(before.reading), reading_of(reading)),
        reading=reading,
        note=note.strip(),
        sent_at=now,
        sent_by_name=actor.name[:200],
    )
    sitting.state = state.value
    touch_sitting(sitting, now, "state")
    tell_of_agenda(actor=actor, version=version, now=now)
    data: dict[str, JSON] = {"version": version.number, "hash": reading.document.sha256}
    record(actor=actor, event="meetings.agenda_sent", subject=sitting_subject(sitting), data=data, now=now)
    return version


def _check(state: AgendaState, sitting: Sitting, *, accept_warnings: bool) -> None:
    stops = [one for one in state.findings if one.blocks]
    if stops or (state.findings and not accept_warnings):
        shown = stops or state.findings
        raise NotReadyToSend(state.findings, " ".join(said(one.message) for one in shown))
    if has_other_agenda(sitting):
        raise Conflict(
            _("Der ligger allerede en anden dagsorden for %(body)s den dag på det klokkeslæt. Ret mødets klokkeslæt.")
            % {"body": sitting.body.name}
        )
