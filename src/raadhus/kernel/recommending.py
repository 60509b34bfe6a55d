"""What a recommendation asks for, whatever its signs, capitals and beginning: minutes and obligations repeat it in words of their own."""

import re

_SIGNS = re.compile(r"\W+")
_BEGINNINGS = frozenset({"at", "direktionen"})


def bare(text: str) -> str:
    """Return the words without signs, capitals and the way a recommendation begins ("At direktionen ...")."""
    words = _SIGNS.sub(" ", text.casefold()).split()
    while words and words[0] in _BEGINNINGS:
        words.pop(0)
    return " ".join(words)
