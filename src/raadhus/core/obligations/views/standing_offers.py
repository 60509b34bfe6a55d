"""What a viewer may do to a standing decision, each with its form."""

from collections.abc import Mapping
from datetime import datetime

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _

from raadhus.core.obligations.forms.promises import ReasonForm
from raadhus.core.obligations.forms.standing import AdoptForm, SupersedeForm
from raadhus.core.obligations.queries.choosing import standing_successors
from raadhus.core.obligations.queries.standing import StandingDetail
from raadhus.core.obligations.rules.standing import Step
from raadhus.kernel.actors import Actor
from raadhus.ui.asking import Act


def acts(found: StandingDetail, viewer: Actor, now: datetime, bound: Mapping[str, forms.Form]) -> list[Act]:
    """Return what may be done now, each with a form of its own: two fields never share an id. A form in `bound` is shown as filled in."""
    labels = {
        Step.ADOPT: _("Sæt i kraft"),
        Step.SUSPEND: _("Sæt i bero"),
        Step.RESUME: _("Genoptag"),
        Step.END: _("Lad ophøre"),
        Step.SUPERSEDE: _("Lad en anden afløse den"),
    }
    others = standing_successors(viewer, found.standing.key, now=now) if Step.SUPERSEDE in found.steps else []
    made: dict[Step, forms.Form] = {
        Step.ADOPT: AdoptForm(auto_id="standing_adopt-%s"),
        Step.SUPERSEDE: SupersedeForm(others=others, auto_id="standing_supersede-%s"),
    }
    offered = [
        (labels[step], f"standing_{step.value}", made.get(step) or ReasonForm(auto_id=f"standing_{step.value}-%s"))
        for step in found.steps
        if step is not Step.SUPERSEDE or others
    ]
    more = (
        (found.may_fire_now, _("Forelæg nu"), "standing_fire_now"),
        (found.may_ask_to_end, _("Foreslå, at den ophører"), "standing_ask_to_end"),
        (found.may_keep, _("Fasthold den"), "standing_keep"),
    )
    offered += [(label, name, ReasonForm(auto_id=f"{name}-%s")) for may, label, name in more if may]
    key = found.standing.key
    return [
        Act(label, reverse(f"obligations:{name}", args=[key]), bound.get(name, form)) for label, name, form in offered
    ]
