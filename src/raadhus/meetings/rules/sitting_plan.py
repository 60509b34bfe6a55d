"""When a body meets: clock times as people write them, and a series of meetings (docs/rules/agendas.md)."""

import re

from raadhus.kernel.errors import WrongInput
from raadhus.meetings.rules.sentences import Sentence

_CLOCK = re.compile(r"(\d{1,2})(?:[.:](\d{2}))?")
_HOURS, _MINUTES = 24, 60


def checked_clock(text: str) -> str:
    """Return a time as "HH:MM" from "9", "9.00" or "09:00"; empty for none. Raises WrongInput."""
    written = text.strip()
    if not written:
        return ""
    found = _CLOCK.fullmatch(written)
    if found is None or int(found[1]) >= _HOURS or int(found[2] or 0) >= _MINUTES:
        raise WrongInput(Sentence("Klokkeslættet »%(text)s« kan ikke læses. Skriv det som 09:00.", text=written))
    return f"{int(found[1]):02d}:{int(found[2] or 0):02d}"
