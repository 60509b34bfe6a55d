"""The rule about amounts in the text: parts that do not make the whole that the same case names."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from raadhus.kernel.danish import number as printed
from raadhus.meetings.rules.lint.findings import Severity
from raadhus.meetings.rules.lint.numbers import NUMBER, Number, number_of
from raadhus.meetings.rules.lint.paper import Paper, Part, Stretch
from raadhus.meetings.rules.lint.rule import OUR_OWN, Hit, Rule
from raadhus.meetings.rules.sentences import Sentence

_MONEY = r"(?P<unit>kr\b|kroner\b|mio\b|mia\b|t\.?kr\b)"
_AMOUNT = re.compile(rf"(?<![\d.,/-])(?P<number>{NUMBER})\s*{_MONEY}", re.IGNORECASE)
_ANY_AMOUNT = re.compile(rf"(?<![\d.,/-]){NUMBER}(?![\d/])")
_REST = re.compile(r"\b(?:rest(?:en|erende)|øvrige\s+del)\b", re.IGNORECASE)
# A whole and what it is divided into, all in one sentence.
_WHOLE = re.compile(
    rf"\b(?:i\s+alt|samlet|bevilling(?:en)?\s+på|på)\s+(?P<number>{NUMBER})\s*{_MONEY}\.?(?:\s*kr\.)?,?\s+(?:(?:der|som|og)\s+)?"
    r"(?:er\s+)?(?:fordelt|fordeler\s+sig|fordeles|finansieret|finansieres|opdelt|består\s+af)\b",
    re.IGNORECASE,
)
_NOT_ALL = re.compile(
    r"\b(?:rest\w*|øvrig\w*|bl\.?\s?a|blandt\s+andet|heraf|hvoraf|herunder|hovedsagelig\w*|primært|delvis\w*|årlig\w*|pr|op\s+til|mindst|ca|over|under|frem\s+til)\b",
    re.IGNORECASE,
)
_PAIR = 2


def parts_not_total(paper: Paper) -> Iterator[Hit]:
    """Yield sentences that divide an amount: a part and the rest, or a whole and all of its parts, that do not add up."""
    for place, _ in paper.open_items():
        for part in paper.body_parts(place):
            for stretch in paper.sentences(part):
                found = list(_AMOUNT.finditer(stretch.text)) if _REST.search(stretch.text) else []
                if len(found) == _PAIR and "af" in stretch.text.split():
                    yield from _missed_whole(paper, part, stretch, [number_of(match["number"]) for match in found])
                yield from _divided(stretch)


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
        yield Hit(message, stretch.start, stretch.end)


def _divided(stretch: Stretch) -> Iterator[Hit]:
    whole = _WHOLE.search(stretch.text)
    if not whole or _NOT_ALL.search(stretch.text, whole.end()):
        return
    found = list(_AMOUNT.finditer(stretch.text, whole.end()))
    if len(found) < _PAIR or {match["unit"].casefold() for match in found} != {whole["unit"].casefold()}:
        return
    numbers = [number_of(match["number"]) for match in found]
    said = number_of(whole["number"])
    total = sum((number.value for number in numbers), Decimal(0))
    rounded = whole["unit"].casefold().startswith(("mio", "mia"))
    slack = sum((number.half_step for number in (said, *numbers)), Decimal(0)) if rounded else Decimal(0)
    # More than the whole may be the same money told twice, once by year and once by source.
    if abs(total - said.value) > slack and abs(total - 2 * said.value) > slack:
        message = Sentence(
            "Delene giver ikke helheden: der står %(said)s, men delene giver %(sum)s.",
            said=printed(said.value, said.decimals),
            sum=printed(total, said.decimals),
        )
        yield Hit(message, stretch.start + whole.start("number"), stretch.start + found[-1].end())


RULES = (
    Rule(
        "parts-not-total", Severity.WARNING, Sentence("Delene giver ikke helheden"), parts_not_total, sources=(OUR_OWN,)
    ),
)
