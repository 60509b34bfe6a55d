"""Where items begin. Each way of numbering proposes rows; evidence around each row decides, and the document's own habit.

No municipality is named here: what counts is what stands around a candidate (a case number, an open/closed mark, a section
heading, the table of contents, how the line is printed) and that the document does it the same way all through.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from raadhus.meetings.reader.contents import Contents, title_key
from raadhus.meetings.reader.habits import Habit
from raadhus.meetings.reader.headings import Style
from raadhus.meetings.reader.marks import (
    begins_closed,
    is_case_line,
    is_divider,
    split_case,
    split_status,
    status_alone,
)
from raadhus.meetings.reader.proposals import FAMILIES, Proposal, keyword, numbered
from raadhus.meetings.reader.rows import Role, Row, Sheet
from raadhus.meetings.reader.surroundings import Surroundings

_LIST_TEXT = re.compile(r"at\b|at\)|ad\b", re.IGNORECASE)
_UNFINISHED = re.compile(r"[,;]$|\b(?:og|eller|samt)$")
_EMPTY_CASE = re.compile(r"sags?\s?(?:nr|nummer)\.?\s*:?$", re.IGNORECASE)
_WIDE = re.compile(r"^\d{1,4}[.:)]?[ \xa0]{3,}\S")
_ENOUGH = 3
_LONGEST_TITLE = 300
_STYLE_EVIDENCE = {Style.MARKED: 3, Style.LARGE: 2, Style.BOLD: 1}
_CLEARLY_MORE = 1.5
_OVERVIEW_STEP = 2


@dataclass(frozen=True, slots=True)
class Start:
    """An item's first row: how it is numbered, its number, and the title's beginning on that row ("" when on the next)."""

    row: Row
    family: str
    number: str | None
    title: str
    evidence: int = 0


def find_starts(sheet: Sheet, contents: Contents, habit: Habit) -> list[Start]:
    """Return the items' first rows in order; an overview that repeats them without a heading gets its role."""
    view = Surroundings(sheet, contents, habit)
    best: list[Start] = []
    for family in FAMILIES:
        accepted = _once(view, [start for start in _judged(view, family) if start.evidence >= _ENOUGH])
        if _weight(accepted) > _weight(best):
            best = accepted
    for other in (_by_contents(view), _by_opening(view)):
        if len(other) > len(best) * _CLEARLY_MORE:
            best = other
    return _with_title_before(view, best) or _plain_list(view)


def _weight(starts: Iterable[Start]) -> int:
    return sum(start.evidence for start in starts)


def _judged(view: Surroundings, family: Callable[[Row], Proposal | None]) -> list[Start]:
    """Return the rows that a way of numbering proposes, each with its evidence."""
    starts: list[Start] = []
    for position, row in enumerate(view.rows):
        proposal = family(row)
        if proposal is None or len(proposal[1]) > _LONGEST_TITLE or not _has_title(view, position, family, proposal):
            continue
        number, title = proposal
        starts.append(Start(row, family.__name__, number, title, _evidence(view, position, family, title)))
    return _gaps_filled(_without_lists(view, _counted_on(starts)))


def _gaps_filled(starts: list[Start]) -> list[Start]:
    """Take a start with nothing around it but its place in the count: the number after the last, on a line set apart."""
    last: int | None = None
    seen: set[int] = set()
    result: list[Start] = []
    for start in starts:
        number = int(start.number or 0)
        counts_on = last is not None and number == last + 1 and number - 1 not in seen and bool(start.title)
        if start.evidence < _ENOUGH and counts_on and _is_apart(start) and not _runs_on(start):
            start = replace(start, evidence=_ENOUGH)  # noqa: PLW2901 - the same start, now with enough
        if start.evidence >= _ENOUGH:
            last, seen = number, set()
        else:
            seen.add(number)
        result.append(start)
    return result


def _is_apart(start: Start) -> bool:
    """Return True where a blank line or something that opens items stands before the start, and nothing speaks against it."""
    return start.evidence > 0 or (start.evidence == 0 and start.row.gap > 0)


