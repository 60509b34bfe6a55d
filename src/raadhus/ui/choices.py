"""What a form lets one choose among, when that is known only as the form is made."""

from collections.abc import Iterable
from typing import cast

from django import forms


def offer(form: forms.BaseForm, name: str, choices: Iterable[tuple[str, object]]) -> None:
    """Let the choice field of this name offer these values, each with its label."""
    cast("forms.ChoiceField", form.fields[name]).choices = list(choices)
