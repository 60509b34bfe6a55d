"""The forms of approval and signature: what a person writes, before an action judges it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from raadhus.meetings.rules.signing.statements import Act
from raadhus.ui.choices import offer

_ACTS = (
    (Act.SIGNED.value, _("Jeg underskriver: jeg var til stede, og referatet er rigtigt")),
    (Act.SIGNED_WITH_RESERVATION.value, _("Jeg underskriver med forbehold")),
    (Act.REFUSED.value, _("Jeg underskriver ikke")),
)


def _area(rows: int = 4) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class PutUpForm(forms.Form):
    """Until when the minutes are to be signed."""

    deadline = forms.DateField(
        label=_("Frist for at underskrive"),
        help_text=_(
            "Efter fristen kan du afslutte underskrivningen uden dem, der mangler, når formanden og mere end halvdelen har svaret."
        ),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class SignForm(forms.Form):
    """A participant's answer to the version that was on the screen."""

    version_number = forms.IntegerField(widget=forms.HiddenInput)
    act = forms.ChoiceField(label=_("Dit svar"), choices=_ACTS, widget=forms.RadioSelect, initial=Act.SIGNED.value)
    remark = forms.CharField(
        label=_("Forbehold eller begrundelse"),
        help_text=_("Kun ved forbehold, eller når du ikke underskriver."),
        widget=_area(),
        required=False,
        max_length=5000,
    )
    remark_is_public = forms.BooleanField(
        label=_("Alle må læse, hvad jeg har skrevet (skriv da intet om lukkede punkter)"), required=False
    )


class ApprovalForm(forms.Form):
    """Approval, or an objection with its remark."""

    remark = forms.CharField(label=_("Hvad er forkert, og hvad skal der stå?"), widget=_area(), max_length=5000)


class ReplyForm(forms.Form):
    """The secretary's reply to an objection."""

    reply = forms.CharField(label=_("Svar på indsigelsen"), widget=_area(3), max_length=5000)


class WithdrawForm(forms.Form):
    """Why the minutes are withdrawn."""

    reason = forms.CharField(label=_("Begrundelse"), max_length=500)


class AdditionForm(forms.Form):
    """An addition to signed minutes: to one item or to the whole."""

    item = forms.TypedChoiceField(label=_("Hvad hører tilføjelsen til?"), coerce=int, empty_value=None, required=False)
    text = forms.CharField(label=_("Tilføjelsen"), widget=_area(), max_length=10000)
    is_public = forms.BooleanField(
        label=_("Alle må læse tilføjelsen (gælder kun, når den hører til hele referatet)"), required=False
    )

    def __init__(self, *args: Any, items: list[tuple[str, str]], **kwargs: Any) -> None:
        """Take the items as (place, heading)."""
        super().__init__(*args, **kwargs)
        offer(self, "item", [("", str(_("Hele referatet"))), *items])


class ControlForm(forms.Form):
    """A file of signed minutes, as a file or as its text."""

    file = forms.FileField(label=_("Underskrevet referat (JSON-fil)"), required=False)
    text = forms.CharField(
        label=_("Eller indsæt filens indhold"), widget=_area(6), required=False, strip=False, max_length=20_000_000
    )
