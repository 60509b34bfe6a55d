"""A condition on a figure: "only tell us if the level gives cause for concern" (docs/rules/obligations.md). Pure: the value is given."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from raadhus.kernel.danish import number
from raadhus.kernel.errors import WrongInput
from raadhus.kernel.ports import FigureValue

_HUNDRED = Decimal(100)
_TENTH = Decimal("0.1")
# What a threshold can be kept as: sixteen digits, four of them decimals.
LARGEST = Decimal(10) ** 12
_SMALLEST = Decimal("0.0001")


class NotACondition(WrongInput):
    """What was given does not say when the figure gives cause for concern."""


class Comparison(StrEnum):
    """What the figure is held against; `label` is Danish."""

    OVER = "over"
    UNDER = "under"
    CHANGE = "change"
    OUTSIDE = "outside"

    @property
    def label(self) -> str:
        """The Danish words."""
        return _LABELS[self]


_LABELS = {
    Comparison.OVER: "Over grænsen",
    Comparison.UNDER: "Under grænsen",
    Comparison.CHANGE: "Ændret mere end så mange procent fra året før",
    Comparison.OUTSIDE: "Uden for et interval",
}


class Judged(StrEnum):
    """How a look at a figure ended."""

    MET = "met"
    NOT_MET = "not_met"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Condition:
    """A figure and what it is held against. `upper` is the interval's upper end. Raises NotACondition.

    For a change the threshold is in percent, whatever the unit of the figure.
    """

    figure_key: str
    comparison: Comparison
    threshold: Decimal
    unit: str
    upper: Decimal | None = None

    def __post_init__(self) -> None:
        if fault := _fault(self):
            raise NotACondition(fault)


def _fault(given: Condition) -> str:
    limits = [given.threshold, *([given.upper] if given.upper is not None else [])]
    if not given.figure_key.strip():
        return "Vælg det tal, der skal holdes øje med."
    if any(not limit.is_finite() or abs(limit) >= LARGEST or limit % _SMALLEST for limit in limits):
        return "Grænsen skal være et tal med højst fire decimaler."
    if given.comparison is Comparison.OUTSIDE and (given.upper is None or given.upper <= given.threshold):
        return "Et interval har en nedre og en øvre grænse, og den øvre er den største."
    if given.comparison is not Comparison.OUTSIDE and given.upper is not None:
        return "Kun et interval har en øvre grænse."
    if given.comparison is Comparison.CHANGE and given.threshold < 0:
        return "En ændring i procent skal være 0 eller derover; den gælder både op og ned."
    return ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """How it ended, and a Danish sentence with the figure and its threshold."""

    judged: Judged
    sentence: str


def judge(
    condition: Condition, label: str, value: FigureValue | None, year_before: FigureValue | None = None
) -> Judgement:
    """Hold a figure against its threshold. `label` names the figure; a missing or unlike value is said, never guessed."""
    named = label or condition.figure_key
    if value is None:
        return Judgement(Judged.MISSING, f"Tallet »{named}« mangler, så betingelsen er ikke afgjort.")
    if value.unit != condition.unit:
        return Judgement(
            Judged.MISSING,
            f"Tallet »{named}« er i {value.unit}, men grænsen er i {condition.unit}, så betingelsen er ikke afgjort.",
        )
    if condition.comparison is Comparison.CHANGE:
        return _judge_change(condition, named, value, year_before)
    amount, said = Decimal(value.value), _said(named, value)
    low, high, unit = condition.threshold, condition.upper, condition.unit
    if condition.comparison is Comparison.OVER:
        met, held = amount > low, f"over {_written(low, unit)}"
    elif condition.comparison is Comparison.UNDER:
        met, held = amount < low, f"under {_written(low, unit)}"
    else:
        met = not low <= amount <= (high if high is not None else low)
        held = f"uden for {number(low)} til {_written(high if high is not None else low, unit)}"
    return _judgement(said, held, met=met)


def _judge_change(condition: Condition, named: str, value: FigureValue, year_before: FigureValue | None) -> Judgement:
    if year_before is None or not year_before.value or year_before.unit != value.unit:
        return Judgement(Judged.MISSING, f"Tallet »{named}« for året før mangler, så ændringen kan ikke regnes ud.")
    before = Decimal(year_before.value)
    change = (Decimal(value.value) - before) / abs(before) * _HUNDRED
    shown = number(change.quantize(_TENTH, rounding=ROUND_HALF_UP))
    said = f"{_said(named, value)} mod {_written(before, value.unit)} året før, {shown} procent"
    return _judgement(
        said, f"ændret mere end {number(condition.threshold)} procent", met=abs(change) > condition.threshold
    )


def _judgement(said: str, held: str, *, met: bool) -> Judgement:
    verb = "er" if met else "er ikke"
    return Judgement(Judged.MET if met else Judged.NOT_MET, f"{said}. Det {verb} {held.removesuffix('.')}.")


def _said(named: str, value: FigureValue) -> str:
    return f"{named}: {_written(Decimal(value.value), value.unit)} ({value.period})"


def _written(amount: Decimal, unit: str) -> str:
    shown = amount.normalize()
    plain = shown.quantize(Decimal(1)) if shown == shown.to_integral_value() else shown
    return f"{number(plain)} {unit}".strip()