def _runs_on(start: Start) -> bool:
    """Return True for a sentence, which no title is."""
    return start.title[-1] in ".,;:" or len(start.title) > _LONGEST_TITLE / 2


def _counted_on(starts: list[Start]) -> list[Start]:
    """Add evidence where likely starts count on from one to the next, and to a "1." that is the only one."""
    likely = [start for start in starts if start.evidence >= _ENOUGH - 1]
    if [start.number for start in likely] == ["1"]:
        return [replace(start, evidence=start.evidence + (start in likely)) for start in starts]
    counted = {
        start.row.index
        for one, other in pairwise(likely)
        if int(other.number or 0) == int(one.number or 0) + 1
        for start in (one, other)
    }
    return [replace(start, evidence=start.evidence + 1) if start.row.index in counted else start for start in starts]


def _has_title(view: Surroundings, position: int, family: Callable[[Row], Proposal | None], proposal: Proposal) -> bool:
    """Require that a number that stands alone has words on the next row (or, after a keyword, before it)."""
    if proposal[1] or family is keyword:
        return True
    following = view.rows[position + 1].text if position + 1 < len(view.rows) else ""
    return any(character.isalpha() for character in following) and not view.ends_title(position + 1)


def _evidence(view: Surroundings, position: int, family: Callable[[Row], Proposal | None], title: str) -> int:
    row, style = view.rows[position], view.styles[position]
    printed = title
    score = _STYLE_EVIDENCE.get(style, 0)
    if not title and family is not keyword:
        printed = view.rows[position + 1].text
        score += 2 if view.styles[position + 1] >= Style.BOLD else 0
    confirmed = view.confirmed(position, printed, family)
    score += confirmed
    score += 3 if split_status(row.line.text)[1] is not None or status_alone(title) is not None else 0
    score += 2 if family is numbered and _WIDE.match(row.line.text) and not row.line.level else 0
    promised = bool(printed) and view.contents.promise(printed)
    score += 3 if promised else 0
    score += 3 if split_case(title)[1] else 0
    score += 2 if title and status_alone(title) is None and begins_closed(title) else 0
    score += 2 if family is keyword else 0
    score += 1 if position == 0 or _opens_item(view.rows[position - 1]) else 0
    if family is keyword and not title and position and view.is_statement(position - 1):
        score -= 4  # the item's number once more, below "Byrådets møde den 3. maj"
    if _LIST_TEXT.match(title) or (_UNFINISHED.search(title) and not promised):
        score -= 4
    if (
        view.in_list[position]
        and family is not keyword
        and not promised
        and confirmed < _ENOUGH
        and score < 2 * _ENOUGH
    ):
        score -= 3
    return score


def _opens_item(row: Row) -> bool:
    """Return True for a divider line, or a case number on a line of its own."""
    return is_divider(row.text) or is_case_line(row.text) or _EMPTY_CASE.match(row.text) is not None


def _without_lists(view: Surroundings, starts: list[Start]) -> list[Start]:
    """Drop numbered lines that follow one another like a list, when what stands around them is only a list."""
    kept: list[Start] = []
    for position, start in enumerate(starts):
        neighbours = starts[max(0, position - 1) : position] + starts[position + 1 : position + 2]
        listed = any(
            abs(other.row.index - start.row.index) == 1 and abs(int(other.number or 0) - int(start.number or 0)) == 1
            for other in neighbours
            if other.evidence < 2 * _ENOUGH and start.evidence - other.evidence < _ENOUGH + (start.row.gap == 0)
        )
        if not listed or start.evidence >= 2 * _ENOUGH or _is_marked(view, start):
            kept.append(start)
    return kept


def _is_marked(view: Surroundings, start: Start) -> bool:
    printed = start.row.is_heading or start.row.is_table
    return printed or split_status(start.row.line.text)[1] is not None or view.contents.promise(start.title)


