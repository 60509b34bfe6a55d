"""What a case is apart from its texts, and what must be right about it (docs/rules/agendas.md)."""

from dataclasses import dataclass
from datetime import date

from raadhus.kernel.errors import WrongInput
from raadhus.meetings.rules.drafts import CaseType
from raadhus.meetings.rules.profile_rules import ProfileRules
from raadhus.meetings.rules.sentences import Sentence

LONGEST_TITLE = 500
MOST_MINUTES = 600


@dataclass(frozen=True, slots=True)
class DraftFacts:
    """What a case is, apart from its texts, as a person gives it; empty is what was not given.

    `decided_in` is the key of the body that decides in the end when it is another, `unit_key` the unit that brings it.
    """

    title: str
    case_number: str = ""
    case_type: str = CaseType.DECISION.value
    closed: bool = False
    legal_ground: str = ""
    public_title: str = ""
    wanted_date: date | None = None
    estimated_minutes: int | None = None
    presenter: str = ""
    decided_in: str = ""
    unit_key: str = ""


def checked_title(title: str) -> str:
    """Return the title on one line. Raises WrongInput when there is none, or it is too long to be a title."""
    text = " ".join(title.split())
    if not text:
        raise WrongInput(Sentence("Skriv en titel på sagen."))
    if len(text) > LONGEST_TITLE:
        raise WrongInput(Sentence("Titlen er for lang; den må højst fylde %(most)s tegn.", most=str(LONGEST_TITLE)))
    return text


def checked_type(case_type: str, rules: ProfileRules) -> CaseType:
    """Return the type of case. Raises WrongInput for one that the body does not have."""
    found = next((one for one in rules.case_types if one.value == case_type), None)
    if found is None:
        raise WrongInput(Sentence("Sagstypen »%(type)s« bruges ikke i dette organ.", type=case_type))
    return found


def checked_minutes(minutes: int | None) -> int | None:
    """Return the estimated time, None for none. Raises WrongInput."""
    if minutes is not None and not 0 < minutes <= MOST_MINUTES:
        raise WrongInput(
            Sentence("Den forventede tid skal være mellem 1 og %(most)s minutter.", most=str(MOST_MINUTES))
        )
    return minutes


def missing_ground(*, closed: bool, legal_ground: str, rules: ProfileRules) -> Sentence | None:
    """Return what a closed case lacks: the ground for closing it (styrelsesloven section 10 where the law binds), else None."""
    if not closed or legal_ground.strip():
        return None
    if rules.has_law:
        return Sentence("Skriv, hvorfor sagen er lukket (styrelsesloven § 10).")
    return Sentence("Skriv, hvorfor sagen er lukket.")
