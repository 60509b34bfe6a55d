"""One case for each absence that may be refunded: payroll's facts, NemRefusion's dates, and what was worked out of them."""

from django.db import connection, models
from django.db.models import F, Q

from raadhus.kernel.ids import new_id
from raadhus.refunds.rules.cases import Cause, Kind
from raadhus.refunds.rules.following import Dispensation, Ground, Standing
from raadhus.refunds.rules.watch import Level, Next

_KINDS = [kind.value for kind in Kind]
_CAUSES = ["", *(cause.value for cause in Cause)]
_STANDINGS = [standing.value for standing in Standing]
_DISPENSATIONS = [one.value for one in Dispensation]
_GROUNDS = ["", *(ground.value for ground in Ground)]
_LEVELS = [level.value for level in Level]
_STEPS = [step.value for step in Next]

# Any number, as long as nobody else in the database takes the same advisory lock.
_LOCK = 7_221_190_455


def hold() -> None:
    """Let one transaction at a time write many cases: the second sees the cases that the first made, and neither waits for the other's rows.

    SQLite has one writer anyway. It is taken before any case is held, and the audit trail's lock always comes after.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


class RefundCase(models.Model):
    """An absence and its refund. Health data: only through queries that ask for it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    # Payroll's facts, renewed by each recalculation. The key of the absence in core/workforce.
    absence_key = models.CharField(max_length=270, unique=True)
    employment = models.CharField(max_length=100)
    name = models.CharField(max_length=200, blank=True)
    # Where the person is now, or was on the last day of absence: who leads it is told.
    unit_key = models.CharField(max_length=100)
    # The unit under the top that the unit lay below on the first day: the line of the board's table.
    centre_key = models.CharField(max_length=100)
    first_date = models.DateField()
    last_date = models.DateField(null=True)
    kind = models.CharField(max_length=20)
    # Payroll's own code.
    code = models.CharField(max_length=60, blank=True)
    # Hundredths a week; `absence_hours` are those away of a partial absence, of whatever kind.
    weekly_hours = models.PositiveIntegerField()
    absence_hours = models.PositiveIntegerField(null=True)
    hourly_wage_ore = models.PositiveIntegerField(null=True)
    registered_date = models.DateField(null=True)
    sends_notification = models.BooleanField(default=True)
    # Payroll no longer has the absence: the case is kept with its history, and counts for nothing.
    is_gone = models.BooleanField(default=False)

    # NemRefusion's, by import or by hand; the history is in the notices and the audit trail.
    standing = models.CharField(max_length=20, default=Standing.UNKNOWN.value)
    notified_date = models.DateField(null=True)
    # The first claim, which the loss is told from, and the newest, which the next deadline is told from.
    claimed_date = models.DateField(null=True)
    latest_claim_date = models.DateField(null=True)
    refusal_reason = models.CharField(max_length=500, blank=True)

    # HR's own: the cause when the dates do not tell it, the year it belongs to, dispensation, and when it is settled.
    set_cause = models.CharField(max_length=20, blank=True)
    set_year = models.PositiveSmallIntegerField(null=True)
    remark = models.CharField(max_length=1000, blank=True)
    dispensation = models.CharField(max_length=20, default=Dispensation.NONE.value)
    dispensation_ground = models.CharField(max_length=20, blank=True)
    settled_at = models.DateTimeField(null=True)
    # The leader has said that the absence is entered or that HR is told: reminders are quiet until the deadline passes.
    acted_at = models.DateTimeField(null=True)
    acted_by = models.CharField(max_length=100, blank=True)

    # Worked out (rules/loss.py, causes.py, watch.py), as things stood on `calculated_date`.
    lost_ore = models.BigIntegerField(default=0)
    # Hundredths of hours.
    lost_hours = models.PositiveIntegerField(default=0)
    lost_days = models.PositiveIntegerField(default=0)
    cause = models.CharField(max_length=20, blank=True)
    days_late = models.PositiveIntegerField(default=0)
    # The statement's year that the loss belongs to; None while nothing is lost or it is not final.
    year = models.PositiveSmallIntegerField(null=True)
    next_step = models.CharField(max_length=20, default=Next.NOTHING.value)
    deadline_date = models.DateField(null=True)
    level = models.CharField(max_length=20, default=Level.QUIET.value)
    at_risk_ore = models.BigIntegerField(default=0)
    calculated_date = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=_KINDS), name="refund_case_kind_known"),
            models.CheckConstraint(
                condition=Q(cause__in=_CAUSES, set_cause__in=_CAUSES), name="refund_case_cause_known"
            ),
            models.CheckConstraint(condition=Q(standing__in=_STANDINGS), name="refund_case_standing_known"),
            models.CheckConstraint(
                condition=Q(dispensation__in=_DISPENSATIONS, dispensation_ground__in=_GROUNDS),
                name="refund_case_dispensation_known",
            ),
            models.CheckConstraint(condition=Q(level__in=_LEVELS, next_step__in=_STEPS), name="refund_case_step_known"),
            models.CheckConstraint(
                condition=Q(last_date__isnull=True) | Q(last_date__gte=F("first_date")),
                name="refund_case_ends_after_start",
            ),
            models.CheckConstraint(condition=Q(lost_ore__gte=0, at_risk_ore__gte=0), name="refund_case_never_negative"),
        ]
        indexes = [
            models.Index(fields=["employment", "first_date"], name="refund_case_by_employment"),
            models.Index(fields=["deadline_date"], name="refund_case_by_deadline"),
            models.Index(fields=["year"], name="refund_case_by_year"),
        ]

    def __str__(self) -> str:
        return self.absence_key


class Recalculation(models.Model):
    """That all cases were worked out anew: for which day, from how many absences, and what came of it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    as_of_date = models.DateField()
    cases = models.PositiveIntegerField()
    changed = models.PositiveIntegerField()
    lost_ore = models.BigIntegerField()
    calculated_by = models.CharField(max_length=100)
    calculated_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.as_of_date}: {self.cases}"
