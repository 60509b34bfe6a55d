"""The demonstration's standing decisions, with a year and a half behind them: fired, not fired, proposed, suspended. Safe to repeat.

They are made in the past through the house's own actions, and the annual wheel is run week by week up to today. What fired before the house
had agendas of its own went to its owner as an obligation.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from raadhus.core.obligations.public import (
    Comparison,
    Condition,
    Origin,
    Recurrence,
    Rhythm,
    StandingAsked,
    State,
    Status,
    Terms,
    complete,
    create_standing,
    fire_standing,
    obligation,
    standing,
    standing_decisions,
    supersede_standing,
    suspend_standing,
)
from raadhus.kernel.actors import Actor, system
from raadhus.kernel.ports import AGENDA_INTAKES
from raadhus.personnel.queries.board_cases import TEMPLATE

WHEEL = system("annual_wheel", "Årshjulet")
HISTORY = timedelta(days=540)
# The last weeks go to the agendas of the house, the time before did not.
OWN_AGENDAS = timedelta(days=21)
_WEEK = timedelta(days=7)
# Once in four weeks somebody reports what is done.
_MONTH = 4
_DONE_AFTER = timedelta(days=50)
_MORNING = time(9)

BOARD = "Direktionen"
PREPAREDNESS = "Beredskabsgruppen"
SECURITY = "Informationssikkerhedsudvalget"
HR, READINESS, SAFETY, SECRETARY = "dorthe-solbakke", "claus-vesterskov", "anders-kildemose", "signe-holmbaek"


@dataclass(frozen=True, slots=True)
class Plan:
    """One standing decision of the demonstration: its terms, where it was decided, and what became of it."""

    terms: Terms
    decided: str
    state: State = State.IN_FORCE


def plans(today: date) -> tuple[Plan, ...]:
    """Return the standing decisions around a day; the first is the one that took the last one's place."""
    return (*_on_a_rhythm(today), *_on_a_figure(), *_over_and_resting(today))


def _on_a_rhythm(today: date) -> tuple[Plan, ...]:
    june = Recurrence(Rhythm.YEARLY, (6,), shift=-20)
    spring_and_autumn = Recurrence(Rhythm.HALF_YEARLY, (3,), shift=-10)
    quarterly = Recurrence(Rhythm.QUARTERLY, (2,), day=15, shift=-5)
    twice = Recurrence(Rhythm.HALF_YEARLY, (4,), shift=-10)
    personnel = "Direktionen får hvert år i juni tal om personalet: ansatte, fravær, til- og afgang."
    workforce = "Halvårligt fremlægges data om arbejdsmiljø og fravær i direktionen."
    readiness = "Beredskabsgruppen mødes hvert kvartal og gennemgår øvelser, hændelser og lagre."
    proposed = "Udvalget foreslås at mødes to gange om året. Forslaget er ikke besluttet."
    review = date(today.year + 1, 3, 1)
    return (
        Plan(
            # Personnel figures write the whole case when the publication of the year before is there.
            Terms("Tal om Personale", personnel, BOARD, june, owner_key=HR, review=review, template_key=TEMPLATE),
            "Direktionen, beslutning om årshjul",
        ),
        Plan(
            Terms("Data om arbejdsmiljø og fravær", workforce, BOARD, spring_and_autumn, owner_key=HR),
            "Direktionen, opfølgning på fravær",
        ),
        Plan(
            Terms("Møde om beredskab", readiness, PREPAREDNESS, quarterly, owner_key=READINESS),
            "Direktionen, plan for fortsat drift",
        ),
        Plan(
            Terms("Status på informationssikkerhed", proposed, SECURITY, twice, owner_key=SAFETY),
            "Oplæg om et informationssikkerhedsudvalg",
            State.PROPOSED,
        ),
    )


