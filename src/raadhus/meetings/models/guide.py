"""The municipality's own procedure questions and answers. What was approved is never changed: a change is a new version."""

from django.db import models
from django.db.models import Q

from raadhus.kernel.ids import new_id
from raadhus.meetings.rules.guide import ArticleState, Audience


class GuideArticle(models.Model):
    """One question of the guide: its address, and who answers for it. `is_example` marks one of the demonstration."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    slug = models.SlugField(max_length=120, unique=True)
    owner_key = models.CharField(max_length=200, blank=True, default="")
    owner_text = models.CharField(max_length=200, blank=True, default="")
    is_example = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.slug


class GuideVersion(models.Model):
    """One version of an article: a draft, the approved one, or one that was."""

    article = models.ForeignKey(GuideArticle, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    state = models.CharField(
        max_length=12, choices=[(one.value, one.value) for one in ArticleState], default=ArticleState.DRAFT.value
    )
    question = models.CharField(max_length=300)
    answer = models.TextField()
    topic = models.CharField(max_length=120)
    audience = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Audience])
    places = models.JSONField(default=list)
    author_name = models.CharField(max_length=200)
    changed_at = models.DateTimeField()
    approved_at = models.DateTimeField(null=True)
    approved_by_name = models.CharField(max_length=200, blank=True, default="")
    review_date = models.DateField(null=True)
    withdrawal_reason = models.TextField(blank=True, default="")
    obligation_key = models.CharField(max_length=100, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="meetings_guide_version_once"),
            models.UniqueConstraint(
                fields=["article"], condition=Q(state="approved"), name="meetings_guide_one_approved"
            ),
            models.UniqueConstraint(fields=["article"], condition=Q(state="draft"), name="meetings_guide_one_draft"),
            models.CheckConstraint(
                condition=~Q(state="approved") | Q(approved_at__isnull=False), name="meetings_guide_approved_when"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article_id} {self.number}"
