"""Files that cannot be read, made on the spot; and good ones to damage."""

import io
import struct
import zipfile
import zlib

import docx
import typst

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(40)
JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(40)
RTF = b"{\\rtf1\\ansi Referat}"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
PAGE = """<!DOCTYPE html><html><head><title>Referat</title><script>alert("x")</script></head><body>
<h1>Referat af møde den 3. marts 2026</h1><h2>1. Årets budget</h2><p>Børn og unge får <b>mere</b>.</p>
<ol><li>at det godkendes<ul><li>også dette</li></ul></li></ol>
<table><tr><th>Center</th><th>Kr.</th></tr><tr><td>SAC</td><td>2</td></tr></table></body></html>"""
TEXT = "Referat\n\n1. Årets budget\n\nBeslutning\nGodkendt af børn på Ærø.\n" * 5
_PDF = """#set document(title: "Referat")
= Referat
== 1. Årets budget
Børn og unge på Ærø.
#pagebreak()
== 2. Eventuelt
Intet.
"""
_ENCRYPTED = (
    b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n"
    b"4 0 obj<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>endobj\n"
    b"trailer<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]>>\n%%%%EOF\n"
)


def pdf(source: str = _PDF) -> bytes:
    return typst.compile(source.encode(), format="pdf")


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def picture() -> bytes:
    """A grey square as a real PNG."""
    header = struct.pack(">IIBBBBB", 8, 8, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", header)
        + _chunk(b"IDAT", zlib.compress((b"\0" + b"\x80" * 8) * 8))
        + _chunk(b"IEND", b"")
    )


def half_scanned_pdf() -> bytes:
    """Text on page 1, nothing on page 2, a picture on page 3."""
    return pdf(f"Referat\n#pagebreak()\n#pagebreak()\n#image(bytes(({','.join(map(str, picture()))})))")


def scanned_pdf() -> bytes:
    return pdf("#set page(width: 8cm, height: 6cm)\n#rect(width: 5cm, height: 2cm, fill: luma(80%))")


def encrypted_pdf() -> bytes:
    return _ENCRYPTED % (b"ab" * 32, b"cd" * 32)


def plain_pdf() -> bytes:
    """A PDF of the oldest kind, which a reader can mend when its end is missing."""
    objects = _ENCRYPTED.replace(b"%%", b"%").split(b"4 0 obj")[0]
    drawn = b"BT /F1 12 Tf 20 20 Td (Referat) Tj ET"
    objects = objects.replace(b"/MediaBox", b"/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>/MediaBox")
    objects += b"4 0 obj<</Length %d>>stream\n%s\nendstream endobj\n" % (len(drawn), drawn)
    objects += b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
    return objects + b"trailer<</Size 6/Root 1 0 R>>\n%%EOF\n"


def docx_file() -> bytes:
    document = docx.Document()
    document.add_heading("Referat", level=1)
    document.add_paragraph("Børn og unge på Ærø")
    document.add_paragraph("at det godkendes", style="List Number")
    document.add_table(rows=2, cols=2).cell(0, 0).text = "Center"
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def docx_with(document_xml: bytes, *more: tuple[str, bytes]) -> bytes:
    """A DOCX whose text is this XML, with further parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("word/document.xml", document_xml)
        for name, content in more:
            archive.writestr(name, content)
    return file.getvalue()


def docx_bomb() -> bytes:
    """A small file that unpacks to 100 MB."""
    return docx_with(b"<x>" + b" " * 100_000_000 + b"</x>")


def docx_of_many_parts() -> bytes:
    return docx_with(b"<x/>", *((f"word/{number}", b"") for number in range(6000)))


def docx_with_password() -> bytes:
    """What Word makes of a document with a password: no zip file any more."""
    return OLE + "EncryptedPackage".encode("utf-16-le") + bytes(200)


def zipped(name: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(name, "indhold")
    return file.getvalue()


def odt() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    return file.getvalue()
