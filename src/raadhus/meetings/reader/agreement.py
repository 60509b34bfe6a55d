"""Whether a decision's text and its coded outcomes say the same: our own reader reads the text back.

What stands in the text word for word as a remark was coded with its outcome, and is not read as a verdict of its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from raadhus.meetings.reader.outcomes import decide
from raadhus.meetings.reader.verdicts import verdict_of_text
from raadhus.meetings.rules.deciding.given import WHOLE, Outcomes
from raadhus.meetings.rules.deciding.trees import Node, every
from raadhus.meetings.rules.outcomes import Outcome
from raadhus.meetings.rules.reading import ReadRecommendation


@dataclass(frozen=True, slots=True)
class Difference:
    """A recommendation (`label` "" for the whole item) of which the text says another thing than the code."""

    label: str
    code: Outcome | None
    said: Outcome | None


def differences(nodes: Sequence[Node], given: Outcomes, text: str, body: str = "") -> tuple[Difference, ...]:
    """Return where text and codes differ, in the order of the recommendations. `body` is the deciding body's name."""
    plain = _without_remarks(text, given, body)
    if not nodes:
        code = given[WHOLE].outcome if WHOLE in given else None
        said = verdict_of_text(plain)
        return () if said is code or (code is None and not given) else (Difference("", code, said),)
    read = decide(_as_read(nodes), plain)
    said_of = dict(zip((node.id for node in every(nodes)), _outcomes(read), strict=True))
    found = []
    for node in every(nodes):
        code = given[node.id].outcome if node.id in given else None
        if said_of[node.id] is not code:
            found.append(Difference(node.label, code, said_of[node.id]))
    return tuple(found)


def _without_remarks(text: str, given: Outcomes, body: str) -> str:
    remarks = sorted({one.remark.strip().rstrip(".") for one in given.values()} - {""}, key=len, reverse=True)
    for remark in remarks:
        text = text.replace(remark, "at dette" if remark.startswith("at ") else "dette")
    for name in sorted({one.to_body for one in given.values()} - {""}, key=len, reverse=True):
        text = text.replace(name, "Udvalget")
    return text.replace(body, "Direktionen") if body else text


def _as_read(nodes: Sequence[Node]) -> tuple[ReadRecommendation, ...]:
    return tuple(_read(node, node.label) for node in nodes)


def _read(node: Node, label: str) -> ReadRecommendation:
    children = tuple(_read(child, child.label.removeprefix(node.label)) for child in node.children)
    return ReadRecommendation(label, node.text, children)


def _outcomes(read: Sequence[ReadRecommendation]) -> Iterator[Outcome | None]:
    for one in read:
        yield one.outcome
        yield from _outcomes(one.children)
