"""An extract of one item of minutes, as the viewer may see it; of a closed item it leaves a trace."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound
from raadhus.meetings.queries.disclosing import disclose_some
from raadhus.meetings.queries.locked import uuid_of
from raadhus.meetings.queries.naming import item_address, shown_label
from raadhus.meetings.queries.shapes import ItemShown, item_shown
from raadhus.meetings.queries.sight import seen_meeting, sight_of
from raadhus.meetings.queries.signing_facts import SigningShown, signing_shown
from raadhus.meetings.rules.reading import Kind
from raadhus.meetings.writer.extract import Signed, extract_of
from raadhus.meetings.writer.printed import PrintedMeeting


@dataclass(frozen=True, slots=True)
class ExtractPage:
    """An extract for a viewer: as it is printed, and ready for a template."""

    paper: PrintedMeeting
    shown: ItemShown
    meeting_id: UUID
    item_id: str
    item_url: str
    label: str


def extract_page(*, viewer: Actor, meeting_id: str | UUID, item_id: str | UUID, now: datetime) -> ExtractPage:
    """Return the extract. Raises NotFound for an agenda, and for an item that is closed to the viewer."""
    sight = sight_of(viewer, now)
    meeting = seen_meeting(meeting_id, sight)
    if meeting.kind != Kind.MINUTES:
        raise NotFound(_("En protokoludskrift tages af et referat."))
    wanted = str(uuid_of(item_id))
    disclosed = disclose_some(viewer, meeting, sight, now, lambda _place, row: str(row.pk) == wanted)
    signed = _signed(signing_shown(meeting, is_insider=False))
    issuer = settings.MUNICIPALITY if viewer.is_public else viewer.name
    try:
        paper = extract_of(disclosed, wanted, signed, issued=localdate(now), issuer=issuer)
    except LookupError as error:
        raise NotFound(_("Punktet findes ikke, eller det er lukket.")) from error
    return ExtractPage(
        paper=paper,
        shown=item_shown(paper.items[0], meeting.pk),
        meeting_id=meeting.pk,
        item_id=wanted,
        item_url=item_address(meeting.pk, wanted),
        label=shown_label(meeting),
    )


def _signed(shown: SigningShown | None) -> Signed:
    if shown is None or shown.completed_at is None:
        return Signed(None)
    return Signed(localdate(shown.completed_at), shown.signed_by, shown.reserved_by, shown.refused_by, shown.root)
