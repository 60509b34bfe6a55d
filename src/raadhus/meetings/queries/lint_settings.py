"""The linter's settings for a case, an agenda or minutes: what the body chose, and what somebody let be with a reason."""

from dataclasses import replace
from uuid import UUID

from raadhus.meetings.models import Body, CaseDraft, LintSuppression, Treatment
from raadhus.meetings.queries.composition import item_key
from raadhus.meetings.rules.body_linting import settings_from
from raadhus.meetings.rules.lint import LintSettings, Suppression
from raadhus.meetings.rules.profiles import Profile
from raadhus.meetings.rules.reading import Reading


def body_settings(body: Body) -> LintSettings:
    """Return what a body has chosen."""
    return settings_from(Profile(body.profile), body.lint_settings)


def draft_settings(draft: CaseDraft) -> LintSettings:
    """Return the settings for one case by itself."""
    rows = LintSuppression.objects.filter(draft=draft).order_by("code")
    let_be = tuple(Suppression(one.code, _why(one)) for one in rows)
    return replace(body_settings(draft.body), suppressions=let_be, lists_known=True)


def reading_settings(body: Body, sitting_id: UUID | None, reading: Reading) -> LintSettings:
    """Return the settings for a sitting's agenda or minutes: what was let be in a case is let be at its item."""
    settings = body_settings(body)
    if sitting_id is None:
        return settings
    keys = dict(Treatment.objects.filter(sitting_id=sitting_id).values_list("pk", "draft_id"))
    drafts = {str(item_key(one, reading.kind)): draft for one, draft in keys.items()}
    rows = list(LintSuppression.objects.filter(draft_id__in=keys.values()).order_by("code"))
    found = tuple(
        Suppression(row.code, _why(row), item.number)
        for item in reading.items
        for row in rows
        if item.key and item.number and row.draft_id == drafts.get(item.key)
    )
    return replace(settings, suppressions=found, lists_known=True)


def _why(row: LintSuppression) -> str:
    return f"{row.reason} ({row.suppressed_by_name})"
