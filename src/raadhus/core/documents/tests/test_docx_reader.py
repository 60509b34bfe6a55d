"""DOCX becomes lines with the markers that Word prints, and nothing that Word would not show."""

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from raadhus.core.documents.readers.docx import read_docx
from raadhus.core.documents.rules.source_text import LineKind
from raadhus.core.documents.text import read_document
from raadhus.kernel.errors import WrongInput

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LEVELS = (("decimal", "%1."), ("lowerLetter", "%2)"), ("decimal", "%1.%2.%3"))


def saved(document) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def with_list(document, number_id: int, restart: int | None = None) -> None:
    numbering = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>{"<w:isLgl/>" * (depth == 2)}</w:lvl>'
        for depth, (form, text) in enumerate(LEVELS)
    )
    if not numbering.xpath('w:abstractNum[@w:abstractNumId="90"]'):
        numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{levels}</w:abstractNum>'))
    override = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{restart}"/></w:lvlOverride>' if restart else ""
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="{number_id}"><w:abstractNumId w:val="90"/>{override}</w:num>')
    )


def add_item(document, text: str, number_id: int, level: int = 0) -> None:
    properties = document.add_paragraph(text)._p.get_or_add_pPr()
    properties.append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number_id}"/></w:numPr>')
    )


def body(xml: str) -> bytes:
    document = docx.Document()
    document.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>"))
    return saved(document)


def texts(data: bytes) -> list[str]:
    return [line.text for line in read_docx(data).lines]


def test_headings_paragraphs_and_title():
    document = docx.Document()
    document.core_properties.title = "Referat"
    document.add_heading("Budget", level=2)
    document.add_paragraph("Tekst").runs[0].bold = True
    source = read_docx(saved(document))
    assert source.title == "Referat"
    assert [(line.kind, line.level) for line in source.lines] == [(LineKind.HEADING, 2), (LineKind.TEXT, 0)]
    assert source.lines[1].bold


def test_every_span_is_the_line_itself():
    document = docx.Document()
    document.add_paragraph("Før")
    document.add_table(rows=1, cols=2).rows[0].cells[1].text = "celle"
    source = read_docx(saved(document))
    assert all(source.text[line.start : line.end] == line.text for line in source.lines)


def test_lists_print_the_markers_that_word_counts():
    document = docx.Document()
    with_list(document, 70)
    for text, level in [("en", 0), ("a", 1), ("b", 1), ("dyb", 2), ("to", 0), ("igen", 1)]:
        add_item(document, text, 70, level)
    assert texts(saved(document)) == ["1. en", "a) a", "b) b", "1.2.1 dyb", "2. to", "a) igen"]


def test_second_list_goes_on_or_begins_again_as_it_says():
    document = docx.Document()
    with_list(document, 70)
    with_list(document, 71, restart=1)
    with_list(document, 72)
    for number_id in (70, 70, 71, 72):
        add_item(document, "x", number_id)
    assert texts(saved(document)) == ["1. x", "2. x", "1. x", "2. x"]


def test_bullets_of_a_style_are_dashes():
    document = docx.Document()
    document.add_paragraph("punkt", style="List Bullet")
    document.add_paragraph("nummer", style="List Number")
    assert texts(saved(document)) == ["- punkt", "1. nummer"]


def test_merged_cells_keep_their_place_in_the_grid():
    document = docx.Document()
    table = document.add_table(rows=3, cols=3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "bred"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "høj"
    table.cell(2, 2).text = "c"
    assert [line.cells for line in read_docx(saved(document)).lines] == [
        ("bred", "", ""),
        ("høj", "", ""),
        ("", "", "c"),
    ]


def test_table_that_only_arranges_the_page_is_read_as_text():
    document = docx.Document()
    cell = document.add_table(rows=1, cols=2).cell(0, 1)
    cell.add_paragraph("Punkt 1", style="Heading 1")
    cell.add_paragraph("Tekst")
    assert texts(saved(document)) == ["Punkt 1", "Tekst"]


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        ("<w:r><w:t>a</w:t></w:r><w:del><w:r><w:delText>b</w:delText></w:r></w:del>", ["a"]),
        ("<w:ins><w:r><w:t>ny</w:t></w:r></w:ins>", ["ny"]),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>skjult</w:t></w:r><w:r><w:t>vist</w:t></w:r>", ["vist"]),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>", ["a", "b"]),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t></w:r>", ["a b-c"]),
        ("<w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink>", ["link"]),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>7</w:t></w:r>", ["7"]),
        ("<w:sdt><w:sdtContent><w:r><w:t>felt</w:t></w:r></w:sdtContent></w:sdt>", ["felt"]),
        ("<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>boks</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>", ["boks"]),
    ],
)
def test_only_what_word_shows_is_read(xml, expected):
    assert texts(body(xml)) == expected


def rezipped(data: bytes, change) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return target.getvalue()


def test_entities_are_never_expanded(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("hemmeligt")

    def change(name, content):
        if name != "word/document.xml":
            return content
        dtd = f'<!DOCTYPE d [<!ENTITY x SYSTEM "file://{secret}">]>'.encode()
        return content.replace(b"<w:document", dtd + b"<w:document", 1).replace(
            b"<w:body>", b"<w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p>"
        )

    with pytest.raises(WrongInput, match="dokumenttype"):
        read_docx(rezipped(saved(docx.Document()), change))


def test_macros_are_told_and_left_alone():
    file = io.BytesIO(body("<w:r><w:t>tekst</w:t></w:r>"))
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"macro")
    source = read_document(file.getvalue(), "a")
    assert (source.text, [warning.code for warning in source.warnings]) == ("tekst", ["macros"])


def test_strict_documents_are_read_too():
    data = rezipped(
        body("<w:r><w:t>streng</w:t></w:r>"),
        lambda _, content: content.replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main"),
    )
    assert texts(data) == ["streng"]


def test_heading_that_is_numbered_carries_its_number():
    document = docx.Document()
    with_list(document, 70)
    heading = document.add_heading("Budget", level=1)
    heading._p.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="70"/></w:numPr>')
    )
    assert texts(saved(document)) == ["1. Budget"]
    assert heading._p.find(qn("w:pPr")) is not None


def test_a_tab_parts_a_line_into_columns_but_not_a_number_from_its_text():
    document = docx.Document()
    document.add_paragraph("2.\tSalg af areal\tLukket")
    stream = io.BytesIO()
    document.save(stream)
    assert read_document(stream.getvalue(), "dagsorden.docx").lines[0].text == "2. Salg af areal    Lukket"
