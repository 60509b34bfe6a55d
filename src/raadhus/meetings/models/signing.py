"""The tables of signed minutes. What is put up is frozen: the database refuses to change leaves, signatories and statements.

Prose: docs/rules/signing.md. The refusals are in models/guards.py.
"""

from django.db import models
from django.db.models import F, Q

from raadhus.kernel.ids import new_id
from raadhus.meetings.models.tables import Meeting, MeetingReading
from raadhus.meetings.rules.profile_rules import SignatureRule
from raadhus.meetings.rules.signing.demands import SignerPart
from raadhus.meetings.rules.signing.leaves import Part
from raadhus.meetings.rules.signing.statements import Act


def _choices(codes: type[SignatureRule | SignerPart | Part | Act]) -> list[tuple[str, str]]:
    return [(code.value, code.value) for code in codes]


class SigningKey(models.Model):
    """A public key of the installation's seal and when it was in use. The secret is never in the database."""

    key_id = models.CharField(max_length=16, primary_key=True)
    generation = models.PositiveIntegerField(unique=True)
    public_key = models.CharField(max_length=64, unique=True)
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    compromised_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("started_at")), name="meetings_key_period"
            ),
        ]

    def __str__(self) -> str:
        return self.key_id


class MinutesVersion(models.Model):
    """Minutes as they were put up for approval: the reading, and the root over its leaves. One live version a meeting."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="minutes_versions")
    reading = models.ForeignKey(MeetingReading, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    root = models.CharField(max_length=64)
    rule = models.CharField(max_length=24, choices=_choices(SignatureRule))
    deadline_date = models.DateField(null=True)
    put_up_at = models.DateTimeField()
    put_up_by_key = models.CharField(max_length=200)
    put_up_by_name = models.CharField(max_length=200)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawal_reason = models.TextField(blank=True, default="")
    completed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="meetings_minutes_version_once"),
            models.UniqueConstraint(
                fields=["meeting"], condition=Q(withdrawn_at__isnull=True), name="meetings_one_live_minutes_version"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | Q(completed_at__isnull=True),
                name="meetings_completed_is_not_withdrawn",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.number}"


class MinutesLeaf(models.Model):
    """One leaf as it was hashed: its content as canonical text, and its salt."""

    version = models.ForeignKey(MinutesVersion, on_delete=models.PROTECT, related_name="leaves")
    position = models.PositiveIntegerField()
    part = models.CharField(max_length=8, choices=_choices(Part))
    salt = models.CharField(max_length=64)
    content = models.TextField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "position"], name="meetings_minutes_leaf_once")]

    def __str__(self) -> str:
        return f"{self.version_id} {self.position}"


class Signatory(models.Model):
    """One who took part, or should have. `person_key` is empty for one without a log-in: who then cannot sign here."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    version = models.ForeignKey(MinutesVersion, on_delete=models.PROTECT, related_name="signatories")
    position = models.PositiveIntegerField()
    person_key = models.CharField(max_length=200, blank=True, default="")
    name = models.CharField(max_length=200)
    part = models.CharField(max_length=12, choices=_choices(SignerPart))
    present = models.BooleanField()
    on_behalf_of = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["version", "person_key"], condition=~Q(person_key=""), name="meetings_signatory_once"
            )
        ]
        # The front page asks what waits for a person.
        indexes = [models.Index(fields=["person_key"])]

    def __str__(self) -> str:
        return self.name


class MinutesApproval(models.Model):
    """What a participant says of minutes before they are signed: approved, or an objection with its remark and the answer to it."""

    signatory = models.OneToOneField(Signatory, on_delete=models.PROTECT, related_name="approval")
    approves = models.BooleanField()
    remark = models.TextField(blank=True, default="")
    answered_at = models.DateTimeField()
    reply = models.TextField(blank=True, default="")
    replied_at = models.DateTimeField(null=True)
    replied_by_name = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(approves=True) | ~Q(remark=""), name="meetings_objection_says_why")
        ]

    def __str__(self) -> str:
        return f"{self.signatory_id} {self.approves}"


class MinutesStatement(models.Model):
    """One sealed act of the chain: an answer, the completion, or an addition. Its remark lies beside it, bound by its hash."""

    version = models.ForeignKey(MinutesVersion, on_delete=models.PROTECT, related_name="statements")
    sequence = models.PositiveIntegerField()
    act = models.CharField(max_length=24, choices=_choices(Act))
    signatory = models.OneToOneField(Signatory, on_delete=models.PROTECT, null=True, related_name="answer")
    payload = models.TextField()
    signature = models.CharField(max_length=128)
    remark_text = models.TextField(blank=True, default="")
    remark_salt = models.CharField(max_length=64, blank=True, default="")
    remark_item = models.PositiveIntegerField(null=True)
    remark_is_public = models.BooleanField(default=False)
    author_key = models.CharField(max_length=200)
    author_name = models.CharField(max_length=200)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "sequence"], name="meetings_statement_once")]

    def __str__(self) -> str:
        return f"{self.version_id} {self.sequence}"
