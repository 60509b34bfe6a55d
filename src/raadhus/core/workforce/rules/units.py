"""Payroll's words for units, as the organisation's keys."""

from collections.abc import Iterable, Mapping

# What a word becomes that several units have been called.
AMBIGUOUS = ""


def unit_words(known: Iterable[tuple[str, str]], said: Mapping[str, str]) -> dict[str, str]:
    """Return the unit's key of each word, in small letters: of a unit's key, of its short name, and of what the mapping says.

    `known` are key and short name of every version of every unit. A key beats a short name, and the mapping beats both; a
    short name that several units have had is AMBIGUOUS.
    """
    words: dict[str, str] = {}
    pairs = list(known)
    for key, short_name in pairs:
        word = short_name.strip().casefold()
        if word:
            words[word] = key if words.get(word, key) == key else AMBIGUOUS
    words |= {key.casefold(): key for key, _ in pairs}
    translated = {word.strip().casefold(): words.get(unit.strip().casefold()) for word, unit in said.items()}
    return words | {word: unit for word, unit in translated.items() if unit is not None}
