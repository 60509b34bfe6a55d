"""The forms of annotations, targets and saved views."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from raadhus.personnel.rules.limits import LimitKind
from raadhus.personnel.rules.measures.catalogue import MEASURES
from raadhus.personnel.rules.targets import Direction
from raadhus.ui.choices import offer

Choices = Sequence[tuple[str, str]]


def measure_choices() -> list[tuple[str, str]]:
    """Return every measure's key and name."""
    return [(key, measure.title) for key, measure in MEASURES.items()]


class AnnotationForm(forms.Form):
    """What happened at a unit in a month."""

    unit = forms.ChoiceField(label=gettext_lazy("Enhed"))
    measure = forms.ChoiceField(label=gettext_lazy("Mål"), required=False)
    month = forms.RegexField(
        r"^[0-9]{4}-(0[1-9]|1[0-2])$",
        label=gettext_lazy("Måned"),
        widget=forms.TextInput(attrs={"type": "month"}),
        help_text=gettext_lazy("Den måned, det skete, for eksempel 2025-08."),
        error_messages={"invalid": gettext_lazy("Skriv måneden som år og måned: 2025-08.")},
    )
    text = forms.CharField(
        label=gettext_lazy("Hvad skete der?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("For eksempel: Ny skole åbnet. Skriv kun om enheden, aldrig om personer."),
    )

    def __init__(self, *arguments: Any, units: Choices, **options: Any) -> None:
        super().__init__(*arguments, **options)
        offer(self, "unit", [("", _("Vælg en enhed")), *units])
        offer(self, "measure", [("", _("Alle mål")), *measure_choices()])

    def note(self) -> dict[str, Any]:
        """Return what happened, with the month as a number, twelve a year."""
        year, month = self.cleaned_data["month"].split("-")
        return {**self.cleaned_data, "month": int(year) * 12 + int(month) - 1}


class TargetForm(forms.Form):
    """What a unit is to reach."""

    unit = forms.ChoiceField(label=gettext_lazy("Enhed"))
    measure = forms.ChoiceField(label=gettext_lazy("Mål"))
    direction = forms.ChoiceField(label=gettext_lazy("Skal være"))
    value = forms.CharField(
        label=gettext_lazy("Værdi"),
        max_length=20,
        help_text=gettext_lazy("I målets egen enhed, med de decimaler, det vises med: 14,6 eller 250."),
    )
    first_year = forms.IntegerField(label=gettext_lazy("Fra året"))
    last_year = forms.IntegerField(
        label=gettext_lazy("Til og med året"),
        required=False,
        help_text=gettext_lazy("Tomt, når den gælder indtil videre."),
    )
    reason = forms.CharField(
        label=gettext_lazy("Begrundelse"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *arguments: Any, units: Choices, **options: Any) -> None:
        super().__init__(*arguments, **options)
        offer(self, "unit", [("", _("Vælg en enhed")), *units])
        offer(self, "measure", [("", _("Vælg et mål")), *measure_choices()])
        offer(self, "direction", [(one.value, _(one.label)) for one in Direction])

    def aim(self) -> dict[str, Any]:
        """Return what is to be reached."""
        return {**self.cleaned_data, "direction": Direction(self.cleaned_data["direction"])}


class SavedViewForm(forms.Form):
    """A view's name, whether it is in the digest, and its limit. `choices` is what stands in the address."""

    name = forms.CharField(label=gettext_lazy("Navn"), max_length=100)
    is_subscribed = forms.BooleanField(label=gettext_lazy("Med i min mail, når der er nye tal"), required=False)
    limit_kind = forms.ChoiceField(label=gettext_lazy("Sig til, når tallet er"), required=False)
    limit = forms.CharField(
        label=gettext_lazy("Grænse"),
        max_length=20,
        required=False,
        help_text=gettext_lazy("I målets egen enhed, med de decimaler, det vises med: 14,6 eller 250."),
    )
    choices = forms.CharField(widget=forms.HiddenInput, max_length=500)

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        kinds = [("", _("Ingen grænse")), *((one.value, _(one.label)) for one in LimitKind)]
        offer(self, "limit_kind", kinds)

    def wish(self) -> dict[str, Any]:
        """Return how the view is to be kept."""
        given = self.cleaned_data
        kind = LimitKind(given["limit_kind"]) if given["limit_kind"] else None
        return {
            "name": given["name"],
            "is_subscribed": given["is_subscribed"],
            "limit_kind": kind,
            "limit": given["limit"],
        }
