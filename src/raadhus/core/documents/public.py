"""What other parts of the house may use of kept files. Text without a database has its own door, text.py."""

from raadhus.core.documents.actions import extract_text, store_file
from raadhus.core.documents.queries import Finding, Flaw, file, open_file, scan_of, verify_files
from raadhus.core.documents.rules.files import StoredFile, require_size
from raadhus.core.documents.rules.scans import Scan

__all__ = [
    "Finding",
    "Flaw",
    "Scan",
    "StoredFile",
    "extract_text",
    "file",
    "open_file",
    "require_size",
    "scan_of",
    "store_file",
    "verify_files",
]
