"""What rules say, in the reader's language. Danish is what rules are written in, and what is stored and audited."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from django.utils.translation import get_language, gettext

from raadhus.kernel.errors import DomainError
from raadhus.meetings.rules.comparison import Change
from raadhus.meetings.rules.gate import Finding
from raadhus.meetings.rules.reading import ReadWarning
from raadhus.meetings.rules.review_fields import EditableField, EditableItem
from raadhus.meetings.rules.sentences import Sentence

# A warning is written by the reader in Danish, with names from the document; other languages get what its code means.
_WARNING_LABELS = {
    "no-items": "Der er ikke fundet nogen punkter i dokumentet.",
    "no-date": "Mødets dato står ikke i dokumentet, så den kan læses.",
    "no-body": "Det fremgår ikke, hvilket udvalg eller organ mødet er holdt i.",
    "no-title": "Et punkts titel er ikke fundet.",
    "decision-not-coded": "En beslutning svarer ikke til et kendt udfald.",
    "recommendation-not-decided": "Det fremgår ikke, hvad der blev besluttet om en indstilling.",
    "unread-text": "En tekst er ikke forstået som en del af mødet.",
    "closed-inferred": "Et punkt er læst som lukket på grund af sit nummer.",
}


def said(text: str) -> str:
    """Return a sentence or label of the rules in the reader's language; any other text as it is."""
    if isinstance(text, Sentence):
        return gettext(text.text) % text.values if text.values else gettext(text.text)
    return text


def told(error: DomainError) -> str:
    """Return an error's sentence in the reader's language."""
    return said(error.args[0]) if error.args else str(error)


@contextmanager
def said_aloud() -> Iterator[None]:
    """Let the errors of the rules pass with their sentence in the reader's language."""
    try:
        yield
    except DomainError as error:
        error.args = tuple(said(one) if isinstance(one, str) else one for one in error.args)
        raise


def field_said(field: EditableField) -> EditableField:
    """Return a field with its label and choices in the reader's language."""
    choices = tuple((value, gettext(label)) for value, label in field.choices)
    return replace(field, label=said(field.label), choices=choices)


def item_said(item: EditableItem) -> EditableItem:
    """Return an item of the review page in the reader's language."""
    return replace(item, heading=said(item.heading), fields=tuple(field_said(field) for field in item.fields))


def finding_said(finding: Finding) -> Finding:
    """Return a finding of the gate with its message in the reader's language."""
    return replace(finding, message=said(finding.message))


def change_said(change: Change) -> Change:
    """Return a change with its label and the words of ours among its values in the reader's language."""
    old, new = (None if one is None else said(one) for one in (change.old, change.new))
    return replace(change, name=said(change.label), old=old, new=new)


def warning_said(warning: ReadWarning) -> str:
    """Return a warning's message in the reader's language."""
    if (get_language() or "da").startswith("da"):
        return warning.message
    label = _WARNING_LABELS.get(warning.code)
    return gettext(label) if label else warning.message
