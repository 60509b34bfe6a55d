"""Reads of case templates."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils.translation import gettext as _

from raadhus.kernel.errors import NotFound
from raadhus.meetings.models import CaseTemplate
from raadhus.meetings.rules.case_templates import TemplateContent, started_from, template_from_json
from raadhus.meetings.rules.draft_start import DraftStart


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """One template as the screens show it."""

    key: str
    name: str
    body_key: str
    body: str
    content: TemplateContent
    is_active: bool
    changed_at: datetime
    changed_by_name: str


def template_rows(*, body_key: str = "", only_active: bool = False) -> Sequence[TemplateRow]:
    """Return the templates by name; with a body those that it may use: its own, and those for every body."""
    rows = CaseTemplate.objects.select_related("body").order_by("name", "key")
    if body_key:
        rows = rows.filter(Q(body=None) | Q(body_id=body_key))
    return [_row(one) for one in (rows.filter(is_active=True) if only_active else rows)]


def template_row(key: str) -> TemplateRow:
    """Return one template. Raises NotFound."""
    row = CaseTemplate.objects.select_related("body").filter(pk=key).first()
    if row is None:
        raise NotFound(_("Skabelonen findes ikke."))
    return _row(row)


def _row(row: CaseTemplate) -> TemplateRow:
    return TemplateRow(
        key=row.key,
        name=row.name,
        body_key=row.body_id or "",
        body=row.body.name if row.body else "",
        content=template_from_json(row.content),
        is_active=row.is_active,
        changed_at=row.changed_at,
        changed_by_name=row.changed_by_name,
    )


def start_from_template(key: str) -> DraftStart:
    """Return what a case from the template begins with. Raises NotFound."""
    return started_from(key, template_row(key).content)


def lacks_fixed_items(body_key: str, known: Collection[str]) -> bool:
    """Return whether the body has points for every agenda that are not among the template keys of this one."""
    rows = template_rows(body_key=body_key, only_active=True)
    return any(one.content.place in {"first", "last"} and one.key not in known for one in rows)


def fixed_items(body_key: str, place: str) -> Sequence[TemplateRow]:
    """Return the active templates whose point stands first or last on every agenda of a body."""
    return [one for one in template_rows(body_key=body_key, only_active=True) if one.content.place == place]
