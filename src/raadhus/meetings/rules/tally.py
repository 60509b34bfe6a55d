"""The outcome of an item from those of its recommendations: what most of them got, the first of them in a tie (DESIGN section 8)."""

from collections import Counter
from collections.abc import Sequence

from raadhus.meetings.rules.outcomes import Outcome


def common_outcome(outcomes: Sequence[Outcome]) -> Outcome | None:
    """Return what most got; of those that tie, the one that was given first. None when nothing was decided."""
    if not outcomes:
        return None
    counts = Counter(outcomes)
    most = max(counts.values())
    return next(one for one in outcomes if counts[one] == most)
