"""The forms of a body: what it does otherwise, its members, and the decision that switches it on or off."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from raadhus.core.organisation.public import people_to_choose
from raadhus.meetings.queries.body_form import BodyPage
from raadhus.meetings.rules.profile_rules import Numbering, SignatureRule
from raadhus.meetings.rules.profiles import Profile
from raadhus.meetings.rules.states import BodyState
from raadhus.meetings.views.agenda_forms import MemberForm, clock_field, day_field
from raadhus.ui.choices import offer

_NUMBERING = ((Numbering.MEETING.value, _("Fra 1 på hvert møde")), (Numbering.YEAR.value, _("Fortløbende gennem året")))


class NewBodyForm(forms.Form):
    """A body that is made or proposed."""

    name = forms.CharField(label=_("Navn"), max_length=200)
    profile = forms.ChoiceField(label=_("Art"), choices=[(one.value, one.label) for one in Profile])
    is_public = forms.BooleanField(label=_("Borgere kan følge organets publicerede møder"), required=False)
    proposed = forms.BooleanField(
        label=_("Organet er foreslået og ikke besluttet endnu"),
        required=False,
        help_text=_("Et foreslået organ får ingen møder, før en beslutning sætter det i funktion."),
    )


class OwnRulesForm(forms.Form):
    """Where and when the body usually meets, and what it does otherwise than its profile."""

    usual_place = forms.CharField(label=_("Sædvanligt sted"), max_length=300, required=False)
    usual_time = clock_field(_("Sædvanligt klokkeslæt"))
    submission_days = forms.IntegerField(label=_("Sager inde, arbejdsdage før mødet"), min_value=0, max_value=30)
    sending_days = forms.IntegerField(label=_("Dagsorden udsendes, arbejdsdage før mødet"), min_value=0, max_value=30)
    signature = forms.ChoiceField(
        label=_("Referatet underskrives af"), choices=[(one.value, one.label) for one in SignatureRule]
    )
    numbering = forms.ChoiceField(label=_("Punkterne nummereres"), choices=_NUMBERING)
    needs_approval = forms.BooleanField(label=_("En sag skal godkendes, før den kan planlægges"), required=False)
    members_propose = forms.BooleanField(label=_("Medlemmerne kan foreslå sager"), required=False)

    def own(self) -> dict[str, Any]:
        """Return the rules among the fields."""
        return {name: value for name, value in self.cleaned_data.items() if not name.startswith("usual_")}


class SwitchForm(forms.Form):
    """The decision that makes a body what it is."""

    state = forms.ChoiceField(label=_("Organet bliver"))
    from_date = day_field(_("Fra"))
    decision_text = forms.CharField(
        label=_("Beslutningen"),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Hvem besluttede det, hvornår og under hvilket punkt?"),
    )
    decision_url = forms.CharField(
        label=_("Adressen på punktet"),
        max_length=300,
        required=False,
        help_text=_("Når mødet står her i huset: /moeder/…"),
    )

    def __init__(self, *args: Any, states: list[BodyState], **kwargs: Any) -> None:
        """Take what the body can become."""
        super().__init__(*args, **kwargs)
        offer(self, "state", [(one.value, one.label) for one in states])


def own_rules_initial(page: BodyPage) -> dict[str, Any]:
    """Return the rules as they count, for the form."""
    rules = page.rules
    return {
        "usual_place": page.body.usual_place,
        "usual_time": page.body.usual_time,
        "submission_days": rules.submission_days,
        "sending_days": rules.sending_days,
        "signature": rules.signature.value,
        "numbering": rules.numbering.value,
        "needs_approval": rules.needs_approval,
        "members_propose": rules.members_propose,
    }


def member_form(page: BodyPage, today: date, data: Any = None) -> MemberForm:
    """Return the form of a new member, with the people of the day and those one may stand in for."""
    members = [(one.person_key, one.name) for one in page.members]
    initial = {"start_date": today}
    return MemberForm(data, people=people_to_choose(today), members=members, initial=initial, auto_id="medlem-%s")
