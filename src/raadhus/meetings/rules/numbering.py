"""The numbers of the items on an agenda: from 1 at every meeting, or on through the year (docs/rules/agendas.md)."""

from collections.abc import Sequence

from raadhus.meetings.rules.profile_rules import Numbering


def item_numbers(count: int, numbering: Numbering, *, before: int = 0, taken: Sequence[int] = ()) -> tuple[str, ...]:
    """Return the numbers of `count` items in their order.

    Through the year `before` is the highest number of the body's earlier meetings that year, and `taken` are numbers that
    later meetings have sent out already: an item that would get one of them goes on after the highest.
    """
    if numbering is Numbering.MEETING:
        return tuple(str(place) for place in range(1, count + 1))
    used, number, numbers = frozenset(taken), before, []
    for _ in range(count):
        number += 1
        if number in used:
            number = max(used) + 1
        numbers.append(str(number))
    return tuple(numbers)
