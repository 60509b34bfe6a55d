"""What is decided locally about protecting small groups, with dates of validity; the values and why: docs/rules/personnel-disclosure.md."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from raadhus.kernel.errors import WrongInput
from raadhus.kernel.sources import Dated, Source
from raadhus.personnel.rules.measures.definitions import Disclosure
from raadhus.personnel.rules.measures.provenance import interpretation, unverified

HARD_FLOOR = 3
AVERAGE_FLOOR = 5
_READ = date(2026, 7, 1)

DST_THREE = Source(
    "Danmarks Statistik, Disclosure control (oplæg, september 2015): mindst tre i en celle",
    "https://www.slideserve.com/carriew/disclosure-control-denmark-powerpoint-ppt-presentation",
    _READ,
)
HANDBOOK = Source(
    "Handbook on Statistical Disclosure Control, 2. udgave, 2024", "https://github.com/sdcTools/HandbookSDC", _READ
)
OWN_CHOICE = Source("Husets egne valg", "docs/rules/personnel-disclosure.md", _READ)


@dataclass(frozen=True, slots=True)
class Settings:
    """The limits. Raises WrongInput below the hard floors: three people (five behind an average).

    `least` and `least_average` are the fewest people behind a figure and behind an average. `dominance_percent` is p of the p % rule.
    `flow_noise` and `stock_noise` are the standard deviation of the noise on a sum, in standard deviations of a person's value;
    `count_noise` that on a count of people in a breakdown, in people (and on their hours, in those of a person). It is
    cut off at `clamp` of its own. `least_unknown`, `rarely_unknown` and `rare_share` bound what is left unknown of each person by the best
    estimate (T6); `narrow_share` is how many people of a sample of `bounded_sample` may be bounded to less than `narrow_days` (T5).
    """

    least: int = 5
    least_average: int = 10
    dominance_percent: int = 15
    flow_noise: Fraction = Fraction(1, 5)
    stock_noise: Fraction = Fraction(3, 2)
    count_noise: Fraction = Fraction(1)
    clamp: int = 3
    least_unknown: float = 0.33
    rarely_unknown: float = 0.4
    rare_share: float = 0.005
    narrow_share: float = 0.01
    bounded_sample: int = 120
    narrow_days: int = 1

    def __post_init__(self) -> None:
        if self.least < HARD_FLOOR:
            raise WrongInput(f"Mindst {HARD_FLOOR} personer bag et tal; der står {self.least}.")
        if self.least_average < max(AVERAGE_FLOOR, self.least):
            raise WrongInput(
                f"Mindst {max(AVERAGE_FLOOR, self.least)} personer bag et gennemsnit; der står {self.least_average}."
            )
        if self.count_noise < 1:
            raise WrongInput(f"Støjen på et antal i en opdeling er mindst én person; der står {self.count_noise}.")
        if not 0 <= self.dominance_percent <= 100:  # noqa: PLR2004 - a percentage
            raise WrongInput("Grænsen for den største persons andel er en procent fra 0 til 100.")

    def noise_part(self, disclosure: Disclosure) -> Fraction:
        """Return the noise on a sum, in standard deviations of a person's value; nothing on open figures and counts."""
        parts = {Disclosure.PROTECTED_FLOW: self.flow_noise, Disclosure.PROTECTED_STOCK: self.stock_noise}
        return parts.get(disclosure, Fraction(0))


SETTINGS = Dated("Beskyttelse af små grupper", ((date(2019, 1, 1), Settings(), OWN_CHOICE),))
ASSUMPTIONS = (
    interpretation("Mindst 5 personer bag et tal og 10 bag et gennemsnit; ingen myndighed har fastsat grænsen."),
    interpretation("En enheds antal ansatte og årsværk er åbne: kolleger kan tælle hinanden."),
    interpretation("At alle i en gruppe har værdien 0, vises: »ingen var syge« er ikke skjult."),
    unverified("KRL's og Datatilsynets egne grænser for små grupper er ikke fundet."),
)
