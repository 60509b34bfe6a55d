"""The votes that were taken on an item, looked at once more when it is closed: attendance may have changed since."""

from collections.abc import Collection, Sequence

from raadhus.kernel.errors import WrongInput
from raadhus.meetings.rules.deciding.given import Given
from raadhus.meetings.rules.deciding.votes import Vote, checked_vote, contradicts
from raadhus.meetings.rules.sentences import Sentence


def votes_wrong(taken: Sequence[tuple[Vote, Given | None]], entitled: Collection[str]) -> tuple[Sentence, ...]:
    """Return what is the matter with the votes, each with the outcome of what was voted on when it is one recommendation."""
    found = []
    for vote, given in taken:
        try:
            checked_vote(vote, entitled)
        except WrongInput as error:
            found.append(error.args[0])
        if given is not None and contradicts(vote, given.outcome):
            found.append(
                Sentence("Udfaldet »%(outcome)s« er det modsatte af afstemningen.", outcome=given.outcome.label)
            )
    return tuple(found)
