"""As what a person belongs to a body, and how a person was at a meeting."""

from enum import StrEnum


class MemberRole(StrEnum):
    """As what a person belongs to a body; `label` is Danish."""

    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    MEMBER = "member"
    SUBSTITUTE = "substitute"
    SECRETARY = "secretary"
    OBSERVER = "observer"

    @property
    def label(self) -> str:
        """The Danish word shown on the screens."""
        return _ROLE_LABELS[self]

    @property
    def takes_part(self) -> bool:
        """True for those who decide (and sign); a substitute does when standing in for somebody."""
        return self in {MemberRole.CHAIR, MemberRole.VICE_CHAIR, MemberRole.MEMBER}


class AttendanceStatus(StrEnum):
    """How a person was at a meeting; `label` is Danish."""

    PRESENT = "present"
    EXCUSED = "excused"
    ABSENT = "absent"

    @property
    def label(self) -> str:
        """The Danish word shown on the screens."""
        return _STATUS_LABELS[self]


_ROLE_LABELS = {
    MemberRole.CHAIR: "Formand",
    MemberRole.VICE_CHAIR: "Næstformand",
    MemberRole.MEMBER: "Medlem",
    MemberRole.SUBSTITUTE: "Stedfortræder",
    MemberRole.SECRETARY: "Sekretær",
    MemberRole.OBSERVER: "Deltager uden stemme",
}
_STATUS_LABELS = {
    AttendanceStatus.PRESENT: "Til stede",
    AttendanceStatus.EXCUSED: "Afbud",
    AttendanceStatus.ABSENT: "Udeblevet",
}
