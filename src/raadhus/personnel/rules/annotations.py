"""What an annotation may say: something about a unit, never about a person (docs/rules/personnel.md)."""

import re
from collections.abc import Iterable
from datetime import date

from raadhus.kernel.cpr_numbers import find_cpr_numbers
from raadhus.kernel.errors import WrongInput

LONGEST = 300
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,60}\.\w", re.ASCII)
_PHONE = re.compile(r"(?<![\d.,/-])(?:\+45[ ]?)?(?:\d{2}[ ]?){3}\d{2}(?![\d.,/-]|[ ]\d)", re.ASCII)
_WORD = re.compile(r"[\w'-]+")


def check_annotation(text: str, names: Iterable[str], *, longest: int = LONGEST) -> str:
    """Return the text with single spaces. Raises WrongInput, which repeats nothing of it, when it is empty, too long or tells of a person.

    `names` are those the house knows. A name counts when its first and last word stand in the text one after the other, or with other
    names of that person between.
    """
    told = " ".join(text.split())
    if not told:
        raise WrongInput("Skriv, hvad der skete, for eksempel: Ny skole åbnet.")
    if len(told) > longest:
        raise WrongInput(f"Bemærkningen er på {len(told)} tegn. Skriv den på højst {longest}.")
    if any(find_cpr_numbers(told)):
        raise WrongInput("Bemærkningen rummer noget, der ligner et CPR-nummer. Skriv kun om enheden.")
    if _MAIL.search(told) or _PHONE.search(told):
        raise WrongInput(
            "Bemærkningen rummer noget, der ligner en mailadresse eller et telefonnummer. Skriv kun om enheden."
        )
    if _names_somebody(told, names):
        raise WrongInput("Bemærkningen nævner en person. Skriv kun om enheden.")
    return told


def _names_somebody(text: str, names: Iterable[str]) -> bool:
    words = [word.casefold() for word in _WORD.findall(text)]
    told = set(words)
    for name in names:
        parts = [part.casefold() for part in _WORD.findall(name)]
        if len(parts) > 1 and parts[0] in told and _stands(words, parts):
            return True
    return False


def _stands(words: list[str], parts: list[str]) -> bool:
    """Return True when the first name is followed by the last, with nothing but the middle names between."""
    for place, word in enumerate(words):
        if word != parts[0]:
            continue
        for later in words[place + 1 :]:
            if later == parts[-1] or later.removesuffix("s") == parts[-1]:
                return True
            if later not in parts:
                break
    return False


def check_month(month: int, first: int, today: date) -> None:
    """Raise WrongInput unless the month lies between the first with figures and a year from today."""
    last = today.year * 12 + today.month - 1 + 12
    if not first <= month <= last:
        raise WrongInput(f"Skriv en måned mellem {first % 12 + 1:02}.{first // 12} og {last % 12 + 1:02}.{last // 12}.")
