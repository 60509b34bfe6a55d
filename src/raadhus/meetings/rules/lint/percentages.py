"""Rules about percentages: one that does not fit the numbers beside it, and a rise that falls."""

import re
from collections.abc import Iterator
from decimal import Decimal

from raadhus.kernel.danish import number as printed
from raadhus.meetings.rules.lint.findings import Severity
from raadhus.meetings.rules.lint.numbers import NUMBER, UNIT, Number, number_of
from raadhus.meetings.rules.lint.paper import Paper, Stretch
from raadhus.meetings.rules.lint.rule import OUR_OWN, Hit, Rule
from raadhus.meetings.rules.lint.tables import Cell, Table, tables_of
from raadhus.meetings.rules.sentences import Sentence

_ABOUT = r"(?P<about>(?:ca\.?|omkring|godt|knap|næsten|cirka|lidt\s+(?:over|under)|omtrent)\s+)?"
_EDGE = r"(?<![\d.,/§-])"
_SHARE = rf"{_ABOUT}(?P<share>{NUMBER})\s*(?:pct\b\.?|%|procent\b)"
_LINK = (
    r"(?:\s*\(\s*(?:svarende\s+til\s+)?|,?\s+(?:svarende\s+til|hvilket\s+(?:er|svarer\s+til)|dvs\.|eller)\s+|\s*=\s*)"
)
_OF = r"(?:\s+[\wæøå-]+){0,3}?\s+(?:ud\s+)?af\s+(?:(?:de|i\s+alt|samlet|kommunens|alle|sagens|en|et)\s+){0,2}"
_IS = r"(?:udgør|svarer\s+til|er)"
_WORDS = r"(?:\s+[\wæøå-]+){0,4}?"
# A part of a whole: "34 af 120 elever (28 pct.)", "34 elever udgør 28 pct. af de 120", "28 pct. (34 af 120)", "28 pct. af 120
# er 34".
_PARTS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_EDGE}(?P<part>{NUMBER}){_OF}(?P<whole>{NUMBER}){_WORDS}(?:{_LINK}|\s+{_IS}\s+){_SHARE}",
        rf"{_EDGE}(?P<part>{NUMBER})(?:\s+(?!af\b)[\wæøå-]+){{0,3}}?\s+{_IS}\s+{_SHARE}{_OF}(?P<whole>{NUMBER})(?![\d-]|[.,/]\d|\s*(?:pct|%|procent))",
        rf"{_EDGE}{_SHARE}\s*\(\s*(?P<part>{NUMBER}){_OF}(?P<whole>{NUMBER}){_WORDS}\)",
        rf"{_EDGE}{_SHARE}{_OF}(?P<whole>{NUMBER}){_WORDS}(?:\s+{_IS}|,?\s+svarende\s+til|,?\s+dvs\.|\s*=)\s+(?P<part>{NUMBER})(?![\d-]|[.,/]\d|\s*(?:pct|%|procent))",
    )
)
_GREW = r"(?:stigning|vækst|forøgelse|fremgang|fald|reduktion|nedgang|besparelse|sænkning|ændring)"
_PAIR = (
    rf"fra\s+(?:ca\.\s+)?{_EDGE}(?P<old>{NUMBER})\s*(?:(?P<unit>{UNIT})|(?P<word>[a-zæøå]{{3,20}}))?(?:\s+i\s+\d{{4}})?\s+til\s+(?:ca\.\s+)?(?P<new>{NUMBER})\s*(?P<unit2>{UNIT})?"
    r"(?![\d-]|[.,]\d)(?:\s+i\s+\d{4})?"
)
# A change, as in "fra 100 til 120, svarende til en stigning på 20 pct." and "steget 20 pct. fra 100 til 120"
_CHANGE = re.compile(
    rf"{_PAIR}(?:\s+(?!og\b)[\wæøå]+){{0,3}}?(?:{_LINK}|,?\s+)(?:(?:en|et)\s+)?(?:{_GREW}\s+(?:på|med)\s+)?{_SHARE}",
    re.IGNORECASE,
)
_CHANGE_BEFORE = re.compile(rf"\b(?:med|på|steg|steget|faldt|faldet)\s+{_SHARE}\s*,?\s+{_PAIR}", re.IGNORECASE)
_FEWEST, _EXACT_ROWS = 2, 3


def percentage_wrong(paper: Paper) -> Iterator[Hit]:
    """Yield percentages that the two numbers beside them, or the rest of their table's column, do not give."""
    for place, _ in paper.open_items():
        for part in paper.body_parts(place):
            for stretch in paper.sentences(part):
                yield from _in_sentence(stretch)
    for table in tables_of(paper):
        yield from _in_table(table)


def _in_sentence(stretch: Stretch) -> Iterator[Hit]:
    for pattern in _PARTS:
        for match in pattern.finditer(stretch.text):
            part, whole = number_of(match["part"]), number_of(match["whole"])
            if whole.value and not _are_years(part, whole):
                play = (
                    (part.half_step + whole.half_step) / whole.value * 100 if _is_rounded(part, whole) else Decimal(0)
                )
                yield from _judged(stretch, match, part.value / whole.value * 100, play)
    for pattern in (_CHANGE, _CHANGE_BEFORE):
        for match in pattern.finditer(stretch.text):
            old, new = number_of(match["old"], match["unit"]), number_of(match["new"], match["unit2"] or match["unit"])
            if old.value and not old.is_percent and not new.is_percent and not _are_years(old, new):
                yield from _judged(stretch, match, abs(new.value / old.value - 1) * 100, _play(old, new))


