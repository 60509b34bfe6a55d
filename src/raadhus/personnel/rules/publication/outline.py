"""What the publication shows, as data: sections in their order, and in each the measures, their breakdown and how far back."""

from dataclasses import dataclass, field
from enum import StrEnum

from raadhus.personnel.rules.counting import Breakdown

# A chart with more years than this is hard to read on paper.
MOST_YEARS = 7


class Kind(StrEnum):
    """Which publication it is."""

    YEAR = "year"
    WORKFORCE = "workforce"


class Form(StrEnum):
    """How figures stand beside each other: years of the whole, values of a breakdown in the year, or a line for each value."""

    LINES = "lines"
    COLUMNS = "columns"
    BARS = "bars"
    LINE_EACH = "line_each"


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A chart with its table. The first `drawn` of `measures` are drawn; the table has them all.

    With a breakdown the figures are its values', only `values` when they are named.
    """

    key: str
    title: str
    form: Form
    measures: tuple[str, ...]
    drawn: int = 1
    breakdown: str = ""
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A section: the measures that its text tells of, one sentence each, and its charts. `lead` is what is always said."""

    key: str
    heading: str
    told: tuple[str, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    lead: str = ""
    by_value: tuple[str, tuple[str, ...]] = field(default=("", ()))


_OCCUPATION, _AGE = Breakdown.OCCUPATION.value, Breakdown.AGE.value
# The groups of the half-yearly report; the words are KRL's for SOSU, teachers and paedagoger.
WORKFORCE_GROUPS = ("SOSU-personale", "Lærere m.fl.", "Pædagogisk personale, daginstitution og klub")
# What the board asked about, in its order (docs/rules/personnel.md); then salary, which it heard of too.
ASKED = (
    "full_time_equivalents",
    "full_time_share",
    "share_60_plus",
    "leaving_rate",
    "sick_days_per_employee",
    "administrative_share",
    "average_salary",
)

YEARLY = (
    Section(
        "forord",
        "Forord",
        lead=(
            "Tal om Personale giver Byrådet og Hovedudvalget et samlet billede af kommunens ansatte. Publikationen viser udviklingen for "
            "hele kommunen og sammenligner med andre, hvor der er tal, som er opgjort på samme måde fra samme kilde og for samme år."
        ),
    ),
    Section(
        "bemanding",
        "Bemanding",
        told=("full_time_equivalents", "headcount"),
        exhibits=(
            Exhibit("aarsvaerk", "Årsværk år for år", Form.COLUMNS, ("full_time_equivalents", "headcount")),
            Exhibit(
                "andre",
                "Ekstraordinært ansatte og elever",
                Form.LINES,
                ("headcount_extraordinary", "headcount_apprentices"),
                drawn=2,
            ),
        ),
    ),
    Section(
        "fuld-tid",
        "Fuld tid og arbejdstid",
        told=("full_time_share", "employment_rate"),
        exhibits=(Exhibit("fuld-tid", "Andel på fuld tid", Form.LINES, ("full_time_share", "employment_rate")),),
    ),
    Section(
        "alder",
        "Alder",
        told=("share_60_plus", "average_age"),
        exhibits=(
            Exhibit("tres", "Andel på 60 år og derover", Form.LINES, ("share_60_plus", "average_age")),
            Exhibit("aldersgrupper", "Ansatte efter alder", Form.BARS, ("headcount",), breakdown=_AGE),
        ),
    ),
    Section(
        "loen",
        "Løn",
        told=("average_salary",),
        exhibits=(Exhibit("loen", "Gennemsnitlig månedsløn år for år", Form.COLUMNS, ("average_salary",)),),
        lead="Lønnen er i løbende priser og omregnet til fuld tid.",
    ),
    Section(
        "til-og-afgang",
        "Til- og afgang",
        told=("leaving_rate", "joining_rate", "internal_rate", "new_share", "retirement_age"),
        exhibits=(
            Exhibit(
                "til-og-afgang",
                "Tilgang, afgang og interne skift",
                Form.LINES,
                ("joining_rate", "leaving_rate", "internal_rate", "turnover"),
                drawn=3,
            ),
            Exhibit("personer", "Personer, der kom og gik", Form.LINES, ("joiners", "leavers"), drawn=2),
        ),
        lead="Til- og afgang er talt fra november året før til november i året.",
    ),
    Section(
        "sygefravaer",
        "Sygefravær",
        told=("sick_days_per_employee", "sick_days_per_full_time", "sick_percentage", "long_sick_share"),
        exhibits=(
            Exhibit(
                "sygedage",
                "Sygefravær år for år",
                Form.LINES,
                ("sick_days_per_employee", "sick_days_per_full_time", "sick_percentage"),
                drawn=2,
            ),
            Exhibit(
                "kort-og-langt",
                "Kort og langt sygefravær",
                Form.LINES,
                ("short_sick_days", "long_sick_days"),
                drawn=2,
            ),
        ),
    ),
    Section(
        "administration",
        "Administration",
        told=("administrative_share",),
        exhibits=(
            Exhibit("administration", "Andel administrative årsværk år for år", Form.LINES, ("administrative_share",)),
        ),
    ),
    Section(
        "grupper",
        "Stillingsgrupper",
        exhibits=(
            Exhibit(
                "grupper",
                "Ansatte efter stillingsgruppe",
                Form.BARS,
                ("headcount", "full_time_share", "sick_days_per_full_time", "leaving_rate"),
                breakdown=_OCCUPATION,
            ),
        ),
        lead="Grupperne er dem, KRL bruger i sine tabeller om fravær; øvrige stillinger er samlet.",
        by_value=("headcount", ()),
    ),
)

WORKFORCE = (
    Section(
        "formaal",
        "Data om arbejdskraftudfordringen",
        lead=(
            "Halvårligt overblik over SOSU-personale, lærere og pædagoger: hvor mange de er, hvor mange der har været ansat i under 12 "
            "måneder, hvor mange der går, og hvor gamle de er, når de trækker sig tilbage. Tilbagetrækning og afgang tælles fra november til "
            "november og findes kun for hele år; andelen med under 12 måneders ansættelse vises også for juni og december, hvor tallene findes."
        ),
    ),
    *(
        Section(
            key,
            heading,
            exhibits=(Exhibit(key, title, Form.LINE_EACH, (measure,), breakdown=_OCCUPATION, values=WORKFORCE_GROUPS),),
            by_value=(measure, WORKFORCE_GROUPS),
        )
        for key, heading, title, measure in (
            ("antal", "Antal ansatte", "Ansatte i de tre grupper", "headcount"),
            ("nye", "Under 12 måneders ansættelse", "Andel med under 12 måneders ansættelse", "new_share"),
            ("afgang", "Afgang", "Personaleafgang i de tre grupper", "leaving_rate"),
            ("tilbagetraekning", "Tilbagetrækning", "Tilbagetrækningsalder i de tre grupper", "retirement_age"),
        )
    ),
)
OUTLINES = {Kind.YEAR: YEARLY, Kind.WORKFORCE: WORKFORCE}
# What the appendix tells of each centre.
OF_CENTRES = ("headcount", "full_time_equivalents", "full_time_share", "sick_days_per_full_time", "leaving_rate")


def measures_of(kind: Kind) -> tuple[str, ...]:
    """Return every measure that a publication tells of the whole municipality, each once."""
    sections = OUTLINES[kind]
    named = [key for one in sections for key in (*one.told, *(m for e in one.exhibits for m in e.measures))]
    return tuple(dict.fromkeys([*named, *(ASKED if kind is Kind.YEAR else ())]))


def splits_of(kind: Kind) -> tuple[tuple[str, str], ...]:
    """Return every (measure, breakdown) that a publication splits, each once."""
    exhibits = [exhibit for one in OUTLINES[kind] for exhibit in one.exhibits if exhibit.breakdown]
    return tuple(dict.fromkeys((measure, one.breakdown) for one in exhibits for measure in one.measures))


def section_of(kind: Kind, key: str) -> Section | None:
    """Return the section with this key, or None."""
    return next((one for one in OUTLINES[kind] if one.key == key), None)
