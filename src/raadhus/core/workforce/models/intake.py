"""Where payroll's files come from, how they are read, and what became of each file."""

from django.db import models
from django.db.models import Q

from raadhus.core.workforce.rules.rows import Subject
from raadhus.core.workforce.rules.runs import RunState
from raadhus.kernel.ids import new_id

_SUBJECTS = [subject.value for subject in Subject]
_STATES = [state.value for state in RunState]


class PayrollSource(models.Model):
    """A source of files of one kind, with the saved mapping of its columns and codes (rules/mapping.py as JSON)."""

    key = models.SlugField(max_length=60, primary_key=True)
    name = models.CharField(max_length=200)
    subject = models.CharField(max_length=20)
    mapping = models.JSONField()
    # CPR numbers are refused as keys of people unless somebody with the right to it has switched them on.
    accepts_cpr = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(subject__in=_SUBJECTS), name="payroll_source_subject_known")]

    def __str__(self) -> str:
        return self.name


class ImportRun(models.Model):
    """One file that was given: what it was, what it changed, and what was wrong. A refused one changed nothing else."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    source = models.ForeignKey(PayrollSource, on_delete=models.PROTECT, related_name="runs")
    file_name = models.CharField(max_length=300)
    file_sha256 = models.CharField(max_length=64)
    state = models.CharField(max_length=20)
    rows = models.PositiveIntegerField(default=0)
    added = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    gone = models.PositiveIntegerField(default=0)
    # How many problems there were, and the first of them as [{"line", "column", "message"}]; they hold no cell of a person.
    problem_count = models.PositiveIntegerField(default=0)
    problems = models.JSONField(default=list)
    imported_by = models.CharField(max_length=100)
    imported_by_name = models.CharField(max_length=200)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(state__in=_STATES), name="import_run_state_known")]

    def __str__(self) -> str:
        return f"{self.file_name} ({self.state})"
