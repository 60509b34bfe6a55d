"""Minutes that are put up or signed, from their rows: version, signatories, leaves, chain and keys."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from raadhus.kernel.errors import NotFound
from raadhus.meetings.models import (
    MinutesApproval,
    MinutesStatement,
    MinutesVersion,
    Signatory,
    SigningKey,
)
from raadhus.meetings.models.sealing import leaf_of, public_key_of, sealed_of
from raadhus.meetings.queries.locked import live_version, locked_meeting
from raadhus.meetings.rules.profile_rules import SignatureRule
from raadhus.meetings.rules.signing.demands import Completeness, Signer, SignerPart, completeness
from raadhus.meetings.rules.signing.leaves import Leaf
from raadhus.meetings.rules.signing.seals import PublicKey
from raadhus.meetings.rules.signing.statements import Act, Sealed


@dataclass(frozen=True, slots=True)
class SignatoryRow:
    """A signatory with what has been said: approval, objection and its reply, and the signed answer."""

    row: Signatory
    signer: Signer
    approval: MinutesApproval | None
    answer: MinutesStatement | None

    @property
    def has_open_objection(self) -> bool:
        """True when there is an objection that nobody has replied to."""
        return self.approval is not None and not self.approval.approves and self.approval.replied_at is None


def locked_version(meeting_id: str | UUID) -> MinutesVersion:
    """Return the meeting's live version, with the meeting locked. Raises NotFound."""
    meeting = locked_meeting(meeting_id)
    version = live_version(meeting)
    if version is None:
        raise NotFound(_("Referatet er ikke lagt frem til godkendelse."))
    version.meeting = meeting
    return version


def signatories_of(version: MinutesVersion) -> tuple[SignatoryRow, ...]:
    """Return the version's signatories in their order, with what they have said."""
    rows = version.signatories.select_related("approval", "answer").order_by("position")
    return tuple(_signatory(row) for row in rows)


def _signatory(row: Signatory) -> SignatoryRow:
    approval: MinutesApproval | None = getattr(row, "approval", None)
    answer: MinutesStatement | None = getattr(row, "answer", None)
    said = Act(answer.act) if answer else None
    signer = Signer(row.name, SignerPart(row.part), present=row.present, on_behalf_of=row.on_behalf_of, answer=said)
    return SignatoryRow(row, signer, approval, answer)


def completeness_of(version: MinutesVersion, rows: tuple[SignatoryRow, ...], today: date) -> Completeness:
    """Return how far the signatures of a version have come."""
    signers = [one.signer for one in rows]
    return completeness(signers, SignatureRule(version.rule), deadline=version.deadline_date, today=today)


def leaves_of_version(version: MinutesVersion) -> tuple[Leaf, ...]:
    """Return the leaves as they were put up."""
    return tuple(leaf_of(row, version) for row in version.leaves.order_by("position"))


def chain_of(version: MinutesVersion, *, closed: bool) -> tuple[Sealed, ...]:
    """Return the version's statements in order; remarks that are not for everybody only when `closed`."""
    return tuple(sealed_of(row, closed=closed) for row in version.statements.order_by("sequence"))


def signing_keys() -> tuple[PublicKey, ...]:
    """Return every key that the installation has sealed with, oldest first: they are public."""
    return tuple(public_key_of(row) for row in SigningKey.objects.order_by("generation"))


def waiting_for(person_key: str, now: datetime) -> tuple[MinutesVersion, ...]:
    """Return the versions that wait for an answer of this person, the one with the nearest deadline first."""
    mine = Signatory.objects.filter(person_key=person_key, present=True, answer__isnull=True)
    waiting = MinutesVersion.objects.filter(
        signatories__in=mine, withdrawn_at__isnull=True, completed_at__isnull=True, put_up_at__lte=now
    )
    return tuple(waiting.select_related("meeting__body").order_by("deadline_date", "put_up_at"))
