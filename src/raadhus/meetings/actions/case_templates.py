"""Templates for cases: the built-in ones are laid in, and anyone of them is changed or made."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from raadhus.core.access.public import require
from raadhus.core.audit.public import Subject, record
from raadhus.kernel.actors import Actor
from raadhus.kernel.danish import slug
from raadhus.kernel.errors import Conflict, NotFound, WrongInput
from raadhus.meetings.models import Body, CaseTemplate
from raadhus.meetings.queries.wording import said_aloud
from raadhus.meetings.rules.built_in_templates import BUILT_IN
from raadhus.meetings.rules.case_templates import TemplateContent, template_to_json


@transaction.atomic
def save_template(
    *,
    actor: Actor,
    key: str = "",
    name: str,
    body_key: str = "",
    content: TemplateContent,
    is_active: bool = True,
    now: datetime,
) -> str:
    """Change the template of that key, or make one when there is no key, and return the key. Raises Conflict or WrongInput."""
    require(actor, "meetings.change_template", now=now)
    named = " ".join(name.split())
    if not named:
        raise WrongInput(_("Skabelonen skal have et navn."))
    body = Body.objects.filter(pk=body_key, municipality="").first() if body_key else None
    if body_key and body is None:
        raise NotFound(_("Organet findes ikke."))
    with said_aloud():
        kept = template_to_json(content)
    row = CaseTemplate.objects.select_for_update().filter(pk=key).first() if key else None
    if key and row is None:
        raise NotFound(_("Skabelonen findes ikke."))
    if row is None:
        row = CaseTemplate(key=_free_key(named))
    row.name, row.body, row.content, row.is_active = named[:200], body, kept, is_active
    row.changed_at, row.changed_by_name = now, actor.name[:200]
    row.save()
    record(actor=actor, event="meetings.template_changed", subject=Subject("case_template", row.pk, row.name), now=now)
    return row.pk


def _free_key(name: str) -> str:
    key = slug(name)[:80] or "skabelon"
    if CaseTemplate.objects.filter(pk=key).exists():
        raise Conflict(_("Der er allerede en skabelon, der hedder det."))
    return key


@transaction.atomic
def lay_in_templates(*, actor: Actor, now: datetime) -> int:
    """Lay in the built-in templates that are not there yet, and return how many."""
    require(actor, "meetings.change_template", now=now)
    known = set(CaseTemplate.objects.values_list("key", flat=True))
    missing = [one for one in BUILT_IN if one[0] not in known]
    for key, name, content in missing:
        CaseTemplate.objects.create(
            key=key,
            name=name,
            content=template_to_json(content),
            changed_at=now,
            changed_by_name=actor.name[:200],
        )
        record(actor=actor, event="meetings.template_changed", subject=Subject("case_template", key, name), now=now)
    return len(missing)
