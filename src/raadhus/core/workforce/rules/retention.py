"""How long payroll's facts are kept (docs/rules/workforce.md)."""

from enum import StrEnum


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


_LABELS = {
    Kept.ABSENCES: "Fravær, fra dets sidste dag",
    Kept.EMPLOYMENTS: "Ansættelser, fra fratrædelsen",
    Kept.SUPERSEDED: "Rettede oplysninger, fra rettelsen",
    Kept.RUNS: "Importrapporter, fra importen",
}
