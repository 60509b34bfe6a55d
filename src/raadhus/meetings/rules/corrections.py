"""A person's corrections of a reading: which fields may be edited, and what the reading is afterwards.

An edit names a place in the reading ("date", "items.3.title", "items.3.recommendations.1.2.outcome") and the new value
as text. The spans stay: they say where in the document the value was found, whatever it is corrected to.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from raadhus.kernel.errors import WrongInput
from raadhus.meetings.rules.correction_parts import (
    add_part,
    echo,
    printed_values,
    says,
    write_attachments,
    write_run,
)
from raadhus.meetings.rules.outcomes import Outcome
from raadhus.meetings.rules.reading import Kind, Reading, SectionKind
from raadhus.meetings.rules.reading_parts import Json
from raadhus.meetings.rules.sentences import Sentence
from raadhus.meetings.rules.stored_reading import from_stored, to_stored


class WrongCorrection(WrongInput):
    """A corrected value cannot be used; the sentence says which and why."""


def _text(value: str) -> str:
    return value.strip()


def _optional(value: str) -> str | None:
    return value.strip() or None


def _lines(value: str) -> list[str]:
    return [line.strip() for line in value.splitlines() if line.strip()]


def _yes(value: str) -> bool:
    return value.strip().lower() in {"1", "on", "true", "ja"}


def _clock(value: str) -> str | None:
    text = value.strip().replace(".", ":")
    if text and not re.fullmatch(r"([01]?\d|2[0-3]):[0-5]\d", text):
        raise WrongCorrection(Sentence("Skriv klokkeslættet som 09:00, ikke »%(value)s«.", value=value))
    return text.rjust(5, "0") if text else None


def _day(value: str) -> str:
    try:
        return date.fromisoformat(value.strip()).isoformat()
    except ValueError as error:
        raise WrongCorrection(Sentence("Skriv datoen som 2025-06-02, ikke »%(value)s«.", value=value)) from error


def _outcome(value: str) -> str | None:
    if value and value not in {outcome.value for outcome in Outcome}:
        raise WrongCorrection(Sentence("Udfaldet »%(value)s« findes ikke.", value=value))
    return value or None


def _count(value: str) -> int | None:
    text = value.strip()
    if text and not re.fullmatch(r"\d{1,4}", text, re.ASCII):
        raise WrongCorrection(Sentence("Skriv antallet af stemmer som et tal, ikke »%(value)s«.", value=value))
    return int(text) if text else None


def _section_kind(value: str) -> str:
    if value not in {kind.value for kind in SectionKind}:
        raise WrongCorrection(Sentence("Afsnittets art »%(value)s« findes ikke.", value=value))
    return value


def _kind(value: str) -> str:
    if value not in {kind.value for kind in Kind}:
        raise WrongCorrection(Sentence("Dokumentets art »%(value)s« findes ikke.", value=value))
    return value


_HEADER: Mapping[str, Callable[[str], Any]] = {
    "kind": _kind,
    "body": _text,
    "date": _day,
    "start_time": _clock,
    "end_time": _clock,
    "place": _optional,
    "participants": _lines,
    "absent": _lines,
}
_ITEM: Mapping[str, Callable[[str], Any]] = {
    "number": _optional,
    "title": _text,
    "case_number": _optional,
    "closed": _yes,
}
_SECTION: Mapping[str, Callable[[str], Any]] = {"kind": _section_kind, "heading": _optional}
_RECOMMENDATION: Mapping[str, Callable[[str], Any]] = {
    "label": _optional,
    "text": _text,
    "outcome": _outcome,
    "remark": _optional,
}
_VOTE: Mapping[str, Callable[[str], Any]] = {
    "on": _optional,
    "for": _count,
    "against": _count,
    "abstain": _count,
    "result": _outcome,
}
_DECISION: Mapping[str, Callable[[str], Any]] = {"text": _text, "outcome": _outcome, "body": _optional}


def corrected(reading: Reading, edits: Mapping[str, str]) -> Reading:
    """Return the reading with the edits made. Raises WrongCorrection on a value or a place that cannot be.

    An edit that says what the reading already says changes nothing. Places count in the reading as it was: values are
    written first, then text, then parts are taken away from the last on, then new ones added, and items moved last.
    """
    data = to_stored(reading)
    printed = printed_values(data)
    # A form sends every text; one that is as it was must not undo what follows from the value beside it.
    for place in sorted((one for one in edits if not _is_as_it_was(data, one, edits[one])), key=_turn):
        _edit(data, place, edits[place])
    for item, kind, part, old in printed:
        echo(item, kind, old, part["text"])
    return from_stored(data)


# What is done with an item, or a part of one, that the importer saw where there is none.
KEEP, JOIN, REMOVE = "keep", "join", "remove"
_LISTS = ("sections", "recommendations", "votes", "earlier_decisions", "attachments", "obligations")
_N = r"\d{1,6}"
# What is not a plain value, in the order in which it is done.
_PHASES = (
    re.compile(rf"items\.{_N}\.sections\.{_N}\.text\.{_N}", re.ASCII),
    re.compile(rf"items\.{_N}\.(recommendations|votes|earlier_decisions)(\.{_N})+\.stays", re.ASCII),
    re.compile(rf"items\.{_N}\.(recommendations|votes|decision)\.new", re.ASCII),
    re.compile(rf"items\.{_N}\.stays", re.ASCII),
)
_LAST = 10**7


def _turn(place: str) -> tuple[int, tuple[int, ...]]:
    """Return when an edit is made: in its phase from the last place on, so that the others' numbers still hold."""
    phase = next((at for at, pattern in enumerate(_PHASES, start=1) if pattern.fullmatch(place)), 0)
    numbers = [-int(part) for part in place.split(".") if part.isdecimal()] if phase else []
    # What stands under another comes before it: a longer place before its own beginning.
    return phase, (*numbers, _LAST)


