"""What payroll has told us of employments and absences, and when we knew it: a version ends, and is never overwritten."""

from django.db import models
from django.db.models import F, Q

from raadhus.core.workforce.models.intake import ImportRun, PayrollSource
from raadhus.core.workforce.rules.vocabulary import AbsenceKind, EmploymentForm

_FORMS = [form.value for form in EmploymentForm]
_KINDS = [kind.value for kind in AbsenceKind]


class EmploymentVersion(models.Model):
    """An employment's terms through [start_date, end_date), as known from one run until another."""

    id = models.BigAutoField(primary_key=True)
    source = models.ForeignKey(PayrollSource, on_delete=models.PROTECT, db_index=False)
    key = models.CharField(max_length=200)
    employment = models.CharField(max_length=100)
    person = models.CharField(max_length=100)
    name = models.CharField(max_length=200)
    # The organisation's unit; payroll's own word for it is mapped on the way in.
    unit_key = models.CharField(max_length=100)
    start_date = models.DateField()
    end_date = models.DateField(null=True)
    # Hundredths of hours a week; øre a month.
    weekly_hours = models.PositiveIntegerField()
    form = models.CharField(max_length=20)
    job_code = models.CharField(max_length=60)
    job_title = models.CharField(max_length=200)
    agreement = models.CharField(max_length=200)
    hired_date = models.DateField(null=True)
    leave_reason = models.CharField(max_length=200)
    born_date = models.DateField(null=True)
    gender = models.CharField(max_length=20)
    monthly_ore = models.BigIntegerField(null=True)
    fingerprint = models.BigIntegerField()
    known_from = models.ForeignKey(ImportRun, on_delete=models.PROTECT, related_name="+")
    # Its index is below: without what still stands, which is almost everything.
    known_until = models.ForeignKey(ImportRun, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(form__in=_FORMS), name="employment_form_known"),
            models.CheckConstraint(
                condition=Q(end_date__isnull=True) | Q(end_date__gt=F("start_date")), name="employment_ends_after_start"
            ),
            models.UniqueConstraint(
                fields=["source", "key"], condition=Q(known_until__isnull=True), name="employment_known_once"
            ),
        ]
        indexes = [
            models.Index(fields=["employment"], name="employment_by_employment"),
            models.Index(
                fields=["known_until"], condition=Q(known_until__isnull=False), name="employment_by_end_of_knowing"
            ),
        ]

    def __str__(self) -> str:
        return self.key


class AbsenceVersion(models.Model):
    """An absence from its first to its last day (None while it goes on), as known from one run until another. Health data."""

    id = models.BigAutoField(primary_key=True)
    source = models.ForeignKey(PayrollSource, on_delete=models.PROTECT, db_index=False)
    key = models.CharField(max_length=200)
    employment = models.CharField(max_length=100)
    first_date = models.DateField()
    last_date = models.DateField(null=True)
    kind = models.CharField(max_length=30)
    code = models.CharField(max_length=60)
    # Hundredths of hours away in a week of a partial absence.
    weekly_hours_away = models.PositiveIntegerField(null=True)
    registered_date = models.DateField(null=True)
    sends_notification = models.BooleanField()
    fingerprint = models.BigIntegerField()
    known_from = models.ForeignKey(ImportRun, on_delete=models.PROTECT, related_name="+")
    # Its index is below: without what still stands, which is almost everything.
    known_until = models.ForeignKey(ImportRun, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=_KINDS), name="absence_kind_known"),
            models.CheckConstraint(
                condition=Q(last_date__isnull=True) | Q(last_date__gte=F("first_date")), name="absence_ends_after_start"
            ),
            models.UniqueConstraint(
                fields=["source", "key"], condition=Q(known_until__isnull=True), name="absence_known_once"
            ),
        ]
        indexes = [
            models.Index(fields=["employment"], name="absence_by_employment"),
            models.Index(
                fields=["known_until"], condition=Q(known_until__isnull=False), name="absence_by_end_of_knowing"
            ),
        ]

    def __str__(self) -> str:
        return self.key
