"""The coded outcomes of a recommendation: eleven that a body may choose, and two for imported text only."""

from enum import StrEnum


class Outcome(StrEnum):
    """What became of a recommendation; `label` is Danish."""

    APPROVED = "approved"
    APPROVED_WITH_REMARKS = "approved_with_remarks"
    REPLACED = "replaced"
    NOTED = "noted"
    DISCUSSED = "discussed"
    RECOMMENDED = "recommended"
    REFERRED = "referred"
    DEFERRED = "deferred"
    RETURNED = "returned"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    NOT_RELEASED = "not_released"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The Danish word shown on the screens."""
        return _LABELS[self]


IMPORT_ONLY = frozenset({Outcome.NOT_RELEASED, Outcome.OTHER})

_LABELS = {
    Outcome.APPROVED: "Godkendt",
    Outcome.APPROVED_WITH_REMARKS: "Godkendt med bemærkninger",
    Outcome.REPLACED: "Erstattet af anden beslutning",
    Outcome.NOTED: "Taget til efterretning",
    Outcome.DISCUSSED: "Drøftet",
    # Said wherever an outcome is shown: what one body recommends, another decides.
    Outcome.RECOMMENDED: "Anbefalet, ikke endelig",
    Outcome.REFERRED: "Sendt videre",
    Outcome.DEFERRED: "Udsat",
    Outcome.RETURNED: "Sendt tilbage",
    Outcome.REJECTED: "Afvist",
    Outcome.WITHDRAWN: "Udgår",
    Outcome.NOT_RELEASED: "Ikke frigivet",
    Outcome.OTHER: "Andet",
}
