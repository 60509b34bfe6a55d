"""What a file is, judged by its content alone; its name is never asked."""

import re
from io import BytesIO
from typing import BinaryIO

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
ODT = "application/vnd.oasis.opendocument.text"
HTML = "text/html"
TEXT = "text/plain"
PNG = "image/png"
JPEG = "image/jpeg"
GIF = "image/gif"
WEBP = "image/webp"
TIFF = "image/tiff"
WORD_WITH_MACROS = "application/vnd.ms-word.document.macroenabled.12"
OFFICE_WITH_MACROS = "application/x-office-with-macros"
RTF = "application/rtf"
ZIP = "application/zip"
OLE = "application/x-ole-storage"
ENCRYPTED_OFFICE = "application/encrypted-office"
EMAIL = "message/rfc822"
SVG = "image/svg+xml"
# An agenda that another system hands over as XML. No other XML is known here: any other may hold scripts.
AGENDA_XML = "application/xml"
EMPTY = "application/x-empty"
UNKNOWN = "application/octet-stream"

_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"GIF87a", GIF),
    (b"GIF89a", GIF),
    (b"II*\0", TIFF),
    (b"MM\0*", TIFF),
    (b"{\\rtf", RTF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLE),
)
_BINARY = (
    b"\x1f\x8b", b"BZh", b"7z\xbc\xaf", b"Rar!", b"MZ", b"\x7fELF", b"OggS", b"fLaC", b"ID3", b"SQLite format 3\0", b"%!PS", b"\xfd7zXZ",
)  # fmt: skip
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_HTML_BEGINS = re.compile(
    rb"\s*(<\?xml[^>]*>\s*)?(<!--.{0,4000}?-->\s*)*(<!doctype\s+html|<(html|head|body|title|meta|div|p|h[1-6]|table|section|article|main|span|ul|ol)[\s>])",
    re.IGNORECASE | re.DOTALL,
)
# What only HTML has: closed blocks. A text that quotes an element or two is still a text.
_HTML_ENDS = re.compile(rb"</(?:h[1-6]|p|div|li|td|tr|table|body|html)\s*>", re.IGNORECASE)
_ENOUGH_ENDS = 3
_SVG_BEGINS = re.compile(
    rb"\s*(<\?xml[^>]*>\s*)?(<!--.{0,4000}?-->\s*)*(<!doctype svg[^>]*>\s*)?<svg[\s>]", re.IGNORECASE | re.DOTALL
)
_AGENDA_BEGINS = re.compile(
    rb"\s*(<\?xml[^>]*>\s*)?(<!--.{0,4000}?-->\s*)*(<!DOCTYPE.{0,4000}?)?<Dagsorden[\s>]", re.DOTALL
)
_MAIL_BEGINS = re.compile(rb"(Return-Path|Received|Message-ID|MIME-Version|Delivered-To|X-[\w-]+):\s", re.IGNORECASE)
_BEGINNINGS = ((_SVG_BEGINS, SVG), (_AGENDA_BEGINS, AGENDA_XML), (_HTML_BEGINS, HTML), (_MAIL_BEGINS, EMAIL))
_PDF_WITHIN = 1024
_HEAD = 1 << 20
_SAMPLE = 8192


def media_type_of(data: bytes) -> str:
    """Return the media type of the content; UNKNOWN when it is binary and not one of those known here."""
    if not data.strip(b"\0 \t\r\n\x0c\xef\xbb\xbf\xff\xfe"):
        return EMPTY
    for magic, media_type in _MAGIC:
        if data.startswith(magic):
            return ENCRYPTED_OFFICE if media_type == OLE and _ENCRYPTED in data else media_type
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return WEBP
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_type(data)
    # Some programs write a few bytes before the PDF begins; readers have always looked a kilobyte ahead.
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return PDF
    return _text_type(data)


def media_type_of_file(file: BinaryIO) -> str:
    """Return the media type of a file's content without holding more than a megabyte of it."""
    file.seek(0)
    head = file.read(_HEAD)
    try:
        if len(head) < _HEAD:
            return media_type_of(head)
        if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
            return _zip_type(head, file)
        return media_type_of(head)
    finally:
        file.seek(0)


def _zip_type(data: bytes, file: BinaryIO | None = None) -> str:
    """Return which of the zipped formats it is; a damaged one is judged by the names that can still be seen."""
    import zipfile  # noqa: PLC0415 - a PDF must not pay for it at start

    try:
        with zipfile.ZipFile(file or BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError, OverflowError):
        names = {
            name for name in ("word/document.xml", "xl/workbook.xml", "ppt/presentation.xml") if name.encode() in data
        }
        names |= {"word/"} if b"word/" in data or b"[Content_Types].xml" in data else set()
    has_macros = any(name.endswith("vbaProject.bin") for name in names)
    if any(name.startswith("word/") for name in names):
        return WORD_WITH_MACROS if has_macros else DOCX
    if has_macros:
        return OFFICE_WITH_MACROS
    if any(name.startswith("xl/") for name in names):
        return XLSX
    if any(name.startswith("ppt/") for name in names):
        return PPTX
    return ODT if b"application/vnd.oasis.opendocument" in data[:200] else ZIP


def _text_type(data: bytes) -> str:
    if data.startswith(_BINARY):
        return UNKNOWN
    beginning = data[:_SAMPLE].removeprefix(b"\xef\xbb\xbf")
    if beginning.count(0) > len(beginning) // 1000:
        if not _is_wide_text(beginning):
            return UNKNOWN
        beginning = beginning.replace(b"\0", b"").lstrip(b"\xff\xfe")
    for begins, media_type in _BEGINNINGS:
        if begins.match(beginning):
            return media_type
    if len(_HTML_ENDS.findall(beginning)) >= _ENOUGH_ENDS:
        return HTML
    controls = sum(byte < 9 or 14 <= byte < 27 or byte == 127 for byte in beginning)  # noqa: PLR2004 - the control characters of ASCII
    return UNKNOWN if controls > len(beginning) // 20 else TEXT


def _is_wide_text(beginning: bytes) -> bool:
    """Return True for UTF-16 and UTF-32 in western letters: a mark in front, or zeros in every other place."""
    if beginning.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")):
        return True
    half = max(len(beginning) // 2, 1)
    zeros = (beginning[0::2].count(0) / half, beginning[1::2].count(0) / half)
    return max(zeros) > 0.7 and min(zeros) < 0.05  # noqa: PLR2004 - nearly all of one, nearly none of the other
