"""Tables of what happened to an item at the sitting: outcomes, decision, votes, dissents, who was out, what was promised."""

from django.db import models
from django.db.models import Q

from raadhus.kernel.ids import new_id
from raadhus.meetings.models.drafts import CaseDraft
from raadhus.meetings.models.sittings import Sitting
from raadhus.meetings.models.tables import Body
from raadhus.meetings.rules.outcomes import IMPORT_ONLY, Outcome

_CHOSEN = [(one.value, one.value) for one in Outcome if one not in IMPORT_ONLY]
_CODES = [code for code, _ in _CHOSEN]


class Treatment(models.Model):
    """One item at one sitting. It is made when the case is planned and lasts through every version of the agenda.

    `decision_text` is what the minutes say; `is_own_words` when somebody changed what the outcomes gave. `absent` and
    `disqualified` hold keys of persons.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    sitting = models.ForeignKey(Sitting, on_delete=models.PROTECT, related_name="treatments")
    draft = models.OneToOneField(CaseDraft, on_delete=models.PROTECT, related_name="treatment")
    number = models.CharField(max_length=40, blank=True, default="")
    decision_text = models.TextField(blank=True, default="")
    is_own_words = models.BooleanField(default=False)
    public_decision = models.TextField(blank=True, default="")
    absent = models.JSONField(default=list)
    disqualified = models.JSONField(default=list)
    note = models.TextField(blank=True, default="")
    # Marked as "ingen beslutning": an item without recommendations about which nothing was decided.
    without_decision = models.BooleanField(default=False)
    # Why the text may say something other than the codes.
    kept_reason = models.TextField(blank=True, default="")
    started_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    decided_by_name = models.CharField(max_length=200, blank=True, default="")
    revision = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.sitting_id} {self.number}"


class GivenOutcome(models.Model):
    """What became of one recommendation. `to_body`, `as_type` and `wanted` are for what goes on to another body or waits."""

    treatment = models.ForeignKey(Treatment, on_delete=models.CASCADE, related_name="outcomes")
    # The id inside the draft's recommendations; empty for an item without any, which is decided as a whole.
    recommendation_id = models.CharField(max_length=36, blank=True, default="")
    outcome = models.CharField(max_length=30, choices=_CHOSEN)
    remark = models.TextField(blank=True, default="")
    to_body = models.CharField(max_length=200, blank=True, default="")
    as_type = models.CharField(max_length=20, blank=True, default="")
    wanted = models.CharField(max_length=10, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["treatment", "recommendation_id"], name="meetings_one_outcome_each"),
            models.CheckConstraint(condition=Q(outcome__in=_CODES), name="meetings_outcome_may_be_chosen"),
        ]

    def __str__(self) -> str:
        return self.outcome


class TreatmentVote(models.Model):
    """One vote; the three lists hold names as printed, the counts what is counted (a secret vote has counts only)."""

    treatment = models.ForeignKey(Treatment, on_delete=models.CASCADE, related_name="votes")
    position = models.PositiveIntegerField()
    on = models.TextField(blank=True, default="")
    recommendation_id = models.CharField(max_length=36, blank=True, default="")
    is_secret = models.BooleanField(default=False)
    in_favour = models.PositiveIntegerField()
    against = models.PositiveIntegerField()
    abstain = models.PositiveIntegerField()
    names = models.JSONField(default=dict)
    result = models.CharField(max_length=30, choices=_CHOSEN, null=True)

    def __str__(self) -> str:
        return self.on


class TreatmentDissent(models.Model):
    """What one who was outvoted demanded to have written; demanded during the meeting."""

    treatment = models.ForeignKey(Treatment, on_delete=models.CASCADE, related_name="dissents")
    position = models.PositiveIntegerField()
    person_key = models.CharField(max_length=100)
    name = models.CharField(max_length=300)
    text = models.TextField()
    demanded_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class PromisedObligation(models.Model):
    """What the body orders with a decision. It becomes an obligation when the decision is confirmed, in the same act."""

    treatment = models.ForeignKey(Treatment, on_delete=models.CASCADE, related_name="promises")
    position = models.PositiveIntegerField()
    recommendation_id = models.CharField(max_length=36, blank=True, default="")
    text = models.TextField()
    owner_key = models.CharField(max_length=100, blank=True, default="")
    owner_text = models.CharField(max_length=300, blank=True, default="")
    due = models.CharField(max_length=10, blank=True, default="")
    to_body = models.CharField(max_length=200, blank=True, default="")
    # With a rhythm it is a standing decision, from the month (1-12) on; its key is kept in the same place.
    rhythm = models.CharField(max_length=20, blank=True, default="")
    first_month = models.PositiveSmallIntegerField(default=0)
    obligation_key = models.CharField(max_length=100, blank=True, default="")

    def __str__(self) -> str:
        return self.text


class TreatmentVersion(models.Model):
    """What an item's outcomes and texts were before a change: so that it can be undone, and nothing that was saved is lost."""

    treatment = models.ForeignKey(Treatment, on_delete=models.CASCADE, related_name="versions")
    revision = models.PositiveIntegerField()
    what = models.CharField(max_length=20)
    content = models.JSONField()
    saved_at = models.DateTimeField()
    saved_by_key = models.CharField(max_length=200)
    saved_by_name = models.CharField(max_length=200)
    undone_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["treatment", "revision"], name="meetings_treatment_version_once")
        ]

    def __str__(self) -> str:
        return f"{self.treatment_id} {self.revision}"


class Referral(models.Model):
    """That a treatment sent the case on: to which body, as what, and the new draft there when it was made."""

    treatment = models.ForeignKey(Treatment, on_delete=models.CASCADE, related_name="referrals")
    outcome = models.CharField(max_length=30, choices=_CHOSEN)
    to_body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, related_name="+")
    to_name = models.CharField(max_length=200)
    as_type = models.CharField(max_length=20, blank=True, default="")
    wanted = models.CharField(max_length=10, blank=True, default="")
    # The new treatment that came of it; also when the same body treats the case again.
    draft = models.ForeignKey(CaseDraft, on_delete=models.PROTECT, null=True, related_name="came_from")

    def __str__(self) -> str:
        return self.to_name
