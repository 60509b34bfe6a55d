"""What HR writes about a case."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from raadhus.refunds.rules.cases import Cause
from raadhus.refunds.rules.changing import Written, fingerprint
from raadhus.refunds.rules.following import Dispensation, Ground, Standing
from raadhus.ui.choices import offer

_DATES = ("notified", "claimed", "latest_claim")


# Each field takes a copy of it.
_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class ChangeForm(forms.Form):
    """NemRefusion's dates and standing, and HR's own cause, year, dispensation and remark."""

    standing = forms.ChoiceField(label=gettext_lazy("Status i NemRefusion"))
    notified = forms.DateField(label=gettext_lazy("Anmeldelsen underskrevet"), required=False, widget=_DAY)
    claimed = forms.DateField(label=gettext_lazy("Første anmodning underskrevet"), required=False, widget=_DAY)
    latest_claim = forms.DateField(
        label=gettext_lazy("Seneste anmodning underskrevet"),
        required=False,
        widget=_DAY,
        help_text=gettext_lazy("Kun når der er anmodet flere gange."),
    )
    refusal_reason = forms.CharField(label=gettext_lazy("Hvorfor den er afvist"), max_length=500, required=False)
    cause = forms.ChoiceField(
        label=gettext_lazy("Årsag"), required=False, help_text=gettext_lazy("Uden et valg siger datoerne årsagen.")
    )
    year = forms.IntegerField(
        label=gettext_lazy("Opgørelsens år"),
        required=False,
        min_value=2013,
        max_value=2100,
        help_text=gettext_lazy("Uden et år hører tabet til det år, det blev endeligt."),
    )
    dispensation = forms.ChoiceField(label=gettext_lazy("Dispensation"))
    ground = forms.ChoiceField(label=gettext_lazy("Grund til dispensation (§ 59, stk. 6)"), required=False)
    remark = forms.CharField(
        label=gettext_lazy("Bemærkning"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Skriv ikke, hvad medarbejderen fejler."),
    )
    reason = forms.CharField(
        label=gettext_lazy("Begrundelse for rettelsen"),
        max_length=500,
        required=False,
        help_text=gettext_lazy("Skal med, når andet end bemærkningen rettes; den står i historikken."),
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def __init__(self, *arguments: Any, written: Written | None = None, **options: Any) -> None:
        if written is not None:
            options["initial"] = _initial(written)
        super().__init__(*arguments, **options)
        none = ("", _("Ikke valgt"))
        choices = {
            "standing": [(one.value, _(one.label)) for one in Standing],
            "cause": [none, *((one.value, _(one.label)) for one in Cause)],
            "dispensation": [(one.value, _(one.label)) for one in Dispensation],
            "ground": [none, *((one.value, _(one.label)) for one in Ground)],
        }
        for name, offered in choices.items():
            offer(self, name, offered)

    def written(self) -> Written:
        """Return what shall stand afterwards."""
        given = self.cleaned_data
        return Written(
            cause=Cause(given["cause"]) if given["cause"] else None,
            year=given["year"],
            remark=given["remark"],
            standing=Standing(given["standing"]),
            refusal_reason=given["refusal_reason"],
            dispensation=Dispensation(given["dispensation"]),
            ground=Ground(given["ground"]) if given["ground"] else None,
            **{name: given[name] for name in _DATES},
        )


def _initial(written: Written) -> dict[str, Any]:
    return {
        "cause": written.cause.value if written.cause else "",
        "year": written.year,
        "remark": written.remark,
        "standing": written.standing.value,
        "refusal_reason": written.refusal_reason,
        "dispensation": written.dispensation.value,
        "ground": written.ground.value if written.ground else "",
        "seen": fingerprint(written),
        **{name: getattr(written, name) for name in _DATES},
    }


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(label=gettext_lazy("Begrundelse"), max_length=500)
