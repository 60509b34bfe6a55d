"""Where items begin. Each way of numbering proposes rows; evidence around each row decides, and the document's own habit.

No municipality is named here: what counts is what stands around a candidate (a case number, an open/closed mark, a section
heading, the table of contents, how the line is printed) and that the document does it the same way all through.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from raadhus.meetings.reader.contents import Contents, title_key
from raadhus.meetings.reader.habits import Habit, is_heading_here
from raadhus.meetings.reader.headings import Style, find_heading, style_of
from raadhus.meetings.reader.marks import divider_status, is_case_line, meta_label, split_status, status_alone
from raadhus.meetings.reader.rows import Row, Sheet

_KEYWORD = re.compile(
    r"(?:(?:åbent|åben|lukket)\s+)?(?:dagsordens?-?)?(?P<word>punkt|pkt|sag|emne)\.?\s*(?:nr\.?|nummer|no\.?)?\s*"
    r"(?P<number>\d{1,5})(?![\d/]|[.,-]\d)(?P<sep>\s*[.:)–-]\s*|\s+|$)(?P<title>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_NUMBERED = re.compile(r"(?P<number>\d{1,5})(?P<sep>[.:)]?\s+|\.(?=[A-ZÆØÅ]))(?P<title>\S.*)$", re.DOTALL)
_ALONE = re.compile(r"(?P<number>\d{1,4})[.:)]?$")
_GLUED = re.compile(r"(?P<number>\d{1,3})(?P<title>[A-ZÆØÅ][a-zæøå].*)$", re.DOTALL)
_LIST_TEXT = re.compile(r"at\b|at\)|ad\b", re.IGNORECASE)
_UNFINISHED = re.compile(r"[,;]$|\b(?:og|eller|samt)$")
_WIDE = re.compile(r"^\d{1,4}[.:)]?[ \xa0]{3,}\S")
_LOOK_AHEAD = 6
_TITLE_ROWS = 4
_ENOUGH = 3
_LIKELY = 2
_LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class Start:
    """An item's first row: how it is numbered, its number, and the title's beginning on that row."""

    row: Row
    family: str
    number: str | None
    title: str
    evidence: int = 0


def find_starts(sheet: Sheet, contents: Contents, habit: Habit) -> list[Start]:
    """Return the items' first rows in order."""
    view = _View(sheet, contents, habit)
    best: list[Start] = []
    for propose in (_keyword, _numbered, _alone, _glued):
        proposed = _judged(view, propose)
        accepted = [start for start in proposed if start.evidence >= _ENOUGH]
        if _weight(accepted) > _weight(best):
            best = accepted
    unnumbered = _by_contents(view) if contents.keys else []
    cycle = _by_opening(view)
    for other in (unnumbered, cycle):
        if len(other) > len(best) * 1.5:
            best = other
    return best or _plain_list(view)


def _weight(starts: Iterable[Start]) -> int:
    return sum(start.evidence for start in starts)


class _View:
    """The free rows with what each says about its neighbours, computed once."""

    def __init__(self, sheet: Sheet, contents: Contents, habit: Habit) -> None:
        self.habit = habit
        self.sheet = sheet
        self.contents = contents
        self.rows = [row for row in sheet.rows if sheet.is_free(row)]
        self.styles = [style_of(row, sheet) for row in self.rows]
        self.heads = [self._is_head(position) for position in range(len(self.rows))]
        self.in_list = self._recommending()

    def _is_head(self, position: int) -> bool:
        row = self.rows[position]
        heading = find_heading(row, styled=self.styles[position] > Style.NONE)
        return heading is not None and is_heading_here(row, heading, self.sheet, self.habit)

    def _recommending(self) -> list[bool]:
        """Tell for each row whether the text since the last heading is a list that somebody recommends or proposes."""
        inside, result = False, []
        for row, head in zip(self.rows, self.heads, strict=True):
            if head:
                inside = row.fold.startswith(("indstilling", "beslutningspunkt", "anbefaling"))
            elif re.search(r"(?:indstiller|indstilles|anbefaler|foreslår|foreslås)\b[^.]{0,80}[:,]?$", row.fold):
                inside = True
            result.append(inside)
        return result

    def confirmed(self, position: int) -> int:
        """Return the evidence in the rows after a title: a case number, an open/closed mark, a section heading."""
        score = 0
        for ahead in range(position + 1, min(position + 1 + _LOOK_AHEAD, len(self.rows))):
            row = self.rows[ahead]
            if is_case_line(row.text):
                return score + 3
            if status_alone(row.text) is not None:
                score += 3
            elif meta_label(row.text) or self.heads[ahead]:
                return score + 2
            elif ahead - position >= _TITLE_ROWS or row.text.endswith((".", ":")):
                break
        return score


Proposal = tuple[str | None, str]


def _judged(view: _View, propose: Callable[[Row], Proposal | None]) -> list[Start]:
    """Return the rows that a way of numbering proposes, each with its evidence."""
    starts: list[Start] = []
    family = propose.__name__.strip("_")
    for position, row in enumerate(view.rows):
        proposal = propose(row)
        if proposal is None or len(proposal[1]) > _LONGEST_TITLE:
            continue
        number, title = proposal
        evidence = _evidence(view, position, family, title)
        starts.append(Start(row, family, number, title, evidence))
    return _without_lists(view, _counted(starts))


