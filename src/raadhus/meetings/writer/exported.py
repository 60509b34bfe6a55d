"""The formats of a meeting, and what an export gives back."""

from dataclasses import dataclass
from enum import StrEnum

from raadhus.meetings.rules.disclosure import DisclosedMeeting
from raadhus.meetings.rules.reading import Kind


class Format(StrEnum):
    """A format that a meeting can be written in; the value is the name on the command line and the file's ending."""

    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"
    MARKDOWN = "md"
    TEXT = "txt"
    JSON = "json"
    AKOMA_NTOSO = "akn"
    SBSYS = "sbsys"
    OPARL = "oparl"
    LINKED_DATA = "jsonld"

    @property
    def media_type(self) -> str:
        """The media type for a download."""
        return _MEDIA_TYPES[self]

    @property
    def label(self) -> str:
        """What the format is called on the screens."""
        return _LABELS[self]


_MEDIA_TYPES = {
    Format.PDF: "application/pdf",
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Format.HTML: "text/html; charset=utf-8",
    Format.MARKDOWN: "text/markdown; charset=utf-8",
    Format.TEXT: "text/plain; charset=utf-8",
    Format.JSON: "application/json",
    Format.AKOMA_NTOSO: "application/akn+xml",
    Format.SBSYS: "application/xml",
    Format.OPARL: "application/json",
    Format.LINKED_DATA: "application/ld+json",
}
_LABELS = {
    Format.PDF: "PDF",
    Format.DOCX: "Word (DOCX)",
    Format.HTML: "Webside (HTML)",
    Format.MARKDOWN: "Markdown",
    Format.TEXT: "Ren tekst",
    Format.JSON: "JSON",
    Format.AKOMA_NTOSO: "Akoma Ntoso (XML)",
    Format.SBSYS: "SBSYS-dagsorden (XML)",
    Format.OPARL: "OParl (JSON)",
    Format.LINKED_DATA: "Linked data (JSON-LD)",
}
_ENDINGS = {Format.AKOMA_NTOSO: "xml", Format.SBSYS: "sbsys.xml", Format.OPARL: "oparl.json"}


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file to hand out: an ASCII name, the media type and the bytes."""

    name: str
    media_type: str
    data: bytes


def file_name(meeting: DisclosedMeeting, format_: Format) -> str:
    """Return the file's name in ASCII, such as "direktionen-2025-06-02-referat.pdf"."""
    kind = "referat" if meeting.kind is Kind.MINUTES else "dagsorden"
    day = meeting.date.isoformat() if meeting.date else "udateret"
    return f"{meeting.body_slug}-{day}-{kind}.{_ENDINGS.get(format_, format_.value)}"
