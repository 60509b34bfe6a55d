"""What may be set about refunds, each from a day on."""

from django.db import models
from django.db.models import Q

from raadhus.kernel.ids import new_id


class SettingsVersion(models.Model):
    """The municipality's interpretations and thresholds from a day on; the latest that has begun counts."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    start_date = models.DateField(unique=True)
    count_public_holidays = models.BooleanField(default=True)
    notification_days = models.PositiveSmallIntegerField(default=35)
    alarm_days = models.PositiveSmallIntegerField(default=28)
    # An hour's pay told from the month's: how many per cent are left after labour-market contribution.
    use_monthly_pay = models.BooleanField(default=True)
    wage_percent = models.PositiveSmallIntegerField(default=92)
    # Whether those who lack section 30's employment are refunded from the first day.
    newly_employed = models.BooleanField(default=True)
    # "Gives cause for concern": over the threshold, or up by more than so many per cent from the year before.
    threshold_ore = models.BigIntegerField(default=300_000_00)
    rise_percent = models.PositiveSmallIntegerField(default=25)
    # Centres with fewer cases are merged in what the public sees.
    least_cases = models.PositiveSmallIntegerField(default=5)
    # Identified cases are deleted so many months after the end of the year they belong to.
    kept_months = models.PositiveSmallIntegerField(default=60)
    reason = models.CharField(max_length=500)
    set_by = models.CharField(max_length=100)
    set_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(notification_days__gte=1, alarm_days__gte=1, least_cases__gte=3),
                name="refund_settings_sane",
            ),
            models.CheckConstraint(
                condition=Q(wage_percent__gte=1, wage_percent__lte=100), name="refund_wage_percent_sane"
            ),
        ]

    def __str__(self) -> str:
        return f"Fra {self.start_date}"
