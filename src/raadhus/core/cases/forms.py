"""The forms of cases."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from raadhus.ui.choices import offer

Choices = list[tuple[str, str]]


class OwnerForm(forms.Form):
    """Who answers for the case."""

    owner_key = forms.ChoiceField(label=_("Ansvarlig person"), required=False)
    unit_key = forms.ChoiceField(label=_("Ansvarlig enhed"), required=False)

    def __init__(self, *args: Any, people: Choices, units: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        nobody = ("", _("Ingen valgt"))
        offer(self, "owner_key", [nobody, *people])
        offer(self, "unit_key", [nobody, *units])


class NewForm(OwnerForm):
    """A new case."""

    case_number = forms.CharField(label=_("Sagsnummer"), max_length=50)
    title = forms.CharField(label=_("Titel"), max_length=500)
    kle_number = forms.CharField(
        label=_("KLE-nummer"), required=False, max_length=8, help_text=_("Sagens eget emne, for eksempel 00.01.10")
    )
    closed_to_public = forms.BooleanField(
        label=_("Lukket for offentligheden"),
        required=False,
        help_text=_(
            "En lukket sag ses kun af den ansvarlige, enhedens ledelse, direktionens sekretariat og revisionen."
        ),
    )
    field_order = ("case_number", "title", "kle_number", "owner_key", "unit_key", "closed_to_public")


class RenameForm(forms.Form):
    """Another title, and the KLE number."""

    title = forms.CharField(label=_("Titel"), max_length=500)
    kle_number = forms.CharField(label=_("KLE-nummer"), required=False, max_length=8)


class LinkForm(forms.Form):
    """Another case to link to."""

    other_key = forms.ChoiceField(label=_("Sag"))

    def __init__(self, *args: Any, others: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "other_key", others)


class ClosedForm(forms.Form):
    """What the case becomes: "yes" is closed, empty is open to every employee."""

    closed = forms.CharField(required=False, widget=forms.HiddenInput(), max_length=3)
