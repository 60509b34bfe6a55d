"""The publication, its comments, and the case to the board: each bound to one release, and frozen when it goes out."""

from django.db import models
from django.db.models import Q

from raadhus.kernel.ids import new_id
from raadhus.personnel.models.releases import Release


class Publication(models.Model):
    """Tal om Personale of a year, or the half-yearly workforce report. `content` is what went out, once it has; it is never changed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    # "year" or "workforce".
    kind = models.CharField(max_length=20)
    year = models.PositiveSmallIntegerField()
    # 1 or 2 of a workforce report, 0 of a year.
    half = models.PositiveSmallIntegerField(default=0)
    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="publications")
    # "draft", "published" or "withdrawn".
    state = models.CharField(max_length=20)
    content = models.JSONField(default=dict)
    content_sha256 = models.CharField(max_length=64, blank=True)
    made_by = models.CharField(max_length=100)
    made_at = models.DateTimeField()
    published_by = models.CharField(max_length=100, blank=True)
    published_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_reason = models.CharField(max_length=500, blank=True)
    # Grows with every publication of the same year that follows a withdrawn one.
    version = models.PositiveSmallIntegerField(default=1)
    # Grows with every change.
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="year", half=0) | Q(kind="workforce", half__in=[1, 2]),
                name="publication_half_fits_kind",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "published", "withdrawn"]), name="publication_state_known"
            ),
            models.CheckConstraint(
                condition=Q(state="draft", published_at__isnull=True)
                | (~Q(state="draft") & Q(published_at__isnull=False)),
                name="publication_out_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(state="withdrawn", withdrawn_at__isnull=False)
                | (~Q(state="withdrawn") & Q(withdrawn_at__isnull=True)),
                name="publication_withdrawn_on_a_day",
            ),
            models.UniqueConstraint(
                fields=["kind", "year", "half"], condition=~Q(state="withdrawn"), name="publication_once"
            ),
        ]

    def __str__(self) -> str:
        return f"Tal om Personale {self.year}"


class Comment(models.Model):
    """What the editors write at a section of a publication, beside the text that the figures give."""

    id = models.BigAutoField(primary_key=True)
    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="comments")
    section = models.CharField(max_length=60)
    text = models.TextField(blank=True)
    # Grows with every change of this section, so that two who write it at once are told.
    revision = models.PositiveIntegerField(default=1)
    written_by = models.CharField(max_length=100)
    written_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["publication", "section"], name="comment_once_a_section")]

    def __str__(self) -> str:
        return self.section


class BoardStatement(models.Model):
    """The case to the board as it was proposed. `figures` is what it was made of, as JSON."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="statements")
    proposal_key = models.CharField(max_length=100, unique=True)
    figures = models.JSONField()
    figures_sha256 = models.CharField(max_length=64)
    proposed_by = models.CharField(max_length=100)
    proposed_at = models.DateTimeField()
    outcome = models.CharField(max_length=30, blank=True)
    decided_date = models.DateField(null=True)
    decided_url = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="", decided_date__isnull=True) | (~Q(outcome="") & Q(decided_date__isnull=False)),
                name="personnel_statement_decided_on_a_day",
            )
        ]

    def __str__(self) -> str:
        return f"Sag om {self.publication}"
