"""Values of measures as people write them and as they are kept: whole numbers in the measure's smallest shown step."""

import re
from decimal import Decimal

from raadhus.kernel import danish
from raadhus.kernel.errors import WrongInput
from raadhus.personnel.rules.measures.definitions import Measure, Unit

_WRITTEN = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,9}(?:,\d+)?", re.ASCII)
_MOST = {
    Unit.PERSONS: 1_000_000,
    Unit.FULL_TIME: 1_000_000,
    Unit.PERCENT: 1000,
    Unit.DAYS: 366,
    Unit.YEARS: 120,
    Unit.KRONER: 1_000_000,
}


def parse_amount(text: str, measure: Measure) -> Decimal:
    """Read "14,6" or "1.250" as Danish writes it. Raises WrongInput for what is no such number, too fine, or beyond what can be."""
    written = re.sub(r"\s+|(?:%|kr\.?|dage|år|årsværk|personer)$", "", text.strip())
    if not _WRITTEN.fullmatch(written):
        raise WrongInput(f"Skriv et tal som {example(measure)}.")
    value = Decimal(written.replace(".", "").replace(",", "."))
    if value != value.quantize(Decimal(1).scaleb(-measure.decimals)):
        raise WrongInput(
            f"{measure.name} vises med {_decimals(measure.decimals)}. Skriv et tal som {example(measure)}."
        )
    if value > _MOST[measure.unit]:
        raise WrongInput(f"{measure.name} kan højst være {danish.number(Decimal(_MOST[measure.unit]), 0)}.")
    return value.quantize(Decimal(1).scaleb(-measure.decimals))


def kept(value: Decimal, measure: Measure) -> int:
    """Return the whole number that a value is kept as."""
    return int(value.scaleb(measure.decimals))


def shown(number: int, measure: Measure) -> Decimal:
    """Return the value that a kept whole number stands for."""
    return Decimal(number).scaleb(-measure.decimals)


def written(value: Decimal, measure: Measure) -> str:
    """Return the value as it would be written in a field."""
    return danish.number(value, measure.decimals)


def example(measure: Measure) -> str:
    """Return a number such as a person might write for the measure."""
    return "12,5" if measure.decimals else "12"


def _decimals(count: int) -> str:
    return {0: "hele tal", 1: "én decimal"}.get(count, f"{count} decimaler")
