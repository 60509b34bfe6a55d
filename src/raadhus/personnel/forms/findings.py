"""The form that says why something that looks wrong is right."""

from django import forms
from django.utils.translation import gettext_lazy as _


class AcceptForm(forms.Form):
    """Why the finding is right."""

    reason = forms.CharField(
        label=_("Hvorfor er det rigtigt?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "For eksempel: Strejke fra 4. til 29. marts. Skriv aldrig navne. Begrundelsen for et fund om hele kommunen står på udgivelsens side."
        ),
    )
