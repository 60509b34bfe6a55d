"""The imported document as HTML with its spans marked, and its warnings with the places that they are about."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString

from raadhus.meetings.queries.wording import warning_said
from raadhus.meetings.rules.highlight import Piece, PieceKind, anchor_of, marked
from raadhus.meetings.rules.reading import Reading


@dataclass(frozen=True, slots=True)
class WarningShown:
    """A warning with the place in the document that it is about."""

    message: str
    code: str
    anchor: str


@dataclass(frozen=True, slots=True)
class DocumentShown:
    """The document's text with every span of its reading as an element that can be linked to, and the warnings."""

    text: SafeString
    warnings: tuple[WarningShown, ...]


def document_shown(text: str, reading: Reading) -> DocumentShown:
    """Return a document as the review page shows it."""
    warnings = tuple(WarningShown(warning_said(one), one.code, anchor_of(one.source)) for one in reading.warnings)
    return DocumentShown(_html(marked(text, reading)), warnings)


def _html(pieces: Iterable[Piece]) -> SafeString:
    """Write the marked text as HTML: everything from the document is escaped, and the anchors are numbers of ours."""
    written = []
    for piece in pieces:
        match piece.kind:
            case PieceKind.TEXT:
                written.append(str(escape(piece.value)))
            case PieceKind.OPEN:
                warned = " reading-warned" if piece.is_warning else ""
                written.append(f'<span class="reading-span{warned}" id="{piece.value}">')
            case PieceKind.CLOSE:
                written.append("</span>")
    return SafeString("".join(written))
