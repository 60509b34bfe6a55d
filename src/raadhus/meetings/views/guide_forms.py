"""The forms of the guide: what a person writes, before an action judges it."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from raadhus.meetings.guidance import guidance_pages
from raadhus.meetings.queries.owners import chosen_owner, owner_choices
from raadhus.meetings.rules.guide import Audience, Place
from raadhus.ui.choices import offer


def _places() -> list[tuple[str, str]]:
    rules = [(f"rule:{one.code}", _("Regel: %(title)s") % {"title": one.title}) for one in guidance_pages()]
    return [*((place.value, _(place.label)) for place in Place), *rules]


class ArticleForm(forms.Form):
    """An article of the guide."""

    question = forms.CharField(label=gettext_lazy("Spørgsmål"), max_length=300)
    answer = forms.CharField(
        label=gettext_lazy("Svar"),
        help_text=gettext_lazy(
            "Almindelig tekst eller Markdown: **fed**, - punkter, ## overskrift, [link](https://...)."
        ),
        widget=forms.Textarea(attrs={"rows": 14}),
    )
    topic = forms.CharField(label=gettext_lazy("Emne"), max_length=120)
    audience = forms.ChoiceField(label=gettext_lazy("For hvem"), choices=[(one.value, one.label) for one in Audience])
    owner_text = forms.CharField(
        label=gettext_lazy("Ansvarlig"),
        help_text=gettext_lazy("Den person eller enhed, der svarer for, at det står rigtigt."),
        max_length=200,
        required=False,
    )
    places = forms.MultipleChoiceField(
        label=gettext_lazy("Vis et link her"),
        help_text=gettext_lazy("De steder i arbejdet, hvor svaret er til nytte."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Fill in the places as they are today."""
        super().__init__(*args, **kwargs)
        offer(self, "places", _places())
        offer(self, "audience", [(one.value, _(one.label)) for one in Audience])

    def clean(self) -> dict[str, Any]:
        """Return what the action takes: the owner's key when it is a person of the organisation, and what others are called."""
        given = super().clean() or {}
        text = given.get("owner_text", "")
        person = chosen_owner(text, owner_choices(timezone.localdate()))
        return given | ({"owner_key": person.key, "owner_text": person.name} if person else {"owner_key": ""})


class ApprovalOfArticleForm(forms.Form):
    """When an approved answer is to be looked at again."""

    review_date = forms.DateField(
        label=gettext_lazy("Ses efter senest"),
        help_text=gettext_lazy("Den ansvarlige bliver mindet om det."),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
