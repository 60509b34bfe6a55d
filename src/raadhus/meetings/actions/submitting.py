"""Save everything that a page without scripts posts, and then do the one act on its sections."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.documents.text import blocks_from_markdown, blocks_to_editor, render_markdown
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import DomainError, NotAllowed
from raadhus.meetings.actions.draft_structure import (
    add_section,
    change_section_kind,
    move_section,
    remove_section,
    restore_section,
)
from raadhus.meetings.actions.suppressing import suppress_finding, unsuppress_finding
from raadhus.meetings.actions.writing import TextChanged, save_recommendations, save_section
from raadhus.meetings.models import CaseDraft, DraftSection
from raadhus.meetings.queries.draft_sight import writable_draft
from raadhus.meetings.queries.section_rows import newest_section, section_at
from raadhus.meetings.rules.saving import Save
from raadhus.meetings.rules.section_text import text_of
from raadhus.meetings.rules.submitted import NotSaved, SubmitResult, Submitted, SubmittedSection

_STEPS = {"up": -1, "down": 1}


@transaction.atomic
def save_writing(*, actor: Actor, draft_id: str | UUID, said: Submitted, now: datetime) -> SubmitResult:
    """Save what was posted. What cannot be saved is named in the result and the rest is saved all the same.

    The act is done only when everything was saved. Raises CannotWrite, NotAllowed or NotFound for the draft itself.
    """
    require(actor, "meetings.write_draft", now=now)
    draft = writable_draft(draft_id, actor, now)
    refused = [*_sections(actor, draft, said.sections, now), *_recommendations(actor, draft, said, now)]
    if refused:
        return SubmitResult(tuple(refused))
    made = ""

    def act() -> None:
        nonlocal made
        made = _act(actor, draft, said, now)

    problem = _tried("", act)
    return SubmitResult((problem,) if problem else (), f"afsnit-{made}" if made else "indhold")


def _sections(actor: Actor, draft: CaseDraft, posted: Iterable[SubmittedSection], now: datetime) -> Iterable[NotSaved]:
    rows = {str(row.pk): row for row in DraftSection.objects.filter(draft=draft, is_frozen=False)}
    for one in posted:
        row = rows.get(one.key)
        heading = row.heading if row else one.heading
        problem = _tried(heading, partial(_section, actor, draft, row, one, now), one.key)
        if problem:
            yield problem


def _section(actor: Actor, draft: CaseDraft, row: DraftSection | None, one: SubmittedSection, now: datetime) -> None:
    """Save one section; a text that is as it was shown keeps its blocks, whatever Markdown cannot say of them."""
    before = section_at(row, one.base) or newest_section(row).parts if row else ()
    shown, text = render_markdown(text_of(before), heading_level=1), one.text.replace("\r\n", "\n")
    blocks = text_of(before) if text.strip() == shown.strip() else blocks_from_markdown(text)
    content = blocks_to_editor(blocks)
    save = Save(one.base)
    save_section(
        actor=actor, draft_id=draft.pk, section_id=one.key, save=save, heading=one.heading, content=content, now=now
    )
    if row and one.kind and one.kind != row.kind:
        change_section_kind(actor=actor, draft_id=draft.pk, section_id=one.key, kind=one.kind, now=now)


def _recommendations(actor: Actor, draft: CaseDraft, said: Submitted, now: datetime) -> Iterable[NotSaved]:
    if said.base is None:
        return
    save, points = Save(said.base), said.written_points()
    problem = _tried(
        _("Indstilling"),
        lambda: save_recommendations(actor=actor, draft_id=draft.pk, save=save, lead=said.lead, points=points, now=now),
        "recommendations",
    )
    if problem:
        yield problem


def _tried(heading: str, act: Callable[[], object], key: str = "") -> NotSaved | None:
    """Do it in a transaction of its own; return what to tell when it cannot be done."""
    try:
        with transaction.atomic():
            act()
    except NotAllowed:
        raise
    except TextChanged as error:
        return NotSaved(key, heading, str(error), error.stale)
    except DomainError as error:
        return NotSaved(key, heading, str(error))
    return None


def _act(actor: Actor, draft: CaseDraft, said: Submitted, now: datetime) -> str:
    """Do the act and return the id of the section that it was about."""
    act, target = said.act, said.target
    if act == "add":
        return add_section(actor=actor, draft_id=draft.pk, kind=target, now=now)
    if act == "restore":
        return restore_section(actor=actor, draft_id=draft.pk, removed_id=target, now=now)
    if act == "suppress":
        suppress_finding(actor=actor, draft_id=draft.pk, code=target, reason=said.reason, now=now)
    if act == "unsuppress":
        unsuppress_finding(actor=actor, draft_id=draft.pk, code=target, now=now)
    if act in _STEPS:
        move_section(actor=actor, draft_id=draft.pk, section_id=target, steps=_STEPS[act], now=now)
        return target
    if act == "remove":
        row = DraftSection.objects.filter(draft=draft, pk=target).first()
        base = row.revision if row else 0
        remove_section(actor=actor, draft_id=draft.pk, section_id=target, base=base, now=now)
    return ""
