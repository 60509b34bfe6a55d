"""The versions of an agenda as they were sent, and what changed between two of them or since the last."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound
from raadhus.meetings.models import AgendaVersion, Sitting
from raadhus.meetings.queries.closed_now import closed_as_now
from raadhus.meetings.queries.composition import gathered
from raadhus.meetings.queries.sight import leave_trace, sight_of
from raadhus.meetings.queries.wording import change_said
from raadhus.meetings.queries.workroom import seen_sitting
from raadhus.meetings.rules.comparison import Change, changes
from raadhus.meetings.rules.composing import composed
from raadhus.meetings.rules.reading import Kind, Reading
from raadhus.meetings.rules.word_diff import Piece, word_diff

# What the page calls the agenda as it stands, which is no version yet.
DRAFT = 0


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One agenda as it was sent."""

    number: int
    is_supplement: bool
    sent_at: datetime
    sent_by: str
    note: str
    sha256: str


@dataclass(frozen=True, slots=True)
class ChangeShown:
    """One difference, with the words that went and came."""

    change: Change
    pieces: Sequence[Piece]


@dataclass(frozen=True, slots=True)
class VersionsPage:
    """The versions of a sitting's agenda, newest first, and the differences of two of them when they may be seen.

    `before` and `after` are numbers of versions, `after` 0 for the agenda as it stands. `changes` is None for those who see
    neither the workshop nor the body's meetings: an earlier version may say what was taken out again.
    """

    sitting: Sitting
    versions: Sequence[VersionRow]
    before: int
    after: int
    changes: Sequence[ChangeShown] | None
    meeting_url: str


def versions_page(
    *, viewer: Actor, sitting_id: str | UUID, before: int | None, after: int | None, now: datetime
) -> VersionsPage:
    """Return the versions, and what changed from `before` to `after`; the last sent and the agenda as it stands unless asked.

    Changes of closed items are shown to those who see closed items of the body, and that leaves a trace. Raises NotFound.
    """
    sitting = seen_sitting(sitting_id, viewer, now)
    rows = list(AgendaVersion.objects.filter(sitting=sitting).select_related("reading__document").order_by("-number"))
    last = rows[0].number if rows else DRAFT
    first, second = last if before is None else before, DRAFT if after is None else after
    sight = sight_of(viewer, now)
    closed = sight.sees_closed(sitting.body_id)
    found: Sequence[ChangeShown] | None = None
    if rows and (closed or sight.unpublished):
        found = [
            change_shown(one)
            for one in changes(_reading(sitting, rows, first), _reading(sitting, rows, second))
            if closed or not one.closed
        ]
        leave_trace(viewer, rows[0].reading.meeting, sight, now)
    return VersionsPage(
        sitting=sitting,
        versions=[_row(one) for one in rows],
        before=first,
        after=second,
        changes=found,
        meeting_url=reverse("meetings:meeting", args=[rows[0].reading.meeting_id]) if rows else "",
    )


def _reading(sitting: Sitting, rows: Sequence[AgendaVersion], number: int) -> Reading:
    if number == DRAFT:
        # Composed, so that texts are made from blocks in the same way as in what was sent.
        return composed(gathered(sitting, Kind.AGENDA)).reading
    row = next((one for one in rows if one.number == number), None)
    if row is None:
        raise NotFound(_("Dagsordenen har ingen version med det nummer."))
    return closed_as_now(row.reading)


def _row(one: AgendaVersion) -> VersionRow:
    return VersionRow(
        number=one.number,
        is_supplement=one.is_supplement,
        sent_at=one.sent_at,
        sent_by=one.sent_by_name,
        note=one.note,
        sha256=one.reading.document.sha256,
    )


def change_shown(change: Change) -> ChangeShown:
    """Return a difference in the reader's language, with the words that went and came."""
    told = change_said(change)
    return ChangeShown(told, word_diff(told.old or "", told.new or ""))
