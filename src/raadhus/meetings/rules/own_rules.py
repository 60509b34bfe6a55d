"""What a body does otherwise than its profile, and a profile's rules said in plain Danish."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from raadhus.kernel.errors import WrongInput
from raadhus.meetings.rules.profile_rules import (
    OWN,
    PROFILE_RULES,
    Numbering,
    ProfileRules,
    SignatureRule,
    rules_of,
)
from raadhus.meetings.rules.profiles import Profile
from raadhus.meetings.rules.sentences import Sentence

_MOST_DAYS = 30
_DAYS = ("submission_days", "sending_days")
_FLAGS = ("needs_approval", "members_propose")


def checked_own(profile: Profile, own: Mapping[str, Any]) -> dict[str, Any]:
    """Return the deviations as JSON values, without those that say what the profile says. Raises WrongInput."""
    rules_of(profile, {name: None for name in own if name not in OWN})
    base = PROFILE_RULES[profile]
    kept = {name: _checked(name, value) for name, value in own.items()}
    kept = {name: value for name, value in kept.items() if value != getattr(base, name)}
    found = rules_of(profile, kept)
    if found.sending_days > found.submission_days:
        raise WrongInput(Sentence("Sagerne skal være inde, før dagsordenen udsendes."))
    return {name: getattr(value, "value", value) for name, value in kept.items()}


def _checked(name: str, value: Any) -> Any:
    if name in _DAYS:
        return _days(value)
    if name in _FLAGS:
        return bool(value)
    try:
        return SignatureRule(value) if name == "signature" else Numbering(value)
    except ValueError as error:
        raise WrongInput(Sentence("Reglen kan ikke være »%(value)s«.", value=str(value))) from error


def _days(value: Any) -> int:
    if not isinstance(value, int) or not 0 <= value <= _MOST_DAYS:
        raise WrongInput(Sentence("Fristen skal være mellem 0 og %(most)s arbejdsdage.", most=str(_MOST_DAYS)))
    return value


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule of a body in plain Danish. `is_own`: the body does otherwise than its profile."""

    text: str
    is_own: bool = False


def rule_lines(rules: ProfileRules) -> Iterator[RuleLine]:
    """Yield a body's rules as sentences, in the order in which a meeting meets them."""
    base = PROFILE_RULES[rules.profile]

    def line(sentence: Sentence, *names: str) -> RuleLine:
        return RuleLine(sentence, any(getattr(rules, name) != getattr(base, name) for name in names))

    yield line(_who(rules), "every_employee_proposes", "members_propose")
    yield line(Sentence(_APPROVAL_LABELS[rules.needs_approval]), "needs_approval")
    days = str(rules.submission_days)
    yield line(Sentence("Sager skal være inde %(days)s arbejdsdage før mødet.", days=days), "submission_days")
    days = str(rules.sending_days)
    yield line(Sentence("Dagsordenen udsendes %(days)s arbejdsdage før mødet.", days=days), "sending_days")
    yield line(Sentence(_NUMBERING_LABELS[rules.numbering]), "numbering")
    yield line(Sentence(_GROUND_LABELS[rules.has_law]))
    yield line(Sentence(_VOTE_LABELS[rules.has_votes, rules.has_dissents]))
    yield line(Sentence(_SIGNED_LABELS[rules.signature]), "signature")


def _who(rules: ProfileRules) -> Sentence:
    if rules.every_employee_proposes:
        return Sentence("Enhver medarbejder kan foreslå en sag.")
    if rules.members_propose:
        return Sentence("Kun medlemmerne kan foreslå en sag.")
    return Sentence("Kun sekretæren kan oprette en sag.")


_APPROVAL_LABELS = {
    True: "En sag skal godkendes, før den kan komme på dagsordenen.",
    False: "En foreslået sag kan sættes på dagsordenen uden godkendelse.",
}
_SIGNED_LABELS = {
    SignatureRule.ALL_PRESENT: "Referatet underskrives af alle, der var til stede.",
    SignatureRule.CHAIR: "Referatet underskrives af formanden.",
    SignatureRule.CHAIR_AND_SECRETARY: "Referatet underskrives af formanden og sekretæren.",
    SignatureRule.NONE: "Referatet godkendes uden underskrift.",
}
_NUMBERING_LABELS = {
    Numbering.MEETING: "Punkterne nummereres fra 1 på hvert møde, også de lukkede.",
    Numbering.YEAR: "Punkterne nummereres fortløbende gennem året, også de lukkede.",
}
_GROUND_LABELS = {
    True: "Et lukket punkt skal have sit grundlag i styrelsesloven § 10.",
    False: "Et lukket punkt skal have en begrundelse; loven stiller ikke krav til den.",
}
_VOTE_LABELS = {
    (True, True): "Der kan stemmes, og den, der bliver nedstemt, kan kræve en kort mindretalsudtalelse i referatet.",
    (True, False): "Der kan stemmes.",
    (False, True): "Der stemmes ikke, men uenighed kan kræves skrevet i referatet.",
    (False, False): "Der stemmes ikke.",
}
