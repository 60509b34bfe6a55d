"""What an item said before each change is kept, so that the last one can be undone and nothing that two wrote is lost."""

from datetime import datetime, timedelta
from typing import Any

from raadhus.core.audit.public import JSON, record
from raadhus.kernel.actors import Actor
from raadhus.meetings.models import GivenOutcome, Treatment, TreatmentVersion
from raadhus.meetings.queries.treatment_state import given_of, nodes_of, phrasing
from raadhus.meetings.queries.treatments import item_subject
from raadhus.meetings.rules.deciding.wording import decision_sentence

OUTCOMES, TEXT = "outcomes", "text"
# One who writes on is saved every moment: that is one change, not fifty.
_SAME_CHANGE = timedelta(minutes=1)
_FIELDS = ("decision_text", "is_own_words", "public_decision", "without_decision", "kept_reason", "note")


def keep_version(treatment: Treatment, actor: Actor, what: str, now: datetime) -> bool:
    """Keep what the item says now; return False when it is the same change going on, which is kept already."""
    last = TreatmentVersion.objects.filter(treatment=treatment, undone_at=None).order_by("-revision").first()
    if (
        what == TEXT
        and last is not None
        and (last.what, last.saved_by_key) == (TEXT, actor.key)
        and now - last.saved_at < _SAME_CHANGE
    ):
        return False
    TreatmentVersion.objects.create(
        treatment=treatment,
        revision=treatment.revision,
        what=what,
        content=_content(treatment),
        saved_at=now,
        saved_by_key=actor.key,
        saved_by_name=actor.name[:200],
    )
    return True


def restore_version(treatment: Treatment, version: TreatmentVersion, now: datetime) -> None:
    """Let the item say what a version says; the caller saves it."""
    for name in _FIELDS:
        setattr(treatment, name, version.content[name])
    GivenOutcome.objects.filter(treatment=treatment).delete()
    GivenOutcome.objects.bulk_create(GivenOutcome(treatment=treatment, **one) for one in version.content["outcomes"])
    version.undone_at = now
    version.save(update_fields=["undone_at"])


def _content(treatment: Treatment) -> dict[str, Any]:
    names = ("recommendation_id", "outcome", "remark", "to_body", "as_type", "wanted")
    rows = GivenOutcome.objects.filter(treatment=treatment).order_by("pk")
    return {name: getattr(treatment, name) for name in _FIELDS} | {"outcomes": list(rows.values(*names))}


def reword(treatment: Treatment) -> None:
    """Let the decision say what the outcomes give, unless somebody has written it in own words."""
    if not treatment.is_own_words:
        treatment.decision_text = decision_sentence(nodes_of(treatment), given_of(treatment), phrasing(treatment))


def changed(treatment: Treatment, now: datetime) -> int:
    """Save the item with its next revision, and return that."""
    treatment.revision += 1
    treatment.changed_at = now
    treatment.save()
    return treatment.revision


def told(actor: Actor, event: str, treatment: Treatment, now: datetime, **data: JSON) -> None:
    """Record what was done with an item. Nothing from inside it is said."""
    record(actor=actor, event=f"meetings.{event}", subject=item_subject(treatment), data=data, now=now)
