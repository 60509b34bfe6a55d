"""The tables of the organisation. A unit or person is a key; what is true of it for a time lies in rows with a period."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import connection, models
from django.db.models import F, Q

from raadhus.core.organisation.rules.tree import Unit, require_sound
from raadhus.kernel.periods import Period

# Any number, as long as nobody else in the database takes the same advisory lock.
_LOCK = 7_221_190_454


def hold() -> None:
    """Let one transaction at a time change the organisation: a sound tree is a matter of all its rows at once.

    SQLite has one writer anyway. The audit trail's lock always comes after this one, so the two cannot deadlock.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


class UnitIdentity(models.Model):
    """A unit through all its names and places."""

    key = models.SlugField(max_length=100, primary_key=True)

    def __str__(self) -> str:
        return self.key


class Histories(models.Manager["UnitVersion"]):
    """Writes histories as a whole, and never a tree that is unsound on any day."""

    def replace_histories(self, changes: Mapping[str, Sequence[Unit]], *, since: date) -> None:
        """Make the units' rows say what their histories say. Raises CannotChange when a day from `since` would be unsound."""
        others = [row.as_unit() for row in self.exclude(unit_id__in=changes.keys())]
        require_sound([*others, *(version for history in changes.values() for version in history)], since)
        for key, history in changes.items():
            self._replace(key, history)

    def _replace(self, key: str, history: Sequence[Unit]) -> None:
        UnitIdentity.objects.get_or_create(key=key)
        kept = {row.start_date: row for row in self.filter(unit_id=key)}
        starts = {version.period.start for version in history}
        self.filter(unit_id=key).exclude(start_date__in=starts).delete()
        # In order of time: the open version is shortened before a new one is written, as there may be only one.
        for version in history:
            row = kept.get(version.period.start) or UnitVersion(unit_id=key, start_date=version.period.start)
            row.short_name, row.name, row.parent_id = version.short_name, version.name, version.parent_key
            row.end_date = version.period.end
            row.save()


class UnitVersion(models.Model):
    """What a unit was called and where it lay, through a half-open period."""

    unit = models.ForeignKey(UnitIdentity, on_delete=models.PROTECT, related_name="versions")
    short_name = models.CharField(max_length=60, blank=True)
    name = models.CharField(max_length=300)
    parent = models.ForeignKey(
        UnitIdentity, on_delete=models.PROTECT, null=True, blank=True, related_name="child_versions"
    )
    start_date = models.DateField()
    end_date = models.DateField(null=True, blank=True)

    objects = Histories()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(end_date__isnull=True) | Q(end_date__gt=F("start_date")),
                name="unit_version_ends_after_start",
            ),
            models.CheckConstraint(condition=~Q(parent=F("unit")), name="unit_version_not_its_own_parent"),
            models.UniqueConstraint(fields=["unit", "start_date"], name="unit_version_starts_once"),
            models.UniqueConstraint(fields=["unit"], condition=Q(end_date__isnull=True), name="unit_version_one_open"),
        ]

    def __str__(self) -> str:
        return f"{self.short_name or self.name} fra {self.start_date}"

    def as_unit(self) -> Unit:
        """Return the row as a plain fact."""
        return Unit(self.unit_id, self.short_name, self.name, self.parent_id, Period(self.start_date, self.end_date))


class PersonRecord(models.Model):
    """A person known to the organisation, never by CPR number."""

    key = models.SlugField(max_length=100, primary_key=True)
    name = models.CharField(max_length=200)
    email = models.EmailField(blank=True)
    title = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["email"], condition=~Q(email=""), name="person_email_once")]

    def __str__(self) -> str:
        return self.name


class PlacementRecord(models.Model):
    """That a person belongs to a unit through a half-open period."""

    person = models.ForeignKey(PersonRecord, on_delete=models.PROTECT, related_name="placements")
    unit = models.ForeignKey(UnitIdentity, on_delete=models.PROTECT, related_name="placements")
    start_date = models.DateField()
    end_date = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(end_date__isnull=True) | Q(end_date__gt=F("start_date")), name="placement_ends_after_start"
            ),
            models.UniqueConstraint(fields=["person", "start_date"], name="placement_starts_once"),
            models.UniqueConstraint(fields=["person"], condition=Q(end_date__isnull=True), name="placement_one_open"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} i {self.unit_id} fra {self.start_date}"


class LeadershipRecord(models.Model):
    """That a person leads a unit through a half-open period."""

    person = models.ForeignKey(PersonRecord, on_delete=models.PROTECT, related_name="leaderships")
    unit = models.ForeignKey(UnitIdentity, on_delete=models.PROTECT, related_name="leaderships")
    start_date = models.DateField()
    end_date = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(end_date__isnull=True) | Q(end_date__gt=F("start_date")), name="leadership_ends_after_start"
            ),
            models.UniqueConstraint(fields=["person", "unit", "start_date"], name="leadership_starts_once"),
            models.UniqueConstraint(
                fields=["person", "unit"], condition=Q(end_date__isnull=True), name="leadership_one_open"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} leder {self.unit_id} fra {self.start_date}"
