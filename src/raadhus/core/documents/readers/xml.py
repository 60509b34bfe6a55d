"""XML that other systems hand over: decoded, found to be well formed, and refused when it brings definitions of its own."""

import re

from lxml import etree

from raadhus.core.documents.readers.charset import decode
from raadhus.core.documents.readers.media_types import AGENDA_XML
from raadhus.core.documents.rules.source_text import Line, SourceText
from raadhus.kernel.errors import WrongInput

_DECLARED = re.compile(rb"""<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']""")
_DEFINES = re.compile(rb"<!DOCTYPE|<!ENTITY", re.IGNORECASE)
_LARGEST = 40_000_000


def read_xml(data: bytes) -> SourceText:
    """Return the document as it stands, a line for each of its lines. Raises WrongInput when it cannot be trusted to be read whole."""
    if len(data) > _LARGEST:
        raise WrongInput(f"XML-filen fylder over {_LARGEST // 1_000_000} MB: del den i flere filer.")
    if _DEFINES.search(data.replace(b"\0", b"")):
        raise WrongInput("XML-filen har egne definitioner (DOCTYPE), som ikke læses: eksportér den igen uden.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise WrongInput(
            "XML-filen er ikke velformet, måske afkortet: eksportér den igen, og prøv med den nye."
        ) from error
    declared = _DECLARED.match(data.lstrip(b"\xef\xbb\xbf \t\r\n"))
    text = decode(data, declared[1].decode("ascii") if declared else None).text
    return _source(text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))


def _source(text: str) -> SourceText:
    lines, at = [], 0
    for line in text.split("\n"):
        lines.append(Line(line, at, at + len(line), hard_break=True))
        at += len(line) + 1
    return SourceText(text, tuple(lines), AGENDA_XML)
