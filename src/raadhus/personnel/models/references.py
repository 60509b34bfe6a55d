"""Figures from outside: reference values and those who are served, each with its file, source and version."""

from django.db import models

from raadhus.kernel.ids import new_id


class ReferenceImport(models.Model):
    """A file of figures from outside, as it was taken in."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    # "values" (reference values) or "served" (people by age).
    kind = models.CharField(max_length=20)
    file_name = models.CharField(max_length=200)
    file_sha256 = models.CharField(max_length=64)
    source = models.CharField(max_length=200)
    added = models.PositiveIntegerField()
    corrected = models.PositiveIntegerField()
    # How a StatBank table was read (which variable is what, and what the others were held at); empty for our own table.
    reading = models.JSONField(default=dict)
    imported_by = models.CharField(max_length=100)
    imported_at = models.DateTimeField()
    # Set when it was undone: its rows are gone then, and the trail tells how many they were.
    undone_by = models.CharField(max_length=100, blank=True)
    undone_at = models.DateTimeField(null=True)
    undo_reason = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=["values", "served"]), name="reference_import_kind_known"
            )
        ]

    def __str__(self) -> str:
        return self.file_name


class ReferenceRow(models.Model):
    """One reference value as rules.benchmarks.references.ReferenceValue has it; a correction is a row of the next version."""

    id = models.BigAutoField(primary_key=True)
    taken_from = models.ForeignKey(ReferenceImport, on_delete=models.PROTECT, related_name="rows")
    source = models.CharField(max_length=100)
    definition = models.CharField(max_length=100)
    area = models.CharField(max_length=100)
    group = models.CharField(max_length=100, blank=True)
    unit = models.CharField(max_length=20)
    year = models.PositiveSmallIntegerField()
    value = models.DecimalField(max_digits=14, decimal_places=4)
    version = models.PositiveSmallIntegerField()
    certainty = models.CharField(max_length=1)
    origin = models.CharField(max_length=500)
    note = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source", "definition", "area", "group", "unit", "year", "version"],
                name="reference_version_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.definition} {self.year}"


class ServedRow(models.Model):
    """How many of a group lived in an area on 1 January of a year; a correction is a row of the next version."""

    id = models.BigAutoField(primary_key=True)
    taken_from = models.ForeignKey(ReferenceImport, on_delete=models.PROTECT, related_name="served")
    area = models.CharField(max_length=100)
    first_age = models.PositiveSmallIntegerField()
    # Both ends are counted; 999 has no upper end.
    last_age = models.PositiveSmallIntegerField(default=999)
    year = models.PositiveSmallIntegerField()
    people = models.PositiveIntegerField()
    version = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["area", "first_age", "last_age", "year", "version"], name="served_version_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.area} {self.first_age}- {self.year}"
