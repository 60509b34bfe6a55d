"""The form that names a new series."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from raadhus.personnel.rules.calendar import month_number
from raadhus.personnel.rules.terms_in_words import month_in_words
from raadhus.ui.choices import offer


class SeriesForm(forms.Form):
    """What is new in the series, and from which month."""

    start = forms.ChoiceField(
        label=_("Den nye serie begynder"), help_text=_("Den første måned, der opgøres på den nye måde.")
    )
    text = forms.CharField(
        label=_("Hvad er nyt?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("En kort sætning, som læserne ser ved tallene. Skriv aldrig navne."),
    )

    def __init__(self, *arguments: Any, days: Sequence[date], **options: Any) -> None:
        super().__init__(*arguments, **options)
        offer(self, "start", [(one.isoformat(), month_in_words(month_number(one))) for one in days])

    def day(self) -> date:
        """Return the day that was chosen."""
        return date.fromisoformat(self.cleaned_data["start"])
