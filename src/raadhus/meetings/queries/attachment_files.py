"""The file of an attachment, for those who are shown the attachment."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from raadhus.core.documents.public import StoredFile, file
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound
from raadhus.meetings.queries.disclosing import disclosed_meeting
from raadhus.meetings.queries.naming import MARK


def attachment_file(
    *, viewer: Actor, meeting_id: str | UUID, item_id: str | UUID, mark: str, now: datetime
) -> StoredFile:
    """Return the kept file whose address ends in `mark`, the beginning of its SHA-256.

    What is disclosed decides: the meeting, the item and the attachment's own mark for publication; looking into closed items leaves a
    trace. Raises NotFound, the same for a file that is not there and one that is not to be had.
    """
    meeting = disclosed_meeting(viewer=viewer, meeting_id=meeting_id, now=now)
    for item in meeting.items:
        if item.withheld or item.id != str(item_id):
            continue
        for each in item.attachments:
            if each.sha256 and each.sha256[:MARK] == mark:
                return file(each.sha256)
    raise NotFound(_("Filen findes ikke, eller den er ikke offentliggjort."))
