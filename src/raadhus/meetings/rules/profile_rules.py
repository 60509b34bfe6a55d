"""The rules of form of each kind of body: a few fixed profiles, not a configuration language (docs/rules/sittings.md).

What the law says binds council and committees only; a direktion and the other bodies of the administration copy the form
and none of the duties. A body may differ from its profile in the fields named in OWN, and says so on its page.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from raadhus.kernel.danish_calendar import working_days_before
from raadhus.kernel.errors import WrongInput
from raadhus.meetings.rules.drafts import CaseType
from raadhus.meetings.rules.profiles import Profile
from raadhus.meetings.rules.sentences import Sentence


class SignatureRule(StrEnum):
    """Who signs the minutes; `label` is Danish."""

    ALL_PRESENT = "all_present"
    CHAIR = "chair"
    CHAIR_AND_SECRETARY = "chair_and_secretary"
    NONE = "none"

    @property
    def label(self) -> str:
        """The Danish words shown on the screens."""
        return _SIGNATURE_LABELS[self]


class Numbering(StrEnum):
    """Whether items are numbered from 1 at every meeting, or on through the year."""

    MEETING = "meeting"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class ProfileRules:
    """What a kind of body does. Days are Danish working days before the meeting.

    `submission_days`: cases are in. `sending_days`: the agenda is sent. `has_law`: styrelsesloven binds it, so a closed
    item needs its ground (section 10). `approval_levels`: False when what is proposed may be planned at once.
    """

    profile: Profile
    submission_days: int
    sending_days: int
    is_public: bool
    has_law: bool
    has_votes: bool
    has_dissents: bool
    signature: SignatureRule
    numbering: Numbering
    every_employee_proposes: bool
    members_propose: bool
    needs_approval: bool
    case_types: tuple[CaseType, ...]
    source: str


OWN = ("submission_days", "sending_days", "signature", "numbering", "needs_approval", "members_propose")

_SIGNATURE_LABELS = {
    SignatureRule.ALL_PRESENT: "Alle, der var til stede",
    SignatureRule.CHAIR: "Formanden",
    SignatureRule.CHAIR_AND_SECRETARY: "Formanden og sekretæren",
    SignatureRule.NONE: "Ingen; referatet godkendes uden underskrift",
}

_LAW = (
    "Styrelsesloven §§ 8, 10, 13, 14 og 20 (hverdage regnes som arbejdsdage: en antagelse, der kan ændres for organet)"
)
_CUSTOM = "Egen praksis: loven gælder ikke for organet; formen er lånt, pligterne er ikke"
_ADMINISTRATIVE = (CaseType.DECISION, CaseType.INFORMATION, CaseType.DISCUSSION, CaseType.OTHER)
_POLITICAL = (CaseType.DECISION, CaseType.INFORMATION, CaseType.ANNOUNCEMENT, CaseType.DISCUSSION)

_BOARD = ProfileRules(
    profile=Profile.EXECUTIVE_BOARD,
    submission_days=5,
    sending_days=3,
    is_public=True,
    has_law=False,
    has_votes=False,
    has_dissents=False,
    signature=SignatureRule.ALL_PRESENT,
    numbering=Numbering.MEETING,
    every_employee_proposes=True,
    members_propose=True,
    needs_approval=True,
    case_types=_ADMINISTRATIVE,
    source=_CUSTOM,
)
_COMMITTEE = ProfileRules(
    profile=Profile.COMMITTEE,
    submission_days=8,
    sending_days=4,
    is_public=True,
    has_law=True,
    has_votes=True,
    has_dissents=True,
    signature=SignatureRule.ALL_PRESENT,
    numbering=Numbering.YEAR,
    every_employee_proposes=True,
    members_propose=True,
    needs_approval=True,
    case_types=_POLITICAL,
    source=_LAW,
)

PROFILE_RULES: Mapping[Profile, ProfileRules] = {
    rules.profile: rules
    for rules in (
        _BOARD,
        replace(_COMMITTEE, profile=Profile.COUNCIL, submission_days=10),
        replace(_COMMITTEE, profile=Profile.FINANCE_COMMITTEE),
        _COMMITTEE,
        replace(
            _BOARD,
            profile=Profile.MANAGEMENT_FORUM,
            submission_days=3,
            sending_days=2,
            is_public=False,
            signature=SignatureRule.NONE,
        ),
        replace(
            _BOARD,
            profile=Profile.WORKS_COUNCIL,
            submission_days=8,
            sending_days=5,
            is_public=False,
            has_dissents=True,
            signature=SignatureRule.CHAIR_AND_SECRETARY,
        ),
        replace(
            _BOARD,
            profile=Profile.INFORMATION_SECURITY,
            is_public=False,
            signature=SignatureRule.CHAIR,
            every_employee_proposes=False,
        ),
        replace(
            _BOARD,
            profile=Profile.WORKING_GROUP,
            submission_days=2,
            sending_days=1,
            is_public=False,
            signature=SignatureRule.NONE,
            every_employee_proposes=False,
            needs_approval=False,
        ),
        replace(_BOARD, profile=Profile.OTHER, is_public=False, signature=SignatureRule.CHAIR),
    )
}


def rules_of(profile: Profile, own: Mapping[str, Any] | None = None) -> ProfileRules:
    """Return a profile's rules with what the body does otherwise. Raises WrongInput for what a body may not change."""
    rules = PROFILE_RULES[profile]
    if not own:
        return rules
    unknown = [name for name in own if name not in OWN]
    if unknown:
        raise WrongInput(Sentence("Et organ kan ikke have sin egen regel om »%(name)s«.", name=unknown[0]))
    return replace(rules, **{name: _read(name, value) for name, value in own.items()})


def _read(name: str, value: Any) -> Any:
    if name == "signature":
        return SignatureRule(value)
    return Numbering(value) if name == "numbering" else value


@dataclass(frozen=True, slots=True)
class Deadlines:
    """The days of a meeting: cases are in by the end of `submission`, the agenda is sent by the end of `sending`."""

    submission: date
    sending: date


def deadlines(meeting_day: date, rules: ProfileRules) -> Deadlines:
    """Return the deadlines of a meeting day, counted back in Danish working days (the meeting's own day not counted)."""
    return Deadlines(
        working_days_before(meeting_day, rules.submission_days), working_days_before(meeting_day, rules.sending_days)
    )
