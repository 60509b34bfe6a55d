"""The form of an import: which source the files are from, and the files."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from raadhus.ui.choices import offer
from raadhus.ui.files import SeveralFiles


class ImportForm(forms.Form):
    """Files of one source."""

    source = forms.ChoiceField(label=_("Lønkilde"))
    documents = SeveralFiles(
        label=_("Filer"),
        help_text=_(
            "CSV eller anden tabel i tekst, XLSX eller KMD OPUS' delta-XML. Vælg gerne flere fra samme kilde på én gang."
        ),
    )

    def __init__(self, *args: Any, sources: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "source", [("", _("Vælg")), *sources])
