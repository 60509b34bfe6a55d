"""`raadhus meetings parse` on bad input, as a process: exit code 2, one line on standard error, never a traceback, and soon."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from raadhus.core.documents.tests import bad_files

COMMAND = Path(sys.executable).parent / "raadhus"
MINUTES = """Referat

Direktionen den 3. marts 2026 kl. 9.00

1. Årets budget

Beslutning
Godkendt.
"""

BAD = {
    "tom.pdf": lambda: b"",
    "billede.pdf": bad_files.picture,
    "laast.pdf": bad_files.encrypted_pdf,
    "afkortet.pdf": lambda: bad_files.pdf()[:-600],
    "scannet.pdf": bad_files.scanned_pdf,
    "bombe.docx": bad_files.docx_bomb,
    "afkortet.docx": lambda: bad_files.docx_file()[:-3000],
    "laast.docx": bad_files.docx_with_password,
    "gammel.doc": lambda: bad_files.OLE,
    "gammel.rtf": lambda: bad_files.RTF,
    "fremmed.odt": bad_files.odt,
    "kun-script.html": lambda: b"<html><script>alert(1)</script></html>",
    "dyb.html": lambda: b"<div>" * 50_000,
    "stoej.txt": lambda: bytes(range(256)) * 40,
    "linje\nskift.txt": lambda: b"",
}


def parse(*arguments, seconds=240, **environment):
    return subprocess.run(
        [COMMAND, "meetings", "parse", *arguments],
        capture_output=True,
        timeout=seconds,
        check=False,
        env={**os.environ, **environment},
    )


def assert_refused(result, name):
    assert result.returncode == 2
    error = result.stderr.decode()
    assert error.count("\n") == 1, error
    assert error.startswith("raadhus: ")
    assert name.replace("\n", "?") in error
    assert b"Traceback" not in result.stdout + result.stderr


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_gets_one_line(name, tmp_path):
    (tmp_path / name).write_bytes(BAD[name]())
    assert_refused(parse(tmp_path / name), name)


def test_two_gigabytes_are_refused_at_once(tmp_path):
    path = tmp_path / "kaempe.pdf"
    path.touch()
    os.truncate(path, 2 << 30)
    started = os.times()
    assert_refused(parse(path), "kaempe.pdf")
    spent = os.times()
    assert spent.children_user + spent.children_system - started.children_user - started.children_system < 30


def test_what_is_not_there_gets_one_line(tmp_path):
    assert_refused(parse(tmp_path / "findes-ikke.pdf"), "findes-ikke.pdf")
    assert_refused(parse(tmp_path), str(tmp_path))


def test_one_bad_file_takes_nothing_from_the_others(tmp_path):
    (tmp_path / "god.txt").write_text(MINUTES)
    (tmp_path / "tom.pdf").touch()
    result = parse("--json", tmp_path / "tom.pdf", tmp_path / "god.txt")
    assert_refused(result, "tom.pdf")
    assert [reading["items"][0]["title"] for reading in json.loads(result.stdout)] == ["Årets budget"]


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "cp865", "utf-16"])
def test_every_character_set_gives_the_same_meeting(encoding, tmp_path):
    (tmp_path / "referat.txt").write_bytes(MINUTES.encode(encoding))
    (reading,) = json.loads(parse("--json", tmp_path / "referat.txt").stdout)
    assert (reading["body"], reading["date"], reading["items"][0]["title"]) == (
        "Direktionen",
        "2026-03-03",
        "Årets budget",
    )


def test_ten_thousand_items_are_read(tmp_path):
    items = "\n\n".join(f"{number}. Sag om vej {number}\n\nBeslutning\nGodkendt." for number in range(1, 10_001))
    (tmp_path / "mange.txt").write_text("Referat\n\nDirektionen den 3. marts 2026\n\n" + items)
    (reading,) = json.loads(parse("--json", tmp_path / "mange.txt", seconds=240).stdout)
    assert len(reading["items"]) == 10_000


def test_names_and_terminals_of_any_character_set_will_do(tmp_path):
    name = os.fsencode(tmp_path) + b"/r\xe6ferat.txt"
    Path(os.fsdecode(name)).write_text(MINUTES)
    result = parse("--json", os.fsdecode(name), PYTHONIOENCODING="ascii")
    assert result.returncode == 0
    assert json.loads(result.stdout)[0]["items"][0]["title"] == "Årets budget"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs the device that is always full")
def test_a_full_disk_gets_one_line(tmp_path):
    (tmp_path / "god.txt").write_text(MINUTES)
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            [COMMAND, "meetings", "parse", "--json", tmp_path / "god.txt"],
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=240,
            check=False,
        )
    assert (result.returncode, result.stderr.count(b"\n")) == (2, 1)
