"""From whole numbers to a figure: the only place where anything is divided or rounded (docs/rules/personnel.md)."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction

from raadhus.personnel.rules.measures.definitions import Component, Measure, Months

Components = Mapping[Component, int]


def added(parts: Iterable[Components]) -> dict[Component, int]:
    """Return the components of disjoint cells (people, units or months) together."""
    total: dict[Component, int] = {}
    for part in parts:
        for component, value in part.items():
            total[component] = total.get(component, 0) + value
    return total


def exact(measure: Measure, components: Components, *, months: int = 1) -> Fraction | None:
    """Return the figure as an exact fraction, or None when nothing stands below the line.

    `components` are the sums through the period and `months` how many months they were added over; a missing component is nought.
    """
    if months < 1:
        raise ValueError("Perioden skal have mindst én måned.")
    above = sum(components.get(component, 0) for component in measure.numerator)
    below = sum(components.get(component, 0) for component in measure.denominator) if measure.denominator else 1
    if below == 0:
        return None
    weight = {Months.CANCEL: Fraction(1), Months.AVERAGE: Fraction(1, months), Months.SUM: Fraction(months)}
    return Fraction(above, below) * measure.scale * weight[measure.months]


def rounded(value: Fraction, decimals: int) -> Decimal:
    """Return the fraction with so many decimals, half away from zero, never by way of a float."""
    scaled = abs(value) * 10**decimals
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    digits = tuple(int(digit) for digit in str(whole))
    return Decimal((int(value < 0 < whole), digits, -decimals))


def figure(measure: Measure, components: Components, *, months: int = 1) -> Decimal | None:
    """Return the figure as it is shown, rounded once, or None when nothing stands below the line."""
    value = exact(measure, components, months=months)
    return None if value is None else rounded(value, measure.decimals)
