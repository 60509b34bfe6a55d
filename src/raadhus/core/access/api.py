"""The API of access: oneself, the policy, explanations, accounts."""

from datetime import date, datetime

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Field, Query, Router, Schema

from raadhus.core.access.queries.accounts import AccountRow, accounts
from raadhus.core.access.queries.explanations import explain_person
from raadhus.core.access.queries.policy_page import policy_rooms
from raadhus.core.access.queries.policy_table import UnknownVerb
from raadhus.core.access.queries.profile import own_account, roles_in_order
from raadhus.core.access.queries.requests import actor_of
from raadhus.kernel.doors import door
from raadhus.kernel.errors import WrongInput
from raadhus.kernel.roles import Role

router = Router()


class UnknownVerbAsked(WrongInput):
    """The call names a verb that no room declared."""


class Me(Schema):
    """The one who calls."""

    person_key: str
    name: str
    email: str
    roles: list[str]


class PolicyVerb(Schema):
    """One row of the policy table."""

    name: str
    label: str
    roles: list[str]
    sensitive: bool


class StepOut(Schema):
    """One step of the reasoning."""

    sentence: str
    speaks_for: bool


class ExplanationOut(Schema):
    """A verdict with its reasons."""

    allowed: bool
    conclusion: str
    steps: list[StepOut]
    roles: list[str]


class AccountOut(Schema):
    """An account with the roles held today."""

    person_key: str
    name: str
    email: str
    is_open: bool
    latest_login_at: datetime | None
    roles: list[str]

    @classmethod
    def of(cls, row: AccountRow) -> "AccountOut":
        """Return the account as the API shows it."""
        return cls(
            person_key=row.person_key,
            name=row.name,
            email=row.email,
            is_open=row.is_open,
            latest_login_at=row.latest_login_at,
            roles=[role.value for role in row.roles],
        )


class ExplainQuery(Schema):
    """What is asked: may this person do this verb, in this unit, on this day."""

    person: str = Field(max_length=100)
    verb: str = Field(max_length=100)
    unit: str | None = Field(None, max_length=100)
    on: date | None = None


@router.get("me", response=Me, summary="Hvem er jeg")
@door("access.read_own_account")
def me(request: HttpRequest) -> Me:
    """Return the caller's own account and today's roles."""
    now, viewer = timezone.now(), actor_of(request)
    row = own_account(viewer=viewer, now=now).account
    roles = [role.value for role in roles_in_order(viewer, now)]
    return Me(person_key=row.person_key, name=row.name, email=row.email, roles=roles)


@router.get("policy", response=list[PolicyVerb], summary="Roller og handlinger")
@door("access.read_policy")
def policy(request: HttpRequest) -> list[PolicyVerb]:
    """Return the whole policy table."""
    found = policy_rooms(viewer=actor_of(request), now=timezone.now())
    return [
        PolicyVerb(name=verb.name, label=verb.label, roles=_names(verb.roles), sensitive=verb.sensitive)
        for room in found
        for verb in room.verbs
    ]


@router.get("explain", response=ExplanationOut, summary="Hvorfor må en person noget")
@door("access.explain")
def explain(request: HttpRequest, asked: Query[ExplainQuery]) -> ExplanationOut:
    """Return the verdict for a person, with every reason."""
    now = timezone.now()
    on = asked.on or timezone.localdate(now)
    try:
        found = explain_person(
            viewer=actor_of(request), person_key=asked.person, verb=asked.verb, unit=asked.unit, on=on, now=now
        )
    except UnknownVerb as error:
        raise UnknownVerbAsked(_("Der er ingen handling med navnet %(verb)s.") % {"verb": asked.verb}) from error
    steps = [StepOut(sentence=step.sentence, speaks_for=step.speaks_for) for step in found.steps]
    return ExplanationOut(
        allowed=found.verdict.allowed, conclusion=found.conclusion, steps=steps, roles=_names(found.roles)
    )


@router.get("accounts", response=list[AccountOut], summary="Konti")
@door("access.read_accounts")
def list_accounts(request: HttpRequest, text: str = "", role: str = "") -> list[AccountOut]:
    """Return accounts, found by text and role."""
    found = accounts(viewer=actor_of(request), text=text, role=role, now=timezone.now())
    return [AccountOut.of(row) for row in found]


def _names(roles: frozenset[Role] | tuple[Role, ...]) -> list[str]:
    return [role.value for role in Role if role in roles]
