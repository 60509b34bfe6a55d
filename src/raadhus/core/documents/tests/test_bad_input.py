"""What cannot be read is refused with one sentence that says what it is and what to do; what can be read is read whole."""

import os
import time

import pytest

from raadhus.core.documents.readers import ocr
from raadhus.core.documents.tests import bad_files
from raadhus.core.documents.text import read_document, read_path
from raadhus.kernel.errors import WrongInput

W = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

CASES = {
    "empty": (lambda: b"", "filen er tom"),
    "only spaces": (lambda: b" \n\t\r\n", "filen er tom"),
    "only zeros": (lambda: bytes(5000), "filen er tom"),
    "PNG called PDF": (lambda: bad_files.PNG, r"billede \(PNG\)"),
    "JPEG": (lambda: bad_files.JPEG, r"billede \(JPEG\)"),
    "RTF": (lambda: bad_files.RTF, "RTF.*gem den som DOCX"),
    "old Word": (lambda: bad_files.OLE, "ældre Office-format.*gem den som DOCX"),
    "Word with password": (bad_files.docx_with_password, "adgangskode"),
    "OpenDocument": (bad_files.odt, "OpenDocument.*gem den som DOCX"),
    "spreadsheet": (lambda: bad_files.zipped("xl/workbook.xml"), "regneark"),
    "presentation": (lambda: bad_files.zipped("ppt/presentation.xml"), "præsentation"),
    "archive": (lambda: bad_files.zipped("a.txt"), "zip-arkiv"),
    "program": (lambda: b"MZ\x90\0\x03" + bytes(range(256)) * 20, "hverken PDF, DOCX, HTML eller tekst"),
    "noise": (lambda: bytes(range(256)) * 40, "hverken PDF, DOCX, HTML eller tekst"),
    "zip bomb": (bad_files.docx_bomb, "pakker sig ud"),
    "too many parts": (bad_files.docx_of_many_parts, "pakker sig ud"),
    "truncated DOCX": (lambda: bad_files.docx_file()[:-3000], "beskadiget eller ufuldstændig"),
    "DOCX with broken XML": (lambda: bad_files.docx_with(b"<w:document><w:body>"), "beskadiget eller ufuldstændig"),
    "DOCX without text": (lambda: bad_files.docx_with(b"<w:document " + W + b"/>"), "ingen tekst"),
    "HTML with scripts only": (lambda: b"<html><script>alert(1)</script></html>", "ingen tekst"),
    "HTML nested absurdly": (lambda: b"<div>" * 100_000, "for mange lag"),
    "truncated PDF": (lambda: bad_files.pdf()[:-600], "PDF.*(afkortet|beskadiget|ufuldstændig)"),
    "PDF without its end": (lambda: bad_files.plain_pdf()[:-7], "PDF.*afkortet"),
    "half a PDF": (lambda: bad_files.pdf()[:1500], "PDF.*(afkortet|beskadiget|ufuldstændig)"),
    "PDF with nothing in it": (lambda: b"%PDF-1.7\n%%EOF", "PDF.*(afkortet|beskadiget|ufuldstændig)"),
    "encrypted PDF": (bad_files.encrypted_pdf, "adgangskode"),
    "scanned PDF": (bad_files.scanned_pdf, "scannet.*tesseract|scannet.*tekstgenkendelse"),
}


@pytest.mark.parametrize("case", CASES)
def test_each_bad_file_gets_one_sentence(case):
    make, sentence = CASES[case]
    data = make()
    started = time.process_time()
    with pytest.raises(WrongInput, match=sentence) as caught:
        read_document(data, "referat.pdf")
    assert str(caught.value).startswith("referat.pdf: ")
    assert "\n" not in str(caught.value)
    assert time.process_time() - started < 5


def test_the_same_pdf_with_its_end_is_read():
    assert read_document(bad_files.plain_pdf(), "a").text.strip() == "Referat"


def test_a_page_that_is_a_picture_is_told():
    source = read_document(bad_files.half_scanned_pdf(), "a")
    (warning,) = source.warnings
    assert (warning.code, warning.start) == ("page_without_text", len("Referat"))
    assert "Side 3" in warning.message


@pytest.fixture
def big_file(tmp_path):
    path = tmp_path / "referat.pdf"
    path.touch()
    os.truncate(path, 2 << 30)
    return path


def test_two_gigabytes_are_refused_unread(big_file, monkeypatch):
    monkeypatch.setattr("pathlib.Path.read_bytes", None)
    with pytest.raises(WrongInput, match="fylder 2147 MB, og grænsen er 200 MB"):
        read_path(big_file)


def test_paths_that_are_no_files_are_refused(tmp_path):
    for path, sentence in [
        (tmp_path, "er en mappe"),
        (tmp_path / "x", "findes ikke"),
        (tmp_path / ("y" * 300), "kan ikke åbnes"),
    ]:
        with pytest.raises(WrongInput, match=sentence):
            read_path(path)


