"""The leader's guide: what to do when, in plain Danish, with the days taken from the rules and the examples worked out by them."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from raadhus.kernel.danish import counted
from raadhus.refunds.rules.cases import Absence, Kind, Settings
from raadhus.refunds.rules.deadlines import (
    CLAIM_MONTHS,
    DISPENSATION_MONTHS,
    EMPLOYER_PERIOD_DAYS,
    is_short,
    notification_deadline,
    refunded_from,
)
from raadhus.refunds.rules.explaining import reason_of
from raadhus.refunds.rules.loss import loss_of
from raadhus.refunds.rules.watch import months_after

# NemRefusion takes no notification before the 23rd day of absence (practice of several municipalities).
EARLIEST_DAY = 23
_LEAST_PARTIAL_HOURS = 4


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the calendar: when, and what to do."""

    when: str
    what: str


@dataclass(frozen=True, slots=True)
class Topic:
    """A special case: its name and what differs."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Dates:
    """The days of one absence; None where a step does not apply."""

    earliest: date | None
    alarm: date | None
    notify_by: date | None
    refunded_from: date
    claim_by: date


@dataclass(frozen=True, slots=True)
class Example:
    """A worked example: the situation, its dates, what was lost and why."""

    situation: str
    absence: Absence
    lost_days: int
    lost_ore: int
    reason: str


def calendar(settings: Settings) -> tuple[Step, ...]:
    """Return what to do from the first day of absence on."""
    return (*_beginning(settings), *_going_on(settings))


def _beginning(settings: Settings) -> tuple[Step, ...]:
    return (
        Step(
            "Dag 1",
            "Registrér fraværet i lønsystemet samme dag. Dag 1 er den første hele fraværsdag; går medarbejderen syg hjem, er det "
            "dagen efter. Vælg den rigtige kode: § 56-aftale, fleksjob, nyansat og delvis sygemelding har hver sin.",
        ),
        Step(
            f"Dag {EARLIEST_DAY}",
            "Tidligste dag, fraværet kan anmeldes i NemRefusion. HR anmelder, når det er registreret.",
        ),
        Step(
            f"{counted(settings.alarm_days, 'dag', 'dage')} efter dag 1",
            "Er medarbejderen stadig syg, så se efter, at fraværet er registreret, og at HR har anmeldt det. Nu kommer der "
            "påmindelser.",
        ),
        Step(
            f"Dag {EMPLOYER_PERIOD_DAYS + 1}",
            f"Kommunen kan få refusion herfra. De første {EMPLOYER_PERIOD_DAYS} kalenderdage betaler arbejdsgiveren selv (§ 30).",
        ),
    )


def _going_on(settings: Settings) -> tuple[Step, ...]:
    return (
        Step(
            f"{settings.notification_days} dage efter dag 1",
            "Sidste dag: anmeldelsen skal være underskrevet i NemRefusion (§ 40). Bliver det senere, får kommunen kun refusion fra "
            "den dag, der anmeldes (§ 59).",
        ),
        Step(
            f"Hver {CLAIM_MONTHS}. måned",
            f"HR anmoder om refusion. En anmodning rækker kun {CLAIM_MONTHS} måneder tilbage; det, der er ældre, er tabt (§ 59).",
        ),
        Step(
            "Når fraværet slutter",
            "Registrér sidste fraværsdag samme dag. Meld også ændringer: delvis rask, fuldt syg igen, fratrådt.",
        ),
    )


# What differs in the special cases, and what to do when it is too late.
TOPICS = (
    Topic(
        "§ 56-aftale",
        "Refusion fra dag 1, når fraværet skyldes den sygdom, aftalen gælder. Brug § 56-koden: med den almindelige kode sendes "
        f"der ingen anmeldelse, og de første {EMPLOYER_PERIOD_DAYS} dage går tabt. Slutter fraværet inden for "
        f"{EMPLOYER_PERIOD_DAYS} dage, skal der anmodes senest {CLAIM_MONTHS} måneder efter.",
    ),
    Topic("Fleksjob", "Refusion fra dag 1. Brug koden for fleksjob, også ved korte fravær."),
    Topic(
        "Nyansat",
        "Under 8 ugers ansættelse eller under 74 timer i dem: refusion fra dag 1, hvis medarbejderen selv har ret til "
        "sygedagpenge. Sig det til HR.",
    ),
    Topic(
        "Delvis sygemelding",
        "Der er refusion for de timer, medarbejderen er væk, når det er mindst "
        f"{_LEAST_PARTIAL_HOURS} timer om ugen. Registrér timerne uge for uge.",
    ),
    Topic(
        "To fravær tæt på hinanden",
        "Er der ingen arbejdsdag imellem, kan det være ét fravær, og så er dag 1 den første dag i det første. Spørg HR.",
    ),
    Topic(
        "Hvis fristen er overskredet",
        "Registrér og ring til HR samme dag: hver dag tæller. HR kan i særlige tilfælde søge om dispensation, men aldrig, når "
        f"anmodningen kommer mere end {DISPENSATION_MONTHS} måneder efter dag 1.",
    ),
    Topic(
        "Det skal du ikke spørge om",
        "Medarbejderen skal ikke fortælle, hvad vedkommende fejler. Spørg kun, om der er en § 56-aftale, en arbejdsskade eller "
        "en graviditet bag.",
    ),
)


def dates_of(absence: Absence, settings: Settings) -> Dates:
    """Return the days of an absence. One that ended within the employer period needs no notification in time, only its claim."""
    start = refunded_from(absence)
    claim_by = months_after(absence.latest_claim or absence.claimed or start, CLAIM_MONTHS)
    if absence.notified is not None or is_short(absence):
        return Dates(None, None, None, start, claim_by)
    return Dates(
        earliest=absence.first + timedelta(days=EARLIEST_DAY - 1),
        alarm=absence.first + timedelta(days=settings.alarm_days),
        notify_by=notification_deadline(absence.first, settings),
        refunded_from=start,
        claim_by=claim_by,
    )


def examples(settings: Settings) -> tuple[Example, ...]:
    """Return the examples of the guide, worked out by the rules: a full-time employee ill from Monday 8 January 2024."""
    return tuple(_example(situation, absence, settings) for situation, absence in _situations())


def _situations() -> tuple[tuple[str, Absence], ...]:
    first, end, short = date(2024, 1, 8), date(2024, 5, 31), date(2024, 2, 6)
    in_time, late, claim, late_claim = date(2024, 2, 12), date(2024, 2, 28), date(2024, 3, 10), date(2024, 6, 10)

    def absence(
        last: date, kind: Kind, notified: date | None, claimed: date | None, away: Decimal | None = None
    ) -> Absence:
        return Absence("", "", first, last, Decimal(37), kind, first, notified, claimed, absence_hours=away)

    return (
        ("Anmeldt den sidste dag", absence(end, Kind.ORDINARY, in_time, claim)),
        ("Anmeldt 16 dage for sent", absence(end, Kind.ORDINARY, late, claim)),
        ("Anmeldt i tide, anmodet for sent", absence(end, Kind.ORDINARY, in_time, late_claim)),
        ("§ 56-aftale, 30 dage, med den almindelige kode: aldrig anmeldt", absence(short, Kind.SECTION_56, None, None)),
        ("Fleksjob, anmeldt 16 dage for sent", absence(end, Kind.FLEKSJOB, late, claim)),
        ("Nyansat, 30 dage, anmodet fem måneder efter", absence(short, Kind.NEWLY_EMPLOYED, late, late_claim)),
        ("Halvt sygemeldt, anmeldt 16 dage for sent", absence(end, Kind.PARTIAL, late, claim, Decimal("18.5"))),
    )


def _example(situation: str, absence: Absence, settings: Settings) -> Example:
    loss = loss_of(absence, settings, date(2024, 12, 31))
    return Example(situation, absence, loss.days, loss.lost_ore, reason_of(loss, settings))
