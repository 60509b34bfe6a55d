"""A small client of ClamAV's daemon (clamd), which looks into a file before it is kept. Optional: the setting CLAMD names it.

The protocol is INSTREAM as clamd's manual has it: the command, then pieces with their length in front, then an empty one.
"""

import socket
import struct
from typing import BinaryIO

from raadhus.core.documents.rules.scans import Scan, ScannerSilent

_PIECE = 1 << 16
_SECONDS = 60
_LONGEST_ANSWER = 4096


def scan(file: BinaryIO, *, address: str, seconds: float = _SECONDS) -> Scan:
    """Return what the daemon at "host:port" or "/path/of/socket" says of the file, which is read from its beginning.

    Raises ScannerSilent when it cannot be reached or says something else than clean or found.
    """
    file.seek(0)
    try:
        with _connected(address, seconds) as daemon:
            daemon.sendall(b"zINSTREAM\0")
            while piece := file.read(_PIECE):
                daemon.sendall(struct.pack("!I", len(piece)) + piece)
            daemon.sendall(struct.pack("!I", 0))
            return _verdict(_answer(daemon))
    except (OSError, ValueError) as error:
        raise ScannerSilent(str(error)) from error
    finally:
        file.seek(0)


def _connected(address: str, seconds: float) -> socket.socket:
    if address.startswith("/"):
        daemon = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            daemon.settimeout(seconds)
            daemon.connect(address)
        except OSError:
            daemon.close()
            raise
        return daemon
    host, _, port = address.rpartition(":")
    return socket.create_connection((host.strip("[]"), int(port)), timeout=seconds)


def _answer(daemon: socket.socket) -> str:
    answer = b""
    while b"\0" not in answer and len(answer) < _LONGEST_ANSWER:
        piece = daemon.recv(_LONGEST_ANSWER)
        if not piece:
            break
        answer += piece
    return answer.split(b"\0")[0].decode("utf-8", "replace").strip()


def _verdict(answer: str) -> Scan:
    """Read "stream: OK" and "stream: Eicar FOUND"; anything else (a size limit, an error) is no verdict."""
    if answer.endswith(" FOUND"):
        return Scan.INFECTED
    if answer == "stream: OK":
        return Scan.CLEAN
    raise ScannerSilent(answer or "no answer")
