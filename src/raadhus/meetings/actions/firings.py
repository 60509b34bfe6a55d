"""Cases that standing decisions ask for: the port through which core/obligations hands them on."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from raadhus.kernel.actors import Actor
from raadhus.kernel.ports import Firing, IntakeReceipt
from raadhus.meetings.actions.drafts import create_draft
from raadhus.meetings.queries.open_bodies import body_named
from raadhus.meetings.queries.templates import start_from_template
from raadhus.meetings.rules.draft_facts import DraftFacts
from raadhus.meetings.rules.intake import fired_start


def receive_firing(*, actor: Actor, firing: Firing, now: datetime) -> IntakeReceipt:
    """Make a draft of what a standing decision asks for; whoever answers for the decision writes it.

    Raises NotFound when no body of ours is called that, and what create_draft raises.
    """
    body = body_named(firing.body)
    begun = start_from_template(firing.template_key) if firing.template_key else None
    start = fired_start(standing_key=firing.standing_key, text=firing.text, reason=firing.reason, begun=begun)
    facts = DraftFacts(
        title=firing.title,
        closed=firing.closed,
        public_title=firing.public_label,
        wanted_date=firing.due,
    )
    made = create_draft(actor=actor, body_key=body.key, facts=facts, start=start, author_key=firing.owner_key, now=now)
    label = _("sag til %(body)s") % {"body": body.name}
    return IntakeReceipt(made, label, reverse("meetings:draft", args=[made]))


class StandingIntake:
    """The port through which core/obligations hands firings on."""

    def receive(self, firing: Firing, *, actor: Actor, now: datetime) -> IntakeReceipt:
        """Make a draft case of the firing, in the caller's transaction. Raises DomainError when it cannot; nothing is then made."""
        return receive_firing(actor=actor, firing=firing, now=now)
