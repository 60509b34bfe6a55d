"""A meeting as a file, in every format. Re-exports only."""

from raadhus.meetings.writer.export import export
from raadhus.meetings.writer.exported import ExportedFile, Format

__all__ = ["ExportedFile", "Format", "export"]
