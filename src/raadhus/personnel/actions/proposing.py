"""The case to the board is proposed in one act, its figures frozen with it; a standing decision may propose it by itself."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.audit.public import JSON, record
from raadhus.core.cases.public import propose_case
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import Conflict, WrongInput
from raadhus.kernel.ports import Firing, IntakeReceipt
from raadhus.personnel.models import BoardStatement, Publication
from raadhus.personnel.queries.board_cases import (
    TEMPLATE,
    WORKFORCE_TEMPLATE,
    board_case,
    proposal_of,
    subject_of,
)
from raadhus.personnel.rules.publication.content import hash_of
from raadhus.personnel.rules.publication.outline import Kind

ROOM = "personnel"
_KINDS = {TEMPLATE: Kind.YEAR, WORKFORCE_TEMPLATE: Kind.WORKFORCE}


class AlreadyProposed(Conflict):
    """A case about the publication is on its way already."""


class NotToPropose(WrongInput):
    """There is no publication to propose a case about, or it was withdrawn."""


def propose(*, actor: Actor, key: str, now: datetime) -> BoardStatement:
    """Propose the case about a publication, open to the public, and keep what it holds with its hash.

    Raises AlreadyProposed while one waits for the board, NotToPropose for a withdrawn one.
    """
    require(actor, "personnel.propose", now=now)
    with transaction.atomic():
        found = board_case(actor, key, now=now)
        if found.row.state == "withdrawn":
            raise NotToPropose(_("Publikationen er trukket tilbage. Lav en ny version, og foreslå sagen om den."))
        _refuse_a_second(found.row, now)
        made = propose_case(
            actor=actor, room=ROOM, room_key=str(found.row.pk), title=found.title, content=found.content, now=now
        )
        row = BoardStatement.objects.create(
            publication=found.row,
            proposal_key=made.key,
            figures=found.figures,
            figures_sha256=hash_of(found.figures),
            proposed_by=actor.key,
            proposed_at=now,
        )
        data: dict[str, JSON] = {"release": found.row.release.number, "hash": row.figures_sha256}
        record(actor=actor, event="personnel.proposed", subject=subject_of(row), data=data, now=now)
        return row


def _refuse_a_second(about: Publication, now: datetime) -> None:
    for row in BoardStatement.objects.select_for_update().filter(publication=about, outcome="").order_by("proposed_at"):
        found = proposal_of(row, now)
        if found is not None and found.state.is_waiting:
            raise AlreadyProposed(_("Sagen er allerede foreslået. Træk den tilbage, før du foreslår en ny."))


class PublicationIntake:
    """Takes what a standing decision with our template asks for: the whole case is proposed, with its figures."""

    def receive(self, firing: Firing, *, actor: Actor, now: datetime) -> IntakeReceipt:
        """Propose the case about last year's publication, or the newest workforce report.

        Raises DomainError for every other standing decision; nothing is then made.
        """
        kind = _KINDS.get(firing.template_key or "")
        if kind is None:
            raise NotToPropose(_("Sagen skrives ikke af personaletal."))
        known = Publication.objects.filter(kind=kind.value, year__gte=localdate(now).year - 1)
        about = known.exclude(state="withdrawn").order_by("year" if kind is Kind.YEAR else "-year", "-half").first()
        if about is None:
            raise NotToPropose(_("Der er endnu ikke lavet en publikation at skrive sagen om."))
        row = propose(actor=actor, key=str(about.pk), now=now)
        found = proposal_of(row, now)
        return IntakeReceipt(row.proposal_key, _("sagsforslag fra personaletal"), found.url if found else "")
