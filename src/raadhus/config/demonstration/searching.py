"""The demonstration's index, built once from everything: what no change announces, such as the pages of the linter's rules, is found too."""

from collections.abc import Iterator
from datetime import datetime

from raadhus.core.search.public import rebuild
from raadhus.kernel.actors import Actor


def load_index(*, actor: Actor, now: datetime) -> Iterator[str]:
    """Build the index; yield the number of each entry that was not in it as it should be, nothing the second time."""
    yield from (str(number) for number in range(rebuild(actor=actor, now=now).indexed))
