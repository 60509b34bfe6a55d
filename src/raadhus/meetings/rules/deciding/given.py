"""What a body gives each recommendation: one coded outcome with its remark, and for what goes on or waits, where and when."""

from collections.abc import Mapping
from dataclasses import dataclass

from raadhus.meetings.rules.outcomes import Outcome


@dataclass(frozen=True, slots=True)
class Given:
    """One outcome. `to_body` is the other body's name, `as_type` a case type there, `wanted` "2026-08-14", "2026-08" or "2026-Q3".

    `remark` is the remark of an approval, the decision that replaces a recommendation, what a deferral waits for, or a reason.
    """

    outcome: Outcome
    remark: str = ""
    to_body: str = ""
    as_type: str = ""
    wanted: str = ""


# By the recommendation's id; "" for an item without recommendations, which is decided as a whole.
Outcomes = Mapping[str, Given]
WHOLE = ""
