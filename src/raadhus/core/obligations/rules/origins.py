"""Where something promised by hand may come from. Things of the house (an agenda item, a standing decision) point at themselves."""

from raadhus.kernel.errors import WrongInput

BY_HAND = "by_hand"
# What a person or a program may name as the origin of what it writes down itself.
HAND_MADE = frozenset({BY_HAND, "meeting", "mail", "letter", "agreement"})


class NotAHandMadeOrigin(WrongInput):
    """The origin is a thing of the house, which only that thing's own part may name."""


def needed_hand_made(kind: str) -> str:
    """Return the kind when one may name it by hand. Raises NotAHandMadeOrigin."""
    if kind not in HAND_MADE:
        known = ", ".join(sorted(HAND_MADE))
        raise NotAHandMadeOrigin(f"Oprindelsen {kind!r} kan ikke skrives i hånden. Brug en af disse: {known}.")
    return kind
