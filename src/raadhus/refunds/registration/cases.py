"""Verbs and events of the cases: HR's own room."""

from django.utils.translation import gettext_noop as _

from raadhus.kernel.roles import Role
from raadhus.kernel.rooms import EventType, Verb

_HR = frozenset({Role.HR})

VERBS = (
    Verb("refunds.read_cases", _("Se refusionssager"), _HR | {Role.AUDITOR}, sensitive=True),
    Verb("refunds.change_case", _("Rette en refusionssag"), _HR),
    Verb("refunds.settle_case", _("Afslutte en refusionssag"), _HR),
    Verb("refunds.let_be", _("Lade en mulig fejlindberetning være"), _HR),
    Verb("refunds.set_agreement", _("Føre § 56-aftaler"), _HR),
)
EVENTS = (
    EventType("refunds.case_changed", _("rettede {subject}: {before} blev {after}. {reason}")),
    EventType("refunds.case_settled", _("afsluttede {subject}")),
    EventType("refunds.case_reopened", _("genåbnede {subject}. {reason}")),
    EventType("refunds.let_be", _("lod være: {subject}. {reason}")),
    EventType("refunds.agreement_set", _("førte en § 56-aftale for {subject}")),
    EventType("refunds.agreement_removed", _("fjernede en § 56-aftale for {subject}. {reason}")),
)
