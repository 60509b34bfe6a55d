"""Forms of access: what people type, made into values. What is allowed is decided by the actions."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from raadhus.kernel.roles import Role
from raadhus.kernel.rooms import Verb
from raadhus.ui.choices import offer

GRANTABLE = tuple(role for role in Role if role not in {Role.EMPLOYEE, Role.PUBLIC})
EVERYWHERE = ("", _("Hele kommunen"))

# A text, or one that is translated when it is shown.
Text = Any
Choices = Iterable[tuple[str, str]]


def _day(label: Text, *, required: bool = True, help_text: Text = "") -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=required, help_text=help_text, widget=widget)


class CreateAccountForm(forms.Form):
    """A new login for a person."""

    person_key = forms.SlugField(
        label=_("Personnøgle"), max_length=100, help_text=_("Den nøgle, personen har i organisationen.")
    )
    name = forms.CharField(label=_("Navn"), max_length=200)
    email = forms.EmailField(label=_("E-mail"), max_length=254)
    password = forms.CharField(
        label=_("Adgangskode"),
        required=False,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("Mindst 12 tegn. Lad feltet stå tomt, hvis personen logger ind med kommunens login."),
    )


class GrantRoleForm(forms.Form):
    """A role, where, and for how long."""

    role = forms.ChoiceField(label=_("Rolle"))
    unit = forms.ChoiceField(label=_("Enhed"), required=False, help_text=_("Rollen gælder enheden og alt under den."))
    start = _day(_("Fra og med"))
    end = _day(_("Til (ikke med)"), required=False, help_text=_("Tom: indtil videre."))

    def __init__(self, data: Any = None, *, units: Choices, today: date) -> None:
        super().__init__(data, initial={"start": today})
        offer(self, "role", [(role.value, _(role.label)) for role in GRANTABLE])
        offer(self, "unit", [EVERYWHERE, *units])


class EndRoleForm(forms.Form):
    """The day a role ends."""

    end = _day(_("Slutter (ikke med)"))


class TokenForm(forms.Form):
    """A new API key: what for, what it may, until when."""

    name = forms.CharField(label=_("Navn"), max_length=100, help_text=_("Så du kan kende nøglen igen."))
    verbs = forms.MultipleChoiceField(label=_("Hvad nøglen må"), widget=forms.CheckboxSelectMultiple)
    expires = _day(_("Udløber"), help_text=_("Senest om et år."))

    def __init__(self, data: Any = None, *, verbs: Iterable[Verb]) -> None:
        super().__init__(data)
        offer(self, "verbs", [(verb.name, _(verb.label)) for verb in verbs])


class ExplainForm(forms.Form):
    """A question: may this person do this, there, on that day."""

    person = forms.ChoiceField(label=_("Person"))
    verb = forms.ChoiceField(label=_("Handling"))
    unit = forms.ChoiceField(label=_("Enhed"), required=False)
    on = _day(_("Dag"))

    def __init__(self, data: Any = None, *, people: Choices, verbs: Choices, units: Choices) -> None:
        super().__init__(data)
        for name, choices in (("person", people), ("verb", verbs), ("unit", [("", _("Et eller andet sted")), *units])):
            offer(self, name, list(choices))


class LanguageForm(forms.Form):
    """The language of one's own pages and e-mails."""

    language = forms.ChoiceField(label=_("Sprog"), choices=[("da", "Dansk"), ("en", "English")])
