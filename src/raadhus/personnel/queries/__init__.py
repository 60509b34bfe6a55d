"""Reads of personnel figures; each takes the viewer. The pages read the published cube and never a record about a person."""
