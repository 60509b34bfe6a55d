"""The form of a case template: sections one a line, so that it works without scripts."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from raadhus.meetings.queries.templates import TemplateRow
from raadhus.meetings.rules.case_templates import TemplateContent, TemplateSection
from raadhus.meetings.rules.drafts import CaseType
from raadhus.meetings.rules.intake import kind_of_heading
from raadhus.ui.choices import offer

_BETWEEN = " | "
_PLACES = (("", _("En sag som andre")), ("first", _("Først på hver dagsorden")), ("last", _("Sidst på hver dagsorden")))


class TemplateForm(forms.Form):
    """What a template holds."""

    name = forms.CharField(label=_("Navn"), max_length=200)
    body_key = forms.ChoiceField(label=_("Kun for organet"), required=False)
    title = forms.CharField(label=_("Sagens titel"), max_length=500, required=False)
    case_type = forms.ChoiceField(label=_("Sagstype"), choices=[(one.value, one.label) for one in CaseType])
    minutes = forms.IntegerField(label=_("Forventet tid i minutter"), min_value=1, max_value=600, required=False)
    place = forms.ChoiceField(label=_("Plads"), choices=_PLACES, required=False)
    sections = forms.CharField(
        label=_("Afsnit"),
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_(
            "Ét på hver linje: overskriften, en lodret streg og hjælpen til forfatteren. Hjælpen bliver aldrig tekst."
        ),
    )
    lead = forms.CharField(label=_("Indledning til indstillingen"), max_length=300, required=False)
    recommendations = forms.CharField(
        label=_("Indstillinger"),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
        help_text=_("Én på hver linje."),
    )
    is_active = forms.BooleanField(label=_("Kan vælges"), required=False, initial=True)

    def __init__(self, *args: Any, bodies: list[tuple[str, str]], **kwargs: Any) -> None:
        """Take the bodies that may be chosen."""
        super().__init__(*args, **kwargs)
        offer(self, "body_key", [("", _("Alle organer")), *bodies])


def content_of(given: Mapping[str, Any]) -> TemplateContent:
    """Return what the form holds as a template's content."""
    lines = [line.strip() for line in given["sections"].splitlines() if line.strip()]
    parted = [line.partition("|") for line in lines]
    return TemplateContent(
        sections=tuple(
            TemplateSection(kind_of_heading(heading.strip()), heading.strip(), told.strip())
            for heading, _bar, told in parted
        ),
        recommendations=tuple(line.strip() for line in given["recommendations"].splitlines() if line.strip()),
        lead=given["lead"],
        title=given["title"],
        case_type=given["case_type"],
        minutes=given["minutes"],
        place=given["place"],
    )


def initial_of(row: TemplateRow) -> dict[str, Any]:
    """Return a template as the form shows it."""
    content = row.content
    sections = [_BETWEEN.join(filter(None, (one.heading, one.help))) for one in content.sections]
    return {
        "name": row.name,
        "body_key": row.body_key,
        "title": content.title,
        "case_type": content.case_type,
        "minutes": content.minutes,
        "place": content.place,
        "sections": "\n".join(sections),
        "lead": content.lead,
        "recommendations": "\n".join(content.recommendations),
        "is_active": row.is_active,
    }
