"""The reminder: one e-mail per owner and day, in Danish, with nothing of closed matters in it (docs/rules/obligations.md)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from raadhus.core.obligations.rules.due import is_late

PUBLIC_LABEL = "Lukket forpligtelse"


@dataclass(frozen=True, slots=True)
class Reminded:
    """One obligation as the e-mail names it; `name` is already the public label when the origin is closed."""

    name: str
    due_label: str
    last_day: date
    address: str


@dataclass(frozen=True, slots=True)
class Digest:
    """One owner's reminder, ready to be sent."""

    owner_key: str
    owner_name: str
    email: str
    subject: str
    text: str
    keys: tuple[str, ...]


def outward_name(*, text: str, closed: bool, public_label: str) -> str:
    """Return what may be said of an obligation where anyone might read it."""
    return (public_label or PUBLIC_LABEL) if closed else text


def subject(late: int, soon: int) -> str:
    """Return the e-mail's subject: "2 forpligtelser er over fristen, 1 forfalder inden for en uge"."""
    parts = []
    if late:
        parts.append(f"{late} {_noun(late)} er over fristen")
    if soon:
        parts.append(f"{soon} {'' if late else _noun(soon) + ' '}forfalder inden for en uge")
    return ", ".join(parts)


def _noun(count: int) -> str:
    return "forpligtelse" if count == 1 else "forpligtelser"


def text(*, owner_name: str, items: Sequence[Reminded], today: date, house: str, board: str) -> str:
    """Return the e-mail's text: what is late first, then what is due soon."""
    late = [item for item in items if is_late(item.last_day, today)]
    soon = [item for item in items if not is_late(item.last_day, today)]
    lines = [f"Kære {owner_name}" if owner_name else "Kære kollega", ""]
    for heading, group in (("Over fristen:", late), ("Forfalder inden for en uge:", soon)):
        if group:
            lines += [heading, *(line for item in group for line in _lines(item)), ""]
    lines += [f"Alle dine forpligtelser: {board}", "", "Venlig hilsen", house]
    return "\n".join(lines) + "\n"


def _lines(item: Reminded) -> tuple[str, str]:
    return (f"- {item.name} (frist: {item.due_label})", f"  {item.address}")
