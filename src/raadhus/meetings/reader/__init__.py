"""The meeting grammar: lines with layout evidence in, one Reading out. Pure; no database, no files."""

from raadhus.meetings.reader.as_json import reading_to_json
from raadhus.meetings.reader.document import read_meeting

__all__ = ["read_meeting", "reading_to_json"]
