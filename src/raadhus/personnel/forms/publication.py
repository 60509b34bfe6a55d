"""The forms of the publication."""

from django import forms
from django.utils.translation import gettext_lazy as _


class MakeForm(forms.Form):
    """Which publication to begin."""

    kind = forms.ChoiceField(
        label=_("Publikation"),
        widget=forms.RadioSelect,
        choices=[
            ("year-0", _("Tal om Personale for et år")),
            ("workforce-1", _("Data om arbejdskraft, 1. halvår")),
            ("workforce-2", _("Data om arbejdskraft, 2. halvår")),
        ],
    )
    year = forms.IntegerField(label=_("År"), min_value=1990, max_value=2100)


class CommentForm(forms.Form):
    """The comment of a section, with what it was begun from."""

    text = forms.CharField(
        label=_("Kommentar"),
        required=False,
        strip=True,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text=_(
            "En tom linje begynder et nyt afsnit. **Fed**, *kursiv*, og linjer, der begynder med -, bliver en liste."
        ),
    )
    revision = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


class ReleaseForm(forms.Form):
    """Which newer release to build on."""

    number = forms.IntegerField(min_value=1, widget=forms.HiddenInput)


class PublishForm(forms.Form):
    """That the publication is to go out."""

    sure = forms.BooleanField(label=_("Teksten og kommentarerne er læst igennem, og publikationen kan læses af alle"))


class WithdrawForm(forms.Form):
    """Why a publication is taken back."""

    reason = forms.CharField(
        label=_("Begrundelse"), max_length=500, help_text=_("Den vises til dem, der åbner publikationens adresse.")
    )


class CaseForm(forms.Form):
    """That the case is to be proposed; it asks nothing else."""
