"""Votes: the counts are those of the people entitled, a majority carries, and who may have a dissent written."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from raadhus.kernel.errors import WrongInput
from raadhus.kernel.sources import rule
from raadhus.meetings.rules.deciding.law import MAJORITY, PROTOCOL
from raadhus.meetings.rules.outcomes import Outcome
from raadhus.meetings.rules.sentences import Sentence


class Side(StrEnum):
    """How one voted."""

    FOR = "in_favour"
    AGAINST = "against"
    ABSTAIN = "abstain"


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote: how many on each side, and the keys of who they were; a secret vote has no keys."""

    in_favour: int
    against: int
    abstain: int
    is_secret: bool = False
    sides: tuple[tuple[str, Side], ...] = ()

    @property
    def passes(self) -> bool:
        """True when more voted for than against."""
        return carries(self.in_favour, self.against)

    @property
    def minority(self) -> Side | None:
        """The side that was outvoted, or None when nobody was."""
        side, count = (Side.AGAINST, self.against) if self.passes else (Side.FOR, self.in_favour)
        return side if count else None


class NotAVote(WrongInput):
    """The counts or names cannot be right."""


@rule(MAJORITY)
def carries(in_favour: int, against: int) -> bool:
    """Return True when the proposal is adopted: more for than against. A tie is a refusal; the chair has no casting vote."""
    return in_favour > against


def checked_vote(vote: Vote, entitled: Collection[str]) -> Vote:
    """Return the vote. Raises NotAVote when it is not a vote of exactly those who were entitled."""
    if min(vote.in_favour, vote.against, vote.abstain) < 0:
        raise NotAVote(Sentence("Et stemmetal kan ikke være mindre end nul."))
    cast = vote.in_favour + vote.against + vote.abstain
    if cast != len(entitled):
        raise NotAVote(
            Sentence(
                "Der er talt %(cast)s stemmer, men %(entitled)s deltager i punktet. Ret tallene eller fremmødet.",
                cast=str(cast),
                entitled=str(len(entitled)),
            )
        )
    if vote.is_secret and vote.sides:
        raise NotAVote(Sentence("En hemmelig afstemning har ingen navne."))
    _check_names(vote, entitled)
    return vote


def _check_names(vote: Vote, entitled: Collection[str]) -> None:
    if not vote.sides:
        return
    keys = [key for key, _side in vote.sides]
    if len(set(keys)) != len(keys) or not set(keys) <= set(entitled):
        raise NotAVote(Sentence("Et navn står to gange, eller er på en, der ikke deltager i punktet."))
    for side, count in ((Side.FOR, vote.in_favour), (Side.AGAINST, vote.against), (Side.ABSTAIN, vote.abstain)):
        if sum(1 for _key, at in vote.sides if at is side) != count:
            raise NotAVote(Sentence("Navnene passer ikke med stemmetallene."))


_REFUSED = frozenset({Outcome.REJECTED})
_CARRIED = frozenset({Outcome.APPROVED, Outcome.APPROVED_WITH_REMARKS, Outcome.RECOMMENDED})


def contradicts(vote: Vote, outcome: Outcome) -> bool:
    """Return True when a recommendation was given what the vote on it did not."""
    return outcome in (_REFUSED if vote.passes else _CARRIED)


@rule(PROTOCOL)
def may_dissent(person: str, votes: Collection[Vote], *, has_votes: bool, entitled: Collection[str]) -> bool:
    """Return True when a person may have a short dissent written: a member outvoted on this item.

    A secret vote tells not who, so that there was a minority is enough. A body that does not vote lets those who took part.
    """
    if person not in entitled:
        return False
    if not has_votes:
        return True
    return any(_outvoted(person, vote) for vote in votes)


def _outvoted(person: str, vote: Vote) -> bool:
    if vote.minority is None:
        return False
    return not vote.sides or dict(vote.sides).get(person) is vote.minority
