"""Tables of the meeting as it is planned and held: who belongs to a body, the sitting, who came, and each agenda that was sent."""

from django.db import models
from django.db.models import Q

from raadhus.kernel.ids import new_id
from raadhus.meetings.models.tables import Body, MeetingReading
from raadhus.meetings.rules.membership import AttendanceStatus, MemberRole
from raadhus.meetings.rules.sittings import SittingState


class BodyMember(models.Model):
    """That a person belongs to a body, as what, and from when until when (the end is the first day not)."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="members")
    person_key = models.CharField(max_length=100)
    name = models.CharField(max_length=300)
    role = models.CharField(max_length=20, choices=[(one.value, one.value) for one in MemberRole])
    # Whom a substitute stands in for; empty for everybody else and for a substitute for anyone.
    substitutes_for = models.CharField(max_length=100, blank=True, default="")
    position = models.PositiveIntegerField(default=0)
    start_date = models.DateField()
    end_date = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["body", "person_key", "start_date"], name="meetings_member_once"),
            models.CheckConstraint(
                condition=Q(end_date__isnull=True) | Q(end_date__gte=models.F("start_date")),
                name="meetings_member_ends_after_start",
            ),
        ]
        indexes = [models.Index(fields=["person_key", "body"])]

    def __str__(self) -> str:
        return f"{self.name} {self.body_id}"


class Sitting(models.Model):
    """One meeting of a body, from the first plan to the signed minutes. Its agendas and minutes are `documents` (Meeting)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="sittings")
    date = models.DateField()
    start_time = models.CharField(max_length=5, blank=True, default="")
    end_time = models.CharField(max_length=5, blank=True, default="")
    place = models.CharField(max_length=300, blank=True, default="")
    state = models.CharField(
        max_length=20, choices=[(one.value, one.value) for one in SittingState], default=SittingState.DRAFT.value
    )
    # Set when this sitting's dates differ from what the body's profile gives.
    submission_date = models.DateField(null=True)
    sending_date = models.DateField(null=True)
    opened_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    cancel_reason = models.TextField(blank=True, default="")
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    # Grows with every change, so that two people at once are told.
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["body", "date", "start_time"],
                condition=~Q(state=SittingState.CANCELLED.value),
                name="meetings_sitting_once",
            )
        ]
        indexes = [models.Index(fields=["date"]), models.Index(fields=["body", "date"])]

    def __str__(self) -> str:
        return f"{self.body_id} {self.date}"


class Attendance(models.Model):
    """Whether one of those who belong came; times are "HH:MM", empty for the whole meeting."""

    sitting = models.ForeignKey(Sitting, on_delete=models.CASCADE, related_name="attendances")
    person_key = models.CharField(max_length=100)
    name = models.CharField(max_length=300)
    role = models.CharField(max_length=20, choices=[(one.value, one.value) for one in MemberRole])
    status = models.CharField(max_length=20, choices=[(one.value, one.value) for one in AttendanceStatus])
    stands_in_for = models.CharField(max_length=100, blank=True, default="")
    arrived_time = models.CharField(max_length=5, blank=True, default="")
    left_time = models.CharField(max_length=5, blank=True, default="")
    position = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sitting", "person_key"], name="meetings_attendance_once")]

    def __str__(self) -> str:
        return f"{self.name} {self.status}"


class AgendaVersion(models.Model):
    """An agenda as it was sent: frozen, because it is a reading. A supplement (tillægsdagsorden) is a version of its own."""

    sitting = models.ForeignKey(Sitting, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    is_supplement = models.BooleanField(default=False)
    reading = models.ForeignKey(MeetingReading, on_delete=models.PROTECT, related_name="+")
    note = models.TextField(blank=True, default="")
    sent_at = models.DateTimeField()
    sent_by_name = models.CharField(max_length=200)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sitting", "number"], name="meetings_agenda_version_once")]

    def __str__(self) -> str:
        return f"{self.sitting_id} {self.number}"
