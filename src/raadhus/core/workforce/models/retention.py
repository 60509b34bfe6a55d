"""How long facts about people are kept, and what was forgotten when."""

from django.db import models
from django.db.models import Q

from raadhus.core.workforce.rules.retention import Kept
from raadhus.kernel.ids import new_id

_KEPT = [kept.value for kept in Kept]


class RetentionPeriod(models.Model):
    """So many months something is kept, from a day on; the latest that has begun counts."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kept = models.CharField(max_length=20)
    months = models.PositiveIntegerField()
    start_date = models.DateField()
    # Why so long: the law or the municipality's own decision.
    ground = models.CharField(max_length=500)
    set_by = models.CharField(max_length=100)
    set_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kept__in=_KEPT), name="retention_kept_known"),
            models.UniqueConstraint(fields=["kept", "start_date"], name="retention_starts_once"),
        ]

    def __str__(self) -> str:
        return f"{self.kept}: {self.months} måneder fra {self.start_date}"


class Forgetting(models.Model):
    """That facts older than a day were deleted: what and how many, never whose."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kept = models.CharField(max_length=20)
    before_date = models.DateField()
    rows = models.PositiveIntegerField()
    forgotten_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(kept__in=_KEPT), name="forgetting_kept_known")]

    def __str__(self) -> str:
        return f"{self.kept}: {self.rows} før {self.before_date}"