def _counted(starts: list[Start]) -> list[Start]:
    """Give weight to numbers that count without a gap, each with a section's heading or the like after its title.

    A plain text has no more to show than that: "1. Budget", "Beslutning", "Godkendt.", "2. Eventuelt" ...
    """
    likely = [start for start in starts if start.evidence >= _LIKELY]
    numbers = [int(start.number or 0) for start in likely]
    if not numbers or numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        return starts
    return [replace(start, evidence=start.evidence + 1) if start.evidence >= _LIKELY else start for start in starts]


def _evidence(view: _View, position: int, family: str, title: str) -> int:
    row, style = view.rows[position], view.styles[position]
    score = view.confirmed(position)
    score += 3 if style is Style.MARKED else 2 if style is Style.LARGE else 1 if style is Style.BOLD else 0
    score += 3 if split_status(row.line.text)[1] is not None else 0
    score += 2 if _WIDE.match(row.line.text) and family == "numbered" and not row.line.level else 0
    score += 2 if view.contents.promise(title) else 0
    score += 2 if family == "keyword" else 0
    if family == "alone" and position + 1 < len(view.rows):
        title = view.rows[position + 1].text
        score += 2 if view.styles[position + 1] >= Style.BOLD else 0
        score += 2 if view.contents.promise(title) else 0
    if position == 0 or divider_status(view.rows[position - 1].text) is not None:
        score += 1
    if _LIST_TEXT.match(title) or _UNFINISHED.search(title):
        score -= 4
    if view.in_list[position] and family != "keyword" and score < 2 * _ENOUGH:
        score -= 3
    return score


def _without_lists(view: _View, starts: list[Start]) -> list[Start]:
    """Drop numbered lines that follow one another like a list, when what stands around them is only a list."""
    kept: list[Start] = []
    for before, start, after in zip([None, *starts], starts, [*starts[1:], None], strict=False):
        neighbours = [
            n for n in (before, after) if n and abs(n.row.index - start.row.index) == 1 and n.family == start.family
        ]
        alike = any(abs(int(n.number or 0) - int(start.number or 0)) == 1 for n in neighbours)
        if (
            alike
            and start.evidence < 2 * _ENOUGH
            and view.sheet.rows[start.row.index].line.level == 0
            and not _marked(view, start)
        ):
            continue
        kept.append(start)
    return kept


def _marked(view: _View, start: Start) -> bool:
    return (
        start.row.is_heading
        or start.row.is_table
        or split_status(start.row.line.text)[1] is not None
        or view.contents.promise(start.title)
    )


def _keyword(row: Row) -> Proposal | None:
    match = _KEYWORD.match(row.text)
    if not match or (row.is_table and len(row.line.cells) > 3):  # noqa: PLR2004 - a table of its own
        return None
    title = match["title"]
    tight = match["sep"].strip() == ""
    if title and (title[0].islower() or (tight and match["word"].islower() and not row.is_heading)):
        return None
    return str(int(match["number"])), title


def _numbered(row: Row) -> Proposal | None:
    if row.is_table:
        return _from_cells(row.line.cells)
    match = _NUMBERED.match(row.text)
    if not match or not (
        match["title"][0].isupper()
        or match["title"][0] in "[\"”»'("
        or (match["title"][0].isdigit() and match["sep"].startswith("."))
    ):
        return None
    return str(int(match["number"])), match["title"]


def _from_cells(cells: tuple[str, ...]) -> Proposal | None:
    """Read a row of a table of items: number, title, perhaps open or closed."""
    match = _ALONE.match(cells[0]) if cells else None
    others = [cell for cell in cells[1:] if cell and status_alone(cell) is None]
    return (str(int(match["number"])), max(others, key=len)) if match and others else None


def _alone(row: Row) -> Proposal | None:
    match = _ALONE.match(row.text)
    return (str(int(match["number"])), "") if match else None


def _glued(row: Row) -> Proposal | None:
    match = _GLUED.match(row.text)
    return (str(int(match["number"])), match["title"]) if match and not row.is_table else None


def _by_contents(view: _View) -> list[Start]:
    """Without numbers: the rows that the table of contents promises, and that are followed by what belongs to an item."""
    wanted, starts = set(view.contents.keys), []
    for position, row in enumerate(view.rows):
        if title_key(row.text) in wanted and (view.styles[position] > Style.NONE or view.confirmed(position)):
            starts.append(Start(row, "contents", None, row.text, _ENOUGH))
    return starts


def _by_opening(view: _View) -> list[Start]:
    """Without numbers: the rows right before the heading that opens every item."""
    groups: dict[str, list[Start]] = defaultdict(list)
    for position, row in enumerate(view.rows[:-1]):
        following = view.rows[position + 1]
        if not view.heads[position + 1] or view.heads[position] or following.gap > 1 or row.is_table:
            continue
        alone = position == 0 or row.gap > 1 or view.styles[position] > Style.BOLD
        if alone and len(row.text) <= _LONGEST_TITLE and not row.text.endswith((",", ":", ";")):
            title, _ = split_status(row.text)
            groups[following.fold.strip(" :")].append(Start(row, "opening", None, title, _ENOUGH))
    starts = max(groups.values(), key=len, default=[])
    return starts if len(starts) > 1 or (starts and starts[0].row is view.rows[0]) else []


def _plain_list(view: _View) -> list[Start]:
    """Nothing but a numbered list of titles after the header: an agenda without texts."""
    starts: list[Start] = []
    for row in view.rows:
        proposal = _numbered(row)
        if proposal and proposal[0] == str(len(starts) + 1) and len(proposal[1]) <= _LONGEST_TITLE:
            starts.append(Start(row, "list", proposal[0], proposal[1], _ENOUGH))
    return starts if len(starts) > 1 and not any(view.heads) else []
