"""What a file of signed minutes is worth, for the public page: verified with the installation's own keys, in the reader's language."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from raadhus.kernel.actors import PUBLIC
from raadhus.kernel.errors import NotFound
from raadhus.meetings.queries.locked import live_version
from raadhus.meetings.queries.minutes_versions import signing_keys
from raadhus.meetings.queries.sight import seen_meeting, sight_of
from raadhus.meetings.queries.wording import said, said_aloud
from raadhus.meetings.rules.signing.demands import SignerPart
from raadhus.meetings.rules.signing.signed_file import SignedFile, read_signed
from raadhus.meetings.rules.signing.statements import Sealed
from raadhus.meetings.rules.signing.verification import Report, verify

_PARTS = {one.value: one for one in SignerPart}


@dataclass(frozen=True, slots=True)
class StatementShown:
    """One statement of the file for the page."""

    at: datetime
    act: str
    name: str
    part: str
    on_behalf_of: str
    remark: str
    is_withheld: bool


@dataclass(frozen=True, slots=True)
class Control:
    """What was verified. `is_newest` is None when the meeting is not published here, False when there is more by now."""

    report: Report
    flaws: tuple[str, ...]
    statements: tuple[StatementShown, ...]
    meeting_url_id: UUID | None
    is_newest: bool | None


def controlled(data: bytes, *, now: datetime) -> Control:
    """Return what a file is worth by the keys of this installation. Raises NotSigned in the reader's language.

    Everybody is told the same: what is known here of the meeting is what the public may see.
    """
    with said_aloud():
        file = read_signed(data)
    report = verify(file, signing_keys())
    known, is_newest = _known(file, now)
    flaws = tuple(said(flaw.message) for flaw in report.flaws)
    return Control(report, flaws, tuple(map(_shown, report.statements)), known, is_newest)


def _shown(sealed: Sealed) -> StatementShown:
    said_here = sealed.statement
    part = _PARTS.get(said_here.part)
    return StatementShown(
        at=datetime.fromisoformat(said_here.at),
        act=said_here.act.label,
        name=said_here.name,
        part=part.label if part else "",
        on_behalf_of=said_here.on_behalf_of or "",
        remark=sealed.remark.text if sealed.remark else "",
        is_withheld=said_here.remark_hash is not None and sealed.remark is None,
    )


def _known(file: SignedFile, now: datetime) -> tuple[UUID | None, bool | None]:
    """Return the published meeting that the file is of, and whether nothing was added to it since."""
    try:
        meeting = seen_meeting(file.meeting, sight_of(PUBLIC, now))
    except NotFound:
        return None, None
    version = live_version(meeting)
    if version is None or version.completed_at is None:
        return meeting.pk, None
    last = version.statements.order_by("-sequence").values_list("signature", flat=True).first()
    has_last = any(one.signature == last for one in file.statements)
    return meeting.pk, version.root == file.root and has_last
