"""The publication as files: tagged PDF, Word, workbook and package, all with the same figures and the same bytes each time."""

import hashlib
import zipfile
from io import BytesIO

import pikepdf
import pytest
from docx import Document

from raadhus.personnel.tests.made_publication import (
    DAY,
    FACTS,
    cells_of_workbook,
    content,
    text_of_docx,
    text_of_pdf,
)
from raadhus.personnel.writer.publication.docx import write_docx
from raadhus.personnel.writer.publication.package import write_package
from raadhus.personnel.writer.publication.pdf import write_pdf
from raadhus.personnel.writer.publication.sheets import write_workbook

COMMENT = "Vi ser **særligt** på <b>fravær</b>."


@pytest.fixture(scope="module")
def written(cube_file):
    return content(cube_file).with_comments({"sygefravaer": COMMENT})


@pytest.fixture(scope="module")
def pdf(written):
    return write_pdf(written, day=DAY, facts=FACTS, mark="Udkast")


@pytest.fixture(scope="module")
def docx(written):
    return write_docx(written, day=DAY, facts=FACTS)


def charts(written):
    return [one for section in written.sections for one in section.shown if one.spec is not None]


def test_the_pdf_is_tagged_and_each_chart_says_its_sentence(written, pdf):
    opened = pikepdf.open(BytesIO(pdf))
    assert b"pdfuaid:part" in opened.Root.Metadata.read_bytes()
    assert (str(opened.Root.Lang), bool(opened.Root.MarkInfo.Marked)) == ("da", True)
    told = [str(one.Alt) for one in opened.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]
    assert {one.alt for one in charts(written)} <= set(told)
    kinds = [str(one.S) for one in opened.objects if isinstance(one, pikepdf.Dictionary) and "/S" in one]
    assert kinds.count("/Table") == sum(bool(one.sheet.rows) for part in written.sections for one in part.shown)


def test_the_pdf_is_bookmarked_by_section_and_marked_as_what_it_is(written, pdf):
    with pikepdf.open(BytesIO(pdf)) as opened, opened.open_outline() as outline:
        titles = [one.title for one in outline.root]
    assert [part.heading for part in written.sections] == titles[:-1]
    text = text_of_pdf(pdf)
    assert "Udkast" in text
    assert "Vi ser særligt på <b>fravær</b>." in text


def test_word_has_headings_pictures_with_words_and_every_table(written, docx):
    opened = Document(BytesIO(docx))
    headings = [one.text for one in opened.paragraphs if one.style.name == "Heading 1"]
    assert headings[:-1] == [part.heading for part in written.sections]
    assert len(opened.tables) == sum(bool(one.sheet.rows) for part in written.sections for one in part.shown)
    described = [one._inline.docPr.get("descr") for one in opened.inline_shapes]
    assert described == [one.alt for one in charts(written)]


def test_the_workbook_has_every_table_with_figures_as_numbers(written):
    cells = cells_of_workbook(write_workbook(written, day=DAY, facts=FACTS))
    for part in written.sections:
        for one in part.shown:
            assert {float(cell.value) for row in one.sheet.rows for cell in row if cell.value is not None} <= {
                cell for cell in cells if isinstance(cell, int | float)
            }


def test_the_package_holds_it_all_with_hashes_and_never_differs(written):
    one, two = (write_package(written, stem="tal", day=DAY, facts=FACTS, mark="") for _ in range(2))
    assert one == two
    with zipfile.ZipFile(BytesIO(one)) as archive:
        readme, names = archive.read("LAES-MIG.txt").decode(), archive.namelist()
        for name in names[1:]:
            assert f"{hashlib.sha256(archive.read(name)).hexdigest()}  {name}" in readme
    assert {"tal.pdf", "tal.docx", "tal-tabeller.xlsx", "diagrammer/aarsvaerk.svg", "diagrammer/aarsvaerk.png"} <= set(
        names
    )
    assert "udgivelse 1" in readme


def test_every_file_tells_the_same_figures(written, pdf, docx):
    on_paper, in_word = (" ".join(text.split()) for text in (text_of_pdf(pdf), text_of_docx(docx)))
    for part in written.sections:
        for row in (row for one in part.shown for row in one.sheet.rows):
            for cell in row:
                assert cell.text in on_paper.replace("\N{NO-BREAK SPACE}", " ") or " " in cell.text
                assert cell.text in in_word
