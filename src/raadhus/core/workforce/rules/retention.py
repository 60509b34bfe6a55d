"""How long payroll's facts are kept, and from which day something is kept too long (docs/rules/workforce.md)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from raadhus.kernel.errors import WrongInput
from raadhus.kernel.periods import months_before

MOST_MONTHS = 1_200


class Kept(StrEnum):
    """What a retention period is about; `label` is Danish."""

    ABSENCES = "absences"
    EMPLOYMENTS = "employments"
    SUPERSEDED = "superseded"
    RUNS = "runs"

    @property
    def label(self) -> str:
        """The Danish words shown on the screens."""
        return _LABELS[self]

    @property
    def least_months(self) -> int:
        """The shortest period that may be set: a refund can be claimed for six months, and the year's statement comes after that."""
        return _LEAST.get(self, 1)


@dataclass(frozen=True, slots=True)
class Span:
    """So many months something is kept from a day on, and the ground for it. `is_suggestion`: nobody has decided it yet."""

    kept: Kept
    months: int
    start: date
    ground: str
    is_suggestion: bool = False


_LABELS = {
    Kept.ABSENCES: "Fravær, fra dets sidste dag",
    Kept.EMPLOYMENTS: "Ansættelser, fra fratrædelsen",
    Kept.SUPERSEDED: "Rettede oplysninger, fra rettelsen",
    Kept.RUNS: "Importrapporter, fra importen",
}
_LEAST = {Kept.ABSENCES: 12, Kept.EMPLOYMENTS: 12}
_SUGGESTED_MONTHS = 60
_SUGGESTED_GROUND_LABELS = {
    Kept.ABSENCES: "Forslag: fem år, så krav om refusion og bogføring kan følges. Kommunen skal selv beslutte fristen.",
    Kept.EMPLOYMENTS: "Forslag: fem år efter fratrædelsen. Kommunen skal selv beslutte fristen.",
    Kept.SUPERSEDED: "Forslag: fem år, så en gammel afgørelse kan forklares med det, man vidste. Kommunen skal selv beslutte fristen.",
    Kept.RUNS: "Forslag: fem år, som de oplysninger importen gav. Kommunen skal selv beslutte fristen.",
}


def suggested(kept: Kept) -> Span:
    """Return what counts until the municipality has decided otherwise: our suggestion, shown as one."""
    return Span(kept, _SUGGESTED_MONTHS, date.min, _SUGGESTED_GROUND_LABELS[kept], is_suggestion=True)


def span_on(kept: Kept, spans: Sequence[Span], day: date) -> Span:
    """Return what counts on a day: the latest that has begun, else the suggestion."""
    begun = [one for one in spans if one.kept is kept and one.start <= day]
    return max(begun, key=lambda one: one.start) if begun else suggested(kept)


def checked_span(kept: Kept, months: int, start: date, ground: str, *, today: date) -> Span:
    """Return a period that may be set. Raises WrongInput when it is too short, begins before today, or has no ground."""
    ground = " ".join(ground.split())
    if not kept.least_months <= months <= MOST_MONTHS:
        raise WrongInput(f"Skriv et antal måneder fra {kept.least_months} til {MOST_MONTHS}.")
    if start < today:
        raise WrongInput("En slettefrist kan tidligst gælde fra i dag.")
    if not ground:
        raise WrongInput("Skriv grunden: loven eller kommunens egen beslutning.")
    return Span(kept, months, start, ground)


def kept_from(span: Span, today: date) -> date:
    """Return the first day that is still kept: what ended before it goes."""
    return months_before(today, span.months)
