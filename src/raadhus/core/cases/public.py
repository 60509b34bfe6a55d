"""What the rest of the house may use of cases. The ports (CaseRegister, ProposalOrigin) are in raadhus.kernel.ports."""

from raadhus.core.cases.actions.cases import (
    CannotChangeCase,
    NumberTaken,
    change_owner,
    close_case,
    link_cases,
    open_case,
    rename_case,
    reopen_case,
    set_closed_to_public,
    unlink_cases,
)
from raadhus.core.cases.actions.proposals import (
    decide_proposal,
    hand_back,
    plan_proposal,
    propose_case,
    unplan_proposal,
    withdraw_proposal,
)
from raadhus.core.cases.queries.cases import Asked, Detail, case, case_by_number, cases, entries_of
from raadhus.core.cases.queries.proposals import (
    ProposalDetail,
    address_for,
    kept_proposal,
    proposal,
    proposals,
    waiting_proposals,
)
from raadhus.core.cases.queries.shapes import Case, NoSuchCase, NoSuchProposal, Proposal
from raadhus.core.cases.rules.numbers import NotACaseNumber, NotAKleNumber, checked_case_number
from raadhus.core.cases.rules.proposals import CannotStep, Chart, Content, FrozenTable, NotAProposal, State

__all__ = [
    "Asked",
    "CannotChangeCase",
    "CannotStep",
    "Case",
    "Chart",
    "Content",
    "Detail",
    "FrozenTable",
    "NoSuchCase",
    "NoSuchProposal",
    "NotACaseNumber",
    "NotAKleNumber",
    "NotAProposal",
    "NumberTaken",
    "Proposal",
    "ProposalDetail",
    "State",
    "address_for",
    "case",
    "case_by_number",
    "cases",
    "change_owner",
    "checked_case_number",
    "close_case",
    "decide_proposal",
    "entries_of",
    "hand_back",
    "kept_proposal",
    "link_cases",
    "open_case",
    "plan_proposal",
    "proposal",
    "proposals",
    "propose_case",
    "rename_case",
    "reopen_case",
    "set_closed_to_public",
    "unlink_cases",
    "unplan_proposal",
    "waiting_proposals",
    "withdraw_proposal",
]
