"""The reminder: one e-mail to a person, in Danish, that says what is to be done by when, and never about whom.

An e-mail may be read by others, and who is ill is health data: no names, no numbers of employments, no units; the list behind
the link has them, for those who may see it (docs/rules/refunds.md).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from raadhus.kernel.danish import counted, short_date
from raadhus.refunds.rules.watch import Level, Next, Recipient


@dataclass(frozen=True, slots=True)
class Missing:
    """The missing step of one case, as it is told to one person."""

    case_key: str
    step: Next
    level: Level
    deadline: date


@dataclass(frozen=True, slots=True)
class Digest:
    """One person's reminder, ready to be sent."""

    person_key: str
    name: str
    email: str
    recipient: Recipient
    missing: tuple[Missing, ...]
    subject: str
    text: str


def digest(
    person: tuple[str, str, str],
    recipient: Recipient,
    missing: Sequence[Missing],
    today: date,
    *,
    links: tuple[str, str],
    house: str,
) -> Digest:
    """Return the reminder to a person (key, name, e-mail). `links` are the addresses of the list and of the guide."""
    key, name, email = person
    text = _text(name, recipient, missing, today, links=links, house=house)
    return Digest(key, name, email, recipient, tuple(missing), _subject(missing), text)


def _subject(missing: Iterable[Missing]) -> str:
    """Return "Refusion: 1 fravær er over fristen, 2 haster"."""
    counted = Counter(one.level for one in missing)
    said = []
    if counted[Level.LATE]:
        said.append(f"{counted[Level.LATE]} fravær er over fristen")
    if counted[Level.ALARM]:
        said.append(f"{counted[Level.ALARM]} {'' if said else 'fravær '}haster")
    return f"Refusion: {', '.join(said)}"


def _text(
    name: str, recipient: Recipient, missing: Sequence[Missing], today: date, *, links: tuple[str, str], house: str
) -> str:
    board, guide = links
    where = "Der er fravær" if recipient is Recipient.HR else "Der er fravær i dine enheder"
    lines = [
        f"Kære {name}",
        "",
        f"{where}, hvor kommunen mister sygedagpengerefusion, hvis næste skridt ikke sker i tide.",
        "",
    ]
    for level, heading in ((Level.LATE, "Over fristen:"), (Level.ALARM, "Haster:")):
        told = [one for one in missing if one.level is level]
        if told:
            lines += [heading, *_lines(told, today), ""]
    lines += [
        f"Se hvilke, og hvad du skal gøre: {board}",
        "Er der handlet, så tryk »Der er handlet« på listen. Så hviler påmindelserne, til fristen er overskredet.",
        f"Vejledning: {guide}",
        "",
        "Hverken navne eller enheder står i mailen, fordi sygdom er en privat sag.",
        "",
        "Venlig hilsen",
        house,
    ]
    return "\n".join(lines) + "\n"


def _lines(missing: Iterable[Missing], today: date) -> list[str]:
    counted = Counter((one.deadline, one.step) for one in missing)
    return [f"- {count} fravær: {_what(step, deadline, today)}" for (deadline, step), count in sorted(counted.items())]


def _what(step: Next, deadline: date, today: date) -> str:
    day, left = short_date(deadline), (deadline - today).days
    if left < 0:
        act = "anmeld i NemRefusion i dag" if step is Next.NOTIFY else "anmod om refusion i dag"
        return f"{act} (fristen var {day})"
    act = "anmeldelsen skal være underskrevet i NemRefusion" if step is Next.NOTIFY else "anmod om refusion"
    days = "sidste dag er i dag" if left == 0 else f"{counted(left, 'dag', 'dage')} tilbage"
    return f"{act} senest {day} ({days})"
