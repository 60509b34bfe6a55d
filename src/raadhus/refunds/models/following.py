"""What NemRefusion says of cases, who was reminded, and what looked wrong."""

from django.db import models
from django.db.models import Q

from raadhus.kernel.ids import new_id
from raadhus.refunds.models.cases import RefundCase
from raadhus.refunds.rules.detection import Suspicion
from raadhus.refunds.rules.following import Standing
from raadhus.refunds.rules.watch import Level, Next, Recipient

_STANDINGS = [standing.value for standing in Standing]
_SUSPICIONS = [suspicion.value for suspicion in Suspicion]
_RECIPIENTS = [recipient.value for recipient in Recipient]
_LEVELS = [level.value for level in Level]
_STEPS = [step.value for step in Next]


class NemRefusionRun(models.Model):
    """One file of statuses from NemRefusion and what became of it; all or nothing."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    file_name = models.CharField(max_length=300)
    file_sha256 = models.CharField(max_length=64)
    is_refused = models.BooleanField()
    rows = models.PositiveIntegerField(default=0)
    matched = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    problem_count = models.PositiveIntegerField(default=0)
    # [{"line", "column", "message"}], the first of them.
    problems = models.JSONField(default=list)
    imported_by = models.CharField(max_length=100)
    imported_by_name = models.CharField(max_length=200)
    imported_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.file_name


class NemRefusionNotice(models.Model):
    """What NemRefusion said of one employment's absence in one file; `case` is None while no absence fits."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    run = models.ForeignKey(NemRefusionRun, on_delete=models.CASCADE, related_name="notices")
    case = models.ForeignKey(RefundCase, on_delete=models.CASCADE, null=True, related_name="notices")
    # No absence began on the day NemRefusion says, so the nearest one that covers it was taken.
    is_nearest = models.BooleanField(default=False)
    line = models.PositiveIntegerField()
    employment = models.CharField(max_length=100)
    first_date = models.DateField()
    standing = models.CharField(max_length=20)
    notified_date = models.DateField(null=True)
    claimed_date = models.DateField(null=True)
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(standing__in=_STANDINGS), name="notice_standing_known")]

    def __str__(self) -> str:
        return f"{self.employment} {self.first_date}: {self.standing}"


class ReminderRecord(models.Model):
    """That somebody was reminded of a case's step, once for each level of urgency."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(RefundCase, on_delete=models.CASCADE, related_name="reminders")
    recipient = models.CharField(max_length=20)
    person_key = models.CharField(max_length=100)
    step = models.CharField(max_length=20)
    level = models.CharField(max_length=20)
    deadline_date = models.DateField()
    sent_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(recipient__in=_RECIPIENTS, level__in=_LEVELS, step__in=_STEPS), name="refund_reminder_known"
            ),
            models.UniqueConstraint(
                fields=["case", "person_key", "step", "level", "deadline_date"], name="refund_reminded_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_key}: {self.step}"


class SuspicionRecord(models.Model):
    """An entry that looked wrong: found by a recalculation, until it no longer looks so or somebody has let it be."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    suspicion = models.CharField(max_length=30)
    case = models.ForeignKey(RefundCase, on_delete=models.CASCADE, related_name="suspicions")
    # The other absence of a pair.
    other = models.ForeignKey(RefundCase, on_delete=models.CASCADE, null=True, related_name="+")
    sentence = models.CharField(max_length=1000)
    found_at = models.DateTimeField()
    gone_at = models.DateTimeField(null=True)
    let_be_at = models.DateTimeField(null=True)
    let_be_by = models.CharField(max_length=100, blank=True)
    let_be_reason = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(suspicion__in=_SUSPICIONS), name="suspicion_known"),
            models.UniqueConstraint(fields=["suspicion", "case", "other"], name="suspicion_of_pair_once"),
            models.UniqueConstraint(
                fields=["suspicion", "case"], condition=Q(other__isnull=True), name="suspicion_of_one_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.suspicion}: {self.case_id}"
