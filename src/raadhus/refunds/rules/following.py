"""What is known of a case beside its dates: where it stands in NemRefusion, and what came of asking for dispensation."""

from enum import StrEnum


class Standing(StrEnum):
    """Where the case stands in NemRefusion, as last imported or entered; `label` is Danish."""

    UNKNOWN = "unknown"
    UNSIGNED = "unsigned"
    SIGNED = "signed"
    CLAIMED = "claimed"
    PAID = "paid"
    REFUSED = "refused"

    @property
    def label(self) -> str:
        """The Danish words shown on the screens."""
        return _STANDING_LABELS[self]


class Dispensation(StrEnum):
    """What came of asking for dispensation (section 59(6)); `label` is Danish."""

    NONE = "none"
    ASKED = "asked"
    GRANTED = "granted"
    DENIED = "denied"

    @property
    def label(self) -> str:
        """The Danish words shown on the screens."""
        return _DISPENSATION_LABELS[self]


class Ground(StrEnum):
    """On what ground dispensation can be asked for (section 59(6)); `label` is Danish."""

    OUTAGE = "outage"
    EMPLOYEE = "employee"
    WRONG_GUIDANCE = "wrong_guidance"
    SPECIAL = "special"

    @property
    def label(self) -> str:
        """The Danish words shown on the screens."""
        return _GROUND_LABELS[self]


_STANDING_LABELS = {
    Standing.UNKNOWN: "Ikke oplyst",
    Standing.UNSIGNED: "Ikke underskrevet",
    Standing.SIGNED: "Anmeldt",
    Standing.CLAIMED: "Anmodet",
    Standing.PAID: "Udbetalt",
    Standing.REFUSED: "Afvist",
}
_DISPENSATION_LABELS = {
    Dispensation.NONE: "Ikke søgt",
    Dispensation.ASKED: "Søgt",
    Dispensation.GRANTED: "Givet",
    Dispensation.DENIED: "Afslået",
}
_GROUND_LABELS = {
    Ground.OUTAGE: "NemRefusion var nede i et omfang, der gjorde rettidig anmeldelse umulig",
    Ground.EMPLOYEE: "Forhold, der hovedsagelig skyldes medarbejderen",
    Ground.WRONG_GUIDANCE: "Forkert vejledning fra en offentlig myndighed eller andre med særligt kendskab",
    Ground.SPECIAL: "Andre særlige omstændigheder",
}
