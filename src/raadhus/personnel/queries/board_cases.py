"""What a case to the board about a publication would hold, the cases that were proposed, and where they stand."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.audit.public import Subject
from raadhus.core.cases.public import Content, FrozenTable, Proposal, State, address_for, kept_proposal
from raadhus.kernel.actors import Actor, system
from raadhus.kernel.errors import NotFound
from raadhus.personnel.models import BoardStatement, Publication
from raadhus.personnel.queries.publication_content import content_of
from raadhus.personnel.queries.publications import row_of
from raadhus.personnel.rules.publication.board_case import blocks_of
from raadhus.personnel.rules.publication.content import Publishable, Sheet, from_json, hash_of, to_json
from raadhus.personnel.rules.publication.writing import title_of

# Where a proposed case stands is no secret to those who may read drafts, whoever proposed it.
READER = system("personnel", "Personaletal")
# A standing decision with one of these templates asks for the case itself and not for an empty draft.
TEMPLATE, WORKFORCE_TEMPLATE = "personnel.publication", "personnel.workforce"


class NoSuchStatement(NotFound):
    """There is no such case."""


@dataclass(frozen=True, slots=True)
class BoardCase:
    """A case as it would be proposed: its title, what it holds, and the figures that the room keeps of it."""

    row: Publication
    title: str
    content: Content
    figures: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Statement:
    """A case that was proposed: whether its figures are as they were, where the proposal stands (None: not to be seen), and what it told."""

    row: BoardStatement
    title: str
    is_intact: bool
    state: State | None
    url: str
    content: Publishable


def subject_of(row: BoardStatement) -> Subject:
    """Return what the trail calls a case."""
    about = row.publication
    return Subject("board_statement", str(row.pk), title_of(about.kind, about.year, about.half))


def board_case(viewer: Actor, key: str, *, now: datetime) -> BoardCase:
    """Return the case about a publication as it would be proposed now. Raises NoSuchPublication or NoFigures."""
    require(viewer, "personnel.propose", now=now)
    row = row_of(key)
    found = content_of(row)
    return BoardCase(
        row, found.title, Content(blocks=blocks_of(found, localdate(now)), data=_data(found)), to_json(found)
    )


def _data(found: Publishable) -> tuple[FrozenTable, ...]:
    source = f"Personaletal, udgivelse {found.release}"
    every = [one for section in found.sections for one in section.shown if one.sheet.rows]
    return tuple(_frozen(one.title, one.sheet, str(found.year), source) for one in every)


def _frozen(name: str, sheet: Sheet, period: str, source: str) -> FrozenTable:
    rows = tuple(tuple(cell.text if cell.value is None else float(cell.value) for cell in row) for row in sheet.rows)
    return FrozenTable(name, sheet.head, rows, "", period, source)


def statements(viewer: Actor, key: str, *, now: datetime) -> tuple[Statement, ...]:
    """Return the cases about a publication that were proposed, the latest first."""
    require(viewer, "personnel.read_drafts", now=now)
    rows = BoardStatement.objects.select_related("publication").filter(publication=row_of(key))
    return tuple(shown_statement(viewer, row, now=now) for row in rows.order_by("-proposed_at", "-pk"))


def statement(viewer: Actor, key: str, *, now: datetime) -> Statement:
    """Return one case. Raises NoSuchStatement."""
    require(viewer, "personnel.read_drafts", now=now)
    row = BoardStatement.objects.select_related("publication").filter(pk=key).first()
    if row is None:
        raise NoSuchStatement(_("Sagen findes ikke."))
    return shown_statement(viewer, row, now=now)


def shown_statement(viewer: Actor, row: BoardStatement, *, now: datetime) -> Statement:
    """Return a kept case with where it stands, and the proposal's address for those who may see that."""
    found = proposal_of(row, now)
    return Statement(
        row=row,
        title=subject_of(row).label,
        is_intact=hash_of(row.figures) == row.figures_sha256,
        state=found.state if found else None,
        url=address_for(viewer, found, now=now),
        content=from_json(row.figures),
    )


def proposal_of(row: BoardStatement, now: datetime) -> Proposal | None:
    """Return the proposed case of a kept one, or None when it is no more."""
    return kept_proposal(READER, row.proposal_key, now=now)
