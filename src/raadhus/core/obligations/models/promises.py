"""What is promised: by whom, by when, why, and what shows that it was done."""

from django.db import models

from raadhus.core.obligations.rules.status import ACTIVE, Status
from raadhus.kernel.ids import new_id

_STATUSES = [status.value for status in Status]
# sorted: the order stands in the migration
_ACTIVE = sorted(status.value for status in ACTIVE)


class ObligationRecord(models.Model):
    """Something promised. Its history is in the audit trail."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    text = models.TextField()
    # A person, a unit, or (imported) only the words that the document used.
    owner_key = models.CharField(max_length=100, blank=True)
    owner_text = models.CharField(max_length=300, blank=True)
    unit_key = models.CharField(max_length=100, blank=True)
    to_body = models.CharField(max_length=200, blank=True)
    # As promised ("2025-08"), and the last day that still counts.
    due = models.CharField(max_length=10, blank=True)
    due_date = models.DateField(null=True)
    status = models.CharField(max_length=20, default=Status.OPEN.value)
    # The reason given with the latest move or change.
    remark = models.TextField(blank=True)
    # The origin is closed: only the owner and those who may read closed matters see more than the public label.
    closed = models.BooleanField(default=False)
    public_label = models.CharField(max_length=300, blank=True)
    origin_kind = models.CharField(max_length=60)
    origin_key = models.CharField(max_length=200)
    origin_label = models.CharField(max_length=500)
    origin_url = models.CharField(max_length=500, blank=True)
    # When it was ordered, when decided or promised, and when it was done, lapsed or replaced: what lead times are made of.
    ordered_date = models.DateField(null=True)
    decided_date = models.DateField()
    ended_date = models.DateField(null=True)
    replaced_by = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="replaces")
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(status__in=_STATUSES), name="obligation_status_known"),
            models.CheckConstraint(
                condition=models.Q(due="", due_date__isnull=True)
                | (~models.Q(due="") & models.Q(due_date__isnull=False)),
                name="obligation_due_has_its_last_day",
            ),
            models.CheckConstraint(
                condition=models.Q(status=Status.REPLACED.value, replaced_by__isnull=False)
                | (~models.Q(status=Status.REPLACED.value) & models.Q(replaced_by__isnull=True)),
                name="obligation_replaced_names_the_new",
            ),
            models.CheckConstraint(condition=~models.Q(text=""), name="obligation_says_something"),
            models.CheckConstraint(
                condition=models.Q(status__in=_ACTIVE, ended_date__isnull=True)
                | (~models.Q(status__in=_ACTIVE) & models.Q(ended_date__isnull=False)),
                name="obligation_ended_has_its_day",
            ),
        ]
        indexes = [
            models.Index(fields=["owner_key", "status", "due_date"], name="obligation_of_owner"),
            models.Index(fields=["unit_key", "status", "due_date"], name="obligation_of_unit"),
            models.Index(fields=["origin_kind", "origin_key"], name="obligation_of_origin"),
            models.Index(fields=["decided_date", "ended_date"], name="obligation_between_days"),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Evidence(models.Model):
    """What shows that an obligation was met: words, a link, a file. Kept when the obligation is reopened."""

    obligation = models.ForeignKey(ObligationRecord, on_delete=models.PROTECT, related_name="evidence")
    text = models.TextField(blank=True)
    link = models.URLField(max_length=500, blank=True)
    file_sha256 = models.CharField(max_length=64, blank=True)
    file_name = models.CharField(max_length=300, blank=True)
    recorded_by = models.CharField(max_length=300)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(text="") | ~models.Q(link="") | ~models.Q(file_sha256=""),
                name="obligation_evidence_shows_something",
            )
        ]

    def __str__(self) -> str:
        return self.text or self.link or self.file_name


class Reminder(models.Model):
    """That an owner was reminded on a day: never twice."""

    owner_key = models.CharField(max_length=100)
    sent_date = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner_key", "sent_date"], name="obligation_reminder_once_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.owner_key} {self.sent_date}"


class CalendarAddress(models.Model):
    """A person's secret calendar address. Only the token's digest is kept; the address is shown once."""

    person_key = models.CharField(max_length=100)
    token_digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person_key"],
                condition=models.Q(revoked_at__isnull=True),
                name="obligation_one_calendar_address_a_person",
            )
        ]

    def __str__(self) -> str:
        return self.person_key
