"""Publications of the invented cube, written without a database, and what a reader could find in their files."""

import re
import zipfile
from datetime import date
from functools import cache
from io import BytesIO

import openpyxl
import pypdfium2

from raadhus.personnel.engines.cube import Cube
from raadhus.personnel.queries.publication_content import written_of
from raadhus.personnel.queries.publication_material import material_in
from raadhus.personnel.rules.benchmarks.published import PUBLISHED
from raadhus.personnel.rules.publication.outline import Kind

DAY = date(2026, 3, 16)
FACTS = (("Periode", "januar-december 2025"),)


@cache
def material(path, kind="year", year=2025, half=0):
    """The figures of the invented cube for one publication."""
    return material_in(Cube(path), PUBLISHED, release=1, kind=Kind(kind), year=year, half=half)


@cache
def content(path, kind="year", year=2025, half=0):
    """The publication of the invented cube."""
    return written_of(material(path, kind, year, half))


def text_of_pdf(data):
    """Return the words of a PDF's pages."""
    pages = pypdfium2.PdfDocument(data)
    return " ".join(page.get_textpage().get_text_range() for page in pages)


def text_of_docx(data):
    """Return what Word shows, with the alternative texts."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        source = archive.read("word/document.xml").decode()
    told = re.findall(r'descr="([^"]*)"', source)
    return " ".join([*told, re.sub(r"<[^>]+>", " ", source)])


def cells_of_workbook(data):
    """Return every cell of every sheet."""
    book = openpyxl.load_workbook(BytesIO(data))
    return [cell for page in book for row in page.iter_rows(values_only=True) for cell in row if cell is not None]
