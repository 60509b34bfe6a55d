"""The forms of obligations: what a person fills in, before the action judges it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from raadhus.ui.choices import offer

_DUE_HINT = _("En dag (14. august 2026), en måned (august 2026) eller et kvartal (3. kvartal 2026)")


def _area() -> forms.Textarea:
    return forms.Textarea(attrs={"rows": 3})


class OwnerForm(forms.Form):
    """Who answers for it: a person, or a unit, or both."""

    owner_key = forms.ChoiceField(label=_("Ansvarlig person"), required=False)
    unit_key = forms.ChoiceField(label=_("Ansvarlig enhed"), required=False)

    def __init__(self, *args: Any, people: list[tuple[str, str]], units: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        nobody = ("", _("Ingen valgt"))
        offer(self, "owner_key", [nobody, *people])
        offer(self, "unit_key", [nobody, *units])

    def clean(self) -> dict[str, object]:
        """Ask for a person or a unit: somebody must answer for it."""
        cleaned: dict[str, object] = super().clean() or self.cleaned_data
        if not cleaned.get("owner_key") and not cleaned.get("unit_key"):
            raise forms.ValidationError(_("Vælg en ansvarlig person eller en ansvarlig enhed."))
        return cleaned


class NewForm(OwnerForm):
    """A new obligation."""

    text = forms.CharField(label=_("Hvad er lovet?"), widget=_area(), max_length=2_000)
    due = forms.CharField(label=_("Frist"), required=False, max_length=30, help_text=_DUE_HINT)
    to_body = forms.CharField(label=_("Til hvilket organ?"), required=False, max_length=200)
    origin_label = forms.CharField(
        label=_("Hvor er det lovet?"), max_length=500, help_text=_("For eksempel et møde, en mail eller en aftale")
    )
    origin_url = forms.URLField(label=_("Adresse på det"), required=False, max_length=500, assume_scheme="https")
    closed = forms.BooleanField(label=_("Det kommer af en lukket sag"), required=False)
    public_label = forms.CharField(
        label=_("Hvad må der stå, hvor andre kan se det?"),
        required=False,
        max_length=300,
        help_text=_("Bruges i mails og kalender, når sagen er lukket. Ellers står der Lukket forpligtelse."),
    )
    field_order = (
        "text",
        "owner_key",
        "unit_key",
        "due",
        "to_body",
        "origin_label",
        "origin_url",
        "closed",
        "public_label",
    )


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(label=_("Begrundelse"), widget=_area(), max_length=2_000)


class DueForm(ReasonForm):
    """Another due date, and why."""

    due = forms.CharField(label=_("Ny frist"), required=False, max_length=30, help_text=_DUE_HINT)
    field_order = ("due", "reason")


class EvidenceForm(forms.Form):
    """What shows that it was done: at least one of them."""

    text = forms.CharField(label=_("Hvad er gjort?"), required=False, widget=_area(), max_length=2_000)
    link = forms.URLField(label=_("Link til det"), required=False, max_length=500, assume_scheme="https")
    file = forms.FileField(
        label=_("En fil, der viser det"), required=False, max_length=200, help_text=_("Som PDF, Word eller billede")
    )


class ReplaceForm(forms.Form):
    """Which other obligation takes its place."""

    by_key = forms.ChoiceField(label=_("Erstattes af"))

    def __init__(self, *args: Any, others: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "by_key", others)
