"""What may be kept as a file: which kinds, how large, under what name. docs/rules/documents.md says the same in prose."""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass

from raadhus.kernel.errors import WrongInput

LONGEST_NAME = 200
NAMELESS = "uden navn"

# By content, never by name. What can run (macros, scripts in drawings, programs, archives) is not here.
LABELS = {
    "application/pdf": "PDF",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word (DOCX)",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "Excel (XLSX)",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "PowerPoint (PPTX)",
    "application/vnd.oasis.opendocument.text": "OpenDocument (ODT)",
    "text/html": "HTML",
    "text/plain": "tekst",
    "application/xml": "dagsorden som XML",
    "image/png": "PNG",
    "image/jpeg": "JPEG",
}

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file that is kept: the SHA-256 of its content, the name it was given, what it is, and its size in bytes."""

    sha256: str
    name: str
    media_type: str
    size: int


def clean_name(name: str) -> str:
    """Return a file name without folders and without characters that print nothing; never empty, never too long.

    The end is kept when it is shortened, because the ending says what people expect.
    """
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    printable = " ".join(_UNPRINTABLE.sub("", last).split()).strip(". ") or NAMELESS
    if len(printable) <= LONGEST_NAME:
        return printable
    stem, dot, ending = printable.rpartition(".")
    if not dot or len(ending) > 10:  # noqa: PLR2004 - no file ending is longer
        return printable[:LONGEST_NAME]
    return f"{stem[: LONGEST_NAME - len(ending) - 2]}….{ending}"


def require_kept(*, name: str, size: int, media_type: str, largest: int, allowed: Collection[str]) -> None:
    """Raise WrongInput when a file of this kind or size is not kept."""
    if size == 0:
        raise WrongInput(f"{name}: filen er tom: vælg en fil med indhold.")
    require_size(name=name, size=size, largest=largest)
    if media_type not in allowed and "macro" in media_type:
        raise WrongInput(
            f"{name}: filen indeholder makroer og opbevares ikke: gem den uden makroer (DOCX, XLSX eller PPTX), og prøv igen."
        )
    if media_type not in allowed:
        kinds = ", ".join(LABELS.get(kind, kind) for kind in allowed)
        raise WrongInput(
            f"{name}: filens indhold er af en slags, der ikke opbevares her: gem den som en af disse: {kinds}."
        )


def require_size(*, name: str, size: int, largest: int) -> None:
    """Raise WrongInput for a file that is too large; whoever knows the size asks before the file is read."""
    if size > largest:
        raise WrongInput(
            f"{name}: filen fylder over {largest // 1_000_000} MB: gem den uden store billeder, eller del den."
        )


def path_of(sha256: str) -> str:
    """Return where the content lies under the files' folder: ab/cd/abcd... Raises ValueError when it is no SHA-256."""
    if not _SHA256.fullmatch(sha256):
        raise ValueError(f"Not a SHA-256: {sha256!r}")
    return f"{sha256[:2]}/{sha256[2:4]}/{sha256}"
