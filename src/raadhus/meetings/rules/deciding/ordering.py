"""What a body orders with a decision: once, or again and again (then it is a standing decision)."""

from dataclasses import dataclass

from raadhus.core.obligations.rules.recurrence import Rhythm
from raadhus.kernel.errors import WrongInput
from raadhus.meetings.rules.sentences import Sentence

_MONTHS = 12
# With a fixed number of months between one must say more than fits in a meeting: that is written in the register.
RHYTHMS = (Rhythm.YEARLY, Rhythm.HALF_YEARLY, Rhythm.QUARTERLY)


@dataclass(frozen=True, slots=True)
class NewPromise:
    """What is ordered, of whom, by when and to which body. `rhythm` makes it standing, from `first_month` (1-12) on."""

    text: str
    owner_key: str = ""
    owner_text: str = ""
    due: str = ""
    to_body: str = ""
    recommendation_id: str = ""
    rhythm: str = ""
    first_month: int = 0


def checked_rhythm(promise: NewPromise) -> None:
    """Raise WrongInput when what comes back does not say when, and who answers for it."""
    if not promise.rhythm:
        return
    if promise.rhythm not in {one.value for one in RHYTHMS} or not 1 <= promise.first_month <= _MONTHS:
        raise WrongInput(Sentence("Vælg, hvor ofte det kommer igen, og i hvilken måned det begynder."))
    if not (promise.owner_key or promise.owner_text.strip()):
        raise WrongInput(Sentence("En stående beslutning skal have en ansvarlig."))
