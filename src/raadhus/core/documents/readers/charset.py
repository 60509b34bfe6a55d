"""Bytes to text: which character set a Danish text was written in.

A byte order mark decides, then valid UTF-8, then what the document itself declares, and last how Danish each candidate
looks. Nothing is lost: a byte that fits nowhere becomes the replacement character, and the caller is told where.
"""

import codecs
import re
from dataclasses import dataclass

from raadhus.kernel.errors import WrongInput

REPLACEMENT = "\ufffd"

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Windows, the DOS page of the Nordic countries, the western DOS page, the old Macintosh.
_CANDIDATES = ("cp1252", "cp865", "cp850", "mac-roman")
_EXPECTED = frozenset("æøåÆØÅéÉèüÜöÖäÄ§–—’‘“”»«•…´°½€\xa0")
_DANISH = frozenset("æøåÆØÅ")
_DOUBLE_ENCODED = re.compile("Ã[¦¸¥†˜…]")
_MOSTLY_UTF8 = 3
_SAMPLE = 400_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, the character set it was read in, and how many characters could not be read."""

    text: str
    encoding: str
    unreadable: int = 0


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Return the text of bytes; `declared` is what the document says of itself. Raises WrongInput when it is not text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _lenient(data.removeprefix(codecs.BOM_UTF8), encoding)
    wide = _wide_without_mark(data)
    if wide:
        return _lenient(data, wide)
    if data.count(0) > len(data) // 1000:
        raise WrongInput(
            "filen er ikke tekst, men binære data: gem dokumentet som PDF, DOCX, HTML eller tekst, og prøv igen."
        )
    try:
        return _mended(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _not_utf8(data, declared)


def _lenient(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, errors="replace")
    return Decoded(text, encoding, text.count(REPLACEMENT))


def _wide_without_mark(data: bytes) -> str | None:
    """Return which UTF-16 it is when every other byte is zero, as in western text without a byte order mark."""
    sample = data[:4096]
    half = len(sample) // 2
    if half < 4:  # noqa: PLR2004 - too short to tell
        return None
    if sample[1::2].count(0) > 0.7 * half:
        return "utf-16-le"
    return "utf-16-be" if sample[0::2].count(0) > 0.7 * half else None


def _mended(text: str) -> Decoded:
    """Undo UTF-8 that was once read as Windows text and saved again ("BÃ¸rn"), when the whole text allows it."""
    if _DOUBLE_ENCODED.search(text):
        try:
            return Decoded(text.encode("cp1252").decode("utf-8"), "utf-8")
        except UnicodeError:
            pass
    return Decoded(text, "utf-8")


def _not_utf8(data: bytes, declared: str | None) -> Decoded:
    rescued = data.decode("utf-8", errors="surrogateescape")
    broken = len(re.findall("[\udc80-\udcff]", rescued))
    whole = sum(1 for character in rescued if character > "\x7f") - broken
    if whole > _MOSTLY_UTF8 * broken:
        return _patched(rescued)
    if declared:
        try:
            text = data.decode(declared)
        except (LookupError, UnicodeError):
            pass
        else:
            if _likeness(text[:_SAMPLE]) >= 0:
                return Decoded(text, declared)
    best = max(_CANDIDATES, key=lambda encoding: _likeness(data[:_SAMPLE].decode(encoding, errors="replace")))
    return _lenient(data, best)


def _patched(rescued: str) -> Decoded:
    """Read stray bytes in UTF-8 text as Windows letters when they are Danish ones; otherwise mark them unreadable."""

    def patch(match: re.Match[str]) -> str:
        letter = bytes([ord(match[0]) - 0xDC00]).decode("cp1252", errors="replace")
        return letter if letter in _EXPECTED else REPLACEMENT

    text = re.sub("[\udc80-\udcff]", patch, rescued)
    return Decoded(text, "utf-8", text.count(REPLACEMENT))


def _likeness(text: str) -> int:
    """Return how much the characters beyond ASCII look like Danish; negative means that they do not."""
    score = 0
    for character in text:
        if character < "\x80":
            continue
        if character in _DANISH:
            score += 2
        else:
            score += 0 if character in _EXPECTED else -3
    return score
