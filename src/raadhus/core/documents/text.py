"""The second public door of documents: text without a database (readers, block model, renderers). Re-exports only."""

from raadhus.core.documents.readers.markdown import blocks_from_markdown
from raadhus.core.documents.readers.reading import blocks_from_html, document_bytes, read_document, read_path
from raadhus.core.documents.renderers.html import render_html
from raadhus.core.documents.renderers.markdown import render_markdown
from raadhus.core.documents.renderers.text import plain_text
from raadhus.core.documents.renderers.typst import render_typst
from raadhus.core.documents.rules.blocks import (
    Block,
    Chart,
    Heading,
    Image,
    ListBlock,
    ListItem,
    Mark,
    MarkKind,
    Paragraph,
    Table,
)
from raadhus.core.documents.rules.blocks_json import NotBlocks
from raadhus.core.documents.rules.blocks_json import from_json as blocks_from_json
from raadhus.core.documents.rules.blocks_json import to_json as blocks_to_json
from raadhus.core.documents.rules.editor_json import from_editor as blocks_from_editor
from raadhus.core.documents.rules.editor_json import to_editor as blocks_to_editor
from raadhus.core.documents.rules.source_text import Line, LineKind, SourceText, SourceWarning

__all__ = [
    "Block",
    "Chart",
    "Heading",
    "Image",
    "Line",
    "LineKind",
    "ListBlock",
    "ListItem",
    "Mark",
    "MarkKind",
    "NotBlocks",
    "Paragraph",
    "SourceText",
    "SourceWarning",
    "Table",
    "blocks_from_editor",
    "blocks_from_html",
    "blocks_from_json",
    "blocks_from_markdown",
    "blocks_to_editor",
    "blocks_to_json",
    "document_bytes",
    "plain_text",
    "read_document",
    "read_path",
    "render_html",
    "render_markdown",
    "render_typst",
]