def _move(items: list[Json], index: int, how: str) -> None:
    """Keep an item, remove it, or join it to the one before; joined to a closed item, or closed itself, it is closed."""
    if how not in {KEEP, JOIN, REMOVE} or index >= len(items) or (how == JOIN and index == 0):
        raise WrongCorrection(Sentence("Et punkt kan beholdes, fjernes eller lægges sammen med punktet før."))
    if how == KEEP:
        return
    item = items.pop(index)
    if how == REMOVE and not items:
        raise WrongCorrection(Sentence("Det sidste punkt kan ikke fjernes; et møde har mindst ét."))
    if how == JOIN:
        before = items[index - 1]
        title = {"kind": "other", "heading": item["title"], "text": "", "blocks": [], "source": item["source"]}
        before["sections"].append(title)
        for name in _LISTS:
            before[name].extend(item[name])
        before["decision"] = before["decision"] or item["decision"]
        before["closed"] = before["closed"] or item["closed"]


def _is_as_it_was(data: Json, place: str, value: str) -> bool:
    if not _PHASES[0].fullmatch(place):
        return False
    _, item, _, section, _, first = place.split(".")
    try:
        return says(data["items"][int(item)]["sections"][int(section)], int(first), value)
    except IndexError:
        return False


def _edit(data: Json, place: str, value: str) -> None:
    parts = place.split(".")
    if len(parts) == 1:
        _set(data, _HEADER, parts[0], value)
        return
    try:
        if not _edit_part(data, parts, value):
            _set(*_target(data, parts[:-1]), parts[-1], value)
    except (KeyError, IndexError, TypeError, ValueError) as error:
        raise WrongCorrection(Sentence("Læsningen har ikke noget, der hedder »%(place)s«.", place=place)) from error


def _edit_part(data: Json, parts: Sequence[str], value: str) -> bool:
    """Make an edit that is more than a value: of text, of a list, or of whether a part is there. False when it is a value."""
    word, index, *inner = parts
    if word != "items":
        return False
    item = data["items"][_index(index)] if inner != ["stays"] else {}
    match inner:
        case ["stays"]:
            _move(data["items"], _index(index), value)
        case ["attachments"]:
            write_attachments(item, value)
        case ["sections", position, "text", first]:
            write_run(item["sections"][_index(position)], _index(first), value)
        case [("recommendations" | "votes" | "earlier_decisions") as name, *positions, "stays"]:
            _stays(item[name], positions, value)
        case [name, "new"]:
            if value.strip():
                add_part(data, item, name, value.strip())
        case _:
            return False
    return True


def _stays(level: list[Json], positions: Sequence[str], how: str) -> None:
    """Keep or remove a part, with what stands under it."""
    for position in positions[:-1]:
        level = level[_index(position)]["children"]
    if how not in {KEEP, REMOVE} or _index(positions[-1]) >= len(level):
        raise WrongCorrection(Sentence("Det kan beholdes eller fjernes."))
    if how == REMOVE:
        level.pop(_index(positions[-1]))


def _target(data: Json, parts: Sequence[str]) -> tuple[Json, Mapping[str, Callable[[str], Any]]]:
    """Return the part of the reading that the place names, and the fields that may be edited there."""
    word, index, *inner = parts
    if word != "items":
        raise KeyError(word)
    item = data["items"][_index(index)]
    match inner:
        case []:
            return item, _ITEM
        case ["decision"]:
            return _existing(item["decision"]), _DECISION
        case ["sections", position]:
            return item["sections"][_index(position)], _SECTION
        case ["votes", position]:
            return item["votes"][_index(position)], _VOTE
        case ["recommendations", *positions]:
            return _recommendation(item["recommendations"], positions), _RECOMMENDATION
        case _:
            raise KeyError(word)


def _existing(decision: Json | None) -> Json:
    if decision is None:
        raise KeyError("decision")
    return decision


def _recommendation(level: list[Json], positions: Sequence[str]) -> Json:
    first, *deeper = positions
    one = level[_index(first)]
    return _recommendation(one["children"], deeper) if deeper else one


def _index(text: str) -> int:
    if not text.isdecimal():
        raise ValueError(text)
    return int(text)


def _set(target: Json, fields: Mapping[str, Callable[[str], Any]], name: str, value: str) -> None:
    if name not in fields:
        raise WrongCorrection(Sentence("Feltet »%(name)s« kan ikke rettes.", name=name))
    target[name] = fields[name](value)
