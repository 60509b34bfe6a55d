"""Writes to the organisation: units, people, leaderships, imports."""
