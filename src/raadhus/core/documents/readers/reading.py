"""Reads a document by what its content is, whatever its name claims. Each reader is imported when it is needed."""

from collections.abc import Callable
from importlib import import_module
from typing import cast

from raadhus.core.documents.readers.charset import decode
from raadhus.core.documents.rules.source_text import SourceText
from raadhus.kernel.errors import WrongInput


def read_document(data: bytes, name: str) -> SourceText:
    """Return the text of a PDF, DOCX, HTML, text or Markdown document. `name` is only for the sentence when it cannot be read.

    Raises WrongInput.
    """
    if not data.strip():
        raise WrongInput(f"{name} er tom: vælg en fil med indhold.")
    if b"%PDF-" in data[:1024]:
        return _reader("pdf", "read_pdf")(data)
    if data.startswith(b"PK"):
        return _reader("docx", "read_docx")(data)
    if _looks_like_html(data):
        return _reader("html", "read_html")(data)
    read_text = cast("Callable[[str], SourceText]", _function("text", "read_text"))
    return read_text(decode(data).text)


def _looks_like_html(data: bytes) -> bool:
    beginning = data[:2048].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").lower()
    return beginning.startswith(
        (b"<!doctype html", b"<html", b"<!--", b"<head", b"<body", b"<div", b"<p", b"<h", b"<?xml")
    ) or (b"<html" in beginning or b"<body" in beginning)


def _reader(module: str, name: str) -> Callable[[bytes], SourceText]:
    return cast("Callable[[bytes], SourceText]", _function(module, name))


def _function(module: str, name: str) -> object:
    return getattr(import_module(f"raadhus.core.documents.readers.{module}"), name)
