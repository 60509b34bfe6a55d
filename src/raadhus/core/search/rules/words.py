"""From text to the tokens that are indexed and asked for: the same way on every database (docs/rules/search.md)."""

import re
import threading
import unicodedata
from functools import lru_cache

import snowballstemmer  # type: ignore[import-untyped]  # it ships without types

WORD = re.compile(r"[^\W_]+")

_TO_DANISH = str.maketrans({"ö": "ø", "ä": "æ"})
_TO_ASCII = {"æ": "ae", "ø": "oe", "å": "aa", "ß": "ss", "đ": "d", "ð": "d", "þ": "th", "ł": "l"}

# The stemmer keeps its word in itself while it works, so every thread has its own.
_own = threading.local()


def _stemmer() -> "snowballstemmer.stemmer":
    if not hasattr(_own, "stemmer"):
        _own.stemmer = snowballstemmer.stemmer("danish")
    return _own.stemmer


def words(text: str) -> list[str]:
    """Return the words and numbers of a text in order, lower case; "24/24964" is two, "IT-sikkerhed" is two."""
    return WORD.findall(unicodedata.normalize("NFKC", text).lower())


def danish(word: str) -> str:
    """Return a lower-case word in today's Danish letters: "aa" is "å", and Swedish or German letters are the Danish ones."""
    return word.translate(_TO_DANISH).replace("aa", "å")


@lru_cache(maxsize=131_072)
def fold(word: str) -> str:
    """Return the word in a-z and 0-9 only, so that neither database has an opinion on its letters."""
    return "".join(_fold_letter(letter) for letter in danish(word))


def _fold_letter(letter: str) -> str:
    if letter.isascii():
        return letter
    if letter in _TO_ASCII:
        return _TO_ASCII[letter]
    base = unicodedata.normalize("NFKD", letter)[0]
    return base.lower() if base.isascii() and base.isalnum() else f"u{ord(letter):x}u"


@lru_cache(maxsize=131_072)
def stem(word: str) -> str:
    """Return the folded Danish stem of a lower-case word: "refusionen" and "refusioner" are both "refusion"."""
    if not word.isalpha():
        return fold(word)
    stemmed: str = _stemmer().stemWord(danish(word))
    return fold(stemmed)


def stems(text: str) -> list[str]:
    """Return the stems of a text in order."""
    return [stem(word) for word in words(text)]
