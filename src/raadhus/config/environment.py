"""The helpers through which settings read the environment; a bad value stops the start with a sentence."""

import os
import re
from pathlib import Path

from raadhus.kernel.file_trouble import reason


class BadSetting(SystemExit):
    """A variable has a value that cannot be used; the program stops and says which."""


def text(name: str, default: str = "") -> str:
    """Return the variable, or the content of the file that NAME_FILE points to, or the default."""
    file = os.environ.get(f"{name}_FILE")
    if file:
        try:
            return Path(file).read_text(encoding="utf-8").strip()
        except OSError as error:
            raise BadSetting(f"{name}_FILE: filen {file} kan ikke læses ({reason(error)}).") from error
    return os.environ.get(name, default)


def flag(name: str, *, default: bool = False) -> bool:
    """Return a yes/no variable. Raises BadSetting on anything but 1/0, true/false, yes/no."""
    value = os.environ.get(name)
    if value is None or value == "":
        return default
    known = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
    if value.lower() not in known:
        raise BadSetting(f"{name}: skriv 1 eller 0, ikke {value!r}.")
    return known[value.lower()]


def number(name: str, default: int) -> int:
    """Return a whole number. Raises BadSetting on anything else."""
    value = os.environ.get(name)
    if value is None or value == "":
        return default
    try:
        return int(value)
    except ValueError as error:
        raise BadSetting(f"{name}: skriv et helt tal, ikke {value!r}.") from error


def pattern(name: str, default: str) -> str:
    """Return a regular expression. Raises BadSetting on anything else."""
    value = text(name) or default
    try:
        re.compile(value)
    except re.error as error:
        raise BadSetting(f"{name}: {value!r} er ikke et regulært udtryk ({error}).") from error
    return value
