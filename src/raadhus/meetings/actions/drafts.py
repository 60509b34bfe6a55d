"""A case for a body is begun, and its facts are changed."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.audit.public import record
from raadhus.core.organisation.public import person
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import Conflict, NotAllowed
from raadhus.meetings.actions.closing_sent import close_sent
from raadhus.meetings.models import CaseDraft, DraftSection
from raadhus.meetings.queries.draft_facts import checked_facts
from raadhus.meetings.queries.draft_sight import draft_subject, may_propose_to, writable_draft
from raadhus.meetings.queries.open_bodies import open_body
from raadhus.meetings.rules.body_names import with_body
from raadhus.meetings.rules.draft_facts import DraftFacts
from raadhus.meetings.rules.draft_start import DraftStart


class DraftChanged(Conflict):
    """Somebody changed the case after the page was opened."""


@transaction.atomic
def create_draft(
    *,
    actor: Actor,
    body_key: str,
    facts: DraftFacts,
    start: DraftStart | None = None,
    author_key: str = "",
    now: datetime,
) -> str:
    """Begin a case for a body and return its id. The unit is the author's own when none is given.

    With `author_key` somebody else is to write it, who is known to the organisation; otherwise the actor is.

    Raises NotAllowed where the body's rules do not let the actor bring cases, BodyNotActive, or WrongInput.
    """
    require(actor, "meetings.write_draft", now=now)
    body = open_body(body_key)
    if not may_propose_to(actor, body, now):
        raise NotAllowed(_("I %(body)s er det kun medlemmerne, der kan foreslå sager.") % {"body": body.name})
    begun = start or DraftStart()
    known = person(author_key or actor.key, localdate(now))
    author = (known.key, known.name) if author_key and known else (actor.key, actor.name)
    values = checked_facts(facts, body)
    values["unit_key"] = values["unit_key"] or (known.unit_key if known else None) or ""
    draft = CaseDraft.objects.create(
        body=body,
        author_key=author[0],
        author_name=author[1][:200],
        recommendation_lead=with_body(begun.recommendation_lead, body.name),
        recommendations=[dict(one) for one in begun.recommendations],
        template_key=begun.template_key,
        proposal_key=begun.proposal_key,
        standing_key=begun.standing_key,
        previous_id=begun.previous_id or None,
        created_at=now,
        changed_at=now,
        **values,
    )
    _write_sections(draft, begun, actor, now)
    record(actor=actor, event="meetings.draft_created", subject=draft_subject(draft), now=now)
    return str(draft.pk)


def _write_sections(draft: CaseDraft, begun: DraftStart, actor: Actor, now: datetime) -> None:
    DraftSection.objects.bulk_create(
        DraftSection(
            draft=draft,
            position=position,
            kind=one.kind.value,
            heading=one.heading,
            blocks=[dict(block) for block in one.blocks],
            is_frozen=one.is_frozen,
            changed_at=now,
            changed_by_key=actor.key,
            changed_by_name=actor.name[:200],
        )
        for position, one in enumerate(begun.sections)
    )


@transaction.atomic
def change_draft(
    *, actor: Actor, draft_id: str | UUID, facts: DraftFacts, revision: int | None = None, now: datetime
) -> None:
    """Change a case's facts. `revision` is what the form began from. Raises DraftChanged, CannotWrite or WrongInput."""
    require(actor, "meetings.write_draft", now=now)
    draft = writable_draft(draft_id, actor, now)
    if revision is not None and revision != draft.revision:
        raise DraftChanged(
            _("Sagen er ændret af en anden, siden du åbnede siden. Det, du skrev, står her endnu; se det andet først.")
        )
    values = checked_facts(facts, draft.body)
    values["unit_key"] = values["unit_key"] or draft.unit_key
    closes = values["closed"] and not draft.closed
    for name, value in values.items():
        setattr(draft, name, value)
    draft.revision += 1
    draft.changed_at = now
    draft.save()
    if closes:
        close_sent(actor=actor, draft=draft, now=now)
    record(actor=actor, event="meetings.draft_changed", subject=draft_subject(draft), now=now)
