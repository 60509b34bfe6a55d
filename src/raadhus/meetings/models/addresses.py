"""The table of permanent addresses."""

from django.db import models
from django.db.models import Q

from raadhus.meetings.models.tables import AgendaItem, Meeting


class PermanentAddress(models.Model):
    """An address that a published meeting or item has or has had. Rows are added; only `is_current` is ever changed.

    An address leads to what it was given to for as long as that is public; when it is not, it says that it is gone.
    """

    path = models.CharField(max_length=260, primary_key=True)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="addresses")
    # None: the address is the meeting's own.
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, null=True, related_name="addresses")
    is_current = models.BooleanField(default=True)
    given_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["meeting"], condition=Q(item__isnull=True, is_current=True), name="meetings_one_address"
            ),
            models.UniqueConstraint(
                fields=["item"], condition=Q(item__isnull=False, is_current=True), name="meetings_one_item_address"
            ),
        ]

    def __str__(self) -> str:
        return self.path
