"""The tables of obligations: what is promised, and what is decided once and for many times."""

from raadhus.core.obligations.models.promises import CalendarAddress, Evidence, ObligationRecord, Reminder
from raadhus.core.obligations.models.standing import StandingDecision, StandingFiring

__all__ = ["CalendarAddress", "Evidence", "ObligationRecord", "Reminder", "StandingDecision", "StandingFiring"]
