"""Tables of a case on its way to an agenda: its texts, recommendations, attachments with versions, and templates.

A draft is workshop, not document: it is never public, and what was sent is kept as a reading (see AgendaVersion).
"""

from django.db import models
from django.db.models import Q

from raadhus.kernel.ids import new_id
from raadhus.meetings.models.sittings import Sitting
from raadhus.meetings.models.tables import Body
from raadhus.meetings.rules.drafts import CaseType, DraftState
from raadhus.meetings.rules.reading import SectionKind


class CaseDraft(models.Model):
    """One treatment of a case by one body, from first words to decided. A deferred or referred case gets a new one with `previous`.

    `recommendations` is [{"id", "text", "children": [...]}]; the ids last, and outcomes are given by them.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="drafts")
    title = models.TextField()
    case_number = models.CharField(max_length=80, blank=True, default="")
    case_type = models.CharField(
        max_length=20, choices=[(one.value, one.value) for one in CaseType], default=CaseType.DECISION.value
    )
    closed = models.BooleanField(default=False)
    legal_ground = models.TextField(blank=True, default="")
    public_title = models.TextField(blank=True, default="")
    recommendation_lead = models.TextField(blank=True, default="")
    recommendations = models.JSONField(default=list)
    state = models.CharField(
        max_length=20, choices=[(one.value, one.value) for one in DraftState], default=DraftState.DRAFT.value
    )
    return_reason = models.TextField(blank=True, default="")
    author_key = models.CharField(max_length=200)
    author_name = models.CharField(max_length=200)
    unit_key = models.CharField(max_length=100, blank=True, default="")
    # The day of the meeting that the author asks for.
    wanted_date = models.DateField(null=True)
    sitting = models.ForeignKey(Sitting, on_delete=models.PROTECT, null=True, related_name="drafts")
    position = models.PositiveIntegerField(default=0)
    is_late = models.BooleanField(default=False)
    late_reason = models.TextField(blank=True, default="")
    estimated_minutes = models.PositiveIntegerField(null=True)
    # Who presents the case at the meeting, as printed on the agenda's plan.
    presenter = models.CharField(max_length=300, blank=True, default="")
    template_key = models.CharField(max_length=80, blank=True, default="")
    # The proposal in core/cases or the standing decision that it came from.
    proposal_key = models.CharField(max_length=100, blank=True, default="")
    standing_key = models.CharField(max_length=100, blank=True, default="")
    previous = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="later")
    # The body that decides in the end, when it is another.
    decided_in = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, related_name="+")
    revision = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=[DraftState.PLANNED.value, DraftState.TREATED.value], sitting__isnull=False)
                | (~Q(state__in=[DraftState.PLANNED.value, DraftState.TREATED.value]) & Q(sitting__isnull=True)),
                name="meetings_planned_has_a_sitting",
            ),
            models.CheckConstraint(condition=Q(is_late=False) | ~Q(late_reason=""), name="meetings_late_says_why"),
        ]
        indexes = [models.Index(fields=["body", "state"]), models.Index(fields=["case_number"])]

    def __str__(self) -> str:
        return str(self.id)


class DraftSection(models.Model):
    """One headed text of a draft, as blocks. `revision` grows with each save; the editor says which one it began from."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    draft = models.ForeignKey(CaseDraft, on_delete=models.CASCADE, related_name="sections")
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=20, choices=[(one.value, one.value) for one in SectionKind])
    heading = models.TextField(blank=True, default="")
    blocks = models.JSONField(default=list)
    # What a room proposed and had frozen is shown as it was, and never changed here.
    is_frozen = models.BooleanField(default=False)
    revision = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField()
    changed_by_key = models.CharField(max_length=200, blank=True, default="")
    changed_by_name = models.CharField(max_length=200, blank=True, default="")

    def __str__(self) -> str:
        return self.heading or self.kind


class SectionVersion(models.Model):
    """What a section said at a revision, so that nothing that was saved is ever lost."""

    section = models.ForeignKey(DraftSection, on_delete=models.CASCADE, related_name="versions")
    revision = models.PositiveIntegerField()
    heading = models.TextField(blank=True, default="")
    blocks = models.JSONField(default=list)
    saved_at = models.DateTimeField()
    saved_by_key = models.CharField(max_length=200)
    saved_by_name = models.CharField(max_length=200)
    # The open page that saved it and its running number: a save that is sent again is recognised (docs/rules/editor.md).
    client_key = models.CharField(max_length=64, blank=True, default="")
    sequence = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["section", "revision"], name="meetings_section_version_once")]

    def __str__(self) -> str:
        return f"{self.section_id} {self.revision}"


class DraftAttachment(models.Model):
    """An attachment of a draft, in one of its versions; the newest of a `series` is the one that counts."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    draft = models.ForeignKey(CaseDraft, on_delete=models.CASCADE, related_name="attachments")
    series = models.UUIDField(default=new_id)
    version = models.PositiveIntegerField(default=1)
    position = models.PositiveIntegerField()
    title = models.TextField()
    sha256 = models.CharField(max_length=64)
    name = models.CharField(max_length=300)
    media_type = models.CharField(max_length=150)
    size = models.PositiveBigIntegerField()
    publish = models.BooleanField(default=True)
    added_at = models.DateTimeField()
    added_by_name = models.CharField(max_length=200)
    # When a newer version took its place, or somebody took it away.
    replaced_at = models.DateTimeField(null=True)
    removed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["series", "version"], name="meetings_attachment_version_once")]

    def __str__(self) -> str:
        return self.title


class CaseTemplate(models.Model):
    """A template for cases: headings with help texts, recommendations and what else is the same each time. Empty body: for every body."""

    key = models.CharField(max_length=80, primary_key=True)
    name = models.CharField(max_length=200)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, related_name="templates")
    content = models.JSONField(default=dict)
    is_active = models.BooleanField(default=True)
    changed_at = models.DateTimeField()
    changed_by_name = models.CharField(max_length=200)

    def __str__(self) -> str:
        return self.name
