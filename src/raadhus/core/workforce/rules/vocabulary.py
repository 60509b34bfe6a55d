"""What absences and employments are in the house's own words, whatever payroll calls them."""

from enum import StrEnum


class AbsenceKind(StrEnum):
    """What an absence is; `label` is Danish. Payroll's codes are mapped to these, and the code itself is kept beside."""

    SICKNESS = "sickness"
    SICKNESS_SECTION_56 = "sickness_section_56"
    PARTIAL_SICKNESS = "partial_sickness"
    PARTIAL_SICKNESS_SECTION_56 = "partial_sickness_section_56"
    WORK_INJURY = "work_injury"
    PREGNANCY = "pregnancy"
    CHILD_SICK = "child_sick"
    PARENTAL = "parental"
    CARE_DAY = "care_day"
    HOLIDAY = "holiday"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The Danish word shown on the screens."""
        return _LABELS[self]

    @property
    def is_own_sickness(self) -> bool:
        """True for what counts as the person's own sickness."""
        return self in _OWN_SICKNESS


class EmploymentForm(StrEnum):
    """How somebody is employed; `label` is Danish."""

    MONTHLY = "monthly"
    HOURLY = "hourly"
    FLEKSJOB = "fleksjob"
    APPRENTICE = "apprentice"
    SUBSIDISED = "subsidised"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The Danish word shown on the screens."""
        return _FORM_LABELS[self]


_LABELS = {
    AbsenceKind.SICKNESS: "Sygdom",
    AbsenceKind.SICKNESS_SECTION_56: "Sygdom efter § 56-aftale",
    AbsenceKind.PARTIAL_SICKNESS: "Delvis sygdom",
    AbsenceKind.PARTIAL_SICKNESS_SECTION_56: "Delvis sygdom efter § 56-aftale",
    AbsenceKind.WORK_INJURY: "Arbejdsskade",
    AbsenceKind.PREGNANCY: "Graviditetsbetinget sygdom",
    AbsenceKind.CHILD_SICK: "Barns sygdom",
    AbsenceKind.PARENTAL: "Barsel",
    AbsenceKind.CARE_DAY: "Omsorgsdag",
    AbsenceKind.HOLIDAY: "Ferie",
    AbsenceKind.OTHER: "Andet fravær",
}
_FORM_LABELS = {
    EmploymentForm.MONTHLY: "Månedslønnet",
    EmploymentForm.HOURLY: "Timelønnet",
    EmploymentForm.FLEKSJOB: "Fleksjob",
    EmploymentForm.APPRENTICE: "Elev",
    EmploymentForm.SUBSIDISED: "Løntilskud",
    EmploymentForm.OTHER: "Andet",
}
_OWN_SICKNESS = frozenset(
    {
        AbsenceKind.SICKNESS,
        AbsenceKind.SICKNESS_SECTION_56,
        AbsenceKind.PARTIAL_SICKNESS,
        AbsenceKind.PARTIAL_SICKNESS_SECTION_56,
        AbsenceKind.WORK_INJURY,
        AbsenceKind.PREGNANCY,
    }
)
