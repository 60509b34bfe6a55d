"""Rules about sums: a total row or column that is not the sum of its parts, and parts in the text that miss the whole."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from raadhus.kernel.danish import number as printed
from raadhus.meetings.rules.lint.findings import Severity
from raadhus.meetings.rules.lint.numbers import NUMBER, Number, is_nothing, number_of
from raadhus.meetings.rules.lint.paper import Paper, Part, Stretch
from raadhus.meetings.rules.lint.rule import OUR_OWN, Hit, Rule
from raadhus.meetings.rules.lint.tables import Cell, Row, Table, tables_of
from raadhus.meetings.rules.sentences import Sentence

_NO_SUM = re.compile(
    r"gns|gennemsnit|middel|median|indeks|\bpr\.?\b|\bper\b|takst|\bår\b|\bnr\b|dato|score|\brate\b|kvote"
)
_SHARES = re.compile(r"pct|%|procent|andel|fordeling")
_ROUNDED = re.compile(r"1\.?000\s*kr|t\.?\s?kr|tkr|mio|mia|afrund")
_OF_WHICH = re.compile(r"(?:[-–•]\s*)?(?:heraf|deraf|hvoraf)\b", re.IGNORECASE)
_WHOLE = 100
_FEWEST = 2


def total_wrong(paper: Paper) -> Iterator[Hit]:
    """Yield totals of tables that are not the sum of what stands above them or to their left."""
    for table in tables_of(paper):
        yield from _totals_below(table)
        yield from _totals_behind(table)


def _totals_below(table: Table) -> Iterator[Hit]:
    above: list[Row] = []
    for row in table.rows:
        if row.is_sum:
            yield from _wrong_cells(table, above, row)
        above.append(row)


def _wrong_cells(table: Table, above: Sequence[Row], row: Row) -> Iterator[Hit]:
    """Yield the cells of one total row that no reading of the rows above it adds up to."""
    wrong, right = [], 0
    for column, cell in enumerate(row.cells):
        parts = _parts(above, column) if cell.number and not _NO_SUM.search(table.title(column)) else None
        if cell.number is None or parts is None:
            continue
        sums = [sum(part) for part in parts if len(part) >= _FEWEST]
        slack = _slack(table, column, cell.number, max(map(len, parts)))
        if any(abs(one - cell.number.value) <= slack for one in sums):
            right += 1
        elif sums:
            wrong.append((cell, cell.number, sums[0], parts[0]))
    for cell, number, total, numbers in wrong:
        if right or number.value > max(numbers) or min(numbers) < 0:
            yield _not_the_sum(cell, number, total)


def _parts(above: Sequence[Row], column: int) -> list[list[Decimal]] | None:
    """Return the ways in which rows may make up a total: all, those since the last subtotal, the subtotals; None where text stands."""
    cells = [(row, row.cell(column)) for row in above]
    if any(cell and cell.number is None and not is_nothing(cell.text) for _, cell in cells):
        return None
    numbers = [(row, cell.number.value) for row, cell in cells if cell and cell.number]
    plain = [value for row, value in numbers if not row.is_sum]
    own = [value for row, value in numbers if not row.is_sum and not _OF_WHICH.match(row.name)]
    subtotals = [value for row, value in numbers if row.is_sum]
    last = max((at for at, (row, _) in enumerate(numbers) if row.is_sum), default=-1)
    since = [value for row, value in numbers[last + 1 :] if not _OF_WHICH.match(row.name)]
    ways = [plain, own, since, subtotals, [*subtotals[-1:], *since], [*subtotals, *since]]
    return [way for way in ways if len(way) >= _FEWEST] or None


def _slack(table: Table, column: int, total: Number, count: int) -> Decimal:
    """Return how far rounding may part a sum from its total: nothing, unless the column is of shares or rounded amounts."""
    title = table.title(column) + " " + table.title(0)
    is_rounded = total.is_percent or bool(_SHARES.search(table.title(column)) or _ROUNDED.search(title))
    is_rounded = is_rounded or (total.unit or "").startswith(("mio", "mia", "t"))
    return total.half_step * (count + 1) if is_rounded else Decimal(0)


def _totals_behind(table: Table) -> Iterator[Hit]:
    """Yield the cells of a last column called the total that are not the sum of their row, where most of the others are."""
    column = table.width - 1
    if column <= _FEWEST or not re.match(r"(?:i\s?alt|total|sum)\b", table.title(column).strip()):
        return
    if any(_SHARES.search(table.title(at)) for at in range(1, column)):
        return
    right, wrong = 0, []
    for row in table.rows:
        last, numbers = row.cell(column), [cell.number for cell in row.cells[1:column] if cell.number]
        if last is None or last.number is None or len(numbers) < _FEWEST:
            continue
        total = sum((number.value for number in numbers), Decimal(0))
        if abs(total - last.number.value) <= _slack(table, column, last.number, len(numbers)):
            right += 1
        else:
            wrong.append(_not_the_sum(last, last.number, total))
    if right >= _FEWEST and right > len(wrong):
        yield from wrong


def _not_the_sum(cell: Cell, number: Number, total: Decimal | int) -> Hit:
    message = Sentence(
        "Summen passer ikke: der står %(printed)s, men tallene giver %(sum)s.",
        printed=printed(number.value, number.decimals),
        sum=printed(Decimal(total), number.decimals),
    )
    return Hit(message, cell.start, cell.end)


_AMOUNT = re.compile(rf"(?<![\d.,/-])(?P<number>{NUMBER})\s*(?:kr\b|kroner\b|mio|mia)", re.IGNORECASE)
_REST = re.compile(r"\b(?:rest(?:en|erende)|øvrige\s+del)\b", re.IGNORECASE)
_PAIR = 2


def parts_not_total(paper: Paper) -> Iterator[Hit]:
    """Yield sentences that part an amount in two, one of them the rest, when the two make none of the amounts in the case."""
    for place, _ in paper.open_items():
        for part in paper.body_parts(place):
            for stretch in paper.sentences(part):
                found = list(_AMOUNT.finditer(stretch.text)) if _REST.search(stretch.text) else []
                if len(found) == _PAIR and "af" in stretch.text.split():
                    yield from _missed_whole(paper, part, stretch, [number_of(match["number"]) for match in found])


def _missed_whole(paper: Paper, part: Part, stretch: Stretch, pair: Sequence[Number]) -> Iterator[Hit]:
    total = sum((number.value for number in pair), Decimal(0))
    slack = Decimal(1) if all(number.decimals == 0 for number in pair) else Decimal("0.01")
    near = [
        value
        for match in _ANY_AMOUNT.finditer(paper.prose, part.start, part.end)
        if not stretch.start <= match.start() < stretch.end
        and (value := number_of(match[0]).value) > max(number.value for number in pair)
    ]
    if near and not any(abs(value - total) <= slack for value in near):
        message = Sentence("De to dele giver %(sum)s, og det beløb står ikke i sagen.", sum=printed(total))
        yield Hit(message, stretch.start, min(stretch.end, part.end))


_ANY_AMOUNT = re.compile(rf"(?<![\d.,/-]){NUMBER}(?![\d/])")

RULES = (
    Rule("total-wrong", Severity.ERROR, Sentence("Summen er ikke summen"), total_wrong, sources=(OUR_OWN,)),
    Rule(
        "parts-not-total", Severity.WARNING, Sentence("Delene giver ikke helheden"), parts_not_total, sources=(OUR_OWN,)
    ),
)