def _are_years(*numbers: Number) -> bool:
    return all(1900 <= number.value <= 2100 and not number.unit for number in numbers)  # noqa: PLR2004 - years of our time


def _is_rounded(*numbers: Number) -> bool:
    return any(number.decimals or (number.unit or "").startswith(("mio", "mia", "t")) for number in numbers)


def _play(old: Number, new: Number) -> Decimal:
    """Return how many percentage points the change may differ by because the two numbers may be rounded."""
    if not _is_rounded(old, new):
        return Decimal(0)
    return (old.half_step + new.half_step) * (1 + abs(new.value / old.value)) / abs(old.value) * 100


def _judged(stretch: Stretch, match: re.Match[str], share: Decimal, play: Decimal) -> Iterator[Hit]:
    said = number_of(match["share"])
    slack = said.half_step + play + Decimal("0.000001")
    if match["about"]:
        slack = max(slack, Decimal(1), said.value / 20)
    if abs(share - said.value) > slack:
        start = match.start("share")
        yield _wrong(stretch.start + start, stretch.start + _share_end(stretch.text, match.end("share")), said, share)


def _share_end(text: str, end: int) -> int:
    unit = re.compile(r"\s*(?:pct\.?|%|procent)").match(text, end)
    return unit.end() if unit else end


def _wrong(start: int, end: int, said: Number, share: Decimal) -> Hit:
    message = Sentence(
        "Procenten passer ikke: der står %(said)s pct., men tallene giver %(share)s pct.",
        said=printed(said.value, said.decimals),
        share=printed(share, max(said.decimals, 1)),
    )
    return Hit(message, start, end)


def _in_table(table: Table) -> Iterator[Hit]:
    """Yield the odd one out in a column of shares, where the others are the shares of a column of numbers."""
    total = next((row for row in reversed(table.rows) if row.is_sum), None)
    if total is None:
        return
    for column in range(table.width):
        if not re.search(r"pct|%|procent|andel", table.title(column)):
            continue
        for base in (at for at in range(table.width) if at != column):
            cell = total.cell(base)
            if cell and cell.number and cell.number.value > 0 and not cell.number.is_percent:
                yield from _odd_ones(table, column, base, cell.number.value)


def _odd_ones(table: Table, column: int, base: int, whole: Decimal) -> Iterator[Hit]:
    right, wrong = 0, []
    for said, number in _shares(table, column, base):
        if said.number is None:
            continue
        share = number / whole * 100
        if abs(share - said.number.value) <= said.number.half_step + Decimal("0.000001"):
            right += 1
        else:
            wrong.append(_wrong(said.start, said.end, said.number, share))
    if right >= _FEWEST and len(wrong) == 1 and right + len(wrong) >= _EXACT_ROWS:
        yield wrong[0]


def _shares(table: Table, column: int, base: int) -> Iterator[tuple[Cell, Decimal]]:
    for row in table.rows:
        said, number = row.cell(column), row.cell(base)
        if not row.is_sum and said and said.number and number and number.number:
            yield said, number.number.value


_RISE = r"(?:steg|steget|stiger|stigning(?:en)?|vokset|voksede|vokser|øget|øgedes|forøget|vækst)"
_DROP = r"(?:falder|faldt|faldet|fald(?:et)?|reduceret|sænket|nedsat|mindsket|reduktion(?:en)?|nedgang)"
_MOVED = re.compile(rf"\b(?:(?P<rise>{_RISE})|(?P<drop>{_DROP}))\s+(?:[\wæøå]+\s+){{0,3}}?{_PAIR}", re.IGNORECASE)


def direction_wrong(paper: Paper) -> Iterator[Hit]:
    """Yield a rise whose numbers fall, and a fall whose numbers rise."""
    for place, _ in paper.open_items():
        for part in paper.body_parts(place):
            for stretch in paper.sentences(part):
                for match in _MOVED.finditer(stretch.text):
                    if _is_backwards(match):
                        yield _backwards(stretch, match)


def _is_backwards(match: re.Match[str]) -> bool:
    old, new = number_of(match["old"], match["unit"]), number_of(match["new"], match["unit2"])
    behind = re.compile(r"\s*([a-zæøå]{3,20})").match(match.string, match.end("new"))
    units = (match["unit"] or match["word"], match["unit2"] or (behind[1] if behind else None))
    if _are_years(old, new) or (units[0] and units[1] and units[0][:3].casefold() != units[1][:3].casefold()):
        return False
    return new.value < old.value if match["rise"] else new.value > old.value


def _backwards(stretch: Stretch, match: re.Match[str]) -> Hit:
    start, end = stretch.start + match.start(), stretch.start + match.end()
    if match["rise"]:
        return Hit(Sentence("Der står, at tallet er steget, men tallene falder."), start, end)
    return Hit(Sentence("Der står, at tallet er faldet, men tallene stiger."), start, end)


RULES = (
    Rule(
        "percentage-wrong",
        Severity.ERROR,
        Sentence("Procenten passer ikke til tallene"),
        percentage_wrong,
        sources=(OUR_OWN,),
    ),
    Rule("direction-wrong", Severity.WARNING, Sentence("En stigning, der falder"), direction_wrong, sources=(OUR_OWN,)),
)
