"""What is said of signatures around a meeting: on its page, and in an extract."""

from dataclasses import dataclass
from datetime import datetime

from raadhus.meetings.models import Meeting
from raadhus.meetings.queries.locked import live_version
from raadhus.meetings.queries.minutes_versions import signatories_of
from raadhus.meetings.rules.signing.statements import Act

_SIGNED = frozenset({Act.SIGNED, Act.SIGNED_WITH_RESERVATION})


@dataclass(frozen=True, slots=True)
class SigningShown:
    """The signatures of a meeting. `completed_at` is None while they are given; `root` is shown when they are complete."""

    put_up_at: datetime
    completed_at: datetime | None
    signed_by: tuple[str, ...]
    reserved_by: tuple[str, ...]
    refused_by: tuple[str, ...]
    root: str


def signing_shown(meeting: Meeting, *, is_insider: bool) -> SigningShown | None:
    """Return the signatures, or None: outsiders are told of them when they are complete, and not before."""
    version = live_version(meeting)
    if version is None or (version.completed_at is None and not is_insider):
        return None
    rows = signatories_of(version)

    def names(*acts: Act) -> tuple[str, ...]:
        return tuple(one.row.name for one in rows if one.signer.answer in acts)

    return SigningShown(
        put_up_at=version.put_up_at,
        completed_at=version.completed_at,
        signed_by=names(*_SIGNED),
        reserved_by=names(Act.SIGNED_WITH_RESERVATION),
        refused_by=names(Act.REFUSED),
        root=version.root if version.completed_at else "",
    )
