"""Files are kept once by their content, checked by what they are, and found changed when they are."""

import io

import pytest
from django.core.files.storage import storages
from django.test import override_settings

from raadhus.core.audit.models import Entry
from raadhus.core.audit.public import trail
from raadhus.core.documents import storage
from raadhus.core.documents.models import FileContent, FileName, FileText
from raadhus.core.documents.public import Flaw, extract_text, file, open_file, store_file, verify_files
from raadhus.core.documents.tests import bad_files
from raadhus.kernel.errors import NotAllowed, NotFound, WrongInput
from raadhus.kernel.roles import Role

pytestmark = pytest.mark.django_db

PAGE = "<html><body><h1>Referat</h1><p>Børn og unge</p></body></html>".encode()
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20


@pytest.fixture(autouse=True)
def folder(tmp_path, settings):
    backend = {"BACKEND": "raadhus.core.documents.storage.FolderStorage", "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = {**settings.STORAGES, "documents": backend}
    return tmp_path


@pytest.fixture
def keep(cast, now):
    def keep(name="referat.html", data=PAGE, role=Role.SECRETARY):
        return store_file(actor=cast[role], name=name, data=data, now=now)

    return keep


def test_a_file_comes_back_as_it_was(keep):
    stored = keep()
    with open_file(stored.sha256) as opened:
        assert opened.read() == PAGE
    assert file(stored.sha256) == stored
    assert (stored.media_type, stored.size) == ("text/html", len(PAGE))


def test_content_lies_under_its_hash(keep, folder):
    sha256 = keep().sha256
    assert (folder / sha256[:2] / sha256[2:4] / sha256).read_bytes() == PAGE


def test_a_stream_is_kept_like_bytes(keep):
    assert keep(data=io.BytesIO(PAGE)) == keep()


def test_the_same_file_again_changes_nothing(keep):
    keep()
    entries = Entry.objects.count()
    keep()
    assert (FileContent.objects.count(), FileName.objects.count(), Entry.objects.count()) == (1, 1, entries)


def test_another_name_for_the_same_content_is_remembered(keep):
    first = keep()
    assert keep(name="kopi.html").sha256 == first.sha256
    assert (FileContent.objects.count(), FileName.objects.count()) == (1, 2)


def test_the_trail_says_what_was_kept_and_hides_the_name(keep):
    stored = keep(name="Fyring af NN.html")
    (entry,) = trail("file", stored.sha256)
    assert entry.sentence == f"gemte fil {stored.sha256[:12]} (text/html, {len(PAGE)} bytes)"
    assert "NN" not in str(list(Entry.objects.values()))


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.EMPLOYEE, Role.PUBLIC])
def test_who_may_not_keep_files_is_refused(keep, role):
    with pytest.raises(NotAllowed):
        keep(role=role)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "er tom"),
        (b"MZ\x90\0" + b"\0" * 60, "af en slags"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "af en slags"),
        (b"x" * 2_000_001, "fylder over 2 MB"),
        (bad_files.docx_with(b"<x/>", ("word/vbaProject.bin", b"x")), "makroer.*gem den uden"),
        (bad_files.zipped("xl/vbaProject.bin"), "makroer.*gem den uden"),
    ],
)
def test_what_is_not_kept_is_refused_with_a_sentence(keep, settings, folder, data, sentence):
    settings.DOCUMENTS_MAX_BYTES = 2_000_000
    with pytest.raises(WrongInput, match=sentence):
        keep(name="fil.pdf", data=data)
    assert list(storage.names()) == []


def test_a_stream_is_not_read_past_the_limit(keep, settings):
    settings.DOCUMENTS_MAX_BYTES = 1_000_000
    stream = io.BytesIO(b"x" * 3_000_000)
    with pytest.raises(WrongInput, match="fylder over"):
        keep(data=stream)
    assert stream.tell() == 1_000_001


def test_the_content_decides_and_not_the_name(keep):
    assert keep(name="referat.pdf", data=PNG).media_type == "image/png"


def test_the_allow_list_is_a_setting(keep, settings):
    settings.DOCUMENTS_ALLOWED_TYPES = ["application/pdf"]
    with pytest.raises(WrongInput, match="PDF"):
        keep()


def test_unknown_files_are_not_found():
    for sha256 in ("0" * 64, "../../etc/passwd", ""):
        with pytest.raises(NotFound):
            open_file(sha256)


def findings(cast, now):
    return [finding.flaw for finding in verify_files(cast[Role.AUDITOR], now=now)]


def test_verify_finds_nothing_when_all_is_well(keep, cast, now):
    keep()
    assert findings(cast, now) == []


def test_verify_finds_changed_missing_and_unknown_files(keep, cast, now, folder):
    changed, missing = keep(), keep(data=PNG)
    (folder / storage.path_of(changed.sha256)).write_bytes(b"andet")
    (folder / storage.path_of(missing.sha256)).unlink()
    (folder / "herrelos").write_text("?")
    assert sorted(findings(cast, now)) == [Flaw.CHANGED, Flaw.MISSING, Flaw.UNKNOWN]


def test_a_write_that_fails_leaves_nothing(keep, monkeypatch, folder):
    monkeypatch.setattr("os.fsync", lambda _: (_ for _ in ()).throw(OSError("disken er fuld")))
    with pytest.raises(OSError, match="disken er fuld"):
        keep()
    assert [path for path in folder.rglob("*") if path.is_file()] == []
    assert not FileContent.objects.exists()


def test_text_is_read_once_and_remembered(keep, cast, now, monkeypatch):
    stored = keep()
    first = extract_text(actor=cast[Role.SECRETARY], sha256=stored.sha256, now=now)
    monkeypatch.setattr("raadhus.core.documents.actions.read_document", None)
    assert extract_text(actor=cast[Role.SECRETARY], sha256=stored.sha256, now=now) == first
    assert "Børn og unge" in first.text


def test_text_is_read_again_when_the_readers_have_changed(keep, cast, now):
    stored = keep()
    extract_text(actor=cast[Role.SECRETARY], sha256=stored.sha256, now=now)
    FileText.objects.update(reader_version=0, packed=b"old")
    assert extract_text(actor=cast[Role.SECRETARY], sha256=stored.sha256, now=now).text == "Referat\nBørn og unge"


def test_any_storage_of_django_will_do(keep, cast, now, settings):
    memory = {"BACKEND": "django.core.files.storage.InMemoryStorage"}
    with override_settings(STORAGES={**settings.STORAGES, "documents": memory}):
        with open_file(keep().sha256) as opened:
            assert opened.read() == PAGE
        assert findings(cast, now) == []
        assert type(storages["documents"]).__name__ == "InMemoryStorage"
