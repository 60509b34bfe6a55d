"""The forms of figures from outside: the file, what its variables are, and why an import is undone."""

import base64
import binascii
import zlib
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from raadhus.personnel.forms.carrying import CarriedFile
from raadhus.personnel.rules.benchmarks.mapping import AREA, GROUP, HELD, YEAR, Suggestion, TableChoice
from raadhus.personnel.rules.benchmarks.naming import UNITS, definition_name
from raadhus.personnel.rules.benchmarks.statbank import Dimension, StatTable
from raadhus.ui.choices import offer

MOST_BYTES = 20_000_000
# A posted form holds 2.5 MB at most; the file goes with it, pressed together.
_MOST_CARRIED = 2_000_000
_MOST_CHOICES = 1000
MOST_SOURCE = 100
DEFAULT_AGES = "0-5, 6-16, 80+"


class ReferenceFileForm(forms.Form):
    """A file of figures from outside. `carried` holds it when the form is valid."""

    document = forms.FileField(
        label=_("Fil"),
        allow_empty_file=True,
        help_text=_("Vores egen tabel (CSV eller XLSX), eller en tabel fra Statistikbanken (CSV, PX eller JSON-stat)."),
    )
    carried = CarriedFile("", b"")

    def clean_document(self) -> Any:
        """Read the file, when it is not too large for the browser."""
        file = self.cleaned_data["document"]
        too_large = (file.size or 0) > MOST_BYTES
        if not too_large:
            self.carried = CarriedFile(file.name or "fil", file.read())
            too_large = len(self.carried.packed()) > _MOST_CARRIED
        if too_large:
            raise forms.ValidationError(
                gettext(
                    "Filen er for stor til browseren. Hent en mindre del af tabellen, eller indlæs den med kommandoen."
                )
            )
        return file


class ServedFileForm(ReferenceFileForm):
    """A table of people by age, and the groups that are made of the ages."""

    ages = forms.CharField(
        label=_("Aldersgrupper"),
        max_length=200,
        initial=DEFAULT_AGES,
        help_text=_("Hele år, for eksempel 0-5, 6-16, 80+ (80 år og derover)."),
    )
    source = forms.CharField(label=_("Kilde"), max_length=MOST_SOURCE, initial="Danmarks Statistik")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["document"].help_text = _(
            "Folketallet efter område, alder og tid, hentet som CSV, PX eller JSON-stat."
        )


class StepForm(forms.Form):
    """What goes from step to step: the file, and what was seen of what it would do."""

    name = forms.CharField(widget=forms.HiddenInput, max_length=300)
    packed = forms.CharField(widget=forms.HiddenInput, max_length=_MOST_CARRIED)
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    ages = forms.CharField(widget=forms.HiddenInput, required=False, max_length=200)

    def clean_packed(self) -> bytes:
        """Return the file's bytes."""
        try:
            data = base64.b64decode(self.cleaned_data["packed"], validate=True)
            unpacked = zlib.decompressobj().decompress(data, MOST_BYTES + 1)
        except (binascii.Error, zlib.error, ValueError) as error:
            raise forms.ValidationError(gettext("Filen gik tabt undervejs; vælg den igen.")) from error
        if len(unpacked) > MOST_BYTES:
            raise forms.ValidationError(gettext("Filen gik tabt undervejs; vælg den igen."))
        return unpacked


class TableChoiceForm(forms.Form):
    """What the variables of a StatBank table are, and what its numbers measure. `choice` holds it when the form is valid."""

    definition = forms.ChoiceField(label=_("Hvad tallene måler"))
    source = forms.CharField(
        label=_("Kilde"), max_length=100, help_text=_("DST for Danmarks Statistik; to kilder blandes aldrig.")
    )
    origin = forms.CharField(label=_("Hvor det er læst"), max_length=500)
    note = forms.CharField(label=_("Bemærkning"), max_length=500, required=False)
    choice: TableChoice | None = None

    def __init__(self, *args: Any, table: StatTable, suggestion: Suggestion, **kwargs: Any) -> None:
        names = {f"variable{place}": dimension for place, dimension in enumerate(table.dimensions)}
        suggested = {name: suggestion.variables.get(dimension.name, "") for name, dimension in names.items()}
        told = {"source": suggestion.source, "definition": suggestion.definition, "origin": suggestion.origin}
        kwargs["initial"] = told | suggested
        super().__init__(*args, **kwargs)
        known = sorted(((key, definition_name(key)) for key in UNITS), key=lambda one: one[1])
        offer(self, "definition", [("", _("Vælg")), *known])
        for name, dimension in names.items():
            self.fields[name] = forms.ChoiceField(label=dimension.name, choices=_choices(dimension))
        self._names = {name: dimension.name for name, dimension in names.items()}
        self.order_fields([*names, "definition", "source", "origin", "note"])

    def clean(self) -> dict[str, Any]:
        """Put the choice together; whether it fits the table is for the plan to say."""
        cleaned = super().clean() or {}
        if not self.errors:
            variables = {own: cleaned[name] for name, own in self._names.items()}
            self.choice = TableChoice(
                source=cleaned["source"],
                definition=cleaned["definition"],
                origin=cleaned["origin"],
                variables=variables,
                note=cleaned["note"],
            )
        return cleaned


def _choices(dimension: Dimension) -> list[tuple[str, Any]]:
    roles = [("", _("Vælg")), (YEAR, _("er året")), (AREA, _("er området")), (GROUP, _("er gruppen"))]
    held = [
        (HELD + code, gettext("kun %(value)s") % {"value": text}) for code, text in dimension.values[:_MOST_CHOICES]
    ]
    return [*roles, *held]


class UndoImportForm(forms.Form):
    """Why an import is undone."""

    reason = forms.CharField(label=_("Begrundelse"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}))
