"""The virus scanner at storing: what it says counts, silence is judged by the setting, and no file fills the memory."""

import io
import socket
import struct
import threading
import tracemalloc

import pytest

from raadhus.core.documents import scanning
from raadhus.core.documents.models import FileContent
from raadhus.core.documents.public import Scan, scan_of, store_file
from raadhus.core.documents.rules.scans import ScannerSilent
from raadhus.kernel.errors import WrongInput
from raadhus.kernel.roles import Role

VIRUS = b"X5O!P%@AP-lad-som-om"


class Clamd(threading.Thread):
    """A daemon that speaks as clamd does, on a socket of its own, to as many as come."""

    def __init__(self, path, answer=None):
        super().__init__(daemon=True)
        self.answer, self.received = answer, b""
        self.listener = socket.socket(socket.AF_UNIX)
        self.listener.bind(str(path))
        self.listener.listen()

    def run(self):
        while True:
            try:
                caller, _ = self.listener.accept()
            except OSError:
                return
            with caller, caller.makefile("rb") as heard:
                self._hear(caller, heard)

    def _hear(self, caller, heard):
        assert heard.read(10) == b"zINSTREAM\0"
        self.received = b""
        while length := struct.unpack("!I", heard.read(4))[0]:
            self.received += heard.read(length)
        found = b"stream: Eicar FOUND\0" if VIRUS in self.received else b"stream: OK\0"
        caller.sendall(self.answer or found)


@pytest.fixture
def clamd(tmp_path, settings):
    daemon = Clamd(tmp_path / "clamd")
    daemon.start()
    settings.CLAMD = str(tmp_path / "clamd")
    yield daemon
    daemon.listener.close()


@pytest.fixture
def store(cast, now):
    def store(data, name="notat.txt"):
        return store_file(actor=cast[Role.SECRETARY], name=name, data=data, now=now)

    return store


def test_a_clean_file_is_kept_with_the_scanners_word(clamd, store):
    kept = store("Et notat om økonomien.".encode())
    assert scan_of(kept.sha256) is Scan.CLEAN
    assert clamd.received.decode() == "Et notat om økonomien."


def test_an_infected_file_is_refused_in_one_sentence_and_not_kept(clamd, store):
    with pytest.raises(WrongInput, match=r"^notat.txt: virusskanneren har fundet noget i filen") as refused:
        store(b"noget tekst " + VIRUS)
    assert str(refused.value).count("\n") == 0
    assert FileContent.objects.count() == 0


@pytest.mark.parametrize("answer", [b"INSTREAM size limit exceeded. ERROR\0", b"", b"hvad?\0"])
def test_an_answer_that_is_no_verdict_counts_as_silence(clamd, store, answer):
    clamd.answer = answer or b"\0"
    with pytest.raises(WrongInput, match="ikke undersøges"):
        store(b"noget tekst")


def test_a_silent_scanner_refuses_when_it_must_answer(store, settings, tmp_path):
    settings.CLAMD = str(tmp_path / "findes-ikke")
    with pytest.raises(WrongInput, match="prøv igen om lidt"):
        store(b"noget tekst")


def test_a_silent_scanner_lets_through_when_it_need_not_answer(store, settings, tmp_path):
    settings.CLAMD, settings.CLAMD_REQUIRED = str(tmp_path / "findes-ikke"), False
    assert scan_of(store(b"noget tekst").sha256) is Scan.NOT_SCANNED


def test_without_a_scanner_a_file_is_kept_and_said_not_to_be_scanned(store, settings):
    settings.CLAMD = ""
    assert scan_of(store(b"noget tekst").sha256) is Scan.NOT_SCANNED


def test_an_address_that_is_none_is_silence():
    with pytest.raises(ScannerSilent):
        scanning.scan(io.BytesIO(b"x"), address="ingen-port")


class Endless(io.RawIOBase):
    """A file of any size that is nowhere in memory."""

    def __init__(self, size):
        self.left = size

    def read(self, count=-1):
        taken = min(self.left, count)
        self.left -= taken
        return b"a" * taken


@pytest.mark.parametrize("size", [15_000_000, 200_000_000])
def test_a_large_file_is_kept_or_refused_without_being_held_in_memory(store, settings, size):
    settings.DOCUMENTS_MAX_BYTES = 20_000_000
    tracemalloc.start()
    try:
        if size > settings.DOCUMENTS_MAX_BYTES:
            with pytest.raises(WrongInput, match="fylder over 20 MB"):
                store(Endless(size))
        else:
            assert store(Endless(size)).size == size
        assert tracemalloc.get_traced_memory()[1] < 8_000_000
    finally:
        tracemalloc.stop()
