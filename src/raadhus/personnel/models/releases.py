"""Releases of figures, and what they were made by: settings and the list of job codes. No table here holds a person."""

from django.db import models
from django.db.models import Q

from raadhus.kernel.ids import new_id


class Release(models.Model):
    """One try to release figures. `number` is given when it is published; the cube lies in a folder of that number and never changes.

    Months are numbers (twelve a year). `manifest` holds what was made of what, with hashes; `found` what stopped it or is to be
    told, as Danish sentences, and `findings` what was found in payroll's facts. `step` is how far a running one has come.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.PositiveIntegerField(null=True, unique=True)
    state = models.CharField(max_length=20)
    step = models.CharField(max_length=200, blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    first_month = models.PositiveIntegerField(null=True)
    last_month = models.PositiveIntegerField(null=True)
    known_to_date = models.DateField(null=True)
    manifest = models.JSONField(default=dict)
    manifest_sha256 = models.CharField(max_length=64, blank=True)
    found = models.JSONField(default=list)
    findings = models.JSONField(default=list)
    # What measures are made by otherwise than in the release before, when that stopped the try: HR is asked to name the new series.
    series = models.JSONField(default=dict)
    started_by = models.CharField(max_length=100)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    # From this day the records behind it are deleted, and it can no longer be recomputed.
    frozen_date = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["running", "published", "refused"]), name="personnel_release_state_known"
            ),
            models.CheckConstraint(
                condition=Q(state="published", number__isnull=False, finished_at__isnull=False)
                | (~Q(state="published") & Q(number__isnull=True)),
                name="personnel_release_numbered_when_published",
            ),
            models.UniqueConstraint(fields=["state"], condition=Q(state="running"), name="personnel_one_release_runs"),
        ]

    def __str__(self) -> str:
        return f"Udgivelse {self.number}" if self.number else f"Udgivelse ({self.state})"


class FindingAcceptance(models.Model):
    """That HR has said that something in payroll's facts is right although it looks wrong, and why.

    `state` names the finding with its figures, as payroll told them until `known_to_date`: other figures are another state. It can be
    undone until `release` is the first that rested on it. The figures themselves are not kept here.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    state = models.CharField(max_length=32)
    check_name = models.CharField(max_length=20)
    where = models.CharField(max_length=100, blank=True)
    day_date = models.DateField()
    known_to_date = models.DateField()
    reason = models.CharField(max_length=500)
    accepted_by = models.CharField(max_length=100)
    accepted_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)
    release = models.ForeignKey(Release, null=True, on_delete=models.PROTECT, related_name="acceptances")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["state"], condition=Q(undone_at__isnull=True), name="personnel_finding_accepted_once"
            ),
            models.CheckConstraint(
                condition=Q(undone_at__isnull=True) | Q(release__isnull=True), name="personnel_used_is_not_undone"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.check_name} {self.day_date}"


class SeriesStart(models.Model):
    """What HR calls the new series that begins where measures are made otherwise than before, and from which day.

    `state` names the changes; the name can be another until `release` is the one that begins the series.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    state = models.CharField(max_length=16, unique=True)
    start_date = models.DateField()
    text = models.CharField(max_length=300)
    measures = models.JSONField()
    breakdowns = models.JSONField()
    named_by = models.CharField(max_length=100)
    named_at = models.DateTimeField()
    release = models.OneToOneField(Release, null=True, on_delete=models.PROTECT, related_name="series_start")

    def __str__(self) -> str:
        return f"{self.start_date} {self.text}"


class FigureSettings(models.Model):
    """What the definitions and the protection leave open, from a day on; the latest that has begun counts."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    start_date = models.DateField(unique=True)
    full_time_hours = models.PositiveIntegerField(default=3700)
    short_days = models.PositiveSmallIntegerField(default=14)
    gap_days = models.PositiveSmallIntegerField(default=7)
    new_months = models.PositiveSmallIntegerField(default=12)
    retired_from_age = models.PositiveSmallIntegerField(default=55)
    least = models.PositiveSmallIntegerField(default=5)
    least_average = models.PositiveSmallIntegerField(default=10)
    dominance_percent = models.PositiveSmallIntegerField(default=15)
    # Months are shown for so many years before this one; years before that by the year.
    years_by_month = models.PositiveSmallIntegerField(default=1)
    # The first year with figures; null is the first whole year that payroll has told of.
    first_year = models.PositiveSmallIntegerField(null=True)
    reason = models.CharField(max_length=500)
    set_by = models.CharField(max_length=100)
    set_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(least__gte=3, least_average__gte=5, dominance_percent__lte=100),
                name="personnel_settings_protect",
            ),
            models.CheckConstraint(
                condition=Q(full_time_hours__gte=1, new_months__gte=1, short_days__gte=1),
                name="personnel_settings_sane",
            ),
        ]

    def __str__(self) -> str:
        return f"Fra {self.start_date}"


class OccupationRow(models.Model):
    """Job codes that begin with `code` belong to `group` in [start, end)."""

    id = models.BigAutoField(primary_key=True)
    code = models.CharField(max_length=60)
    group = models.CharField(max_length=100)
    is_administrative = models.BooleanField(default=False)
    start_date = models.DateField()
    end_date = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code", "start_date"], name="occupation_once_from_a_day"),
            models.CheckConstraint(
                condition=Q(end_date__isnull=True) | Q(end_date__gt=models.F("start_date")),
                name="occupation_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.group}"
