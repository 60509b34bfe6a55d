"""Whether a year's loss gives cause for concern, with the sentence that says so (docs/rules/refunds.md)."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from raadhus.kernel.danish import number
from raadhus.refunds.rules.ledger import gives_concern


@dataclass(frozen=True, slots=True)
class Concern:
    """A year held against the year before and the thresholds. None is a year that is not known."""

    year: int
    lost_ore: int | None
    before_ore: int | None
    threshold_ore: int
    rise_percent: int
    is_met: bool

    @property
    def rise(self) -> Decimal | None:
        """The change from the year before in per cent, one decimal; None when there was nothing to rise from."""
        if self.lost_ore is None or not self.before_ore:
            return None
        change = Decimal(self.lost_ore - self.before_ore) / self.before_ore * 100
        return change.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)

    @property
    def fall(self) -> Decimal | None:
        """The change from the year before as a fall in per cent."""
        return None if self.rise is None else -self.rise

    @property
    def sentence(self) -> str:
        """The Danish sentence with the figures and the thresholds."""
        if self.lost_ore is None:
            return (
                f"Tabet i {self.year} kendes ikke, så det kan ikke afgøres, om niveauet giver anledning til bekymring."
            )
        said = f"I {self.year} er der tabt {whole_kroner(self.lost_ore)}{self._beside()}."
        verdict = "giver" if self.is_met else "giver ikke"
        limits = f"grænsen er {whole_kroner(self.threshold_ore)} eller en stigning på mere end {self.rise_percent} %"
        return f"{said} Niveauet {verdict} anledning til bekymring; {limits}."

    def _beside(self) -> str:
        if self.before_ore is None:
            return f"; tabet i {self.year - 1} kendes ikke"
        told = f" mod {whole_kroner(self.before_ore)} i {self.year - 1}"
        if self.rise is None or not self.rise:
            return told
        return f"{told}, {number(abs(self.rise))} % {'mere' if self.rise > 0 else 'mindre'}"


def concern_of(lost: Mapping[int, int], year: int, *, threshold_ore: int, rise_percent: int) -> Concern:
    """Return how a year stands; `lost` has the øre of the years that are known."""
    met = year in lost and gives_concern(lost, year, threshold_ore=threshold_ore, rise_percent=rise_percent)
    return Concern(year, lost.get(year), lost.get(year - 1), threshold_ore, rise_percent, met)


def whole_kroner(ore: int) -> str:
    """Return an amount as "496.770 kr."."""
    return f"{number(Decimal(ore) / 100, 0)} kr."
