"""What the rest of the house may use of the audit trail."""

from raadhus.core.audit.actions.appending import Subject
from raadhus.core.audit.actions.erasure import NothingToErase, erase_personal
from raadhus.core.audit.actions.recording import UnknownEvent, record
from raadhus.core.audit.actions.segments import NoSuchSegment, drop, seal
from raadhus.core.audit.models import overwrite_what_is_deleted
from raadhus.core.audit.queries.chain import anchors
from raadhus.core.audit.queries.events import event_types
from raadhus.core.audit.queries.findings import finding_sentence
from raadhus.core.audit.queries.log import Asked as LogAsked
from raadhus.core.audit.queries.log import LogRow, TrailEntry, log, trail
from raadhus.core.audit.queries.verification import missing_guards, verify
from raadhus.core.audit.reader import kept as kept_anchors
from raadhus.core.audit.rules.anchors import anchor_text
from raadhus.core.audit.rules.canonical import JSON
from raadhus.core.audit.rules.chain import Anchor
from raadhus.core.audit.rules.findings import Finding, FindingKind, Report
from raadhus.core.audit.writer import keep_only

__all__ = [
    "JSON",
    "Anchor",
    "Finding",
    "FindingKind",
    "LogAsked",
    "LogRow",
    "NoSuchSegment",
    "NothingToErase",
    "Report",
    "Subject",
    "TrailEntry",
    "UnknownEvent",
    "anchor_text",
    "anchors",
    "drop",
    "erase_personal",
    "event_types",
    "finding_sentence",
    "keep_only",
    "kept_anchors",
    "log",
    "missing_guards",
    "overwrite_what_is_deleted",
    "record",
    "seal",
    "trail",
    "verify",
]
