"""The forms of cases on their way, of sittings and of bodies: what a person writes, before an action judges it."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from raadhus.meetings.rules.drafts import CaseType
from raadhus.meetings.rules.membership import MemberRole
from raadhus.ui.choices import offer

Choices = list[tuple[str, str]]


def day_field(label: Any, *, required: bool = True, help_text: Any = "") -> forms.DateField:
    """Return a field for a day, with the browser's own calendar."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=required, widget=widget, help_text=help_text)


def clock_field(label: Any, *, required: bool = False) -> forms.CharField:
    """Return a field for a time of day."""
    return forms.CharField(label=label, required=required, max_length=5, help_text=_("For eksempel 09:00"))


class FactsForm(forms.Form):
    """What a case is, apart from its texts."""

    title = forms.CharField(label=_("Titel"), max_length=500)
    case_number = forms.CharField(label=_("Sagsnummer"), max_length=80, required=False)
    case_type = forms.ChoiceField(label=_("Sagstype"))
    wanted_date = day_field(_("Ønsket mødedato"), required=False)
    estimated_minutes = forms.IntegerField(
        label=_("Forventet tid i minutter"), min_value=1, max_value=600, required=False
    )
    presenter = forms.CharField(label=_("Hvem fremlægger sagen"), max_length=300, required=False)
    unit_key = forms.ChoiceField(label=_("Enhed"), required=False)
    decided_in = forms.ChoiceField(
        label=_("Sagen afgøres i"),
        required=False,
        help_text=_("Kun hvis et andet organ træffer den endelige beslutning."),
    )
    closed = forms.BooleanField(label=_("Sagen er lukket"), required=False)
    legal_ground = forms.CharField(
        label=_("Grundlag for lukning"), widget=forms.Textarea(attrs={"rows": 2}), required=False
    )
    public_title = forms.CharField(
        label=_("Offentlig titel"),
        help_text=_("Står i stedet for »Lukket«. Skriv intet, der røber, hvad sagen handler om."),
        max_length=500,
        required=False,
    )
    revision = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        case_types: tuple[CaseType, ...],
        has_law: bool,
        units: Choices,
        bodies: Choices,
        **kwargs: Any,
    ) -> None:
        """Take what the body lets one choose."""
        super().__init__(*args, **kwargs)
        nothing = ("", _("Ingen valgt"))
        offer(self, "case_type", [(one.value, one.label) for one in case_types])
        offer(self, "unit_key", [nothing, *units])
        offer(self, "decided_in", [nothing, *bodies])
        self.fields["case_number"].help_text = _("For eksempel %(example)s") % {"example": settings.CASE_NUMBER_EXAMPLE}
        self.fields["legal_ground"].help_text = (
            _("Styrelsesloven § 10: hvorfor skal sagen behandles for lukkede døre?")
            if has_law
            else _("Hvorfor er sagen lukket? Loven gælder ikke for organet, men læserne skal kunne forstå det.")
        )


class NewDraftForm(forms.Form):
    """A new case: for which body, and from what."""

    body_key = forms.ChoiceField(label=_("Organ"))
    template_key = forms.ChoiceField(label=_("Begynd med"), required=False)
    title = forms.CharField(label=_("Titel"), max_length=500)

    def __init__(self, *args: Any, bodies: Choices, templates: Choices, **kwargs: Any) -> None:
        """Take the bodies and templates that may be chosen."""
        super().__init__(*args, **kwargs)
        offer(self, "body_key", bodies)
        offer(self, "template_key", [("", _("En tom sag")), *templates])


class FromProposalForm(forms.Form):
    """A room's proposal, and the body that is to have it."""

    proposal_key = forms.CharField(widget=forms.HiddenInput)
    body_key = forms.ChoiceField(label=_("Organ"))

    def __init__(self, *args: Any, bodies: Choices, **kwargs: Any) -> None:
        """Take the bodies that may be chosen."""
        super().__init__(*args, **kwargs)
        offer(self, "body_key", bodies)


