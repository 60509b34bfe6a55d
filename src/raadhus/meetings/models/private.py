"""What is private to one reader of a meeting. No other person's page, no search and no audit event shows any of it."""

from django.db import models

from raadhus.kernel.ids import new_id
from raadhus.meetings.models.tables import AgendaItem, Meeting


class OwnNote(models.Model):
    """One person's note on an item, or on a section of it (empty: the whole item). `revision` counts its changes."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person_key = models.CharField(max_length=200)
    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="own_notes")
    section = models.CharField(max_length=60, blank=True, default="")
    text = models.TextField()
    revision = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person_key", "item", "section"], name="meetings_note_once")]

    def __str__(self) -> str:
        return f"{self.item_id} {self.section}"


class Highlight(models.Model):
    """A stretch of an item's text that one person marked: section, block and words, with what stood around them."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person_key = models.CharField(max_length=200)
    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="highlights")
    section = models.CharField(max_length=60)
    block = models.PositiveIntegerField()
    quote = models.TextField()
    before = models.CharField(max_length=100, blank=True, default="")
    after = models.CharField(max_length=100, blank=True, default="")
    created_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["person_key", "item"])]

    def __str__(self) -> str:
        return f"{self.item_id} {self.section} {self.block}"


class ReadingPlace(models.Model):
    """How far a person had come in a meeting: the item's place on the agenda, from 1."""

    person_key = models.CharField(max_length=200)
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="reading_places")
    place = models.PositiveIntegerField()
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person_key", "meeting"], name="meetings_place_once")]

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.place}"
