"""Everything that stands in an exported file: text, metadata, outline and every part of an archive."""

import io
import zipfile

import pypdfium2


def everything_in(data: bytes) -> str:
    """Return all text that can be got out of a file."""
    if data.startswith(b"%PDF"):
        return _pdf(data)
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "\n".join(name + archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    return data.decode()


def _pdf(data: bytes) -> str:
    pdf = pypdfium2.PdfDocument(data)
    try:
        pages = [page.get_textpage().get_text_range() for page in pdf]
        outline = [bookmark.get_title() for bookmark in pdf.get_toc()]
        text = "\n".join([*pages, *outline, *pdf.get_metadata_dict().values()])
    finally:
        pdf.close()
    return text.replace("\r\n", " ").replace("\n", " ") + data.decode("latin-1")
