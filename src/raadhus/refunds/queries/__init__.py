"""Reads of refunds; each takes the viewer."""
