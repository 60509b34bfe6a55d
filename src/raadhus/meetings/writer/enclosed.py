"""What goes along with a meeting when it leaves the house as one file: attachments' contents, own notes, and the line on top."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from raadhus.kernel.errors import WrongInput
from raadhus.meetings.rules.sentences import Sentence


@dataclass(frozen=True, slots=True)
class EnclosedFile:
    """An attachment's content, with the name it is saved under and what it is."""

    name: str
    media_type: str
    data: bytes

    @property
    def size_said(self) -> str:
        """The size as people say it: "84 KB", "2,4 MB"."""
        return size_said(len(self.data))


@dataclass(frozen=True, slots=True)
class TakenNote:
    """A private note that its writer takes along: the section's heading ("" for the whole item) and the text."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Enclosed:
    """What goes along: contents by SHA-256, own notes by item id, and who took the file when."""

    taken_by: str
    taken_at: datetime
    files: Mapping[str, EnclosedFile] = field(default_factory=dict)
    notes: Mapping[str, Sequence[TakenNote]] = field(default_factory=dict)
    without_files: bool = False


class TooLarge(WrongInput):
    """The file would be larger than anything a mail system or a tablet takes."""


def refuse_size(files: Mapping[str, EnclosedFile], largest: int) -> None:
    """Raise TooLarge when the contents together are more than `largest` bytes; the sentence names the largest of them."""
    total = sum(len(one.data) for one in files.values())
    if total <= largest:
        return
    worst = max(files.values(), key=lambda one: len(one.data))
    raise TooLarge(
        Sentence(
            "Bilagene fylder %(total)s, og filen må have bilag for %(largest)s. Det største er »%(name)s« (%(size)s): "
            "hent mødet uden bilag, og hent bilagene for sig.",
            total=size_said(total),
            largest=size_said(largest),
            name=worst.name,
            size=worst.size_said,
        )
    )


def size_said(size: int) -> str:
    """Return a size in bytes as people say it, in decimal units as elsewhere in the house."""
    if size >= 1_000_000:  # noqa: PLR2004 - a megabyte
        return f"{size / 1_000_000:.1f} MB".replace(".", ",")
    return f"{max(1, round(size / 1000))} KB"


_TYPES = {
    "application/pdf": ("PDF", "pdf"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ("Word", "docx"),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ("Excel", "xlsx"),
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": ("PowerPoint", "pptx"),
    "application/vnd.oasis.opendocument.text": ("OpenDocument", "odt"),
    "text/html": ("HTML", "html"),
    "text/plain": ("tekst", "txt"),
    "image/png": ("PNG", "png"),
    "image/jpeg": ("JPEG", "jpg"),
}


def type_said(media_type: str) -> str:
    """Return what people call a kind of file."""
    return _TYPES.get(media_type, (media_type, ""))[0]


def name_of(title: str, media_type: str) -> str:
    """Return the name that an attachment is saved under: its title, and the ending that its content has.

    Never the name that the file was uploaded under: somebody else may have uploaded the same content for a closed item.
    """
    ending = _TYPES.get(media_type, ("", "bin"))[1]
    plain = re.sub(r"[\x00-\x1f\x7f/\\\\:*?\"<>|]+", " ", title)
    stem = " ".join(plain.split()).strip(". ")[:120] or "bilag"
    return stem if stem.casefold().endswith(f".{ending}") else f"{stem}.{ending}"
