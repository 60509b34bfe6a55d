"""Approved section 56 agreements: health data."""

from django.db import models
from django.db.models import F, Q

from raadhus.kernel.ids import new_id


class Agreement(models.Model):
    """A section 56 agreement of an employment, approved for [start_date, end_date)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    employment = models.CharField(max_length=100)
    start_date = models.DateField()
    end_date = models.DateField()
    set_by = models.CharField(max_length=100)
    set_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(end_date__gt=F("start_date")), name="agreement_ends_after_start"),
            models.UniqueConstraint(fields=["employment", "start_date"], name="agreement_starts_once"),
        ]

    def __str__(self) -> str:
        return f"{self.employment} fra {self.start_date}"
