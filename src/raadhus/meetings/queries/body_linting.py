"""How a body has set the linter, rule by rule, for the page where it is done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from raadhus.core.access.public import may, require
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound
from raadhus.meetings.models import Body
from raadhus.meetings.queries.lint_settings import body_settings
from raadhus.meetings.rules.body_linting import OFF
from raadhus.meetings.rules.lint import RULES


@dataclass(frozen=True, slots=True)
class RuleChoice:
    """One rule: its own severity, and what the body chose (OFF, a severity, or empty)."""

    code: str
    title: str
    help: str
    own: str
    chosen: str


@dataclass(frozen=True, slots=True)
class BodyLinting:
    """The linter as a body has set it."""

    body: Body
    rules: Sequence[RuleChoice]
    abbreviations: str
    may_change: bool


def body_linting(*, viewer: Actor, key: str, now: datetime) -> BodyLinting:
    """Return how one of our bodies has set the linter. Raises NotAllowed or NotFound."""
    require(viewer, "meetings.read_sittings", now=now)
    body = Body.objects.filter(pk=key, municipality="").first()
    if body is None:
        raise NotFound(_("Organet findes ikke."))
    settings = body_settings(body)
    rules = []
    for rule in RULES:
        severity = settings.severities.get(rule.code)
        chosen = OFF if rule.code in settings.off else severity.value if severity else ""
        rules.append(RuleChoice(rule.code, _(rule.title), rule.help, _(rule.severity.label), chosen))
    return BodyLinting(
        body, rules, ", ".join(sorted(settings.abbreviations)), may(viewer, "meetings.change_body", now=now)
    )
