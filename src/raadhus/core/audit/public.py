"""What the rest of the house may use of the audit trail."""

from raadhus.core.audit.actions import Subject, UnknownEvent, erase_personal, record, seal
from raadhus.core.audit.queries.chain import anchors
from raadhus.core.audit.queries.events import event_types
from raadhus.core.audit.queries.trail import TrailEntry, trail
from raadhus.core.audit.queries.verification import verify
from raadhus.core.audit.rules.canonical import JSON
from raadhus.core.audit.rules.chain import Anchor, anchor_text
from raadhus.core.audit.rules.findings import Finding, FindingKind, Report

__all__ = [
    "JSON",
    "Anchor",
    "Finding",
    "FindingKind",
    "Report",
    "Subject",
    "TrailEntry",
    "UnknownEvent",
    "anchor_text",
    "anchors",
    "erase_personal",
    "event_types",
    "record",
    "seal",
    "trail",
    "verify",
]
