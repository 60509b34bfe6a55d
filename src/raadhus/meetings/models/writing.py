"""Tables beside a draft's texts: earlier recommendations, sections taken away, who writes just now, findings set aside."""

from django.db import models

from raadhus.kernel.ids import new_id
from raadhus.meetings.models.drafts import CaseDraft


class RecommendationVersion(models.Model):
    """What a draft's recommendations said at a revision; the newest row's revision is the current one."""

    draft = models.ForeignKey(CaseDraft, on_delete=models.CASCADE, related_name="recommendation_versions")
    revision = models.PositiveIntegerField()
    lead = models.TextField(blank=True, default="")
    recommendations = models.JSONField(default=list)
    client_key = models.CharField(max_length=64, blank=True, default="")
    sequence = models.PositiveBigIntegerField(default=0)
    saved_at = models.DateTimeField()
    saved_by_key = models.CharField(max_length=200)
    saved_by_name = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["draft", "revision"], name="meetings_recommendation_version_once")
        ]

    def __str__(self) -> str:
        return f"{self.draft_id} {self.revision}"


class RemovedSection(models.Model):
    """A section that somebody took away, whole, so that it can be put back."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    draft = models.ForeignKey(CaseDraft, on_delete=models.CASCADE, related_name="removed_sections")
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=20)
    heading = models.TextField(blank=True, default="")
    blocks = models.JSONField(default=list)
    removed_at = models.DateTimeField()
    removed_by_name = models.CharField(max_length=200)

    def __str__(self) -> str:
        return self.heading or self.kind


class OpenEditor(models.Model):
    """An open page that writes in a draft, and where it stands; stale after half a minute."""

    draft = models.ForeignKey(CaseDraft, on_delete=models.CASCADE, related_name="+")
    client_key = models.CharField(max_length=64)
    person_key = models.CharField(max_length=200)
    name = models.CharField(max_length=200)
    # The section's id, "recommendations", or empty.
    place = models.CharField(max_length=36, blank=True, default="")
    seen_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["draft", "client_key"], name="meetings_open_editor_once")]

    def __str__(self) -> str:
        return f"{self.name} {self.place}"


class LintSuppression(models.Model):
    """That a rule is set aside for one draft, and why."""

    draft = models.ForeignKey(CaseDraft, on_delete=models.CASCADE, related_name="lint_suppressions")
    code = models.CharField(max_length=80)
    reason = models.TextField()
    suppressed_at = models.DateTimeField()
    suppressed_by_name = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["draft", "code"], name="meetings_suppression_once"),
            models.CheckConstraint(condition=~models.Q(reason=""), name="meetings_suppression_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.draft_id} {self.code}"
