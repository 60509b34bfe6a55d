"""What kind of body it is, and the key and profile that a body's printed name gives."""

import re
from enum import StrEnum


class Profile(StrEnum):
    """The kinds of bodies; their rules of form differ, and `label` is Danish."""

    EXECUTIVE_BOARD = "executive_board"
    COUNCIL = "council"
    FINANCE_COMMITTEE = "finance_committee"
    COMMITTEE = "committee"
    MANAGEMENT_FORUM = "management_forum"
    WORKS_COUNCIL = "works_council"
    INFORMATION_SECURITY = "information_security"
    WORKING_GROUP = "working_group"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The Danish name."""
        return _LABELS[self]


_LABELS = {
    Profile.EXECUTIVE_BOARD: "Direktion",
    Profile.COUNCIL: "Byråd eller kommunalbestyrelse",
    Profile.FINANCE_COMMITTEE: "Økonomiudvalg",
    Profile.COMMITTEE: "Fagudvalg",
    Profile.MANAGEMENT_FORUM: "Chefforum",
    Profile.WORKS_COUNCIL: "MED-udvalg",
    Profile.INFORMATION_SECURITY: "Informationssikkerhedsudvalg",
    Profile.WORKING_GROUP: "Arbejdsgruppe",
    Profile.OTHER: "Andet organ",
}

# The first that fits; the works council's "Hovedudvalget" must be tried before any other "udvalg".
_SIGNS = (
    (Profile.WORKS_COUNCIL, re.compile(r"\bmed\b|hovedudvalg|samarbejdsudvalg", re.IGNORECASE)),
    (Profile.EXECUTIVE_BOARD, re.compile(r"direktion", re.IGNORECASE)),
    (Profile.MANAGEMENT_FORUM, re.compile(r"chefforum|ledergruppe|chefgruppe", re.IGNORECASE)),
    (Profile.COUNCIL, re.compile(r"byråd|kommunalbestyrelse|borgerrepræsentation", re.IGNORECASE)),
    (Profile.INFORMATION_SECURITY, re.compile(r"informationssikkerhedsudvalg|\bisu\b", re.IGNORECASE)),
    (Profile.FINANCE_COMMITTEE, re.compile(r"økonomiudvalg|magistrat", re.IGNORECASE)),
    (Profile.COMMITTEE, re.compile(r"udvalg", re.IGNORECASE)),
    (Profile.WORKING_GROUP, re.compile(r"arbejdsgruppe|styregruppe|projektgruppe", re.IGNORECASE)),
)

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "ü": "u", "ö": "oe", "ä": "ae"})


def profile_of(name: str) -> Profile:
    """Return the profile that a body's name suggests; a person may change it."""
    return next((profile for profile, sign in _SIGNS if sign.search(name)), Profile.OTHER)


def body_key(name: str, municipality: str = "") -> str:
    """Return the key of a body for addresses: lower-case ASCII, the municipality first when it is another than ours."""
    text = f"{municipality} {name}".lower().translate(_LETTERS)
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-")[:160] or "organ"