def _on_a_figure() -> tuple[Plan, ...]:
    quarterly, twice = Recurrence(Rhythm.QUARTERLY, (1,)), Recurrence(Rhythm.HALF_YEARLY, (2,), day=31)
    late = Condition("obligations.late", Comparison.OVER, Decimal(0), "stk.")
    nearly_all = Condition("obligations.late_share", Comparison.OVER, Decimal(95), "%")
    only_late = "Direktionen orienteres kun, når der er forpligtelser over fristen."
    only_cause = "Direktionen orienteres kun, når niveauet giver anledning til bekymring."
    decided = "Direktionen, opfølgning på beslutninger"
    return (
        Plan(
            Terms("Orientering om det, der er over fristen", only_late, BOARD, quarterly, late, owner_key=SECRETARY),
            decided,
        ),
        Plan(
            Terms("Orientering om opfølgningens niveau", only_cause, BOARD, twice, nearly_all, owner_key=SECRETARY),
            decided,
        ),
    )


def _over_and_resting(today: date) -> tuple[Plan, ...]:
    quarterly = Recurrence(Rhythm.QUARTERLY, (3,))
    every_other_year = Recurrence(Rhythm.EVERY_MONTHS, every=24, first=date(today.year - 4, 6, 1))
    moving = "Direktionen får status hvert kvartal, så længe flytningen står på."
    return (
        Plan(
            Terms("Status på flytning af arkivet", moving, BOARD, quarterly, owner_key=SECRETARY),
            "Direktionen, flytning af arkivet",
            State.SUSPENDED,
        ),
        Plan(
            Terms("Personaletal i kort form", "Personaletal hvert andet år.", BOARD, every_other_year, owner_key=HR),
            "Direktionen, en tidligere beslutning",
            State.SUPERSEDED,
        ),
    )


def load_standing(*, actor: Actor, today: date, now: datetime) -> Iterator[str]:
    """Make the standing decisions that are not there yet and run the wheel up to today; yield the title of each."""
    if standing_decisions(actor, StandingAsked(), now=now):
        return
    begun = datetime.combine(today - HISTORY - _WEEK, _MORNING, now.tzinfo)
    made = []
    for plan in plans(today):
        origin = Origin("meeting", "", f"{plan.decided} (opdigtet)")
        in_force = plan.state is not State.PROPOSED
        made.append(
            (plan, create_standing(actor=actor, terms=plan.terms, origin=origin, in_force=in_force, now=begun).key)
        )
        yield plan.terms.title
    first = made[0][1]
    for plan, key in made:
        if plan.state is State.SUPERSEDED:
            reason = "Tallene kommer nu hvert år."
            supersede_standing(actor=actor, key=key, by_key=first, reason=reason, now=begun)
    _live(actor, {plan.state: key for plan, key in made}[State.SUSPENDED], today, now)


def _live(actor: Actor, resting: str, today: date, now: datetime) -> None:
    """Run the wheel every week; half-way one is put to rest, and what fired is done after some weeks."""
    monday = today - HISTORY
    day, half_way = monday - timedelta(days=monday.weekday()), today - HISTORY / 2
    while day <= today:
        moment = min(datetime.combine(day, _MORNING, now.tzinfo), now)
        if day - _WEEK < half_way <= day:
            suspend_standing(actor=actor, key=resting, reason="Flytningen venter på det nye magasin.", now=moment)
        if day < today - OWN_AGENDAS:
            with _no_agendas():
                fire_standing(actor=WHEEL, now=moment)
        else:
            fire_standing(actor=WHEEL, now=moment)
        if (today - day) // _WEEK % _MONTH == 0:
            _finish(actor, today, moment)
        day += _WEEK


@contextmanager
def _no_agendas() -> Iterator[None]:
    """Let nothing go to an agenda meanwhile."""
    kept = dict(AGENDA_INTAKES.items())
    for name in kept:
        AGENDA_INTAKES.forget(name)
    try:
        yield
    finally:
        for name, intake in kept.items():
            AGENDA_INTAKES.register(name, intake)


def _finish(actor: Actor, today: date, moment: datetime) -> None:
    """Report done what fired some weeks ago and went to its owner; the newest stays open."""
    for one in standing_decisions(actor, StandingAsked(), now=moment):
        for look in standing(actor, one.key, now=moment).looks:
            is_due = look.looked_at + _DONE_AFTER <= moment and look.fires < today - _DONE_AFTER - _WEEK
            if look.intake or not look.receipt_key or not is_due:
                continue
            if obligation(actor, look.receipt_key, now=moment).obligation.status is Status.OPEN:
                complete(actor=actor, key=look.receipt_key, text="Forelagt; se referatet.", now=moment)
