"""The form of a retention period."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from raadhus.core.workforce.rules.retention import MOST_MONTHS, Kept
from raadhus.ui.choices import offer


class RetentionForm(forms.Form):
    """How long one kind is kept, from when, and why."""

    kept = forms.ChoiceField(label=_("Hvad"))
    months = forms.IntegerField(label=_("Måneder"), min_value=1, max_value=MOST_MONTHS)
    start = forms.DateField(label=_("Gælder fra"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    ground = forms.CharField(
        label=_("Grund"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Loven eller kommunens egen beslutning, for eksempel en slettefrist i KLE."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "kept", [(one.value, gettext(one.label)) for one in Kept])
