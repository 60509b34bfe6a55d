"""What a mapping could be for a file that somebody shows us: nothing of the file is kept."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from raadhus.core.workforce.readers.heading import codes_in, heading_of
from raadhus.core.workforce.rules.mapping import FIELDS, SourceMapping
from raadhus.core.workforce.rules.profiles import PROFILES
from raadhus.core.workforce.rules.rows import Subject


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A mapping to look through, the file's heading, and the codes in the file that nobody has said the meaning of."""

    mapping: SourceMapping
    heading: Sequence[str]
    unknown_codes: Sequence[str]


def suggestion(data: bytes, name: str, subject: Subject) -> Suggestion:
    """Return a mapping for the file's heading. Raises WrongInput when the file is no table."""
    heading = heading_of(data, name)
    mapping = _by_profiles(heading, subject)
    column = mapping.columns.get("code" if subject is Subject.ABSENCES else "form", "")
    found = codes_in(data, name, column) if column else []
    known: set[str] = {*mapping.codes, *mapping.forms}
    mapping = replace(
        mapping,
        codes={code: one for code, one in mapping.codes.items() if code in found},
        forms={code: one for code, one in mapping.forms.items() if code in found},
    )
    return Suggestion(mapping, heading, [code for code in found if code not in known])


def _by_profiles(heading: Sequence[str], subject: Subject) -> SourceMapping:
    """Return the columns of the heading that a ready-made mapping or our own labels know, and the codes of every such mapping."""
    titles = {title.casefold(): title for title in heading}
    ready = [one for one in PROFILES.values() if one.subject is subject]
    columns: dict[str, str] = {}
    labels = {one.name: one.label for one in FIELDS[subject]}
    for known in [*(one.columns for one in ready), labels]:
        for field, column in known.items():
            found = titles.get(column.casefold())
            if found and field not in columns and found not in columns.values():
                columns[field] = found
    codes = {code: meaning for one in ready for code, meaning in one.codes.items()}
    forms = {code: meaning for one in ready for code, meaning in one.forms.items()}
    return SourceMapping(subject, columns, codes, forms)
