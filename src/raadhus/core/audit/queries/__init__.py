"""Reads of the audit trail. Who may read is decided at the door: access lies above audit and checks the marks there."""