class ReasonForm(forms.Form):
    """Why something is done."""

    reason = forms.CharField(label=_("Begrundelse"), widget=forms.Textarea(attrs={"rows": 3}))


class PlanForm(forms.Form):
    """Which meeting a case is planned for, and why it cannot wait when it comes late."""

    sitting_id = forms.ChoiceField(label=_("Møde"))
    late_reason = forms.CharField(
        label=_("Hvorfor kan sagen ikke vente?"),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        help_text=_("Skal udfyldes, når fristen for sager er overskredet, eller dagsordenen er udsendt."),
    )

    def __init__(self, *args: Any, sittings: Choices, **kwargs: Any) -> None:
        """Take the meetings that may be chosen."""
        super().__init__(*args, **kwargs)
        offer(self, "sitting_id", sittings)


class AttachmentForm(forms.Form):
    """A file that is put on a case."""

    file = forms.FileField(label=_("Fil"), allow_empty_file=True)
    title = forms.CharField(label=_("Titel"), max_length=500, required=False, help_text=_("Ellers bruges filens navn."))
    publish = forms.BooleanField(label=_("Må offentliggøres"), required=False, initial=True)


class SittingForm(forms.Form):
    """When and where a body meets."""

    day = day_field(_("Dato"))
    start_time = clock_field(_("Begynder"))
    end_time = clock_field(_("Slutter"))
    place = forms.CharField(label=_("Sted"), max_length=300, required=False)
    submission_date = day_field(
        _("Frist for sager"), required=False, help_text=_("Tomt: regnes efter organets regler.")
    )
    sending_date = day_field(
        _("Dagsorden udsendes"), required=False, help_text=_("Tomt: regnes efter organets regler.")
    )
    revision = forms.IntegerField(required=False, widget=forms.HiddenInput)


class NewSittingForm(forms.Form):
    """A meeting to plan, or a series of them."""

    body_key = forms.ChoiceField(label=_("Organ"))
    day = day_field(_("Dato"))
    start_time = clock_field(_("Begynder"))
    place = forms.CharField(label=_("Sted"), max_length=300, required=False, help_text=_("Tomt: organets sædvanlige."))
    weeks = forms.IntegerField(
        label=_("Gentag med så mange ugers mellemrum"),
        min_value=1,
        max_value=26,
        required=False,
        help_text=_("Tomt: kun det ene møde. 2: hver anden uge på samme ugedag. Lukkedage springes over."),
    )
    last = day_field(_("Til og med"), required=False)

    def __init__(self, *args: Any, bodies: Choices, **kwargs: Any) -> None:
        """Take the bodies that may be chosen."""
        super().__init__(*args, **kwargs)
        offer(self, "body_key", bodies)

    def clean(self) -> dict[str, Any]:
        """Return the fields. A series has an end."""
        given = super().clean() or {}
        if given.get("weeks") and not given.get("last"):
            self.add_error("last", _("Skriv den sidste dag i rækken."))
        return given


class SendForm(forms.Form):
    """An agenda is sent."""

    note = forms.CharField(
        label=_("Bemærkning til versionen"), widget=forms.Textarea(attrs={"rows": 2}), required=False
    )
    accept_warnings = forms.BooleanField(label=_("Udsend, selv om der er bemærkninger"), required=False)
    revision = forms.IntegerField(required=False, widget=forms.HiddenInput)


class MemberForm(forms.Form):
    """A person of the organisation becomes a member."""

    person_key = forms.ChoiceField(label=_("Person"))
    role = forms.ChoiceField(label=_("Rolle"), choices=[(one.value, one.label) for one in MemberRole])
    start_date = day_field(_("Fra"))
    substitutes_for = forms.ChoiceField(label=_("Stedfortræder for"), required=False)

    def __init__(self, *args: Any, people: Choices, members: Choices, **kwargs: Any) -> None:
        """Take who may be chosen, and whom one may stand in for."""
        super().__init__(*args, **kwargs)
        offer(self, "person_key", people)
        offer(self, "substitutes_for", [("", _("Enhver")), *members])
