"""The tables of meetings.

A reading is never changed: an import, a correction and an undo each add one. The tables under a meeting (items,
sections, recommendations ...) are derived from the reading that is shown: the confirmed one, or the newest until one
is confirmed. An item keeps its identity when they are derived again.
"""

from typing import Any

from django.db import models
from django.db.models import Q

from raadhus.kernel.errors import Conflict
from raadhus.kernel.ids import new_id
from raadhus.meetings.rules.outcomes import Outcome
from raadhus.meetings.rules.profiles import Profile
from raadhus.meetings.rules.reading import Kind, SectionKind
from raadhus.meetings.rules.states import BodyState, Origin, SuggestionState


def _choices(
    codes: type[Kind | SectionKind | Outcome | Profile | Origin | SuggestionState | BodyState],
) -> list[tuple[str, str]]:
    return [(code.value, code.value) for code in codes]


class Body(models.Model):
    """Those who meet and decide. `municipality` is empty for our own; `is_public` says whether citizens may follow it."""

    key = models.CharField(max_length=160, primary_key=True)
    name = models.CharField(max_length=200)
    municipality = models.CharField(max_length=120, blank=True, default="")
    profile = models.CharField(max_length=20, choices=_choices(Profile))
    is_public = models.BooleanField(default=True)
    state = models.CharField(max_length=12, choices=_choices(BodyState), default=BodyState.ACTIVE.value)
    # Where and when it usually meets.
    usual_place = models.CharField(max_length=300, blank=True, default="")
    usual_time = models.CharField(max_length=5, blank=True, default="")
    # What this body does otherwise than its profile, by the profile's field, and how the linter is set for it.
    own_rules = models.JSONField(default=dict, blank=True)
    lint_settings = models.JSONField(default=dict, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["municipality", "name"], name="meetings_body_name_once")]

    def __str__(self) -> str:
        return self.name


class Meeting(models.Model):
    """One meeting as an agenda or as minutes; the two are told apart by `kind` and shown as each other's counterpart."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="meetings")
    date = models.DateField()
    kind = models.CharField(max_length=10, choices=_choices(Kind))
    start_time = models.CharField(max_length=5, blank=True, default="")
    end_time = models.CharField(max_length=5, blank=True, default="")
    place = models.CharField(max_length=300, blank=True, default="")
    participants = models.JSONField(default=list)
    absent = models.JSONField(default=list)
    newest_reading = models.ForeignKey("MeetingReading", on_delete=models.PROTECT, null=True, related_name="+")
    confirmed_reading = models.ForeignKey("MeetingReading", on_delete=models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by_name = models.CharField(max_length=200, blank=True, default="")
    published_at = models.DateTimeField(null=True)
    # Where the meeting was written, when it was written here; an imported one has none.
    sitting = models.ForeignKey("meetings.Sitting", on_delete=models.PROTECT, null=True, related_name="documents")
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["body", "date", "kind", "start_time"], name="meetings_meeting_once"),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True) | Q(confirmed_reading__isnull=False),
                name="meetings_published_is_confirmed",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at__isnull=True, confirmed_reading__isnull=True)
                | Q(confirmed_at__isnull=False, confirmed_reading__isnull=False),
                name="meetings_confirmed_has_a_moment",
            ),
        ]
        indexes = [models.Index(fields=["date"]), models.Index(fields=["published_at"])]

    def __str__(self) -> str:
        return f"{self.body_id} {self.date}"


class ImportedDocument(models.Model):
    """One version of a meeting's document. The same content is imported once; the text is what the spans count in."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="documents")
    number = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=300)
    media_type = models.CharField(max_length=150)
    size = models.PositiveBigIntegerField()
    text = models.TextField()
    imported_at = models.DateTimeField()
    imported_by_name = models.CharField(max_length=200)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "number"], name="meetings_document_number_once")]

    def __str__(self) -> str:
        return self.name


class MeetingReading(models.Model):
    """What the importer or a person says a document says. Immutable: a correction is a new reading with this as parent."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="readings")
    document = models.ForeignKey(ImportedDocument, on_delete=models.PROTECT, related_name="readings")
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="children")
    number = models.PositiveIntegerField()
    origin = models.CharField(max_length=12, choices=_choices(Origin))
    content = models.JSONField()
    note = models.TextField(blank=True, default="")
    author_key = models.CharField(max_length=200)
    author_name = models.CharField(max_length=200)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "number"], name="meetings_reading_number_once")]

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Insert the reading. Raises Conflict on a change: the database refuses it as well."""
        if not self._state.adding:
            raise Conflict("En læsning ændres ikke; en rettelse er en ny læsning.")
        super().save(*args, **kwargs)


class SeenMeeting(models.Model):
    """Which reading of a meeting a person saw last, so that the next look can say what is new. Nothing older is kept."""

    person_key = models.CharField(max_length=200)
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="seen")
    reading_number = models.PositiveIntegerField()
    seen_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person_key", "meeting"], name="meetings_seen_once")]

    def __str__(self) -> str:
        return f"{self.person_key} {self.meeting_id}"


