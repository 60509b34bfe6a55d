"""Everything that can be read out of a written file: its text, its metadata and its outline, for the gate that looks for leaks."""

import html
import io
import re
import zipfile

import pypdfium2

from raadhus.meetings.writer.exported import ExportedFile

_MARKUP = re.compile(r"<[^>]*>")
_ATTRIBUTES = re.compile(r"=\"([^\"]*)\"|='([^']*)'")


def text_of_file(file: ExportedFile) -> str:
    """Return the text of a file that the house wrote."""
    if file.data.startswith(b"%PDF"):
        return _pdf(file.data)
    if file.data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
            return "\n".join(_markup(archive.read(name).decode("utf-8", "replace")) for name in archive.namelist())
    text = file.data.decode("utf-8", "replace")
    return _markup(text) if "<" in text[:200] else text


def _markup(text: str) -> str:
    """Return what stands between the tags and in their attributes."""
    attributes = "\n".join(first or second for first, second in _ATTRIBUTES.findall(text))
    # The text of an element of SBSYS is HTML once more.
    once = html.unescape(_MARKUP.sub("", text))
    return f"{html.unescape(_MARKUP.sub('', once))}\n{html.unescape(attributes)}"


def _pdf(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    try:
        pages = [page.get_textpage().get_text_range() for page in document]
        outline = [bookmark.get_title() for bookmark in document.get_toc()]
        return "\n".join((*pages, *outline, *document.get_metadata_dict().values()))
    finally:
        document.close()
