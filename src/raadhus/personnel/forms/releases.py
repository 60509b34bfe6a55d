"""The forms of the settings and of the list of job codes."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from raadhus.personnel.rules.setting import BOUNDS, Chosen


class FigureSettingsForm(forms.Form):
    """What shall hold from a day on."""

    start = forms.DateField(
        label=_("Gælder fra"),
        help_text=_("Perioder, der udgives den dag eller senere, opgøres efter det. Det udgivne ændres ikke."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    full_time_hours = forms.IntegerField(
        label=_("Fuld tid fra så mange timer om ugen, i hundrededele"), help_text=_("3700 er 37 timer.")
    )
    short_days = forms.IntegerField(label=_("Kort sygefravær varer højst så mange kalenderdage"))
    gap_days = forms.IntegerField(label=_("Et ophold på højst så mange dage bryder ikke en ansættelse"))
    new_months = forms.IntegerField(label=_("Nyansat i så mange måneder"))
    retired_from_age = forms.IntegerField(label=_("Den, der holder op, regnes som trukket tilbage fra alderen"))
    least = forms.IntegerField(label=_("Mindst så mange personer bag et tal"))
    least_average = forms.IntegerField(label=_("Mindst så mange personer bag et gennemsnit"))
    dominance_percent = forms.IntegerField(
        label=_("Den største må ikke kunne bestemmes inden for så mange procent (p %-reglen)")
    )
    years_by_month = forms.IntegerField(
        label=_("Så mange år før det seneste hele år vises også måned for måned"),
        help_text=_(
            "Kvartalerne følger med, for dem, der er for små til måneder. Et år, der er udgivet uden måneder, får dem ikke bagefter."
        ),
    )
    first_year = forms.IntegerField(
        label=_("Første år med tal"), help_text=_("Tomt: det første hele år, løndata dækker."), required=False
    )
    reason = forms.CharField(label=_("Begrundelse"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, held: Chosen, **kwargs: Any) -> None:
        initial = {name: getattr(held, name) for name in _NUMBERS}
        kwargs["initial"] = initial | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        for name, (least, most, _label) in BOUNDS.items():
            self.fields[name].widget.attrs |= {"min": least, "max": most}

    def wanted(self) -> dict[str, Any]:
        """Return from when, what and why, of a valid form; whether it may be so is for the action to say."""
        given = self.cleaned_data
        chosen = Chosen(**{name: given[name] for name in _NUMBERS})
        return {"start": given["start"], "chosen": chosen, "reason": given["reason"]}


_NUMBERS = (*BOUNDS, "first_year")


class OccupationsForm(forms.Form):
    """The whole list of job codes, as a file."""

    document = forms.FileField(
        label=_("Fil"),
        allow_empty_file=True,
        help_text=_(
            "CSV med kode;gruppe;administrativ;fra;til. En linje gælder alle koder, der begynder sådan; den længste vinder. "
            "Filen er hele listen."
        ),
    )
