"""Words of the rules in the reader's language.

The rules are pure and their texts Danish. What they say on a page goes through here, and the house tells once how it is translated;
without a house, in a command without a database or a test of a rule, everything is Danish.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from raadhus.kernel import danish


def _as_it_is(text: str) -> str:
    return text


@dataclass(slots=True)
class _House:
    translate: Callable[[str], str] = _as_it_is
    reads_danish: Callable[[], bool] = lambda: True


_house = _House()


def speak(translate: Callable[[str], str], *, reads_danish: Callable[[], bool]) -> None:
    """Say how texts are translated, and whether the reader of the moment reads Danish; the house says it when it starts."""
    _house.translate, _house.reads_danish = translate, reads_danish


def said(text: str, **values: object) -> str:
    """Return a Danish text in the reader's language, with the values in their places."""
    told = _house.translate(text) if text else ""
    return told.format(**values) if values else told


def for_catalogue(text: str) -> str:
    """Return the text as it is: a mark for the catalogues on what is translated where it is shown."""
    return text


def reads_danish() -> bool:
    """Return True when the reader of the moment reads Danish."""
    return _house.reads_danish()


def number(value: Decimal, decimals: int | None = None) -> str:
    """Return "1.234,5" to who reads Danish, else "1,234.5"."""
    written = danish.number(value, decimals)
    return written if reads_danish() else written.translate(_SWAPPED)


_SWAPPED = str.maketrans(".,", ",.")
