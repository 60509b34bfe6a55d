"""However a document is damaged: it is read, or refused with one sentence; never anything else, and never for long."""

import io
import time
import zipfile
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from raadhus.core.documents.tests import bad_files
from raadhus.core.documents.text import read_document
from raadhus.kernel.errors import WrongInput

BASES = {
    "html": bad_files.PAGE.encode,
    "text": bad_files.TEXT.encode,
    "latin": lambda: bad_files.TEXT.encode("latin-1"),
    "docx": cache(bad_files.docx_file),
    "pdf": cache(bad_files.pdf),
}
SNIPPETS = st.sampled_from(
    [
        b"",
        b"\0",
        b"\xff\xfe",
        b"<",
        b"</",
        b"<table><tr><td colspan=99999999>",
        b"<w:p>",
        b"&#0;",
        b"PK",
        b"%PDF-",
        b"<!--",
        b"\xc3",
        b"endobj",
    ]
)
CHANGES = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 40), SNIPPETS | st.binary(max_size=6)), min_size=1, max_size=6
)
FUZZ = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def damaged(data: bytes, changes) -> bytes:
    for place, length, put in changes:
        at = int(place * len(data))
        data = data[:at] + put + data[at + length :]
    return data


def read_or_refuse(data: bytes) -> None:
    started = time.process_time()
    try:
        source = read_document(data, "fil")
    except WrongInput as error:
        assert "\n" not in str(error)  # noqa: PT017 - both ways out are right
    else:
        assert all(source.text[line.start : line.end] == line.text for line in source.lines)
        assert all(0 <= warning.start <= warning.end <= len(source.text) for warning in source.warnings)
    assert time.process_time() - started < 5


@pytest.mark.parametrize("base", BASES)
@FUZZ
@given(changes=CHANGES)
def test_damaged_files_are_read_or_refused(base, changes):
    read_or_refuse(damaged(BASES[base](), changes))


@pytest.mark.parametrize(
    "part", ["word/document.xml", "word/styles.xml", "word/numbering.xml", "docProps/core.xml", "_rels/.rels"]
)
@settings(FUZZ, max_examples=40)
@given(changes=CHANGES)
def test_docx_with_damaged_parts_are_read_or_refused(part, changes):
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(BASES["docx"]())) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, damaged(content, changes) if name == part else content)
    read_or_refuse(target.getvalue())


@FUZZ
@given(data=st.binary(max_size=400))
def test_noise_is_read_or_refused(data):
    read_or_refuse(data)
