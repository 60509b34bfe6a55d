"""Where a decided case goes next: back to the same body, back to its author, or on to another body."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from raadhus.core.obligations.rules.due import NotADueDate, parse_due
from raadhus.meetings.rules.deciding.choices import goes_on
from raadhus.meetings.rules.deciding.given import WHOLE, Outcomes
from raadhus.meetings.rules.deciding.trees import Node, every
from raadhus.meetings.rules.outcomes import Outcome

_COMES_BACK = frozenset({Outcome.DEFERRED, Outcome.RETURNED})
# A body that gave nothing but these has not decided the case: who proposed it waits on.
_UNDECIDED = frozenset({Outcome.DEFERRED, Outcome.RETURNED, Outcome.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class Onward:
    """One new treatment that a decision asks for. `to_body` is empty when it is the same body's; `ids` the recommendations that go."""

    outcome: Outcome
    ids: frozenset[str]
    to_body: str = ""
    as_type: str = ""
    wanted: str = ""
    reason: str = ""


def onward(nodes: Sequence[Node], given: Outcomes, *, decided_in: str = "") -> tuple[Onward, ...]:
    """Return the new treatments, in the order of the recommendations. What is recommended goes to `decided_in` unless it says where."""
    groups: dict[tuple[str, str, str, str], Onward] = {}
    for node_id in [node.id for node in every(nodes)] or [WHOLE]:
        one = given.get(node_id)
        if one is None or not (one.outcome in _COMES_BACK or goes_on(one.outcome)):
            continue
        to_body = (one.to_body or decided_in) if goes_on(one.outcome) else ""
        kind = "on" if goes_on(one.outcome) else one.outcome.value
        key = (kind, to_body, one.as_type, one.wanted)
        before = groups.get(key)
        ids = (before.ids if before else frozenset()) | {node_id}
        reason = before.reason if before and before.reason else one.remark
        first = before.outcome if before else one.outcome
        groups[key] = Onward(first, ids, to_body, one.as_type, one.wanted, reason)
    return tuple(groups.values())


def is_undecided(given: Outcomes) -> bool:
    """Return True when everything was put off, sent back or taken off."""
    return bool(given) and all(one.outcome in _UNDECIDED for one in given.values())


def kept_tree(raw: Sequence[Mapping[str, Any]], ids: Collection[str]) -> list[dict[str, Any]]:
    """Return a draft's recommendations with only those that go on, and those that they stand under."""
    kept = []
    for one in raw:
        children = kept_tree(one.get("children") or (), ids)
        if children or str(one["id"]) in ids:
            kept.append({**one, "children": children})
    return kept


def wanted_day(wanted: str) -> date | None:
    """Return the last day that is meant by "2026-08-14", "2026-08" or "2026-Q3"; None for none."""
    try:
        return parse_due(wanted).last_day if wanted else None
    except NotADueDate:
        return None
