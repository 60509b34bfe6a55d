"""What every format can carry: text without the characters that XML, Typst or a terminal would choke on."""

import re
import unicodedata

# Control characters except tab and line feed, halves of surrogate pairs, and the code points that are no characters.
_UNCARRIABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_PLANE_ENDS = re.compile("[" + "".join(chr(plane * 0x10000 + 0xFFFE) + chr(plane * 0x10000 + 0xFFFF) for plane in range(1, 17)) + "]")  # fmt: skip
_LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")


def clean(text: str) -> str:
    """Return the text with every line end as a line feed and without characters that no document format can hold.

    Printable characters are never touched, emoji and writing from right to left included.
    """
    return _PLANE_ENDS.sub("", _UNCARRIABLE.sub("", _LINE_ENDS.sub("\n", text)))


def is_blank(text: str) -> bool:
    """Return True when nothing of the text can be seen: spaces, controls, joiners and marks without a letter."""
    return all(each.isspace() or unicodedata.category(each) in _UNSEEN for each in clean(text))


_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Cn", "Mn", "Me"})
