"""Who must sign minutes, who may, and when they are complete. Prose and table of examples: docs/rules/signing.md."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from raadhus.kernel.errors import DomainError
from raadhus.kernel.sources import Source, rule
from raadhus.meetings.rules.membership import MemberRole
from raadhus.meetings.rules.profile_rules import SignatureRule
from raadhus.meetings.rules.sentences import Sentence
from raadhus.meetings.rules.signing.statements import Act

PROTOCOL = Source(
    "Lov om kommunernes styrelse § 13", "https://www.retsinformation.dk/eli/lta/2019/47", date(2026, 3, 1)
)
# A press on a button is a person's own act only if that person was there just now.
IDENTITY_IS_FRESH = timedelta(minutes=5)


class CannotSign(DomainError):
    """This person cannot sign these minutes, or not now; the sentence says why and what to do."""


class SignerPart(StrEnum):
    """As what one took part; `label` is Danish."""

    CHAIR = "chair"
    MEMBER = "member"
    SUBSTITUTE = "substitute"
    SECRETARY = "secretary"

    @property
    def label(self) -> str:
        """The Danish word."""
        return _PART_LABELS[self]


_PART_LABELS = {
    SignerPart.CHAIR: "Formand",
    SignerPart.MEMBER: "Medlem",
    SignerPart.SUBSTITUTE: "Stedfortræder",
    SignerPart.SECRETARY: "Sekretær",
}


@dataclass(frozen=True, slots=True)
class Signer:
    """One who took part or should have. `on_behalf_of` is the member that a substitute sat for; `answer` what was said."""

    name: str
    part: SignerPart
    present: bool
    on_behalf_of: str = ""
    answer: Act | None = None


def part_of(role: MemberRole, *, stands_in: bool, chair_is_here: bool) -> SignerPart | None:
    """Return as what one signs who came in this role; None for an observer, who takes no part in what is signed.

    The vice chair presides when the chair is not there, and signs as the chair then.
    """
    if role is MemberRole.OBSERVER:
        return None
    if role is MemberRole.SECRETARY:
        return SignerPart.SECRETARY
    if role is MemberRole.CHAIR or (role is MemberRole.VICE_CHAIR and not chair_is_here):
        return SignerPart.CHAIR
    return SignerPart.SUBSTITUTE if stands_in or role is MemberRole.SUBSTITUTE else SignerPart.MEMBER


@dataclass(frozen=True, slots=True)
class Completeness:
    """How far the signatures have come. `may_be_completed`: by the secretary, naming those who are `missing`."""

    is_complete: bool
    may_be_completed: bool
    missing: tuple[str, ...]


@rule(PROTOCOL)
def must_sign(signer: Signer, demanded: SignatureRule) -> bool:
    """Return True when the rule asks for this one's signature: never for one who was not there."""
    if not signer.present or demanded is SignatureRule.NONE:
        return False
    if demanded is SignatureRule.ALL_PRESENT:
        return signer.part is not SignerPart.SECRETARY
    asked = {SignerPart.CHAIR} | ({SignerPart.SECRETARY} if demanded is SignatureRule.CHAIR_AND_SECRETARY else set())
    return signer.part in asked


def completeness(
    signers: Sequence[Signer], demanded: SignatureRule, *, deadline: date | None, today: date
) -> Completeness:
    """Return whether all who must have answered, and whether the minutes may be completed without the others."""
    asked = [signer for signer in signers if must_sign(signer, demanded)]
    missing = tuple(signer.name for signer in asked if signer.answer is None)
    if not missing:
        return Completeness(is_complete=True, may_be_completed=True, missing=())
    chairs = [signer for signer in asked if signer.part is SignerPart.CHAIR]
    overdue = deadline is not None and today > deadline
    enough = len(asked) - len(missing) > len(asked) / 2
    may = overdue and enough and all(chair.answer is not None for chair in chairs)
    return Completeness(is_complete=False, may_be_completed=may, missing=missing)


@rule(PROTOCOL)
def check_may_answer(signer: Signer | None, act: Act, *, remark: str) -> None:
    """Do nothing when this one may answer so now. Raises CannotSign with the reason."""
    if signer is None:
        raise CannotSign(Sentence("Du står ikke som deltager i mødet og kan derfor ikke underskrive referatet."))
    if not signer.present:
        raise CannotSign(
            Sentence(
                "Du står som fraværende på mødet og kan derfor ikke underskrive referatet. Er det forkert, så sig det til sekretæren."
            )
        )
    if signer.answer is not None:
        raise CannotSign(Sentence("Du har allerede svaret på dette referat, og et svar kan ikke ændres."))
    if act in {Act.SIGNED_WITH_RESERVATION, Act.REFUSED} and not remark.strip():
        raise CannotSign(Sentence("Skriv dit forbehold eller din begrundelse, før du sender."))


def check_identity(confirmed_at: datetime | None, *, is_token: bool, now: datetime) -> None:
    """Do nothing when the person has shown who it is just now. Raises CannotSign; a key of the API is no person."""
    if is_token:
        raise CannotSign(
            Sentence(
                "En underskrift er en persons egen handling og kan ikke gives med en API-nøgle. Log ind og underskriv på siden."
            )
        )
    if confirmed_at is None or not timedelta(0) <= now - confirmed_at <= IDENTITY_IS_FRESH:
        raise CannotSign(Sentence("Bekræft, at det er dig, før du underskriver."))


def check_roster(signers: Iterable[Signer], demanded: SignatureRule) -> None:
    """Do nothing when minutes can be signed by these. Raises CannotSign when nobody is left to do what the rule asks."""
    people = list(signers)
    if demanded is SignatureRule.NONE:
        return
    if not any(must_sign(signer, demanded) for signer in people):
        raise CannotSign(Sentence("Der er ingen til stede, som kan underskrive referatet. Ret deltagerne først."))
    if demanded is not SignatureRule.ALL_PRESENT and not any(
        signer.part is SignerPart.CHAIR and signer.present for signer in people
    ):
        raise CannotSign(Sentence("Sig, hvem der var formand på mødet: formanden skal underskrive."))
