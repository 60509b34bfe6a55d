"""What an import does with a document, and what it needs to know to give it to a meeting."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from raadhus.kernel.errors import WrongInput
from raadhus.meetings.rules.reading import Reading
from raadhus.meetings.rules.sentences import Sentence


class ImportStatus(StrEnum):
    """What an import did."""

    NEW = "new"
    UNCHANGED = "unchanged"
    NEW_VERSION = "new_version"


class CannotImport(WrongInput):
    """The document was read, but it cannot be given to a meeting; the sentence says what is missing."""


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What became of one document. `warnings` is how many things in it were not understood."""

    status: ImportStatus
    meeting_id: str
    label: str
    items: int
    warnings: int


def placed(reading: Reading, *, body: str | None, day: date | None) -> Reading:
    """Return the reading with what a person said filled in where the document is silent.

    Raises CannotImport when it holds no item, or when nobody says which body met or when.
    """
    known = replace(
        reading,
        body=reading.body or (body or "").strip() or None,
        date=reading.date or (day.isoformat() if day else None),
    )
    if not known.items:
        raise CannotImport(
            Sentence(
                "%(file)s: her er ingen punkter, så det ligner ikke en dagsorden eller et referat.", file=reading.file
            )
        )
    if not known.body and not known.date:
        raise CannotImport(
            Sentence("%(file)s: organet og mødedatoen står ikke i dokumentet. Angiv det ved importen.", file=known.file)
        )
    if not known.body:
        raise CannotImport(
            Sentence("%(file)s: organet står ikke i dokumentet. Angiv det ved importen.", file=known.file)
        )
    if not known.date:
        raise CannotImport(
            Sentence("%(file)s: mødedatoen står ikke i dokumentet. Angiv det ved importen.", file=known.file)
        )
    return known
