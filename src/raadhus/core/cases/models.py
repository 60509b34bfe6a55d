"""The case file, and the cases that rooms propose."""

from django.db import models

from raadhus.core.cases.rules.proposals import State
from raadhus.kernel.ids import new_id


class CaseRecord(models.Model):
    """A case file (sag). Its history is in the audit trail."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case_number = models.CharField(max_length=50, unique=True)
    kle_number = models.CharField(max_length=8, blank=True)
    title = models.CharField(max_length=500)
    owner_key = models.CharField(max_length=100, blank=True)
    owner_text = models.CharField(max_length=300, blank=True)
    unit_key = models.CharField(max_length=100, blank=True)
    opened_date = models.DateField()
    # The first day on which it is no longer open.
    closed_date = models.DateField(null=True)
    # Closed to the public, and in the house to all but those who need it: its number alone would tell too much.
    closed_to_public = models.BooleanField(default=False)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closed_date__isnull=True) | models.Q(closed_date__gte=models.F("opened_date")),
                name="case_closed_after_it_opened",
            ),
            models.CheckConstraint(condition=~models.Q(title=""), name="case_has_a_title"),
        ]
        indexes = [
            models.Index(fields=["opened_date"], name="case_by_opening"),
            models.Index(fields=["unit_key"], name="case_of_unit"),
        ]

    def __str__(self) -> str:
        return self.case_number


class CaseLink(models.Model):
    """That two cases belong together; the one with the lower id stands first, so that a pair is linked once."""

    first = models.ForeignKey(CaseRecord, on_delete=models.CASCADE, related_name="links_to_later")
    second = models.ForeignKey(CaseRecord, on_delete=models.CASCADE, related_name="links_to_earlier")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="case_linked_once"),
            models.CheckConstraint(condition=models.Q(first__lt=models.F("second")), name="case_link_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} – {self.second_id}"


class ProposalRecord(models.Model):
    """A case that a room proposes. Title, content and hash never change (the database refuses); the state moves."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    # The room's name in the registry of origins, and the room's own key of what it proposes.
    room = models.CharField(max_length=60)
    room_key = models.CharField(max_length=200)
    case = models.ForeignKey(CaseRecord, null=True, on_delete=models.PROTECT, related_name="proposals")
    title = models.CharField(max_length=500)
    content = models.JSONField()
    content_hash = models.CharField(max_length=64)
    unit_key = models.CharField(max_length=100, blank=True)
    closed_to_public = models.BooleanField(default=False)
    proposed_by = models.CharField(max_length=100)
    proposed_by_name = models.CharField(max_length=300)
    proposed_at = models.DateTimeField()
    state = models.CharField(max_length=20, default=State.PROPOSED.value)
    # Where it is planned: the agenda item's key, name and address.
    planned_key = models.CharField(max_length=200, blank=True)
    planned_label = models.CharField(max_length=500, blank=True)
    planned_url = models.CharField(max_length=500, blank=True)
    decision = models.JSONField(null=True)
    # Why the decision could not be handed back, as said on the screen.
    hand_back_problem = models.TextField(blank=True)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=[state.value for state in State]), name="proposal_state_known"
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=[State.DECIDED.value, State.HANDED_BACK.value], decision__isnull=False)
                | models.Q(
                    state__in=[State.PROPOSED.value, State.PLANNED.value, State.WITHDRAWN.value], decision__isnull=True
                ),
                name="proposal_decided_has_a_decision",
            ),
        ]
        indexes = [models.Index(fields=["state", "proposed_at"], name="proposal_by_state")]

    def __str__(self) -> str:
        return self.title
