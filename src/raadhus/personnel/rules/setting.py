"""What the settings of figures may be: each with its bounds, and the sentence that refuses it."""

from dataclasses import dataclass
from datetime import date

from raadhus.kernel.errors import WrongInput
from raadhus.personnel.rules.disclosure.settings import Settings as Limits
from raadhus.personnel.rules.facts import Settings
from raadhus.personnel.rules.measures.definitions import FULL_WEEK

FIRST_DAY = date(2010, 1, 1)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is chosen from a day on: what the definitions leave open, the limits that protect people, and which terms are shown."""

    full_time_hours: int = FULL_WEEK
    short_days: int = 14
    gap_days: int = 7
    new_months: int = 12
    retired_from_age: int = 55
    least: int = 5
    least_average: int = 10
    dominance_percent: int = 15
    years_by_month: int = 1
    first_year: int | None = None

    def rules(self, known_to: date) -> Settings:
        """Return the part that the definitions take."""
        return Settings(
            known_to, self.full_time_hours, self.short_days, self.gap_days, self.new_months, self.retired_from_age
        )

    @property
    def limits(self) -> Limits:
        """The part that protects people. Raises WrongInput below the hard floors."""
        return Limits(self.least, self.least_average, self.dominance_percent)


# Least and most of each number, and what it is called.
BOUNDS = {
    "full_time_hours": (1, 168_00, "Fuld tid, hundrededele timer om ugen"),
    "short_days": (1, 365, "Kort fravær, højst dage"),
    "gap_days": (0, 366, "Ophold i ansættelsen, højst dage"),
    "new_months": (1, 120, "Nyansat, færre måneder end"),
    "retired_from_age": (40, 75, "Tilbagetrækning fra alderen"),
    "least": (3, 100, "Mindst personer bag et tal"),
    "least_average": (5, 200, "Mindst personer bag et gennemsnit"),
    "dominance_percent": (0, 100, "Grænsen for den største persons andel"),
    "years_by_month": (0, 10, "Tidligere år med måneder"),
}


def checked(chosen: Chosen, start: date) -> Chosen:
    """Return what may be chosen from a day. Raises WrongInput with the first thing that may not."""
    if start < FIRST_DAY:
        raise WrongInput(f"Forudsætninger kan tidligst gælde fra {FIRST_DAY.isoformat()}; vælg en senere dag.")
    for name, (least, most, label) in BOUNDS.items():
        if not least <= getattr(chosen, name) <= most:
            raise WrongInput(f"{label}: vælg et tal fra {least} til {most}.")
    if chosen.first_year is not None and not FIRST_DAY.year <= chosen.first_year <= start.year:
        raise WrongInput(f"Det første år med tal skal ligge fra {FIRST_DAY.year} til {start.year}; lad det være tomt.")
    _ = chosen.limits
    return chosen
