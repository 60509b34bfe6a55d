"""Which obligations a decision about the statement gives (docs/rules/refunds.md)."""

from raadhus.kernel.ports import CodedDecision, CodedOutcome
from raadhus.kernel.recommending import bare
from raadhus.refunds.rules.board_case import GUIDE, INFORM, NEWSLETTER, RECOMMENDATIONS

# A body has said yes, with or without remarks.
APPROVING = frozenset({"approved", "approved_with_remarks", "noted", "recommended"})

_FOLLOWED = {
    INFORM: "Orienter Chefforum om udviklingen i den tabte sygedagpengerefusion",
    NEWSLETTER: "Udsend et Ledernyt om rettidig og korrekt indberetning af fravær",
    GUIDE: "Opdater og tydeliggør vejledningen om indberetning af fravær",
}


def follow_ups(decision: CodedDecision) -> tuple[str, ...]:
    """Return what is to be done after a decision, in the words of obligations.

    A recommendation is recognised by its words, or, when the words are withheld, by its place among as many as were proposed.
    """
    by_place = len(decision.outcomes) == len(RECOMMENDATIONS)
    found = []
    for place, text in enumerate(RECOMMENDATIONS):
        own = next((one for one in decision.outcomes if is_same(one.text, text)), None)
        if own is None and by_place and not decision.outcomes[place].text:
            own = decision.outcomes[place]
        if text in _FOLLOWED and own is not None and _is_approved(own):
            found.append(_FOLLOWED[text])
    return tuple(found)


def _is_approved(outcome: CodedOutcome) -> bool:
    return outcome.outcome in APPROVING


def is_same(first: str, second: str) -> bool:
    """Return True when two texts ask for the same, whatever their signs, capitals and how they begin ("At direktionen ...")."""
    return bool(_core(first)) and _core(first) == _core(second)


def _core(text: str) -> str:
    words = bare(text)
    return _BY_RECOMMENDATION.get(words, words)


# The body may order the recommendation in its own words: it is then the obligation that we would write.
_BY_RECOMMENDATION = {bare(recommended): bare(followed) for recommended, followed in _FOLLOWED.items()}
