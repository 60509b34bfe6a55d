"""Minutes frozen as rows: the one place that makes a version of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from raadhus.kernel.actors import Actor
from raadhus.meetings.models.sealing import new_salt
from raadhus.meetings.models.signing import MinutesLeaf, MinutesVersion, Signatory
from raadhus.meetings.models.tables import Meeting
from raadhus.meetings.rules.profile_rules import SignatureRule
from raadhus.meetings.rules.record import MeetingRecord
from raadhus.meetings.rules.signing.canonical import canonical
from raadhus.meetings.rules.signing.demands import SignerPart
from raadhus.meetings.rules.signing.leaves import Leaf, leaves_of
from raadhus.meetings.rules.signing.tree import root_of

_BATCH = 500


@dataclass(frozen=True, slots=True)
class SignatoryGiven:
    """One who took part: the name as the minutes print it, the person's key ("" without a log-in), and as what."""

    name: str
    person_key: str
    part: SignerPart
    on_behalf_of: str = ""
    present: bool = True


def freeze_minutes(
    meeting: Meeting,
    minutes: MeetingRecord,
    signatories: Iterable[SignatoryGiven],
    *,
    demanded: SignatureRule,
    deadline: date | None,
    author: Actor,
    at: datetime,
) -> MinutesVersion:
    """Return a new version of the meeting's confirmed minutes with its leaves and signatories. Raises NotCanonical."""
    if meeting.confirmed_reading is None:
        raise LookupError("Minutes that are frozen are confirmed ones.")
    number = MinutesVersion.objects.filter(meeting=meeting).count() + 1
    leaves = leaves_of(minutes, version=number, new_salt=new_salt)
    version = MinutesVersion.objects.create(
        meeting=meeting,
        reading=meeting.confirmed_reading,
        number=number,
        root=root_of([leaf.hash for leaf in leaves]).hex(),
        rule=demanded,
        deadline_date=deadline,
        put_up_at=at,
        put_up_by_key=author.key,
        put_up_by_name=author.name[:200],
    )
    MinutesLeaf.objects.bulk_create((_leaf(version, leaf) for leaf in leaves), batch_size=_BATCH)
    Signatory.objects.bulk_create(_signatory(version, place, one) for place, one in enumerate(signatories))
    return version


def _leaf(version: MinutesVersion, leaf: Leaf) -> MinutesLeaf:
    return MinutesLeaf(
        version=version,
        position=leaf.position,
        part=leaf.part,
        salt=leaf.salt,
        content=canonical(leaf.content).decode(),
        sha256=leaf.hash.hex(),
    )


def _signatory(version: MinutesVersion, place: int, given: SignatoryGiven) -> Signatory:
    return Signatory(
        version=version,
        position=place,
        person_key=given.person_key,
        name=given.name,
        part=given.part,
        present=given.present,
        on_behalf_of=given.on_behalf_of,
    )
