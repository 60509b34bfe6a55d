"""Tables of what a body was decided to be, and of the e-mails that meetings have yet to send."""

from django.db import models
from django.db.models import Q

from raadhus.meetings.models.tables import Body
from raadhus.meetings.rules.states import BodyState


class BodyStanding(models.Model):
    """That a body was proposed, switched on or discontinued from a day, and the decision that said so."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="standings")
    state = models.CharField(max_length=12, choices=[(one.value, one.value) for one in BodyState])
    from_date = models.DateField()
    # The decision in words, and the address of the agenda item where it stands when that is kept here.
    decision_text = models.TextField()
    decision_url = models.CharField(max_length=300, blank=True, default="")
    set_at = models.DateTimeField()
    set_by_name = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(decision_text=""), name="meetings_standing_names_its_decision")
        ]

    def __str__(self) -> str:
        return f"{self.body_id} {self.state}"


class MeetingNotice(models.Model):
    """One e-mail about meetings to one person. It is written in the transaction of what it tells of, and sent afterwards.

    `subject` and `text` never hold what stands inside an item.
    """

    person_key = models.CharField(max_length=100)
    email = models.EmailField()
    subject = models.CharField(max_length=300)
    text = models.TextField()
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    attempts = models.PositiveIntegerField(default=0)
    problem = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["sent_at", "created_at"])]

    def __str__(self) -> str:
        return self.subject
