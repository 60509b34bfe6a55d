"""The shape of an invented document with its reading: what each layout test compares."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Item:
    """An item as it should be read; `decision` is how the decision's text begins."""

    number: str | None
    title: str
    case: str | None = None
    closed: bool = False
    recommendations: int = 0
    decision: str | None = None
    outcome: str | None = None
    attachments: tuple[str, ...] = ()
    sections: tuple[str, ...] | None = None
    outcomes: tuple[str | None, ...] | None = None
    votes: tuple[tuple[int | None, int | None, int | None], ...] = ()
    earlier: int | None = None


@dataclass(frozen=True)
class Layout:
    """An invented document in a layout that Danish municipalities use."""

    name: str
    text: str
    kind: str
    body: str | None
    date: str | None
    items: tuple[Item, ...]
    start: str | None = None
    end: str | None = None
    place: str | None = None
    participants: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    suffix: str = ".txt"
    unread: tuple[str, ...] = field(default=())
