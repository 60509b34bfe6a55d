"""What the organisation's pages are asked."""

from collections.abc import Mapping
from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _


class ImportForm(forms.Form):
    """A file to import."""

    file = forms.FileField(label=_("Fil"), help_text=_("CSV, eller JSON fra OS2mo. Højst 50 MB."), max_length=200)
    kind = forms.ChoiceField(label=_("Format"), choices=[("csv", "CSV"), ("os2mo", _("OS2mo, GraphQL-svar"))])
    dry_run = forms.BooleanField(label=_("Vis kun, hvad der ville ske"), required=False, initial=True)


def asked_day(query: Mapping[str, str], today: date) -> date:
    """Return the day that the address asks for, or today when it asks for none that can be read."""
    try:
        return date.fromisoformat(query.get("dato", ""))
    except ValueError:
        return today