def test_a_pipe_is_refused_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(WrongInput, match="ikke en almindelig fil"):
        read_path(tmp_path / "pipe")


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "latin-1", "cp1252", "cp865", "cp850", "mac-roman", "utf-16", "utf-16-be", "utf-32"],
)
def test_danish_survives_every_character_set(encoding):
    assert "Godkendt af børn på Ærø." in read_document(bad_files.TEXT.encode(encoding), "a.txt").text


def test_text_saved_twice_in_the_wrong_set_is_mended():
    twice = bad_files.TEXT.encode().decode("cp1252", errors="strict").encode()
    assert "børn på Ærø" in read_document(twice, "a.txt").text


def test_stray_bytes_are_kept_as_letters_or_told():
    data = bad_files.TEXT.encode() * 3 + "æ".encode("cp1252") + b"ble og \x81 tegn"
    source = read_document(data, "a.txt")
    assert "æble og \ufffd tegn" in source.text
    assert [warning.code for warning in source.warnings] == ["unreadable_characters"]


def test_scripts_are_neither_run_nor_kept():
    source = read_document(bad_files.PAGE.encode(), "a.html")
    assert "alert" not in source.text
    assert "Børn og unge får mere." in source.text


MANY = 10_000
PARAGRAPH = "<w:p><w:r><w:t>Punkt {}</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    "data",
    [
        "\n\n".join(f"{number}. Punkt {number}" for number in range(MANY)).encode(),
        ("<ul>" + "".join(f"<li>Punkt {number}</li>" for number in range(MANY)) + "</ul>").encode(),
        ("<table>" + "".join(f"<tr><td>Punkt<td>{number}" for number in range(MANY))).encode(),
        bad_files.docx_with(
            b"<w:document "
            + W
            + b"><w:body>"
            + "".join(map(PARAGRAPH.format, range(MANY))).encode()
            + b"</w:body></w:document>"
        ),
    ],
    ids=["text", "HTML list", "HTML table", "DOCX"],
)
def test_ten_thousand_items_are_read_whole_and_soon(data):
    started = time.process_time()
    assert len(read_document(data, "stor").lines) == MANY
    assert time.process_time() - started < 10


FAKE_TESSERACT = """#!/bin/sh
case "$1" in
  --list-langs) echo "List of available languages (2):"; echo dan; echo eng;;
  stdin) head -c 2 | grep -q P5 || exit 1; printf 'Referat\\n\\nBørn på Ærø\\n\\f';;
esac
"""


@pytest.fixture
def fake_tesseract(tmp_path, monkeypatch):
    def install(script=FAKE_TESSERACT):
        command = tmp_path / "tesseract"
        command.write_text(script)
        command.chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")

    return install


def test_a_scanned_pdf_is_recognised_on_request(fake_tesseract):
    fake_tesseract()
    source = read_document(bad_files.scanned_pdf(), "scan.pdf", ocr=True)
    assert [(line.text, line.page, line.blank_before) for line in source.lines] == [
        ("Referat", 1, False),
        ("Børn på Ærø", 1, True),
    ]
    assert [warning.code for warning in source.warnings] == ["recognised_text"]


def test_recognition_is_offered_when_it_is_there(fake_tesseract):
    fake_tesseract()
    with pytest.raises(WrongInput, match="prøv igen med tekstgenkendelse"):
        read_document(bad_files.scanned_pdf(), "scan.pdf")


@pytest.mark.parametrize(
    ("script", "sentence"),
    [
        ("#!/bin/sh\necho eng\n", "installér tesseract med dansk"),
        ("#!/bin/sh\n[ $1 = --list-langs ] && echo dan && exit\nexit 3\n", "side 1 lykkedes ikke"),
        ("#!/bin/sh\n[ $1 = --list-langs ] && echo dan && exit\nexec sleep 20\n", "inden for tidsgrænsen"),
        ("#!/bin/sh\n[ $1 = --list-langs ] && echo dan && exit\ncat >/dev/null\n", "fandt ingen tekst"),
    ],
)
def test_recognition_that_fails_says_so(fake_tesseract, monkeypatch, script, sentence):
    monkeypatch.setattr(ocr, "SECONDS_A_PAGE", 0.5)
    fake_tesseract(script)
    with pytest.raises(WrongInput, match=sentence):
        read_document(bad_files.scanned_pdf(), "scan.pdf", ocr=True)


@pytest.mark.skipif(not ocr.is_available(), reason="tesseract with Danish is not installed")
def test_real_recognition_reads_danish():
    picture = bad_files.pdf("#set page(width: 12cm, height: 5cm)\n#set text(size: 20pt)\nReferat af mødet")
    assert "Referat" in ocr.recognise(picture).text
