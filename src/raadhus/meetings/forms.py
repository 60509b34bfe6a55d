"""The forms of meetings: what a person writes, before an action judges it."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from raadhus.meetings.queries.owners import chosen_owner, owner_choices
from raadhus.meetings.rules.profiles import Profile
from raadhus.ui.files import SeveralFiles


class ImportForm(forms.Form):
    """Files to import, with what the documents may not say themselves."""

    documents = SeveralFiles(
        label=_("Filer"),
        help_text=_("PDF, Word (DOCX), HTML, Markdown eller ren tekst. Vælg gerne flere på én gang."),
    )
    body = forms.CharField(label=_("Organ, hvis dokumentet ikke siger det"), max_length=200, required=False)
    meeting_date = forms.DateField(
        label=_("Mødedato, hvis dokumentet ikke siger den"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class BodyForm(forms.Form):
    """A body's name, profile and whether citizens may follow it."""

    name = forms.CharField(label=_("Navn"), max_length=200)
    profile = forms.ChoiceField(label=_("Art"), choices=[(one.value, one.label) for one in Profile])
    is_public = forms.BooleanField(label=_("Borgere kan følge organets publicerede møder"), required=False)


class PublicTextForm(forms.Form):
    """What the public is told about a closed item."""

    public_title = forms.CharField(
        label=_("Offentlig titel"),
        help_text=_("Står i stedet for »Lukket«. Skriv intet, der røber, hvad punktet handler om."),
        max_length=500,
        required=False,
    )
    public_decision = forms.CharField(
        label=_("Offentlig beslutning"), widget=forms.Textarea(attrs={"rows": 4}), required=False
    )


class ObligationForm(forms.Form):
    """A suggested obligation as the person wants it. The owner is a person of the organisation, or free text."""

    text = forms.CharField(label=_("Hvad skal gøres"), widget=forms.Textarea(attrs={"rows": 3}))
    owner = forms.CharField(label=_("Ansvarlig"), max_length=300, required=False)
    to_body = forms.CharField(label=_("Til organ"), max_length=200, required=False)
    due = forms.CharField(
        label=_("Frist"),
        help_text=_("En dag (14. august 2026), en måned (august 2026) eller et kvartal (3. kvartal 2026)."),
        max_length=30,
        required=False,
    )

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        """Take the day on which the organisation's people are looked up."""
        super().__init__(*args, **kwargs)
        self._on = on

    def clean(self) -> dict[str, Any]:
        """Return what the action takes: the owner's key when it is a person, and what others are called."""
        given = super().clean() or {}
        text = given.pop("owner", "")
        person = chosen_owner(text, owner_choices(self._on))
        named = {"owner_key": person.key, "owner_text": ""} if person else {"owner_key": None, "owner_text": text[:200]}
        return given | named


class UnpublishForm(forms.Form):
    """Why a meeting is taken back."""

    reason = forms.CharField(label=_("Begrundelse"), max_length=500)
