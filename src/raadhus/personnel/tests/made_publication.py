"""What a reader could find in a publication's files."""

import re
import zipfile
from io import BytesIO


def text_of_docx(data):
    """Return what Word shows, with the alternative texts."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        source = archive.read("word/document.xml").decode()
    told = re.findall(r'descr="([^"]*)"', source)
    return " ".join([*told, re.sub(r"<[^>]+>", " ", source)])
