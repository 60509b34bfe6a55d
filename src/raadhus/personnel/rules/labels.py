"""Danish words for the breakdowns and their values, as pages, tables and publications show them."""

from raadhus.kernel.words import said
from raadhus.personnel.rules.counting import UNKNOWN, Breakdown

BREAKDOWN_LABELS = {
    Breakdown.OCCUPATION: "Stillingsgruppe",
    Breakdown.AGE: "Alder",
    Breakdown.GENDER: "Køn",
    Breakdown.CONTRACT: "Fuld tid og deltid",
}
_VALUE_LABELS = {
    (Breakdown.AGE, "under-30"): "under 30 år",
    (Breakdown.AGE, "30-39"): "30-39 år",
    (Breakdown.AGE, "40-49"): "40-49 år",
    (Breakdown.AGE, "50-59"): "50-59 år",
    (Breakdown.AGE, "60-plus"): "60 år og derover",
    (Breakdown.GENDER, "K"): "Kvinder",
    (Breakdown.GENDER, "M"): "Mænd",
    (Breakdown.CONTRACT, "full-time"): "Fuld tid",
    (Breakdown.CONTRACT, "part-time"): "Deltid",
    (Breakdown.CONTRACT, "hourly"): "Timelønnede",
}


def value_label(breakdown: str, value: str) -> str:
    """Return the words for a value of a breakdown; occupation groups are their own words."""
    if value == UNKNOWN:
        return said("Ikke oplyst")
    return said(_VALUE_LABELS.get((Breakdown(breakdown), value), value)) if breakdown else value
