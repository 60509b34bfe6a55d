"""What is private to one reader of a meeting: how long it is kept, and how much of it there may be."""

from datetime import datetime, timedelta

from raadhus.kernel.errors import WrongInput
from raadhus.meetings.rules.sentences import Sentence

LONGEST_NOTE = 20_000
LONGEST_QUOTE = 2_000
MOST_HIGHLIGHTS = 200


def forget_at(published_at: datetime | None, changed_at: datetime, days: int) -> datetime | None:
    """Return when a private note is forgotten; None while no minutes are published.

    That is `days` after they were published, or after the note was last changed when that is later.
    """
    return None if published_at is None else max(published_at, changed_at) + timedelta(days=days)


def checked_note(text: str) -> str:
    """Return a note as it is kept. Raises WrongInput when it is too long."""
    kept = text.replace("\r\n", "\n").strip()
    if len(kept) > LONGEST_NOTE:
        counts = {"count": str(len(kept)), "most": str(LONGEST_NOTE)}
        raise WrongInput(
            Sentence("Noten er på %(count)s tegn, og der er plads til %(most)s: gør den kortere.", **counts)
        )
    return kept


def checked_quote(text: str) -> str:
    """Return the words to mark. Raises WrongInput when there are none, or too many."""
    kept = text.replace("\r\n", "\n").strip()
    if not kept:
        raise WrongInput(Sentence("Vælg den tekst, der skal markeres, eller indsæt den i feltet."))
    if len(kept) > LONGEST_QUOTE:
        counts = {"count": str(len(kept)), "most": str(LONGEST_QUOTE)}
        raise WrongInput(
            Sentence(
                "Markeringen er på %(count)s tegn, og der er plads til %(most)s: markér et kortere stykke.", **counts
            )
        )
    return kept
