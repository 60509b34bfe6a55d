"""An absence and what is known of its refund: the input of the calculation, and what may be set about it."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    """What the absence is in the law's eyes; `label` is Danish."""

    ORDINARY = "ordinary"
    SECTION_56 = "section_56"
    FLEKSJOB = "fleksjob"
    NEWLY_EMPLOYED = "newly_employed"
    PARTIAL = "partial"

    @property
    def label(self) -> str:
        """The Danish words shown on the screens."""
        return _KIND_LABELS[self]

    @property
    def is_refunded_from_first_day(self) -> bool:
        """True when there is no employer period: an approved section 56 agreement, fleksjob, newly employed."""
        return self in {Kind.SECTION_56, Kind.FLEKSJOB, Kind.NEWLY_EMPLOYED}


class Cause(StrEnum):
    """Why refund was lost, as the ledger tells it; `label` is Danish."""

    LEADER_LATE = "leader_late"
    HR_LATE = "hr_late"
    CLAIM_LATE = "claim_late"
    WRONG_ENTRY = "wrong_entry"
    NEVER_SENT = "never_sent"
    EMPLOYEE = "employee"
    NOT_ENTITLED = "not_entitled"

    @property
    def label(self) -> str:
        """The Danish words shown on the screens."""
        return _CAUSE_LABELS[self]


_KIND_LABELS = {
    Kind.ORDINARY: "Almindelig sygdom",
    Kind.SECTION_56: "§ 56-aftale",
    Kind.FLEKSJOB: "Fleksjob",
    Kind.NEWLY_EMPLOYED: "Nyansat",
    Kind.PARTIAL: "Delvis sygemelding",
}
_CAUSE_LABELS = {
    Cause.LEADER_LATE: "Indberettet for sent af lederen",
    Cause.HR_LATE: "Anmeldt for sent af HR",
    Cause.CLAIM_LATE: "Anmodet for sent",
    Cause.WRONG_ENTRY: "Fejlindberetning (kode eller dato)",
    Cause.NEVER_SENT: "Ikke underskrevet eller aldrig sendt",
    Cause.EMPLOYEE: "Medarbejderens egne forhold",
    Cause.NOT_ENTITLED: "Betingelserne er ikke opfyldt",
}


@dataclass(frozen=True, slots=True)
class Absence:
    """One absence. `last` is None while it goes on.

    `registered` is when the leader entered it, `notified` when the notification was signed in NemRefusion, `claimed` when
    the claim was; None when it has not happened. `weekly_hours` are agreed; `absence_hours` are those away in a week of a
    partial absence. `hourly_wage_ore` is the average hourly earning after labour-market contribution, when it is known.
    `claimed` is the first claim; `latest_claim` the newest, where there were several. `is_partial` says that a kind other than
    PARTIAL is partial too (a section 56 absence for some of the hours). `is_refused`: NemRefusion's authority said no.
    `sends_notification` is False when payroll's code makes it send none.
    """

    case_id: str
    unit: str
    first: date
    last: date | None
    weekly_hours: Decimal
    kind: Kind = Kind.ORDINARY
    registered: date | None = None
    notified: date | None = None
    claimed: date | None = None
    hourly_wage_ore: int | None = None
    absence_hours: Decimal | None = None
    cause: Cause | None = None
    latest_claim: date | None = None
    is_partial: bool = False
    is_refused: bool = False
    sends_notification: bool = True


@dataclass(frozen=True, slots=True)
class Assumption:
    """Something the law's text did not settle for us, with the value that is used: shown wherever a result is."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Settings:
    """What may be set, because the sources do not settle it or the municipality decides it."""

    count_public_holidays: bool = True
    notification_days: int = 35
    alarm_days: int = 28
    use_monthly_pay: bool = True
    wage_percent: int = 92
    newly_employed: bool = True
    assumptions: tuple[Assumption, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "assumptions", _assumptions(self))


def _assumptions(settings: Settings) -> tuple[Assumption, ...]:
    counted = "regnes med" if settings.count_public_holidays else "regnes ikke med"
    return (
        Assumption(
            "public_holidays", f"Helligdage på hverdage {counted}: ydelsen gives for en femdagesuge. Fortolkning."
        ),
        Assumption(
            "five_weeks",
            f"Fem uger er {settings.notification_days} dage efter første fraværsdag, så sidste dag er samme ugedag. Fortolkning.",
        ),
        Assumption(
            "first_day", "Første fraværsdag er den første hele dag; hvem der går syg hjem, tælles fra dagen efter."
        ),
        Assumption("further_claims", "Efter den første anmodning regnes de følgende som rettidige."),
        Assumption("no_supplement", "Tillægget til refusion (§§ 54 a-b) er ikke regnet med."),
        Assumption("wage", _wage(settings)),
        Assumption("newly_employed", _newly_employed(settings)),
        Assumption(
            "own_employments",
            "Hver ansættelse anmeldes for sig, så to ansættelser hos samme person deler ikke ugens loft. Fortolkning.",
        ),
        Assumption(
            "hour_rate",
            "Timesatsen er ugens højeste beløb delt med 37 og afrundet til hele øre; en fuld uge kan derfor afvige op til "
            "18 øre fra ugens beløb.",
        ),
    )


def _wage(settings: Settings) -> str:
    if not settings.use_monthly_pay:
        return "Timelønnen er ikke udledt af månedslønnen; der regnes med satsen, medmindre timelønnen er oplyst."
    return (
        f"Kendes timelønnen ikke, er den månedslønnen x 12 / 52 / timer om ugen x {settings.wage_percent} % "
        "(efter arbejdsmarkedsbidrag); refusionen er aldrig højere end lønnen (§ 50). Fortolkning."
    )


def _newly_employed(settings: Settings) -> str:
    if not settings.newly_employed:
        return "Nyansatte regnes som andre; der er ikke set på beskæftigelseskravet i § 30."
    return (
        "Nyansat er den, der har været ansat under 8 uger eller efter aftalen under 74 timer i dem (§ 30, stk. 2-4), så vidt "
        "lønsystemet ved. Kravet over for kommunen (§ 32) kendes ikke og antages opfyldt."
    )
