"""The case to the board is proposed in one act, its data frozen with it; a standing decision may propose it by itself."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadhus.core.access.public import WHOLE_HOUSE, require
from raadhus.core.audit.public import JSON, record
from raadhus.core.cases.public import propose_case
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import Conflict, WrongInput
from raadhus.kernel.ports import Firing, IntakeReceipt
from raadhus.refunds.models import YearlyStatement
from raadhus.refunds.queries.board_cases import TEMPLATE, board_case, proposal_of, should_be_closed, subject_of

ROOM = "refunds"


class AlreadyProposed(Conflict):
    """A case about the year is on its way already."""


class NothingLost(WrongInput):
    """Nothing was lost in the year, so there is no case."""


class NotOurs(WrongInput):
    """The standing decision asks for something else."""


def propose_statement(*, actor: Actor, year: int, closed: bool = True, now: datetime) -> YearlyStatement:
    """Propose the case about a year and keep its figures: exact and closed to the public, or open with small centres merged.

    Raises NothingLost, or AlreadyProposed while one of the same kind waits for the board.
    """
    require(actor, "refunds.propose", unit=WHOLE_HOUSE, now=now)
    with transaction.atomic():
        found = board_case(actor, year=year, exact=closed, now=now)
        if not found.figures["cases"]:
            raise NothingLost(_("Der er ingen tabte sager i {year}, så der er ingen sag at foreslå.").format(year=year))
        _refuse_a_second(year, closed=closed, now=now)
        made = propose_case(
            actor=actor,
            room=ROOM,
            room_key=str(year),
            title=found.title,
            content=found.content,
            closed_to_public=closed,
            now=now,
        )
        row = YearlyStatement.objects.create(
            year=year,
            proposal_key=made.key,
            figures=found.figures,
            figures_sha256=found.sha256,
            proposed_by=actor.key,
            proposed_at=now,
        )
        data: dict[str, JSON] = {"year": year, "closed": closed, "hash": row.figures_sha256}
        record(actor=actor, event="refunds.proposed", subject=subject_of(row), data=data, now=now)
        return row


def _refuse_a_second(year: int, *, closed: bool, now: datetime) -> None:
    for row in YearlyStatement.objects.select_for_update().filter(year=year, outcome="").order_by("proposed_at"):
        found = proposal_of(row, now)
        if found is not None and found.state.is_waiting and found.closed_to_public == closed:
            raise AlreadyProposed(
                _("Sagen om {year} er allerede foreslået. Træk den tilbage, før du foreslår en ny.").format(year=year)
            )


class StatementIntake:
    """Takes what a standing decision with our template asks for: the whole case is proposed, with its figures."""

    def receive(self, firing: Firing, *, actor: Actor, now: datetime) -> IntakeReceipt:
        """Propose the case about last year. Raises DomainError for every other standing decision; nothing is then made."""
        if firing.template_key != TEMPLATE:
            raise NotOurs(_("Sagen skrives ikke af refusion."))
        year = localdate(now).year - 1
        closed = firing.closed or should_be_closed(actor, year=year, now=now)
        row = propose_statement(actor=actor, year=year, closed=closed, now=now)
        found = proposal_of(row, now)
        return IntakeReceipt(row.proposal_key, _("sagsforslag fra refusion"), found.url if found else "")
