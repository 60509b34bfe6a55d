"""What stands in the way of closing an item: every numbered recommendation has one coded outcome, whole and in agreement with the text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from raadhus.meetings.rules.deciding.choices import choices
from raadhus.meetings.rules.deciding.given import WHOLE, Given, Outcomes
from raadhus.meetings.rules.deciding.orders import orders_something
from raadhus.meetings.rules.deciding.trees import Node, every
from raadhus.meetings.rules.outcomes import Outcome
from raadhus.meetings.rules.sentences import Sentence


class Why(StrEnum):
    """Why an item cannot be closed yet."""

    NO_OUTCOME = "no_outcome"
    NO_REMARK = "no_remark"
    NO_REPLACEMENT = "no_replacement"
    VOTE = "vote"
    NO_BODY = "no_body"
    NOT_ELSEWHERE = "not_elsewhere"
    NOTED_ORDERS = "noted_orders"
    NO_TEXT = "no_text"
    DIFFERENCE = "difference"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One thing that must be put right first; `label` is the recommendation's number, "" for the whole item."""

    why: Why
    label: str
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class ItemToClose:
    """What is known of an item when somebody wants to close it.

    `without_decision`: marked as "ingen beslutning". `promising`: ids of recommendations that something is promised under.
    `differing`: numbers of recommendations of which the text says another thing than the code. `kept_reason`: why it stands.
    `votes_wrong`: what is the matter with the votes that were taken.
    """

    nodes: Sequence[Node]
    given: Outcomes
    text: str
    decided_elsewhere: bool = False
    without_decision: bool = False
    promising: frozenset[str] = frozenset()
    differing: Sequence[str] = ()
    votes_wrong: Sequence[Sentence] = ()
    kept_reason: str = ""


def obstacles(item: ItemToClose) -> tuple[Obstacle, ...]:
    """Return everything that keeps the item open, in the order of the recommendations. Empty when it may be closed."""
    if item.without_decision and not item.nodes and not item.given:
        return ()
    numbered = [(node.id, node.label) for node in every(item.nodes)] or [(WHOLE, "")]
    found = [one for node_id, label in numbered for one in _of(node_id, label, item)]
    if not item.text.strip() and not found:
        found.append(_obstacle(Why.NO_TEXT, ""))
    found.extend(Obstacle(Why.VOTE, "", sentence) for sentence in item.votes_wrong)
    if not item.kept_reason.strip():
        found.extend(_obstacle(Why.DIFFERENCE, label) for label in item.differing)
    return tuple(found)


def _of(node_id: str, label: str, item: ItemToClose) -> Iterator[Obstacle]:
    given = item.given.get(node_id)
    if given is None:
        yield _obstacle(Why.NO_OUTCOME, label)
        return
    if given.outcome in _NEED_WORDS and not given.remark.strip():
        yield _obstacle(_NEED_WORDS[given.outcome], label)
    if given.outcome is Outcome.REFERRED and not given.to_body.strip():
        yield _obstacle(Why.NO_BODY, label)
    if given.outcome not in choices(decided_elsewhere=item.decided_elsewhere):
        yield _obstacle(Why.NOT_ELSEWHERE, label)
    if given.outcome is Outcome.NOTED and (orders_something(given.remark) or node_id in item.promising):
        yield _obstacle(Why.NOTED_ORDERS, label)


_NEED_WORDS = {Outcome.APPROVED_WITH_REMARKS: Why.NO_REMARK, Outcome.REPLACED: Why.NO_REPLACEMENT}


def _obstacle(why: Why, label: str) -> Obstacle:
    return Obstacle(why, label, _numbered(why, label) if label else _WHOLE[why])


def _numbered(why: Why, label: str) -> Sentence:
    """Return what is wrong with one recommendation; each sentence stands whole, so that it can be said in another language."""
    return {
        Why.NO_OUTCOME: Sentence("Indstilling %(label)s mangler et udfald.", label=label),
        Why.NO_REMARK: Sentence("Indstilling %(label)s er godkendt med bemærkninger; skriv bemærkningen.", label=label),
        Why.NO_REPLACEMENT: Sentence(
            "Indstilling %(label)s er erstattet; skriv, hvad der besluttes i stedet.", label=label
        ),
        Why.NO_BODY: Sentence("Indstilling %(label)s sendes videre; skriv, hvilket organ den sendes til.", label=label),
        Why.NOT_ELSEWHERE: Sentence(
            "Indstilling %(label)s kan ikke anbefales, for sagen afgøres her. Vælg et andet udfald.", label=label
        ),
        Why.NOTED_ORDERS: Sentence(
            "Indstilling %(label)s tages til efterretning og bærer ingen beslutning. Vælg »Godkendt med bemærkninger«, "
            "eller tag pålægget ud.",
            label=label,
        ),
        Why.DIFFERENCE: Sentence(
            "Teksten siger noget andet end koden om indstilling %(label)s. Ret en af dem, eller skriv, hvorfor begge bliver stående.",
            label=label,
        ),
    }[why]


_WHOLE = {
    Why.NO_OUTCOME: Sentence("Punktet mangler et udfald. Er der intet at beslutte, så vælg »Ingen beslutning«."),
    Why.NO_REMARK: Sentence("Punktet er godkendt med bemærkninger; skriv bemærkningen."),
    Why.NO_REPLACEMENT: Sentence("Punktet er erstattet; skriv, hvad der besluttes i stedet."),
    Why.NO_BODY: Sentence("Punktet sendes videre; skriv, hvilket organ det sendes til."),
    Why.NOT_ELSEWHERE: Sentence("Punktet kan ikke anbefales, for sagen afgøres her. Vælg et andet udfald."),
    Why.NOTED_ORDERS: Sentence(
        "Punktet tages til efterretning og bærer ingen beslutning. Vælg »Godkendt med bemærkninger«, eller tag pålægget ud."
    ),
    Why.NO_TEXT: Sentence("Beslutningen har ingen tekst."),
    Why.DIFFERENCE: Sentence(
        "Teksten siger noget andet end koden. Ret en af dem, eller skriv, hvorfor begge bliver stående."
    ),
}


def normalised(given: Given) -> Given:
    """Return the outcome as it is kept: an approval with a remark is one with remarks, and what belongs to other codes is left out."""
    onward = given.outcome in (Outcome.REFERRED, Outcome.RECOMMENDED, Outcome.DEFERRED)
    approved = given.outcome is Outcome.APPROVED and given.remark.strip()
    return Given(
        Outcome.APPROVED_WITH_REMARKS if approved else given.outcome,
        given.remark.strip(),
        given.to_body.strip() if onward and given.outcome is not Outcome.DEFERRED else "",
        given.as_type if given.outcome in (Outcome.REFERRED, Outcome.RECOMMENDED) else "",
        given.wanted.strip() if onward or given.outcome is Outcome.RETURNED else "",
    )
