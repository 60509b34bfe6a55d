"""What the settings of refunds may be: each with its bounds, and the sentence that refuses it."""

from dataclasses import dataclass
from datetime import date

from raadhus.kernel.danish import short_date
from raadhus.kernel.errors import WrongInput
from raadhus.refunds.rules.cases import Settings
from raadhus.refunds.rules.rates import FIRST_DAY


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is chosen from a day on: the interpretations, the thresholds and how long cases are kept."""

    count_public_holidays: bool = True
    notification_days: int = 35
    alarm_days: int = 28
    use_monthly_pay: bool = True
    wage_percent: int = 92
    newly_employed: bool = True
    threshold_ore: int = 300_000_00
    rise_percent: int = 25
    least_cases: int = 5
    kept_months: int = 60

    @property
    def rules(self) -> Settings:
        """The part that the calculation takes."""
        return Settings(
            count_public_holidays=self.count_public_holidays,
            notification_days=self.notification_days,
            alarm_days=self.alarm_days,
            use_monthly_pay=self.use_monthly_pay,
            wage_percent=self.wage_percent,
            newly_employed=self.newly_employed,
        )


# Least and most of each number, and what it is called.
BOUNDS = {
    "notification_days": (28, 42, "Fem uger i dage"),
    "alarm_days": (1, 41, "Alarm efter dage"),
    "wage_percent": (50, 100, "Lønnens andel efter arbejdsmarkedsbidrag"),
    "threshold_ore": (0, 10**12, "Grænsen for bekymring"),
    "rise_percent": (1, 1000, "Stigning i procent"),
    "least_cases": (3, 50, "Mindste antal sager, der vises offentligt"),
    "kept_months": (12, 240, "Måneder, sagerne gemmes"),
}


def checked_settings(chosen: Chosen, start: date) -> Chosen:
    """Return what may be chosen from a day. Raises WrongInput with the first thing that may not."""
    if start < FIRST_DAY:
        raise WrongInput(
            f"Forudsætninger kan tidligst gælde fra {short_date(FIRST_DAY)}, hvor den første sats begynder."
        )
    for name, (least, most, label) in BOUNDS.items():
        if not least <= getattr(chosen, name) <= most:
            raise WrongInput(f"{label} skal være mellem {least} og {most}.")
    if chosen.alarm_days >= chosen.notification_days:
        raise WrongInput("Alarmen skal komme, før fristen for anmeldelse er udløbet.")
    return chosen
