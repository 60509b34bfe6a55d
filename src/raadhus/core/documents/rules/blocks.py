"""The block model: imported and written text as frozen dataclasses, stored as JSON, the same shape that the editor edits.

Every renderer (HTML, PDF, DOCX, Markdown, plain text, Akoma Ntoso) takes these blocks and nothing else. Their JSON is in
blocks_json, the editor's shape in editor_json; both refuse what these classes cannot hold.
"""

from dataclasses import dataclass
from enum import StrEnum


class MarkKind(StrEnum):
    """What a marked stretch of text is."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Mark:
    """A half-open stretch [start, end) of a block's text, in characters; `href` is set for links only."""

    start: int
    end: int
    kind: MarkKind
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section; `level` 1 is the outermost inside the section."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class ListItem:
    """One list item; `label` is the printed marker ("1.", "a)", "-"), kept so that the text can be printed as it was."""

    text: str
    label: str | None = None
    items: tuple["ListItem", ...] = ()
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list, nested through its items. `ordered` when the labels count."""

    items: tuple[ListItem, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table as rows of cells; the first `header_rows` rows are headers. Rows may not differ in length."""

    rows: tuple[tuple[str, ...], ...]
    header_rows: int = 1
    caption: str | None = None


@dataclass(frozen=True, slots=True)
class Image:
    """A picture by the SHA-256 of its content; `alt` is mandatory and empty only for decoration."""

    sha256: str
    alt: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with its own data: a Vega-Lite specification as JSON text, its name, and the sentence of what it shows."""

    title: str
    alt: str
    spec: str


# Where a link may lead: pages, mailboxes and telephones. Scripts and local files are not addresses here.
LINKABLE = ("https:", "http:", "mailto:", "tel:")


def is_linkable(href: str) -> bool:
    """Return True when a link may lead there."""
    return href.lower().startswith(LINKABLE) and not any(
        character.isspace() or character in "<>\"'\\" for character in href
    )


Block = Paragraph | Heading | ListBlock | Table | Image | Chart
