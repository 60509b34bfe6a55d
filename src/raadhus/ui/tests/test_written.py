"""What a command writes lies there whole or not at all; what was there before is lost by neither a full disk nor a kill."""

import errno
import os
from pathlib import Path

import pytest

from raadhus.ui.written import write_whole


def test_a_file_is_replaced_and_nothing_else_is_left(tmp_path):
    target = tmp_path / "referat.pdf"
    target.write_bytes(b"for")
    target.chmod(0o640)
    write_whole(target, b"efter")
    assert target.read_bytes() == b"efter"
    assert target.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [target]


def test_a_full_disk_leaves_the_older_file_and_no_half_one(tmp_path, monkeypatch):
    target = tmp_path / "referat.md"
    target.write_bytes(b"for")

    def full(handle):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="space"):
        write_whole(target, b"efter")
    assert target.read_bytes() == b"for"
    assert list(tmp_path.iterdir()) == [target]


def test_a_link_stays_a_link_and_what_is_no_file_is_written_to(tmp_path):
    (tmp_path / "rigtig.txt").write_bytes(b"for")
    (tmp_path / "genvej.txt").symlink_to("rigtig.txt")
    write_whole(tmp_path / "genvej.txt", b"efter")
    assert (tmp_path / "genvej.txt").is_symlink()
    assert (tmp_path / "rigtig.txt").read_bytes() == b"efter"
    write_whole(Path(os.devnull), b"intet")
