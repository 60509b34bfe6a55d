"""Rules about sums: a total row or column that is not the sum of its parts, and parts in the text that miss the whole."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from raadhus.kernel.danish import number as printed
from raadhus.meetings.rules.lint.findings import Severity
from raadhus.meetings.rules.lint.numbers import Number, is_nothing
from raadhus.meetings.rules.lint.paper import Paper
from raadhus.meetings.rules.lint.rule import OUR_OWN, Hit, Rule
from raadhus.meetings.rules.lint.tables import Cell, Row, Table, tables_of
from raadhus.meetings.rules.sentences import Sentence

_NO_SUM = re.compile(
    r"gns|gennemsnit|middel|median|indeks|\bpr\.?\b|\bper\b|takst|\bår\b|\bnr\b|dato|score|\brate\b|kvote"
)
_SHARES = re.compile(r"pct|%|procent|andel|fordeling")
_ROUNDED = re.compile(r"1\.?000\s*kr|t\.?\s?kr|tkr|mio|mia|afrund")
# Printed without a sign, and taken away all the same.
_INCOME = re.compile(
    r"indtægt|refusion|tilskud|brugerbetaling|takstbetaling|salg\b|besparelse|fradrag|finansiering", re.IGNORECASE
)
_OF_WHICH = re.compile(r"(?:[-–•]\s*)?(?:heraf|deraf|hvoraf)\b", re.IGNORECASE)
_FEWEST = 2
_PAIR = 2


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
        rounded = _is_rounded(table, column, cell.number)
        if any(abs(sum(part) - cell.number.value) <= _slack(cell.number, part, rounded=rounded) for part in parts):
            right += 1
        elif sums:
            wrong.append((cell, cell.number, sums[0], parts[0]))
    # Where no column adds up, the rows may be something else than parts, and a person must look.
    severity = Severity.WARNING if len(wrong) > 1 and not right else None
    for cell, number, total, numbers in wrong:
        # Between its parts a total is an average, whatever it is called.
        if min(numbers) < 0 or not min(numbers) <= number.value <= max(numbers):
            yield _not_the_sum(cell, number, total, severity)


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
    # In a table with heading rows that are sums themselves, every amount stands twice.
    halves = [value / 2 for value in plain] if len(plain) > _PAIR else []
    netted = [-value if _INCOME.search(row.name) else value for row, value in numbers if not row.is_sum]
    ways = [
        plain,
        own,
        netted,
        [-value for value in netted],
        since,
        subtotals,
        [*subtotals[-1:], *since],
        [*subtotals, *since],
        halves,
    ]
    return [way for way in ways if len(way) >= _FEWEST] or None


def _is_rounded(table: Table, column: int, total: Number) -> bool:
    """Tell whether a column's numbers may be rounded: shares, and amounts in thousands or millions."""
    title = table.title(column)
    unit = total.unit or ""
    return bool(
        total.is_percent
        or _SHARES.search(title)
        or _ROUNDED.search(f"{title} {table.title(0)}")
        or unit.startswith(("mio", "mia", "t"))
    )


def _slack(total: Number, parts: Sequence[Decimal], *, rounded: bool) -> Decimal:
    """Return how far rounding may part a sum from its total: half of each number's last digit, nothing for exact ones."""
    if not rounded:
        return Decimal(0)
    exponents = [part.as_tuple().exponent for part in parts]
    return total.half_step + sum(Decimal(5).scaleb(int(one) - 1) for one in exponents)


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
        values = [number.value for number in numbers]
        total, rounded = sum(values, Decimal(0)), _is_rounded(table, column, last.number)
        if abs(total - last.number.value) <= _slack(last.number, values, rounded=rounded):
            right += 1
        else:
            wrong.append(_not_the_sum(last, last.number, total))
    if right >= _FEWEST and right > len(wrong):
        yield from wrong


def _not_the_sum(cell: Cell, number: Number, total: Decimal | int, severity: Severity | None = None) -> Hit:
    message = Sentence(
        "Summen passer ikke: der står %(printed)s, men tallene giver %(sum)s.",
        printed=printed(number.value, number.decimals),
        sum=printed(Decimal(total), number.decimals),
    )
    return Hit(message, cell.start, cell.end, severity=severity)


RULES = (Rule("total-wrong", Severity.ERROR, Sentence("Summen er ikke summen"), total_wrong, sources=(OUR_OWN,)),)
