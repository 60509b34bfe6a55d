"""The forms of NemRefusion's statuses, agreements and settings."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from raadhus.kernel.money import format_ore, parse_ore
from raadhus.refunds.rules.setting import BOUNDS, Chosen


def _day(label: Any, hint: Any = "") -> forms.DateField:
    return forms.DateField(
        label=label, help_text=hint, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


def _reason() -> forms.CharField:
    return forms.CharField(label=_("Begrundelse"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}))


class StatusFileForm(forms.Form):
    """A file of NemRefusion's statuses."""

    document = forms.FileField(
        label=_("Fil"),
        allow_empty_file=True,
        help_text=_(
            "CSV eller XLSX med ansættelse, første fraværsdag og status; datoer i de sædvanlige danske former."
        ),
    )


class AgreementForm(forms.Form):
    """A section 56 agreement."""

    employment = forms.CharField(
        label=_("Ansættelsens nummer"), max_length=100, help_text=_("Som lønsystemet har det; ikke et CPR-nummer.")
    )
    start = _day(_("Gælder fra"))
    last = _day(
        _("Sidste dag"), _("Højst to år efter den første. Skriv en tidligere dag for at lade aftalen slutte før.")
    )


class RemoveAgreementForm(forms.Form):
    """Why an agreement never was."""

    reason = _reason()


class SettingsForm(forms.Form):
    """What shall hold from a day on."""

    start = _day(_("Gælder fra"), _("Fravær, der begynder den dag eller senere, regnes efter det."))
    count_public_holidays = forms.BooleanField(label=_("Helligdage på hverdage regnes med"), required=False)
    notification_days = forms.IntegerField(label=_("Fem uger er så mange dage efter første fraværsdag"))
    alarm_days = forms.IntegerField(label=_("Alarm om anmeldelsen efter så mange dage"))
    newly_employed = forms.BooleanField(
        label=_("Nyansatte refunderes fra første dag (§ 30, stk. 2-4), så vidt lønsystemet ved"), required=False
    )
    use_monthly_pay = forms.BooleanField(label=_("Timelønnen udledes af månedslønnen"), required=False)
    wage_percent = forms.IntegerField(label=_("Lønnens andel efter arbejdsmarkedsbidrag, i procent"))
    threshold = forms.CharField(label=_("Et års tab giver anledning til bekymring over (kr.)"), max_length=20)
    rise_percent = forms.IntegerField(label=_("... eller ved en stigning fra året før på over (procent)"))
    least_cases = forms.IntegerField(label=_("Mindste antal sager, før et center vises for sig offentligt"))
    kept_months = forms.IntegerField(label=_("Sagerne slettes så mange måneder efter årets udgang"))
    reason = _reason()

    def __init__(self, *args: Any, held: Chosen, **kwargs: Any) -> None:
        initial = {name: getattr(held, name) for name in _PLAIN} | {"threshold": format_ore(held.threshold_ore)}
        kwargs["initial"] = initial | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        for name, (least, most, _label) in BOUNDS.items():
            if name in self.fields:
                self.fields[name].widget.attrs |= {"min": least, "max": most}

    def clean_threshold(self) -> int:
        """Return the threshold in øre."""
        try:
            return parse_ore(self.cleaned_data["threshold"])
        except ValueError as error:
            raise forms.ValidationError(str(error)) from error

    def wanted(self) -> dict[str, Any]:
        """Return from when, what and why, of a valid form; whether it may be so is for the action to say."""
        given = self.cleaned_data
        chosen = Chosen(**{name: given[name] for name in _PLAIN}, threshold_ore=given["threshold"])
        return {"start": given["start"], "chosen": chosen, "reason": given["reason"]}


_PLAIN = (
    "count_public_holidays",
    "notification_days",
    "alarm_days",
    "newly_employed",
    "use_monthly_pay",
    "wage_percent",
    "rise_percent",
    "least_cases",
    "kept_months",
)
