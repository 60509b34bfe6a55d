"""The answer of a calculation over many absences, as values and as the JSON of docs/formats/refunds-calculate."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from raadhus.kernel.errors import WrongInput
from raadhus.refunds.rules.cases import Absence, Settings
from raadhus.refunds.rules.causes import cause_of, dispensation, saved_by
from raadhus.refunds.rules.explaining import decimal_hours, reason_of, steps_of
from raadhus.refunds.rules.loss import Loss, loss_of


@dataclass(frozen=True, slots=True)
class Calculation:
    """The losses of some absences, as things stood on `as_of`, with what was assumed."""

    losses: tuple[Loss, ...]
    settings: Settings
    as_of: date

    @property
    def total_ore(self) -> int:
        """The lost øre in all: the sum of the cases, each rounded."""
        return sum(loss.lost_ore for loss in self.losses)

    @property
    def by_unit(self) -> dict[str, int]:
        """The lost øre of each unit that has a case, by its name."""
        sums: dict[str, int] = defaultdict(int)
        for loss in self.losses:
            sums[loss.absence.unit] += loss.lost_ore
        return dict(sorted(sums.items()))


def calculate(absences: Iterable[Absence], settings: Settings, as_of: date) -> Calculation:
    """Return the losses in the order of the absences. Raises WrongInput, with the case, when a day is before the first known rate."""
    return Calculation(tuple(_loss(one, settings, as_of) for one in absences), settings, as_of)


def _loss(absence: Absence, settings: Settings, as_of: date) -> Loss:
    try:
        return loss_of(absence, settings, as_of)
    except WrongInput as error:
        raise WrongInput(f"Sagen {absence.case_id!r}: {error}") from error


def calculation_to_json(result: Calculation) -> dict[str, Any]:
    """Return the calculation as JSON values."""
    return {
        "cases": [_case(loss, result) for loss in result.losses],
        "by_unit": result.by_unit,
        "total_lost_ore": result.total_ore,
        "as_of": result.as_of.isoformat(),
        "assumptions": [{"code": one.code, "text": one.text} for one in result.settings.assumptions],
    }


def _case(loss: Loss, result: Calculation) -> dict[str, Any]:
    cause = cause_of(loss, result.settings)
    hours = decimal_hours(loss.hours)
    return {
        "case_id": loss.absence.case_id,
        "unit": loss.absence.unit,
        "lost_ore": loss.lost_ore,
        "lost_hours": int(hours) if hours == hours.to_integral_value() else float(hours),
        "lost_days": loss.days,
        "reason": reason_of(loss, result.settings),
        "cause": cause.value if cause else None,
        "saved_by": saved_by(loss, result.settings),
        "dispensation": dispensation(loss),
        "steps": list(steps_of(loss, result.settings, result.as_of)),
    }
