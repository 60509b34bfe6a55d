"""The table of contents: which rows it is, and the titles it promises."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from raadhus.meetings.reader.rows import Role, Row, Sheet

_HEADINGS = frozenset(
    [
        "indholdsfortegnelse",
        "indhold",
        "dagsordenspunkter",
        "punkter på dagsordenen",
        "sagsoversigt",
        "oversigt over punkter",
        "oversigt",
        "dagsorden",
        "dagsordensoversigt",
        "punkter",
        "sagsliste",
        "indholdsoversigt",
        "punktoversigt",
        "følgende sager behandles",
        "emner",
        "dagsordenens punkter",
        "åbne punkter",
        "oversigt over sager",
    ]
)
_LEADER = re.compile(r"(?:\.\s?){3}\s*\d{0,4}$|…\s*\d{0,4}$|_{4}\s*\d{0,4}$")
_ENDS_IN_PAGE = re.compile(r"\s\d{1,4}$")
_ENTRY_NOISE = re.compile(
    r"^(?:(?:punkt|pkt|sag|nr)\.?\s*(?:nr\.?)?\s*)?\d{0,4}[.:)]?\s*|[.…_\s]*\d{0,4}$|\s*[-–(]?\s*\b(?:åbent?|lukket)\b\)?\s*$",
    re.IGNORECASE,
)
_WORDS = re.compile(r"\W+")
_LONGEST, _SHORTEST = 300, 3
_FARTHEST = 400
_SAME_TITLE = 18  # letters that must agree when a title was cut off in the table of contents


def title_key(text: str) -> str:
    """Return a title so that its entry in the contents and its printing in the body compare equal."""
    text, previous = text[:_LONGEST], None
    while previous != text:
        previous, text = text, _ENTRY_NOISE.sub("", text).strip()
    return _WORDS.sub("", text.casefold())


@dataclass(frozen=True)
class Contents:
    """The titles that the table of contents promises, in order, as keys."""

    keys: tuple[str, ...] = ()

    @cached_property
    def _exact(self) -> frozenset[str]:
        return frozenset(self.keys)

    @cached_property
    def _beginnings(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for key in self._exact:
            found[key[:_SAME_TITLE]].append(key)
        return found

    def promise(self, text: str) -> bool:
        """Return True when the contents hold this title, whole or cut off at either place."""
        key = title_key(text)
        if len(key) < _SHORTEST:
            return False
        if key in self._exact:
            return True
        near = self._beginnings.get(key[:_SAME_TITLE], ()) if len(key) >= _SAME_TITLE else ()
        return any(entry.startswith(key) or key.startswith(entry) for entry in near)

    def carries_on(self, text: str, more: str) -> bool:
        """Return True when the contents hold a title that begins with the text and goes on with what stands on the next row."""
        key, longer = title_key(text), title_key(f"{text} {more}")
        if len(key) < _SAME_TITLE or key in self._exact:
            return False
        return any(entry.startswith(longer) for entry in self._beginnings.get(key[:_SAME_TITLE], ()))


def mark_contents(sheet: Sheet) -> Contents:
    """Give the table of contents its role; return the titles it promises (none when there is no such table)."""
    rows = [row for row in sheet.rows if sheet.is_free(row)]
    dotted = [position for position, row in enumerate(rows) if _LEADER.search(row.text)]
    if len(dotted) >= 2:  # noqa: PLR2004 - one line of dots may be anything
        begin, end = _dotted_block(rows, dotted)
    else:
        begin, end = _undotted_block(rows)
    if end <= begin:
        return Contents()
    sheet.take(rows[begin:end], Role.CONTENTS)
    entries = [row for row in rows[begin:end] if row.fold.strip(" :") not in _HEADINGS]
    texts = _whole_entries(entries) if len(dotted) > 1 else [row.text for row in entries]
    return Contents(tuple(key for key in map(title_key, texts) if len(key) >= _SHORTEST))


def _whole_entries(rows: list[Row]) -> list[str]:
    """Return the entries as texts; one that wraps goes on until its leader."""
    entries, open_entry = [], ""
    for row in rows:
        open_entry = f"{open_entry} {row.text}".strip()
        if _LEADER.search(row.text) or _ENDS_IN_PAGE.search(row.text):
            entries.append(open_entry)
            open_entry = ""
    return [*entries, open_entry] if open_entry else entries


def _dotted_block(rows: list[Row], dotted: list[int]) -> tuple[int, int]:
    """Return the block from its heading to the last line with a leader; gaps inside are wrapped or cut-off entries."""
    begin, end = dotted[0], dotted[0]
    for position in dotted:
        if position - end > 4:  # noqa: PLR2004 - an entry wraps over a few lines at most
            break
        end = position
    while begin > 0 and begin > dotted[0] - 4 and rows[begin].fold.strip(" :") not in _HEADINGS:
        begin -= 1
    if rows[begin].fold.strip(" :") not in _HEADINGS:
        begin = dotted[0]
    end += 1
    while end < len(rows) and rows[end].gap == 0 and rows[end].line.page == rows[begin].line.page is not None:
        end += 1
    return begin, end


def _undotted_block(rows: list[Row]) -> tuple[int, int]:
    """Without leaders the contents end where their first entry comes again."""
    for position, row in enumerate(rows[:60]):
        if row.fold.strip(" :") in _HEADINGS and position + 1 < len(rows):
            again = _same_line(rows, position + 2, rows[position + 1])
            again = again or _again(rows, position + 2, title_key(rows[position + 1].text))
            if again:
                return position, again
    return 0, 0


def _same_line(rows: list[Row], start: int, entry: Row) -> int | None:
    """Return where the entry stands again with its number: several closed items share the title "Lukket"."""
    if not any(character.isdigit() for character in entry.fold):
        return None
    near = range(start, min(start + _FARTHEST, len(rows)))
    return next((position for position in near if rows[position].fold == entry.fold), None)


def _again(rows: list[Row], start: int, key: str) -> int | None:
    if len(key) < 4:  # noqa: PLR2004 - too short to be told apart
        return None
    for position in range(start, min(start + _FARTHEST, len(rows))):
        if title_key(rows[position].text) == key:
            return position
    return None