def _without_overview(view: Surroundings, starts: list[Start]) -> list[Start]:
    """Drop a list of the items, row upon row, when the same numbers come again with the items themselves."""
    again = next((place for place, start in enumerate(starts) if place and start.number == starts[0].number), 0)
    first, rest = starts[:again], starts[again:]
    packed = all(other.row.index - one.row.index <= _OVERVIEW_STEP for one, other in pairwise(first))
    if len(first) < 2 or not packed or not {start.number for start in first} <= {start.number for start in rest}:  # noqa: PLR2004 - a list has two rows
        return starts
    view.sheet.take((start.row for start in first), Role.CONTENTS)
    return rest


def _once(view: Surroundings, starts: list[Start]) -> list[Start]:
    """Keep one of several printings of the same number and title: the best confirmed one, the last in a tie."""
    starts = _without_overview(view, starts)
    groups: dict[tuple[str | None, str], list[Start]] = defaultdict(list)
    for start in starts:
        groups[start.number, title_key(start.title) or str(start.row.index)].append(start)
    chosen = {max(group, key=lambda start: (start.evidence, start.row.index)).row.index for group in groups.values()}
    kept = [start for start in starts if start.row.index in chosen]
    if kept:
        overview = [start.row for start in starts if start.row.index < kept[0].row.index - 2]
        view.sheet.take(overview if len(overview) > 1 else [], Role.CONTENTS)
    return kept


def _with_title_before(view: Surroundings, starts: list[Start]) -> list[Start]:
    """Where a row holds only "Sag nr. 162" and no title follows, the title is the row before."""
    place = {row.index: position for position, row in enumerate(view.rows)}
    result: list[Start] = []
    for start in starts:
        position = place[start.row.index]
        bare = start.family == keyword.__name__ and not start.title
        if bare and position and view.ends_title(position + 1) and view.may_be_title(position - 1):
            title = view.rows[position - 1]
            result.append(replace(start, row=title, title=split_status(title.text)[0]))
        else:
            result.append(start)
    return result


def _by_contents(view: Surroundings) -> list[Start]:
    """Without numbers: the rows that the table of contents promises, and that are followed by what belongs to an item.

    A title is taken as often as it is promised; where it stands once more it is a heading within the item.
    """
    promised = Counter(view.contents.keys)
    starts: list[Start] = []
    for position, row in enumerate(view.rows):
        key = title_key(row.text)
        if not promised[key] or view.heads[position]:
            continue
        if view.styles[position] > Style.NONE or view.confirmed(position, ""):
            promised[key] -= 1
            starts.append(Start(row, "contents", None, row.text, _ENOUGH))
    return starts


def _by_opening(view: Surroundings) -> list[Start]:
    """Without numbers: the rows right before what opens every item, a heading or a line of registration data."""
    groups: dict[str, list[Start]] = defaultdict(list)
    for position, row in enumerate(view.rows[:-1]):
        following = view.rows[position + 1]
        if not view.ends_title(position + 1) or view.ends_title(position) or following.gap > 1 or row.is_table:
            continue
        alone = position == 0 or row.gap > 1 or view.styles[position] > Style.BOLD
        if alone and len(row.text) <= _LONGEST_TITLE and not row.text.endswith((",", ":", ";")):
            title, _ = split_status(row.text)
            opening = following.fold.strip(" :") if view.heads[position + 1] else ""
            groups[opening].append(Start(row, "opening", None, title, _ENOUGH))
    starts = max(groups.values(), key=len, default=[])
    return starts if len(starts) > 1 or (starts and starts[0].row is view.rows[0]) else []


def _plain_list(view: Surroundings) -> list[Start]:
    """Nothing but a numbered list of titles after the header: an agenda without texts."""
    starts: list[Start] = []
    for row in view.rows:
        proposal = numbered(row)
        if proposal and proposal[0] == str(len(starts) + 1) and len(proposal[1]) <= _LONGEST_TITLE:
            starts.append(Start(row, "list", proposal[0], proposal[1], _ENOUGH))
    if any(view.heads):
        # Short minutes: text below some titles, a decision below others; each title stands apart.
        starts = [start for start in starts if start.row.gap and not _runs_on(start)]
        starts = [start for place, start in enumerate(starts) if start.number == str(place + 1)]
    return starts if len(starts) > 1 else []
