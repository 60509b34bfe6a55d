"""The gate's checks of the files that the public would be given: schemas, accessible PDF, and no closed word in any of them.

Each format is written and checked once for each state of a meeting and each version of the code; the answer is kept.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import version

from django.core.cache import cache
from django.utils.translation import gettext as _

from raadhus.meetings.queries.gate_subject import GateSubject
from raadhus.meetings.rules.closed_words import house_secrets, squeeze
from raadhus.meetings.rules.gate import Finding
from raadhus.meetings.rules.gate_report import Check, CheckName
from raadhus.meetings.writer import Format, export
from raadhus.meetings.writer.schemas import CHECKED, schema_faults
from raadhus.meetings.writer.text_of_file import text_of_file

# Raised by one whenever a check here looks for more: what was kept of the older ones is then checked again.
_EDITION = 1
_KEPT_SECONDS = 60 * 60 * 24 * 7

# Told which format comes next, its place from 0, and how many there are.
Progress = Callable[[Format, int, int], None]


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found in one written file: faults against its schema, and numbers of closed items whose words stand in it."""

    faults: tuple[str, ...]
    leaked: tuple[str, ...]


def _key(subject: GateSubject, format_: Format) -> str:
    return f"meetings-gate-{version('raadhus')}-{_EDITION}-{subject.digest}-{format_.value}"


def waiting_formats(subject: GateSubject) -> tuple[Format, ...]:
    """Return the formats that have not been looked at in this state."""
    known = cache.get_many([_key(subject, one) for one in Format])
    return tuple(one for one in Format if _key(subject, one) not in known)


def look_at(subject: GateSubject, format_: Format) -> Looked:
    """Write the file as the public would get it, check it, and keep the answer."""
    key = _key(subject, format_)
    known = cache.get(key)
    if isinstance(known, tuple):
        return Looked(*known)
    written = export(subject.public, format_)
    faults = schema_faults(written.data, format_) if format_ in CHECKED else ()
    text = text_of_file(written)
    squeezed = squeeze(text)
    leaked = (one.item_number or "?" for one in house_secrets(subject.record) if one.stands_in(text, squeezed))
    looked = Looked(faults, tuple(dict.fromkeys(leaked)))
    cache.set(key, (looked.faults, looked.leaked), _KEPT_SECONDS)
    return looked


def file_checks(subject: GateSubject, progress: Progress | None = None) -> tuple[Check, ...]:
    """Return the three checks of files."""
    looked = {}
    for place, format_ in enumerate(Format):
        if progress:
            progress(format_, place, len(Format))
        looked[format_] = look_at(subject, format_)
    schemas = [one for one in CHECKED if one is not Format.PDF]
    return (
        Check(CheckName.SCHEMAS, ", ".join(one.label for one in schemas), _faults(looked, schemas)),
        Check(CheckName.ACCESSIBLE_PDF, _("Den offentlige PDF efter PDF/UA-1"), _faults(looked, [Format.PDF])),
        Check(
            CheckName.CLOSED_WORDS,
            _("Alle %(count)s formater er skrevet, som offentligheden får dem, og gennemsøgt") % {"count": len(looked)},
            tuple(_leaks(looked)),
        ),
    )


def _faults(looked: dict[Format, Looked], formats: Sequence[Format]) -> tuple[Finding, ...]:
    return tuple(
        Finding("schema", _("%(format)s: %(fault)s") % {"format": one.label, "fault": fault}, None, blocks=True)
        for one in formats
        for fault in looked[one].faults
    )


def _leaks(looked: dict[Format, Looked]) -> list[Finding]:
    message = _(
        "Den offentlige %(format)s indeholder ord fra det lukkede punkt %(number)s. Publicér ikke, og meld fejlen."
    )
    return [
        Finding("leak", message % {"format": one.label, "number": number}, number, blocks=True)
        for one, found in looked.items()
        for number in found.leaked
    ]
