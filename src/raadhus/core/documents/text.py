"""The second public door of documents: text without a database (readers, block model, renderers). Re-exports only."""

from raadhus.core.documents.rules.source_text import Line, LineKind, SourceText, SourceWarning

__all__ = ["Line", "LineKind", "SourceText", "SourceWarning"]
