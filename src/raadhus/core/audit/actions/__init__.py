"""Writes to the audit trail: entries, seals, drops and erasures."""
