"""Money is integer øre. Parsing and printing follow Danish custom: 1.234,56 kr."""

import re

_AMOUNT = re.compile(r"^(?P<sign>-?)(?P<kroner>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?P<oere>\d{2}))?(?:\s*kr\.?)?$")


def parse_ore(text: str) -> int:
    """Return a Danish amount in øre: "52.583,22" is 5258322. Raises ValueError on anything else."""
    found = _AMOUNT.match(text.strip())
    if found is None:
        raise ValueError(f"{text!r} er ikke et beløb; skriv for eksempel 1.234,56.")
    value = int(found["kroner"].replace(".", "")) * 100 + int(found["oere"] or 0)
    return -value if found["sign"] else value


def format_ore(amount_ore: int) -> str:
    """Return øre as a Danish amount with two decimals: 5258322 is "52.583,22"."""
    kroner, oere = divmod(abs(amount_ore), 100)
    grouped = f"{kroner:,}".replace(",", ".")
    return f"{'-' if amount_ore < 0 else ''}{grouped},{oere:02d}"
