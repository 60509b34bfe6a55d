"""Case numbers by the municipality's own format, and KLE numbers (docs/rules/cases.md)."""

import re

from raadhus.kernel.errors import WrongInput

KLE = re.compile(r"\d{2}\.\d{2}\.\d{2}")


class NotACaseNumber(WrongInput):
    """The number does not have the municipality's format."""


class NotAKleNumber(WrongInput):
    """The number does not have the form dd.dd.dd."""


def checked_case_number(text: str, *, pattern: str, example: str) -> str:
    """Return the number without spaces around it. Raises NotACaseNumber, with an example."""
    number = text.strip()
    if re.fullmatch(pattern, number) is None:
        raise NotACaseNumber(f"Sagsnummeret {text!r} har ikke kommunens form. Skriv det som {example}.")
    return number


def checked_kle_number(text: str | None) -> str:
    """Return the KLE number, or nothing for none. Raises NotAKleNumber."""
    number = (text or "").strip()
    if number and KLE.fullmatch(number) is None:
        raise NotAKleNumber(f"KLE-nummeret {text!r} har ikke formen 00.01.10.")
    return number
