"""Which outcomes a body may give, the key of each on the keyboard, and whether an outcome is the last word."""

from raadhus.meetings.rules.outcomes import IMPORT_ONLY, Outcome

# The key that gives the outcome when the minutes are written live.
KEYS: dict[Outcome, str] = {
    Outcome.APPROVED: "g",
    Outcome.APPROVED_WITH_REMARKS: "b",
    Outcome.REPLACED: "e",
    Outcome.NOTED: "t",
    Outcome.DISCUSSED: "d",
    Outcome.RECOMMENDED: "a",
    Outcome.REFERRED: "s",
    Outcome.DEFERRED: "u",
    Outcome.RETURNED: "r",
    Outcome.REJECTED: "f",
    Outcome.WITHDRAWN: "x",
}
# The outcome says little without a remark, another text, or the body it goes to.
NEEDS_WORDS = frozenset({Outcome.APPROVED_WITH_REMARKS, Outcome.REPLACED, Outcome.REFERRED})
# Somebody else decides, or the same body does later; a case that was taken off is not decided at all.
_ONWARD = frozenset({Outcome.RECOMMENDED, Outcome.REFERRED})
_WAITS = frozenset({Outcome.DEFERRED, Outcome.RETURNED, Outcome.WITHDRAWN})
# What a body that does not decide in the end may call settled for its own part.
_OWN_PART = frozenset({Outcome.NOTED, Outcome.DISCUSSED})


def choices(*, decided_elsewhere: bool) -> tuple[Outcome, ...]:
    """Return the outcomes that may be chosen: "anbefales" only of a case that another body decides in the end."""
    return tuple(
        one for one in Outcome if one not in IMPORT_ONLY and (one is not Outcome.RECOMMENDED or decided_elsewhere)
    )


def is_final(outcome: Outcome | None, *, decided_elsewhere: bool = False) -> bool:
    """Return True when nothing more is to be decided: "anbefales" never is, whoever said it.

    Of a case that another body decides in the end, what this one approves or refuses is a step on the way.
    """
    if outcome is None or outcome in _ONWARD or outcome in _WAITS or outcome in IMPORT_ONLY:
        return False
    return not decided_elsewhere or outcome in _OWN_PART


def goes_on(outcome: Outcome) -> bool:
    """Return True when the case goes on to another body."""
    return outcome in _ONWARD
