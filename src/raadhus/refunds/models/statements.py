"""The year's statement: told up, frozen when it is proposed to the board, and decided."""

from django.db import models
from django.db.models import Q

from raadhus.kernel.ids import new_id


class YearlyStatement(models.Model):
    """A year's statement as it was when it was proposed. `figures` is what the case was made of, as JSON."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    year = models.PositiveSmallIntegerField()
    proposal_key = models.CharField(max_length=100, unique=True)
    figures = models.JSONField()
    figures_sha256 = models.CharField(max_length=64)
    proposed_by = models.CharField(max_length=100)
    proposed_at = models.DateTimeField()
    # The code of the whole and the body's day, once it is decided; a later decision overwrites it, the trail keeps both.
    outcome = models.CharField(max_length=30, blank=True)
    decided_date = models.DateField(null=True)
    decided_url = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="", decided_date__isnull=True) | (~Q(outcome="") & Q(decided_date__isnull=False)),
                name="statement_decided_on_a_day",
            )
        ]

    def __str__(self) -> str:
        return f"Opgørelse {self.year}"


class EarlierYear(models.Model):
    """What a year before raadhus lost, entered with its source, so that the trend can begin earlier."""

    year = models.PositiveSmallIntegerField(primary_key=True)
    lost_ore = models.BigIntegerField()
    cases = models.PositiveIntegerField(null=True)
    source = models.CharField(max_length=500)
    set_by = models.CharField(max_length=100)
    set_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(lost_ore__gte=0), name="earlier_year_never_negative")]

    def __str__(self) -> str:
        return str(self.year)
