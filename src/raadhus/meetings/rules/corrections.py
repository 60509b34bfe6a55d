"""A person's corrections of a reading: which fields may be edited, and what the reading is afterwards.

An edit names a place in the reading ("date", "items.3.title", "items.3.recommendations.1.2.outcome") and the new value
as text. The spans stay: they say where in the document the value was found, whatever it is corrected to.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from raadhus.kernel.errors import WrongInput
from raadhus.meetings.rules.outcomes import Outcome
from raadhus.meetings.rules.reading import Kind, Reading, SectionKind
from raadhus.meetings.rules.sentences import Sentence
from raadhus.meetings.rules.stored_reading import Json, from_stored, to_stored


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
_DECISION: Mapping[str, Callable[[str], Any]] = {"text": _text, "outcome": _outcome, "body": _optional}


def corrected(reading: Reading, edits: Mapping[str, str]) -> Reading:
    """Return the reading with the edits made. Raises WrongCorrection on a value or a place that cannot be.

    An edit that says what the reading already says changes nothing.
    """
    data = to_stored(reading)
    moves = {place: value for place, value in edits.items() if _MOVE.fullmatch(place)}
    for place, value in edits.items():
        if place not in moves:
            _edit(data, place, value)
    # From the last item on, so that the numbers of the others still hold.
    for place in sorted(moves, key=lambda one: -int(one.split(".")[1])):
        _move(data["items"], int(place.split(".")[1]), moves[place])
    return from_stored(data)


# What is done with an item that the importer saw where there is none.
KEEP, JOIN, REMOVE = "keep", "join", "remove"
_MOVE = re.compile(r"items\.\d{1,6}\.stays", re.ASCII)
_LISTS = ("sections", "recommendations", "votes", "earlier_decisions", "attachments", "obligations")


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


def _edit(data: Json, place: str, value: str) -> None:
    parts = place.split(".")
    if len(parts) == 1:
        _set(data, _HEADER, parts[0], value)
        return
    try:
        target, fields = _target(data, parts[:-1])
    except (KeyError, IndexError, TypeError, ValueError) as error:
        raise WrongCorrection(Sentence("Læsningen har ikke noget, der hedder »%(place)s«.", place=place)) from error
    _set(target, fields, parts[-1], value)


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
