"""What the rest of the house may use of the audit trail."""

from raadhus.core.audit.actions import Subject, UnknownEvent, record, seal
from raadhus.core.audit.queries import TrailEntry, anchors, trail
from raadhus.core.audit.rules.canonical import JSON
from raadhus.core.audit.rules.chain import Anchor

__all__ = ["JSON", "Anchor", "Subject", "TrailEntry", "UnknownEvent", "anchors", "record", "seal", "trail"]
