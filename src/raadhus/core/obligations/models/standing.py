"""Standing and conditional decisions, and every time one was looked at."""

from django.db import models

from raadhus.core.obligations.models.promises import ObligationRecord
from raadhus.core.obligations.rules.condition import Comparison
from raadhus.core.obligations.rules.firing import Result
from raadhus.core.obligations.rules.recurrence import LAST_DAY, MOST_SHIFT, Rhythm
from raadhus.core.obligations.rules.standing import State
from raadhus.kernel.ids import new_id

_STATES = [state.value for state in State]
_RHYTHMS = [rhythm.value for rhythm in Rhythm]
_COMPARISONS = [comparison.value for comparison in Comparison]
_RESULTS = [result.value for result in Result]


class StandingDecision(models.Model):
    """Something decided once that comes back: on a rhythm, and perhaps only when a figure gives cause. Its history is in the trail."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    title = models.CharField(max_length=300)
    text = models.TextField()
    body = models.CharField(max_length=200)
    owner_key = models.CharField(max_length=100, blank=True)
    owner_text = models.CharField(max_length=300, blank=True)
    unit_key = models.CharField(max_length=100, blank=True)
    state = models.CharField(max_length=20, default=State.PROPOSED.value)
    # Half-open; the start of a proposed one may wait for the day it is adopted.
    starts_date = models.DateField(null=True)
    ends_date = models.DateField(null=True)
    review_date = models.DateField(null=True)
    # Periods that fire before this day are nobody's: it was not in force, or in suspense.
    watched_from_date = models.DateField(null=True)
    superseded_by = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="supersedes")
    # The reason given with the latest step.
    remark = models.TextField(blank=True)
    # The owner asks that it ends; the board decides.
    end_asked_by = models.CharField(max_length=300, blank=True)
    end_asked_reason = models.TextField(blank=True)
    closed = models.BooleanField(default=False)
    public_label = models.CharField(max_length=300, blank=True)
    origin_kind = models.CharField(max_length=60)
    origin_key = models.CharField(max_length=200, blank=True)
    origin_label = models.CharField(max_length=500)
    origin_url = models.CharField(max_length=500, blank=True)
    template_key = models.CharField(max_length=100, blank=True)
    rhythm = models.CharField(max_length=20)
    # "3,9"
    months = models.CharField(max_length=40, blank=True)
    every = models.PositiveSmallIntegerField(default=0)
    first_date = models.DateField(null=True)
    day = models.PositiveSmallIntegerField(default=1)
    shift = models.SmallIntegerField(default=0)
    figure_key = models.CharField(max_length=100, blank=True)
    comparison = models.CharField(max_length=20, blank=True)
    threshold = models.DecimalField(max_digits=16, decimal_places=4, null=True)
    upper = models.DecimalField(max_digits=16, decimal_places=4, null=True)
    figure_unit = models.CharField(max_length=40, blank=True)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(state__in=_STATES), name="standing_state_known"),
            models.CheckConstraint(condition=models.Q(rhythm__in=_RHYTHMS), name="standing_rhythm_known"),
            models.CheckConstraint(
                condition=~models.Q(title="") & ~models.Q(text="") & ~models.Q(body=""), name="standing_says_something"
            ),
            models.CheckConstraint(
                condition=models.Q(ends_date__isnull=True)
                | models.Q(starts_date__isnull=True)
                | models.Q(ends_date__gt=models.F("starts_date")),
                name="standing_period_half_open",
            ),
            models.CheckConstraint(
                condition=models.Q(state=State.SUPERSEDED.value, superseded_by__isnull=False)
                | (~models.Q(state=State.SUPERSEDED.value) & models.Q(superseded_by__isnull=True)),
                name="standing_superseded_names_the_new",
            ),
            models.CheckConstraint(
                condition=~models.Q(state=State.IN_FORCE.value)
                | models.Q(watched_from_date__isnull=False, starts_date__isnull=False),
                name="standing_in_force_since",
            ),
            models.CheckConstraint(
                condition=models.Q(day__gte=1, day__lte=LAST_DAY, shift__gte=-MOST_SHIFT, shift__lte=MOST_SHIFT),
                name="standing_day_of_a_month",
            ),
            models.CheckConstraint(
                condition=models.Q(figure_key="", comparison="", threshold__isnull=True, upper__isnull=True)
                | (~models.Q(figure_key="") & models.Q(comparison__in=_COMPARISONS, threshold__isnull=False)),
                name="standing_condition_whole",
            ),
        ]
        indexes = [models.Index(fields=["state", "body"], name="standing_in_state")]

    def __str__(self) -> str:
        return str(self.id)


class StandingFiring(models.Model):
    """One look at a standing decision: it fired, its condition was not met, the figure was missing, or the period was skipped.

    The values are those that were seen then. A look by hand has a period of its own ("now:2026-03-16") and answers no other.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    standing = models.ForeignKey(StandingDecision, on_delete=models.PROTECT, related_name="firings")
    period = models.CharField(max_length=20)
    fires_date = models.DateField()
    due_date = models.DateField()
    result = models.CharField(max_length=20)
    reason = models.TextField()
    value = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    value_before = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    figure_unit = models.CharField(max_length=40, blank=True)
    figure_period = models.CharField(max_length=200, blank=True)
    figure_source = models.CharField(max_length=300, blank=True)
    figure_as_of_date = models.DateField(null=True)
    by_hand = models.BooleanField(default=False)
    actor_name = models.CharField(max_length=300)
    # Where it went: an agenda intake by name, or an obligation of the owner.
    intake = models.CharField(max_length=60, blank=True)
    receipt_key = models.CharField(max_length=200, blank=True)
    receipt_label = models.CharField(max_length=500, blank=True)
    receipt_url = models.CharField(max_length=500, blank=True)
    obligation = models.ForeignKey(ObligationRecord, null=True, on_delete=models.PROTECT, related_name="+")
    looked_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["standing", "period"], name="standing_fires_once_a_period"),
            models.CheckConstraint(condition=models.Q(result__in=_RESULTS), name="standing_result_known"),
            models.CheckConstraint(
                condition=models.Q(result=Result.FIRED.value)
                | models.Q(receipt_key="", intake="", obligation__isnull=True),
                name="standing_only_fired_leaves_a_receipt",
            ),
        ]
        indexes = [models.Index(fields=["fires_date", "standing"], name="standing_firing_of_day")]

    def __str__(self) -> str:
        return f"{self.standing_id} {self.period}"
