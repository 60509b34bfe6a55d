"""The printed markers of lists: numbers, letters and Roman numerals."""

# How every bullet is written, whatever glyph the source prints.
BULLET = "-"

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ALPHABET = 26
_LARGEST_ROMAN = 3999


def counted(number: int, style: str) -> str:
    """Return a number as "1", "a", "A", "i" or "I" prints it; what letters cannot express is printed in digits."""
    if style in {"a", "A"} and number > 0:
        text = _letters(number)
    elif style in {"i", "I"} and 0 < number <= _LARGEST_ROMAN:
        text = _roman(number)
    else:
        return str(number)
    return text if style.islower() else text.upper()


def _letters(number: int) -> str:
    text = ""
    while number > 0:
        number, letter = divmod(number - 1, _ALPHABET)
        text = chr(ord("a") + letter) + text
    return text


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        while number >= value:
            text += letters
            number -= value
    return text
