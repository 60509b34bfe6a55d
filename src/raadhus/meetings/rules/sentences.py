"""A Danish sentence that remembers what it was made of, so that a screen can say it in another language.

Rules know no framework and no reader's language; `queries/wording.py` says their sentences in it.
"""

from typing import Self


class Sentence(str):
    """A text with its values filled in: `text` is what the catalogue knows it by, `values` what stands in it."""

    __slots__ = ("text", "values")
    text: str
    values: dict[str, str]

    def __new__(cls, text: str, /, **values: str) -> Self:
        """Take the text with %(name)s where the values go."""
        made = super().__new__(cls, text % values if values else text)
        made.text, made.values = text, values
        return made
