"""One item as it is being decided: recommendations with their outcomes, the text and what is wrong with it, and what follows."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _

from raadhus.meetings.models import (
    Treatment,
    TreatmentVersion,
)
from raadhus.meetings.queries.live_beside import beside
from raadhus.meetings.queries.live_rows import (
    EVERY,
    Choice,
    LiveItem,
    LiveRecommendation,
    LiveRow,
    SaidOtherwise,
)
from raadhus.meetings.queries.treatment_state import (
    differences_of,
    given_of,
    is_decided_elsewhere,
    item_to_close,
    nodes_of,
    phrasing,
)
from raadhus.meetings.queries.treatments import clock_time
from raadhus.meetings.queries.wording import said
from raadhus.meetings.rules.deciding.choices import KEYS, NEEDS_WORDS, choices, is_final
from raadhus.meetings.rules.deciding.closing import obstacles
from raadhus.meetings.rules.deciding.given import WHOLE, Given
from raadhus.meetings.rules.deciding.trees import Node, every
from raadhus.meetings.rules.deciding.wording import decision_sentence
from raadhus.meetings.rules.outcomes import Outcome

_NUMBER_KEYS = 9


def live_item(one: Treatment, rows: Sequence[LiveRow], chosen: str) -> LiveItem:
    """Return the item with a recommendation chosen: the one asked for, else the first without an outcome."""
    row = next(each for each in rows if each.id == str(one.pk))
    place = rows.index(row)
    return LiveItem(
        **_facts(one, row),
        **_outcomes(one, row, chosen),
        **_said(one, row),
        **beside(one),
        previous_url=rows[place - 1].url if place else "",
        next_url=rows[place + 1].url if place + 1 < len(rows) else "",
    )


def _facts(one: Treatment, row: LiveRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "number": one.number,
        "title": one.draft.title,
        "case_number": one.draft.case_number,
        "is_closed": one.draft.closed,
        "revision": one.revision,
        "is_decided": row.is_decided,
        "decided_by": one.decided_by_name,
        "started": clock_time(one.started_at),
        "ended": clock_time(one.decided_at),
        "minutes": row.minutes,
        "estimated": row.estimated,
        "can_undo": TreatmentVersion.objects.filter(treatment=one, undone_at=None).exists(),
    }


def _outcomes(one: Treatment, row: LiveRow, chosen: str) -> dict[str, Any]:
    """Return the recommendations, which of them the next outcome goes to, and what may be given."""
    nodes, given = nodes_of(one), given_of(one)
    elsewhere, ids = is_decided_elsewhere(one), _chosen(nodes, given, chosen)
    first = given.get(ids[0]) if ids else None
    decided_in = one.draft.decided_in
    return {
        "recommendations": list(_recommendations(nodes, given, ids, row.url, elsewhere=elsewhere)),
        "chosen": ids,
        "chosen_label": _chosen_label(nodes, ids),
        "given": first,
        "needs_words": first is not None and first.outcome in NEEDS_WORDS and not (first.remark or first.to_body),
        "choices": [
            Choice(code, KEYS[code], first is not None and first.outcome is code)
            for code in choices(decided_elsewhere=elsewhere)
        ],
        "generated": decision_sentence(nodes, given, phrasing(one)),
        "may_recommend_to": decided_in.name if decided_in and elsewhere else "",
    }


def _said(one: Treatment, row: LiveRow) -> dict[str, Any]:
    """Return the texts, and what is wrong with them."""
    return {
        "text": one.decision_text,
        "is_own_words": one.is_own_words,
        "public_decision": one.public_decision,
        "kept_reason": one.kept_reason,
        "note": one.note,
        "differences": [_otherwise(each.label, each.code, each.said) for each in differences_of(one)],
        "obstacles": [] if row.is_decided else [said(each.sentence) for each in obstacles(item_to_close(one))],
    }


def _chosen(nodes: Sequence[Node], given: dict[str, Given], wanted: str) -> list[str]:
    """Return the ids that the next outcome goes to."""
    ids = [node.id for node in every(nodes)]
    if not ids:
        return [WHOLE]
    if wanted == EVERY:
        return ids
    if wanted in ids:
        return [wanted]
    return [next((one for one in ids if one not in given), ids[0])]


def _chosen_label(nodes: Sequence[Node], ids: Sequence[str]) -> str:
    labels = [node.label for node in every(nodes) if node.id in ids]
    if not labels:
        return _("Punktet som helhed")
    if len(labels) > 1:
        return _("Alle indstillinger")
    return _("Indstilling %(label)s") % {"label": labels[0]}


def _recommendations(
    nodes: Sequence[Node], given: dict[str, Given], ids: Sequence[str], url: str, *, elsewhere: bool
) -> Iterator[LiveRecommendation]:
    for place, (depth, node) in enumerate(_deep(nodes), 1):
        one = given.get(node.id)
        yield LiveRecommendation(
            id=node.id,
            label=node.label,
            text=node.text,
            depth=depth,
            given=one,
            is_final=one is not None and is_final(one.outcome, decided_elsewhere=elsewhere),
            url=f"{url}&indstilling={node.id}",
            key=str(place) if place <= _NUMBER_KEYS else "",
            chosen=node.id in ids,
        )


def _deep(nodes: Sequence[Node], depth: int = 0) -> Iterator[tuple[int, Node]]:
    for node in nodes:
        yield depth, node
        yield from _deep(node.children, depth + 1)


def _otherwise(label: str, code: Outcome | None, read: Outcome | None) -> SaidOtherwise:
    nothing = _("intet udfald")
    return SaidOtherwise(label, _(code.label) if code else nothing, _(read.label) if read else nothing)
