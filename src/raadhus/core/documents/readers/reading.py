"""Reads a document by what its content is, whatever its name claims. Each reader is imported when it is needed."""

import stat
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, cast

from raadhus.core.documents.readers import media_types as types
from raadhus.core.documents.readers.charset import decode
from raadhus.core.documents.readers.refusals import SENTENCES
from raadhus.core.documents.rules.source_text import SourceText, SourceWarning
from raadhus.kernel.errors import WrongInput
from raadhus.kernel.file_trouble import reason as why

if TYPE_CHECKING:
    from collections.abc import Callable

    from raadhus.core.documents.rules.blocks import Block

MAX_BYTES = 200_000_000
MAX_TEXT_BYTES = 40_000_000

# How far from the end a PDF's end mark may stand: some programs write a little behind it.
_PDF_END = 4096

_READERS = {
    types.PDF: ("pdf", "read_pdf"),
    types.DOCX: ("docx", "read_docx"),
    types.WORD_WITH_MACROS: ("docx", "read_docx"),
    types.HTML: ("html", "read_html"),
    types.AGENDA_XML: ("xml", "read_xml"),
}


def read_path(path: Path, *, ocr: bool = False) -> SourceText:
    """Return the text of the document in a file; a file that is too large is refused before it is read. Raises WrongInput."""
    return read_document(document_bytes(path), str(path), ocr=ocr)


def document_bytes(path: Path) -> bytes:
    """Return the content of a file that may be a document. Raises WrongInput when it is no file, too large or not readable."""
    shown = _shown(str(path))
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise WrongInput(f"{shown} er en mappe: angiv en fil.")
        if not stat.S_ISREG(status.st_mode):
            raise WrongInput(f"{shown} er ikke en almindelig fil: angiv en fil.")
        refuse_size(status.st_size, shown)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise WrongInput(f"{shown} findes ikke: kontrollér stien.") from error
    except (OSError, ValueError) as error:
        reason = why(error) if isinstance(error, OSError) else "ugyldig sti"
        raise WrongInput(f"{shown} kan ikke åbnes ({reason}): kontrollér stien og dine rettigheder.") from error


def _shown(name: str) -> str:
    """Return a file's name as it can be shown on one line."""
    return "".join(character if character.isprintable() else "?" for character in name)


def refuse_size(size: int, name: str) -> None:
    """Raise WrongInput when a file is larger than any document."""
    if size > MAX_BYTES:
        raise WrongInput(
            f"{name} fylder {size // 1_000_000} MB, og grænsen er {MAX_BYTES // 1_000_000} MB: del dokumentet, eller gem det uden store billeder."
        )


def read_document(data: bytes, name: str, *, ocr: bool = False) -> SourceText:
    """Return the text of a PDF, DOCX, HTML, text, Markdown or agenda XML document; `name` only begins the sentence when it cannot be read.

    `ocr` asks for a scanned PDF to be recognised by tesseract, when it is installed with Danish. Raises WrongInput.
    """
    name = _shown(name)
    refuse_size(len(data), name)
    media_type = types.media_type_of(data)
    if media_type in SENTENCES:
        raise WrongInput(f"{name}: {SENTENCES[media_type]}")
    try:
        return _read(data, media_type, ocr=ocr)
    except WrongInput as error:
        raise WrongInput(f"{name}: {error}") from error


def _read(data: bytes, media_type: str, *, ocr: bool) -> SourceText:
    if media_type == types.PDF and b"%%EOF" not in data[-_PDF_END:]:
        # A reader of PDF would mend the file and read the half that is there, without a word about the other half.
        raise WrongInput("PDF-filen er afkortet: hent eller gem den igen, og prøv med den nye fil.")
    module, name = _READERS.get(media_type, ("reading", "read_plain"))
    source = cast("Callable[[bytes], SourceText]", _function(module, name))(data)
    if source.text.strip():
        return _with_silent_pages(source, data) if media_type == types.PDF else source
    if media_type == types.PDF:
        return _scanned(data, ocr=ocr)
    raise WrongInput("filen indeholder ingen tekst, måske kun billeder: indlæs en udgave med tekst.")


def _with_silent_pages(source: SourceText, data: bytes) -> SourceText:
    """Warn about pages that are pictures without text in a document that otherwise has some."""
    silent = sorted(set(range(1, (source.page_count or 0) + 1)) - {line.page or 0 for line in source.lines})
    if not silent:
        return source
    pictured = import_module("raadhus.core.documents.readers.ocr").pages_with_pictures(data, silent)
    warnings = []
    for page in pictured:
        at = max((line.end for line in source.lines if (line.page or 0) < page), default=0)
        message = f"Side {page} er et billede uden tekst og er ikke læst: indlæs originalen, eller en udgave med tekst."
        warnings.append(SourceWarning("page_without_text", message, at, at))
    return replace(source, warnings=(*source.warnings, *warnings))


def _scanned(data: bytes, *, ocr: bool) -> SourceText:
    """Say that a PDF is pictures only, or recognise its text when that was asked for."""
    recogniser = import_module("raadhus.core.documents.readers.ocr")
    if ocr:
        return cast("SourceText", recogniser.recognise(data))
    raise WrongInput(recogniser.advice())


def read_plain(data: bytes) -> SourceText:
    """Decode and read plain text or Markdown; characters that could not be read are told, never dropped."""
    if len(data) > MAX_TEXT_BYTES:
        raise WrongInput(f"tekstfilen fylder over {MAX_TEXT_BYTES // 1_000_000} MB: del den i flere filer.")
    read = cast("Callable[[str], SourceText]", _function("text", "read_text"))
    decoded = decode(data)
    source = read(decoded.text)
    if not decoded.unreadable:
        return source
    message = f"{decoded.unreadable} tegn kunne ikke læses og er erstattet af \ufffd."
    at = max(source.text.find("\ufffd"), 0)
    warning = SourceWarning("unreadable_characters", message, at, min(at + 1, len(source.text)))
    return replace(source, warnings=(warning, *source.warnings))


def blocks_from_html(source: str, *, heading_level: int = 1) -> "tuple[Block, ...]":
    """Return the blocks of an HTML fragment, sanitised; see html_blocks. Raises WrongInput."""
    read = cast("Callable[..., tuple[Block, ...]]", _function("html_blocks", "blocks_from_html"))
    return read(source, heading_level=heading_level)


def _function(module: str, name: str) -> object:
    return getattr(import_module(f"raadhus.core.documents.readers.{module}"), name)
