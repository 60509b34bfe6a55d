"""Which characters the bundled fonts can print, read from the fonts themselves.

A PDF that everybody can read may hold no character without a glyph, so one that no font has is printed as its code
("[U+1F600]"): visible, searchable and never lost in silence.
"""

import re
import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "data" / "fonts"

# Characters that print nothing and need no glyph: joiners, direction marks, soft hyphen, variation selectors.
_SILENT = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]"
)
_LONGEST_WORD = 40
_LONG_WORD = re.compile(rf"[^\s\u200b]{{{_LONGEST_WORD},}}")
_PIECE = 20


def printable(text: str) -> str:
    """Return the text with every character that has no glyph as its code, and with places to break very long words."""
    return _LONG_WORD.sub(_broken, with_glyphs(text))


def with_glyphs(text: str) -> str:
    """Return the text with every character that has no glyph as its code."""
    composed = unicodedata.normalize("NFC", _SILENT.sub("", text))
    known = _characters()
    return "".join(each if each in known or each in "\n\t" else f"[U+{ord(each):04X}]" for each in composed)


def _broken(word: re.Match[str]) -> str:
    return "\u200b".join(word[0][start : start + _PIECE] for start in range(0, len(word[0]), _PIECE))


@cache
def _characters() -> frozenset[str]:
    return frozenset(character for path in sorted(FONTS.glob("*.ttf")) for character in _covered(path.read_bytes()))


def _covered(font: bytes) -> Iterator[str]:
    """Yield the characters of a TrueType font's character map (segments of format 4)."""
    tables = struct.unpack_from(">H", font, 4)[0]
    for entry in range(tables):
        tag, _, offset, _ = struct.unpack_from(">4sLLL", font, 12 + 16 * entry)
        if tag == b"cmap":
            yield from _mapped(font, offset)


def _mapped(font: bytes, cmap: int) -> Iterator[str]:
    for record in range(struct.unpack_from(">H", font, cmap + 2)[0]):
        platform, _, offset = struct.unpack_from(">HHL", font, cmap + 4 + 8 * record)
        if platform in {0, 3} and struct.unpack_from(">H", font, cmap + offset)[0] == 4:  # noqa: PLR2004 - the format's name
            yield from _segments(font, cmap + offset)


def _segments(font: bytes, table: int) -> Iterator[str]:
    double = struct.unpack_from(">H", font, table + 6)[0]
    count = double // 2
    ends = struct.unpack_from(f">{count}H", font, table + 14)
    starts = struct.unpack_from(f">{count}H", font, table + 16 + double)
    for start, end in zip(starts, ends, strict=True):
        # The last segment holds the one code point that is no character.
        yield from map(chr, range(start, min(end, 0xFFFE) + 1))
