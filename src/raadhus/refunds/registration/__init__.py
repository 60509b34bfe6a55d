"""What refunds tell the house about themselves, a file for each topic: verbs (policy rows) and audit events."""

from raadhus.refunds.registration import cases, keeping, ledger, watching

TOPICS = (watching, cases, keeping, ledger)
