"""The tables of refunds: cases, what NemRefusion says, agreements, settings, reminders, and the years' statements."""

from raadhus.refunds.models.agreements import Agreement
from raadhus.refunds.models.cases import Recalculation, RefundCase, hold
from raadhus.refunds.models.following import NemRefusionNotice, NemRefusionRun, ReminderRecord, SuspicionRecord
from raadhus.refunds.models.settings import SettingsVersion
from raadhus.refunds.models.statements import EarlierYear, YearlyStatement

__all__ = [
    "Agreement",
    "EarlierYear",
    "NemRefusionNotice",
    "NemRefusionRun",
    "Recalculation",
    "RefundCase",
    "ReminderRecord",
    "SettingsVersion",
    "SuspicionRecord",
    "YearlyStatement",
    "hold",
]
