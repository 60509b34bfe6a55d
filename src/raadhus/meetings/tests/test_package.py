"""One PDF of a meeting and its attachments: every page in its place, numbered, bookmarked, and nothing lost in silence."""

from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from page import ValidationProfile, is_pdf_compliant

from raadhus.meetings.rules.disclosure import Level
from raadhus.meetings.tests.attached_files import FILES, meeting_with, opened, pdf_of
from raadhus.meetings.writer import package
from raadhus.meetings.writer.enclosed import EnclosedFile
from raadhus.meetings.writer.package import package_steps, write_package


def texts(data):
    pdf = pypdfium2.PdfDocument(data)
    found = [page.get_textpage().get_text_bounded() for page in pdf]
    pdf.close()
    return found


def bookmarks(data):
    pdf = pypdfium2.PdfDocument(data)
    found = [(one.level, one.get_title(), one.get_dest().get_index()) for one in pdf.get_toc()]
    pdf.close()
    return found


def test_every_page_is_numbered_in_one_row():
    pages = texts(write_package(meeting_with("pdf", "word", "picture"), opened))
    assert [f"Side {number} af {len(pages)}" in text for number, text in enumerate(pages, 1)] == [True] * len(pages)


def test_the_pages_of_a_pdf_stand_after_its_item_and_its_bookmark_leads_there():
    data = write_package(meeting_with("pdf", "wide"), opened)
    pages, found = texts(data), {title: at for _level, title, at in bookmarks(data)}
    start = found["Bilag 1: Tidsplan"]
    assert [f"Bilagsside {number}" in pages[start + number - 1] for number in (1, 2, 3)] == [True] * 3
    assert "Bredt 1" in pages[found["Bilag 2: Kort"]]
    assert found["Punkt 2: Skolebusser"] < start < found["Bilag 2: Kort"] < found["Punkt 3: Lukket"]


def test_bookmarks_are_items_and_under_them_their_attachments():
    found = bookmarks(write_package(meeting_with("pdf", "word"), opened))
    assert [(level, title) for level, title, _ in found] == [
        (0, "Punkt 1: Godkendelse af dagsorden"),
        (0, "Punkt 2: Skolebusser"),
        (1, "Bilag 1: Tidsplan"),
        (1, "Bilag 2: Notat"),
        (0, "Punkt 3: Lukket"),
    ]


def test_the_contents_name_the_page_that_the_bookmark_leads_to():
    data = write_package(meeting_with("pdf", "wide", "word"), opened)
    contents = texts(data)[1]
    for _level, title, at in bookmarks(data):
        assert f"{at + 1}" in contents.split(title)[1].splitlines()[0]


def test_a_page_keeps_its_own_size_and_turn():
    data = write_package(meeting_with("wide", "turned"), opened)
    pdf = pypdfium2.PdfDocument(data)
    for _level, title, at in bookmarks(data):
        width, height = pdf[at].get_size()
        assert (width > height) == (title.endswith(("Kort", "Drejet")))
    pdf.close()


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("locked", "beskyttet med adgangskode"),
        ("broken", "beskadiget PDF"),
        ("no-picture", "Billedet er beskadiget"),
        ("slides", "kan ikke vises her: hent filen"),
    ],
)
def test_what_cannot_be_shown_gets_a_page_that_says_so(key, said):
    data = write_package(meeting_with(key, "pdf"), opened)
    page = texts(data)[
        {title: at for _, title, at in bookmarks(data)}[f"Bilag 1: {FILES[key].name.rpartition('.')[0]}"]
    ]
    assert said in " ".join(page.split())
    assert "Bilagsside 3" in "".join(texts(data))


def test_texts_tables_and_spreadsheets_are_written_out():
    whole = "".join(texts(write_package(meeting_with("word", "text", "sheet"), opened)))
    for words in (
        "Notat om skolebusser",
        "Der kører tolv busser.",
        "Nord",
        "Her er et brev. Med to linjer.",
        "SAC",
        "2,5",
    ):
        assert words in whole


def test_a_missing_file_is_told():
    assert "mangler i lageret" in "".join(texts(write_package(meeting_with("pdf"), lambda _one: None)))


def test_too_many_pages_get_a_page_that_says_so(monkeypatch):
    monkeypatch.setattr(package, "MOST_PAGES_IN_ALL", 2)
    assert "har nået 2 sider" in "".join(texts(write_package(meeting_with("pdf"), opened)))


def test_a_package_of_our_own_pages_is_accessible_and_one_with_others_claims_nothing(tmp_path):
    whole, mixed = tmp_path / "a.pdf", tmp_path / "b.pdf"
    whole.write_bytes(write_package(meeting_with("word", "picture", "sheet"), opened))
    mixed.write_bytes(write_package(meeting_with("pdf"), opened))
    assert is_pdf_compliant(str(whole), profile=ValidationProfile.PDF_UA_1)
    assert "opfylder PDF/UA-1" in texts(whole.read_bytes())[0]
    assert b"pdfuaid:part" not in pikepdf.open(mixed).Root.Metadata.read_bytes()
    assert "opfylder ikke PDF/UA" in " ".join(texts(mixed.read_bytes())[0].split())


def test_the_text_of_a_drawn_page_is_in_the_tags():
    with pikepdf.open(BytesIO(write_package(meeting_with("pdf"), opened))) as pdf:
        tree = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
        sheets = [page for page in pdf.pages if "/XObject" in page.obj.Resources]
        assert [str(tree[int(page.obj.StructParents)][-1].S) for page in sheets] == ["/P"] * 3
        assert all(
            b"/MCID" in page.Contents.read_bytes() if not isinstance(page.Contents, pikepdf.Array) else True
            for page in sheets
        )


def test_links_to_the_web_stay_and_scripts_do_not():
    with pikepdf.open(BytesIO(pdf_of(1))) as source:
        source.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        written = BytesIO()
        source.save(written)
    file = EnclosedFile("x.pdf", "application/pdf", written.getvalue())
    with pikepdf.open(BytesIO(write_package(meeting_with("pdf"), lambda _one: file))) as pdf:
        assert "/OpenAction" not in pdf.Root
        links = [
            str(link.A.URI)
            for page in pdf.pages
            for link in page.obj.get("/Annots", ())
            if "/URI" in link.get("/A", {})
        ]
    assert links == ["https://eksempel.example/1"]


def test_closed_items_come_out_of_no_package_for_others():
    whole = "".join(texts(write_package(meeting_with("pdf", level=Level.EMPLOYEE), opened)))
    assert "kanariefugl" not in whole
    assert "Indeholder lukkede punkter" not in whole


def test_a_package_with_closed_items_says_so_on_every_page_of_ours():
    pages = texts(write_package(meeting_with("word", level=Level.CLOSED), opened))
    assert "Indeholder lukkede punkter" in pages[0]
    assert "kanariefugl afsnit" in "".join(pages)


def test_the_same_meeting_gives_the_same_bytes():
    first, second = (write_package(meeting_with("pdf", "word"), opened) for _ in range(2))
    assert first == second


def test_progress_is_told_step_by_step():
    steps = list(package_steps(meeting_with("pdf", "word"), opened))
    assert [(one.done, one.of) for one in steps] == [(1, 4), (2, 4), (3, 4), (4, 4)]
