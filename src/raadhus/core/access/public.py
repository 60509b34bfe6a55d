"""What other parts of the house may use of access."""

from raadhus.core.access.actions.accounts import (
    CannotCloseAccount,
    CannotCreateAccount,
    close_account,
    create_account,
    reopen_account,
)
from raadhus.core.access.actions.roles import CannotEndRole, CannotGrantRole, end_role, grant_role
from raadhus.core.access.admission import ApiCaller, NotLoggedIn, admit_api_call, admit_command
from raadhus.core.access.queries.actors import actor_of_person, command_actor
from raadhus.core.access.queries.decisions import (
    explain,
    may,
    register_unit_resolver,
    roles_of,
    scope,
    unit_covers,
)
from raadhus.core.access.queries.holders import Holder, holders_of
from raadhus.core.access.queries.identity import confirm_identity_address, identity_confirmed_at
from raadhus.core.access.queries.policy_table import UnknownVerb, policy_table, rooms, verb_named
from raadhus.core.access.queries.requests import actor_of
from raadhus.core.access.queries.requirement import refusal, require
from raadhus.core.access.queries.units import register_unit_directory
from raadhus.core.access.rules.policy import WHOLE_HOUSE, Reason, ReasonCode, Scope, Verdict

__all__ = [
    "WHOLE_HOUSE",
    "ApiCaller",
    "CannotCloseAccount",
    "CannotCreateAccount",
    "CannotEndRole",
    "CannotGrantRole",
    "Holder",
    "NotLoggedIn",
    "Reason",
    "ReasonCode",
    "Scope",
    "UnknownVerb",
    "Verdict",
    "actor_of",
    "actor_of_person",
    "admit_api_call",
    "admit_command",
    "close_account",
    "command_actor",
    "confirm_identity_address",
    "create_account",
    "end_role",
    "explain",
    "grant_role",
    "holders_of",
    "identity_confirmed_at",
    "may",
    "policy_table",
    "refusal",
    "register_unit_directory",
    "register_unit_resolver",
    "reopen_account",
    "require",
    "roles_of",
    "rooms",
    "scope",
    "unit_covers",
    "verb_named",
]
