"""The forms of the ledger."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from raadhus.kernel.money import parse_ore


class EarlierYearForm(forms.Form):
    """What a year before raadhus lost."""

    year = forms.IntegerField(label=_("År"), min_value=1990, max_value=2100)
    lost = forms.CharField(label=_("Tabt, kr."), max_length=20, help_text=_("For eksempel 310.500,00"))
    cases = forms.IntegerField(label=_("Antal sager"), required=False, min_value=0, max_value=100_000)
    source = forms.CharField(
        label=_("Kilde"), max_length=500, help_text=_("Hvor tallet kommer fra, for eksempel en sag eller et regnskab")
    )

    def clean_lost(self) -> int:
        """Return the amount in øre."""
        try:
            return parse_ore(self.cleaned_data["lost"])
        except ValueError as error:
            raise ValidationError(str(error)) from error


class ProposeForm(forms.Form):
    """How the case is proposed."""

    closed = forms.ChoiceField(
        label=_("Åbenhed"),
        widget=forms.RadioSelect,
        choices=[
            ("1", _("Lukket sag med den nøjagtige tabel pr. center")),
            ("0", _("Åben sag, hvor små centre er lagt sammen")),
        ],
    )
