"""What a release is made by."""

from dataclasses import dataclass
from datetime import date

from raadhus.personnel.rules.disclosure.settings import Settings as Limits
from raadhus.personnel.rules.facts import Settings
from raadhus.personnel.rules.history import History


@dataclass(frozen=True, slots=True)
class Rules:
    """What a release is made by: definitions, limits, the occupation groups, the organisation and the day that "is" stands for."""

    settings: Settings
    limits: Limits
    groups: tuple[str, ...]
    history: History
    today: date
