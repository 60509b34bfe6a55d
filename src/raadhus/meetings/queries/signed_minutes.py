"""Signed minutes as a file that verifies, and whether what the database shows is still what was signed."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound
from raadhus.meetings.models import AgendaItem, Meeting, MinutesVersion
from raadhus.meetings.queries.locked import live_version
from raadhus.meetings.queries.minutes_versions import chain_of, leaves_of_version, signing_keys
from raadhus.meetings.queries.naming import shown_label
from raadhus.meetings.queries.records import record_of, whole_items
from raadhus.meetings.queries.sight import leave_trace, seen_meeting, sight_of
from raadhus.meetings.rules.signing.canonical import canonical
from raadhus.meetings.rules.signing.leaves import Part, contents_of, item_at, part_at
from raadhus.meetings.rules.signing.signed_file import KEYS_FORMAT, key_json, read_signed, signed_file
from raadhus.meetings.rules.signing.verification import verify

# A body that is renamed is called otherwise on the screens; what was signed keeps its name of that day.
_NAMES = frozenset({"body", "municipality"})


@dataclass(frozen=True, slots=True)
class Difference:
    """Where the database and what was signed disagree: the item's place from 1, or None for header, chain and seal."""

    item: int | None
    sentence: str


def signed_minutes_file(
    *, viewer: Actor, meeting_id: str | UUID, closed: bool = False, now: datetime
) -> tuple[str, bytes]:
    """Return name and bytes of the signed minutes: as the public has them, or whole for those who may see closed items.

    Raises NotFound when the meeting is not to be seen, or not signed.
    """
    sight = sight_of(viewer, now)
    meeting = seen_meeting(meeting_id, sight)
    version = live_version(meeting)
    if version is None or version.completed_at is None:
        raise NotFound(_("Referatet er ikke underskrevet."))
    if closed and not sight.sees_closed(meeting.body_id):
        require(viewer, "meetings.read_closed", now=now)
    if closed:
        leave_trace(viewer, meeting, sight, now)
    data = json.dumps(_file(version, closed=closed), ensure_ascii=False, indent=1).encode()
    name = f"{meeting.body_id}-{meeting.date.isoformat()}-underskrevet{'-lukket' if closed else ''}.json"
    return name, data


def _file(version: MinutesVersion, *, closed: bool) -> dict[str, object]:
    leaves, chain = leaves_of_version(version), chain_of(version, closed=closed)
    used = {one.statement.key_id for one in chain}
    keys = [key for key in signing_keys() if key.key_id in used]
    return signed_file(leaves, version.root, chain, keys, closed=closed)


def published_keys() -> dict[str, object]:
    """Return the installation's public keys in their published form."""
    return {"format": KEYS_FORMAT, "keys": [key_json(key) for key in signing_keys()]}


def differences(version: MinutesVersion) -> tuple[Difference, ...]:
    """Return where the database and what was signed disagree; none when all is as it was."""
    return tuple(dict.fromkeys((*_in_frozen(version), *_in_shown(version))))


def _in_frozen(version: MinutesVersion) -> Iterator[Difference]:
    """Verify what was frozen as anybody with the file would, with the closed parts."""
    if version.completed_at is None:
        return
    file = read_signed(json.dumps(_file(version, closed=True)).encode())
    yield from (Difference(flaw.item, str(flaw.message)) for flaw in verify(file, signing_keys()).flaws)


def _in_shown(version: MinutesVersion) -> Iterator[Difference]:
    """Compare what the tables show now with what was frozen."""
    items = whole_items(AgendaItem.objects.filter(meeting=version.meeting))
    shown = [canonical(_nameless(one)) for one in contents_of(record_of(version.meeting, items, ()))]
    kept = [canonical(_nameless(leaf.content)) for leaf in leaves_of_version(version)]
    for place in range(max(len(shown), len(kept))):
        if shown[place : place + 1] != kept[place : place + 1]:
            yield Difference(item_at(place), _sentence(place))


def _nameless(content: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in content.items() if name not in _NAMES} if "items" in content else content


def _sentence(place: int) -> str:
    if part_at(place) is Part.HEADER:
        return _("Mødets oplysninger vises ikke, som de blev underskrevet.")
    return _("Punkt nummer %(item)s på mødet vises ikke, som det blev underskrevet.") % {"item": item_at(place)}


def check_signed(*, viewer: Actor, now: datetime) -> tuple[tuple[str, tuple[Difference, ...]], ...]:
    """Return every signed meeting where the database and what was signed disagree, with where."""
    require(viewer, "meetings.check_signed", now=now)
    versions = MinutesVersion.objects.filter(withdrawn_at__isnull=True).select_related("meeting__body")
    found = ((_label(version.meeting), differences(version)) for version in versions.order_by("put_up_at"))
    return tuple((label, wrong) for label, wrong in found if wrong)


def _label(meeting: Meeting) -> str:
    return shown_label(meeting)
