"""A standing or conditional decision: what it says, and how it moves from proposed to ended (docs/rules/obligations.md)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from raadhus.core.obligations.rules.condition import Condition
from raadhus.core.obligations.rules.recurrence import FIRST_YEAR, LAST_YEAR, Recurrence
from raadhus.kernel.errors import DomainError, WrongInput


class State(StrEnum):
    """Where a standing decision stands; `label` is Danish."""

    PROPOSED = "proposed"
    IN_FORCE = "in_force"
    SUSPENDED = "suspended"
    ENDED = "ended"
    SUPERSEDED = "superseded"

    @property
    def label(self) -> str:
        """The Danish word shown on the screens."""
        return _LABELS[self]

    @property
    def is_over(self) -> bool:
        """True when nothing moves it any more."""
        return self in {State.ENDED, State.SUPERSEDED}


class Step(StrEnum):
    """What may be done to it."""

    ADOPT = "adopt"
    SUSPEND = "suspend"
    RESUME = "resume"
    END = "end"
    SUPERSEDE = "supersede"


class CannotStep(DomainError):
    """The standing decision does not stand where this could be done."""


class NotTerms(WrongInput):
    """What was given is not enough for a standing decision."""


_LABELS = {
    State.PROPOSED: "Foreslået",
    State.IN_FORCE: "Gælder",
    State.SUSPENDED: "Sat i bero",
    State.ENDED: "Ophørt",
    State.SUPERSEDED: "Afløst",
}

# A step: from where it may be made, and where it leads.
STEPS: dict[Step, tuple[frozenset[State], State]] = {
    Step.ADOPT: (frozenset({State.PROPOSED}), State.IN_FORCE),
    Step.SUSPEND: (frozenset({State.IN_FORCE}), State.SUSPENDED),
    Step.RESUME: (frozenset({State.SUSPENDED}), State.IN_FORCE),
    Step.END: (frozenset({State.PROPOSED, State.IN_FORCE, State.SUSPENDED}), State.ENDED),
    Step.SUPERSEDE: (frozenset({State.IN_FORCE, State.SUSPENDED}), State.SUPERSEDED),
}

_DONE_TO_IT = {
    Step.ADOPT: "sætte den i kraft",
    Step.SUSPEND: "sætte den i bero",
    Step.RESUME: "genoptage den",
    Step.END: "lade den ophøre",
    Step.SUPERSEDE: "lade en anden afløse den",
}


def next_state(current: State, step: Step) -> State:
    """Return where the step leads. Raises CannotStep when it cannot be made from here."""
    allowed_from, leads_to = STEPS[step]
    if current not in allowed_from:
        raise CannotStep(f"Den stående beslutning er {current.label.lower()}, så man kan ikke {_DONE_TO_IT[step]}.")
    return leads_to


def possible_steps(current: State) -> tuple[Step, ...]:
    """Return the steps that can be made from here, in the order of the enumeration."""
    return tuple(step for step in Step if current in STEPS[step][0])


@dataclass(frozen=True, slots=True)
class Terms:
    """What a standing decision says. Raises NotTerms when it does not hold together.

    `title` is what is to be presented ("Tal om Personale"), `text` what was decided, `body` before whom, as plain text. With a
    `condition` the figure is looked at whenever the recurrence comes round, and it fires only when the condition is met; without one it
    always fires. It is in force from `starts` (the day it is adopted when none is given) up to and not including `ends`, and is to be
    looked at again by `review`. `template_key` names the text that a case is begun from.
    """

    title: str
    text: str
    body: str
    recurrence: Recurrence
    condition: Condition | None = None
    owner_key: str | None = None
    owner_text: str = ""
    unit_key: str | None = None
    starts: date | None = None
    ends: date | None = None
    review: date | None = None
    closed: bool = False
    public_label: str = ""
    template_key: str = ""

    def __post_init__(self) -> None:
        if fault := _fault(self):
            raise NotTerms(fault)


def _fault(given: Terms) -> str:
    """Return the sentence that says what is missing or wrong, or nothing."""
    days = [day for day in (given.starts, given.ends, given.review) if day is not None]
    faults = (
        (not given.title.strip(), "Skriv, hvad der skal forelægges."),
        (not given.text.strip(), "Skriv, hvad der er besluttet."),
        (not given.body.strip(), "Skriv, hvilket organ det skal forelægges for."),
        (
            not (given.owner_key or given.owner_text.strip() or given.unit_key),
            "Vælg en ansvarlig person eller en ansvarlig enhed.",
        ),
        (
            any(not FIRST_YEAR <= day.year <= LAST_YEAR for day in days),
            f"Datoer skal ligge fra {FIRST_YEAR} til {LAST_YEAR}.",
        ),
        (
            given.starts is not None and given.ends is not None and given.ends <= given.starts,
            "Beslutningen ophører, før den er begyndt at gælde. Ret en af datoerne.",
        ),
    )
    return next((sentence for is_wrong, sentence in faults if is_wrong), "")
