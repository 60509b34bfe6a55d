"""What people put around the figures: annotations, targets, and views they keep."""

from django.db import models
from django.db.models import Q

from raadhus.kernel.ids import new_id


class Annotation(models.Model):
    """A remark at a unit and all below it from a month, such as a school that opened. Without a measure it stands at all of them."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    unit_key = models.CharField(max_length=100)
    measure = models.CharField(max_length=60, blank=True)
    month = models.PositiveIntegerField()
    text = models.CharField(max_length=300)
    written_by = models.CharField(max_length=100)
    written_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["unit_key"], name="annotation_by_unit")]

    def __str__(self) -> str:
        return self.text


class Target(models.Model):
    """What a unit is to reach in a measure, [first_year, last_year] both counted. `value` is in the measure's unit times ten to its decimals."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    unit_key = models.CharField(max_length=100)
    measure = models.CharField(max_length=60)
    # "at_most" or "at_least".
    direction = models.CharField(max_length=10)
    value = models.BigIntegerField()
    first_year = models.PositiveSmallIntegerField()
    last_year = models.PositiveSmallIntegerField(null=True)
    reason = models.CharField(max_length=500)
    set_by = models.CharField(max_length=100)
    set_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(direction__in=["at_most", "at_least"]), name="target_direction_known"),
            models.CheckConstraint(
                condition=Q(last_year__isnull=True) | Q(last_year__gte=models.F("first_year")),
                name="target_ends_after_start",
            ),
            models.UniqueConstraint(
                fields=["unit_key", "measure", "first_year"],
                condition=Q(removed_at__isnull=True),
                name="target_once_from_a_year",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.measure} {self.unit_key}"


class SavedView(models.Model):
    """A view somebody keeps: the choices of the drill-down page as its address has them. Nobody else sees it.

    A subscribed one is in its owner's digest each month. With a limit the digest says when the newest figure is on the wrong side of it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    owner_key = models.CharField(max_length=100)
    name = models.CharField(max_length=100)
    choices = models.CharField(max_length=500)
    # In the digest of releases from then on; null is not.
    subscribed_at = models.DateTimeField(null=True)
    # "", "over" or "under".
    limit_kind = models.CharField(max_length=10, blank=True)
    limit_value = models.BigIntegerField(null=True)
    saved_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner_key", "name"], condition=Q(removed_at__isnull=True), name="saved_view_named_once"
            ),
            models.CheckConstraint(
                condition=Q(limit_kind="", limit_value__isnull=True)
                | Q(limit_kind__in=["over", "under"], limit_value__isnull=False),
                name="saved_view_limit_whole",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class DigestRecord(models.Model):
    """That somebody is told about a release; each is told once.

    The row is there before the mail goes: `begun_at` is when a run took it on, null when that run gave it up, and `sent_at` when the mail
    was handed over.
    """

    id = models.BigAutoField(primary_key=True)
    owner_key = models.CharField(max_length=100)
    release_number = models.PositiveIntegerField()
    begun_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner_key", "release_number"], name="digest_sent_once")]

    def __str__(self) -> str:
        return f"{self.owner_key} {self.release_number}"
