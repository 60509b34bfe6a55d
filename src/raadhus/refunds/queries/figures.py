"""The figures that refunds tell: what was lost, whether it gives cause for concern, and what is at risk. Sums of the whole house only."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

from django.db.models import Sum

from raadhus.kernel.danish import long_date
from raadhus.kernel.ports import Figure, FigureValue
from raadhus.refunds.models import RefundCase
from raadhus.refunds.queries.reach import is_open
from raadhus.refunds.queries.years import YearSum, calculated_on, concern_on, year_sums

SOURCE = "Refusionssagerne i raadhus; år før raadhus som oplyst med kilde"
THIS_YEAR, LAST_YEAR = "refunds.lost_this_year", "refunds.lost_last_year"
CASES, RISE = "refunds.cases_last_year", "refunds.rise_percent"
AT_RISK, CONCERN = "refunds.at_risk", "refunds.concern"
_KRONER, _CASES, _PERCENT, _LEVEL = "kr.", "sager", "%", "1 = ja, 0 = nej"
_COUNTED = "Endelige tab efter opgørelsesår, uden sager, hvor der er givet dispensation."

FIGURES = (
    Figure(THIS_YEAR, "Tabt refusion i år", _KRONER, SOURCE, f"{_COUNTED} Året til dato."),
    Figure(LAST_YEAR, "Tabt refusion sidste år", _KRONER, SOURCE, _COUNTED),
    Figure(CASES, "Sager med tabt refusion sidste år", _CASES, SOURCE, _COUNTED),
    Figure(
        RISE, "Stigning i tabt refusion sidste år", _PERCENT, SOURCE, "Sidste år i forhold til året før, i procent."
    ),
    Figure(
        AT_RISK,
        "Refusion i fare nu",
        _KRONER,
        SOURCE,
        "Det, der går tabt i åbne sager, hvis det manglende skridt først sker om 30 dage i stedet for i dag.",
    ),
    Figure(
        CONCERN,
        "Tabt refusion giver anledning til bekymring",
        _LEVEL,
        SOURCE,
        "1, når sidste års tab er over grænsen eller steget mere end fastsat fra året før; ellers 0.",
    ),
)
UNITS = {one.key: one.unit for one in FIGURES}
_Value = int | Decimal | None


class RefundFigures:
    """The source of these figures."""

    def figures(self) -> Sequence[Figure]:
        """Return the six."""
        return FIGURES

    def value(self, key: str, on: date) -> FigureValue | None:
        """Return what a figure was on a day, as it is known now; None when the year is not known or nothing was worked out."""
        if key == AT_RISK:
            return _at_risk(on)
        year = on.year if key == THIS_YEAR else on.year - 1
        sums = year_sums(on)
        own = next((one for one in sums if one.year == year), None)
        value = None if own is None else _OF_A_YEAR[key](own, on)
        return (
            None
            if value is None
            else FigureValue(value, UNITS[key], str(year), own.source if own and own.source else SOURCE, on)
        )


def _lost(own: YearSum, _on: date) -> _Value:
    return Decimal(own.lost_ore) / 100


def _cases(own: YearSum, _on: date) -> _Value:
    return own.cases


def _rise(own: YearSum, on: date) -> _Value:
    return concern_on(own.year, on).rise


def _concern(own: YearSum, on: date) -> _Value:
    return int(concern_on(own.year, on).is_met)


_OF_A_YEAR: dict[str, Callable[[YearSum, date], _Value]] = {
    THIS_YEAR: _lost,
    LAST_YEAR: _lost,
    CASES: _cases,
    RISE: _rise,
    CONCERN: _concern,
}


def _at_risk(on: date) -> FigureValue | None:
    """Return what is at risk as last worked out; it is not known for days before that."""
    calculated = calculated_on()
    if calculated is None or on < calculated:
        return None
    found = RefundCase.objects.filter(is_open(calculated)).aggregate(risk=Sum("at_risk_ore"))["risk"] or 0
    return FigureValue(Decimal(found) / 100, _KRONER, long_date(calculated), SOURCE, calculated)


FIGURE_SOURCE = RefundFigures()
