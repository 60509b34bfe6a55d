"""Attachments of every kind, made here: what a package is built of in the tests."""

from datetime import date, datetime
from io import BytesIO
from zoneinfo import ZoneInfo

import docx
import openpyxl
import pikepdf
import typst
from PIL import Image

from raadhus.core.documents.text import Paragraph
from raadhus.meetings.rules.disclosure import Level, disclose
from raadhus.meetings.rules.reading import Kind, SectionKind
from raadhus.meetings.rules.record import AttachmentRecord, ItemRecord, MeetingRecord, SectionRecord
from raadhus.meetings.writer.enclosed import EnclosedFile

TAKEN_AT = datetime(2026, 3, 2, 8, 30, tzinfo=ZoneInfo("Europe/Copenhagen"))
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def pdf_of(pages: int, *, word: str = "Bilagsside", flipped: bool = False) -> bytes:
    """A PDF whose pages say their word and number, with a link on each."""
    made = "#pagebreak()".join(
        f'#link("https://eksempel.example/{number}")[{word} {number}]' for number in range(1, pages + 1)
    )
    return typst.compile(f'#set page(paper: "a4", flipped: {str(flipped).lower()})\n{made}'.encode(), format="pdf")


def turned(data: bytes) -> bytes:
    """The same PDF with its pages turned a quarter."""
    with pikepdf.open(BytesIO(data)) as pdf:
        for page in pdf.pages:
            page.rotate(90, relative=True)
        written = BytesIO()
        pdf.save(written)
    return written.getvalue()


def locked(data: bytes) -> bytes:
    """The same PDF behind a password."""
    with pikepdf.open(BytesIO(data)) as pdf:
        written = BytesIO()
        pdf.save(written, encryption=pikepdf.Encryption(owner="ejer", user="bruger"))
    return written.getvalue()


def picture() -> bytes:
    written = BytesIO()
    Image.new("RGB", (320, 200), (20, 90, 140)).save(written, "PNG")
    return written.getvalue()


def word_document() -> bytes:
    document = docx.Document()
    document.add_heading("Notat om skolebusser", 1)
    document.add_paragraph("Der kører tolv busser.")
    table = document.add_table(rows=2, cols=2)
    for row, cells in enumerate((("Rute", "Elever"), ("Nord", "41"))):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def spreadsheet() -> bytes:
    book = openpyxl.Workbook()
    book.active.title = "Tal"
    book.active.append(["Center", "Antal"])
    book.active.append(["SAC", 2.5])
    written = BytesIO()
    book.save(written)
    return written.getvalue()


FILES = {
    "pdf": EnclosedFile("Tidsplan.pdf", "application/pdf", pdf_of(3)),
    "wide": EnclosedFile("Kort.pdf", "application/pdf", pdf_of(1, word="Bredt", flipped=True)),
    "turned": EnclosedFile("Drejet.pdf", "application/pdf", turned(pdf_of(1, word="Drejet"))),
    "locked": EnclosedFile("Laast.pdf", "application/pdf", locked(pdf_of(1))),
    "broken": EnclosedFile("Skadet.pdf", "application/pdf", b"%PDF-1.7\nikke mere"),
    "word": EnclosedFile("Notat.docx", DOCX, word_document()),
    "text": EnclosedFile("Brev.txt", "text/plain", "Kære direktion\n\nHer er et brev.\nMed to linjer.".encode()),
    "sheet": EnclosedFile("Tal.xlsx", XLSX, spreadsheet()),
    "picture": EnclosedFile("Foto.png", "image/png", picture()),
    "no-picture": EnclosedFile("Skadet.png", "image/png", b"\x89PNG\r\n\x1a\nikke mere"),
    "slides": EnclosedFile("Oplæg.odt", "application/vnd.oasis.opendocument.text", b"PK"),
}


def attachment(key: str) -> AttachmentRecord:
    file = FILES[key]
    return AttachmentRecord(file.name.rpartition(".")[0], key, True, file.media_type, len(file.data))


def meeting_with(*keys: str, level: Level = Level.EMPLOYEE, closed: bool = False):
    """A disclosed meeting whose second item has the attachments, beside an item without and a closed one with its own."""
    text = SectionRecord(SectionKind.STATEMENT, "Sagsfremstilling", (Paragraph("Busserne kører tidligere."),))
    secret = SectionRecord(SectionKind.STATEMENT, "Sagsfremstilling", (Paragraph("kanariefugl afsnit"),))
    items = (
        ItemRecord("a", "1", "Godkendelse af dagsorden", None, closed=False),
        ItemRecord(
            "b", "2", "Skolebusser", "26/100", closed=closed, sections=(text,), attachments=tuple(map(attachment, keys))
        ),
        ItemRecord(
            "c", "3", "kanariefugl titel", "26/77", closed=True, sections=(secret,), attachments=(attachment("pdf"),)
        ),
    )
    record = MeetingRecord(
        "m",
        "Direktionen",
        "direktionen",
        "Eksempelkøbing",
        Kind.AGENDA,
        date(2026, 3, 2),
        "09:00",
        items=items,
        published=True,
    )
    return disclose(record, level)


def opened(attachment: AttachmentRecord) -> EnclosedFile | None:
    return FILES.get(attachment.sha256 or "")