class AgendaItem(models.Model):
    """One point of a meeting. `is_current` is False when the shown reading no longer has it; what hangs on it is kept.

    `public_title` and `public_decision` are what somebody wrote for the public about a closed item.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="items")
    position = models.PositiveIntegerField()
    is_current = models.BooleanField(default=True)
    number = models.CharField(max_length=40, blank=True, default="")
    title = models.TextField(blank=True, default="")
    case_number = models.CharField(max_length=80, blank=True, default="")
    closed = models.BooleanField(default=True)
    public_title = models.TextField(blank=True, default="")
    public_decision = models.TextField(blank=True, default="")
    legal_ground = models.TextField(blank=True, default="")
    late_reason = models.TextField(blank=True, default="")
    # Names of those out of the room, of those who had to leave it, and what the outvoted had written: [{"by", "text"}].
    absent = models.JSONField(default=list)
    disqualified = models.JSONField(default=list)
    dissents = models.JSONField(default=list)
    source = models.JSONField()

    class Meta:
        indexes = [models.Index(fields=["meeting", "position"]), models.Index(fields=["case_number"])]

    def __str__(self) -> str:
        return self.number


class ItemSection(models.Model):
    """A headed part of an item's text, as blocks."""

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="sections")
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=20, choices=_choices(SectionKind))
    heading = models.TextField(null=True)
    text = models.TextField(blank=True, default="")
    blocks = models.JSONField(default=list)
    source = models.JSONField()

    def __str__(self) -> str:
        return self.heading or self.kind


class Recommendation(models.Model):
    """One numbered thing that the body is asked to decide, perhaps under another; outcome and remark once decided."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="recommendations")
    parent = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="children")
    position = models.PositiveIntegerField()
    label = models.CharField(max_length=40, null=True)
    text = models.TextField()
    outcome = models.CharField(max_length=30, choices=_choices(Outcome), null=True)
    remark = models.TextField(null=True)
    source = models.JSONField(null=True)

    def __str__(self) -> str:
        return self.text


class Decision(models.Model):
    """What this body decided about an item at this meeting."""

    item = models.OneToOneField(AgendaItem, on_delete=models.CASCADE, related_name="decision")
    body_name = models.CharField(max_length=200, null=True)
    date = models.DateField(null=True)
    text = models.TextField()
    outcome = models.CharField(max_length=30, choices=_choices(Outcome), null=True)
    source = models.JSONField()

    def __str__(self) -> str:
        return self.text


class Vote(models.Model):
    """One vote with its counts; None where the document does not give them."""

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="votes")
    position = models.PositiveIntegerField()
    on = models.TextField(null=True)
    in_favour = models.PositiveIntegerField(null=True)
    against = models.PositiveIntegerField(null=True)
    abstain = models.PositiveIntegerField(null=True)
    result = models.CharField(max_length=30, choices=_choices(Outcome), null=True)
    # Who voted how, where names are known: {"in_favour_names": [...], "against_names": [...], "abstain_names": [...]}.
    names = models.JSONField(default=dict)
    source = models.JSONField(null=True)

    def __str__(self) -> str:
        return self.on or ""


class EarlierDecision(models.Model):
    """Another body's decision, or this body's at another meeting, as the document quotes it."""

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="earlier_decisions")
    position = models.PositiveIntegerField()
    body_name = models.CharField(max_length=200, null=True)
    date = models.DateField(null=True)
    text = models.TextField()
    source = models.JSONField()

    def __str__(self) -> str:
        return self.text


class Attachment(models.Model):
    """A document that belongs to an item, by the title that the meeting's document prints; with its file where it is kept here."""

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="attachments")
    position = models.PositiveIntegerField()
    title = models.TextField()
    sha256 = models.CharField(max_length=64, null=True)
    media_type = models.CharField(max_length=150, null=True)
    size = models.PositiveBigIntegerField(null=True)
    publish = models.BooleanField(default=True)
    source = models.JSONField()

    def __str__(self) -> str:
        return self.title


class SuggestedObligation(models.Model):
    """A promise found in the prose. A person confirms it (then `obligation_key` is set) or dismisses it; that is kept."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="suggestions")
    position = models.PositiveIntegerField()
    text = models.TextField()
    owner_text = models.CharField(max_length=200, blank=True, default="")
    to_body = models.CharField(max_length=200, blank=True, default="")
    due = models.CharField(max_length=10, blank=True, default="")
    due_text = models.CharField(max_length=200, blank=True, default="")
    due_inferred = models.BooleanField(default=False)
    source = models.JSONField()
    state = models.CharField(max_length=12, choices=_choices(SuggestionState), default=SuggestionState.OPEN)
    obligation_key = models.CharField(max_length=100, blank=True, default="")
    decided_at = models.DateTimeField(null=True)
    decided_by_name = models.CharField(max_length=200, blank=True, default="")
    note = models.TextField(blank=True, default="")

    def __str__(self) -> str:
        return self.text
