"""Real documents with something broken in them are read or refused with a sentence; nothing else ever comes out."""

import random
import time
from pathlib import Path

import pytest

from raadhus.core.documents.text import read_document
from raadhus.kernel.errors import WrongInput
from raadhus.meetings.reader import read_meeting, reading_to_json

ODD = ["\x00", "\ufeff", "\u202e", "|", "---", "\t\t\t", "Punkt 1:", "1.", "Beslutning", "(((", "§ " * 50, "\r", "🙂"]
ROUNDS = 12


def mutated(data: bytes, dice: random.Random) -> bytes:
    """Return the bytes with a few cuts, doublings, swaps and odd marks put in."""
    for _ in range(dice.randint(1, 6)):
        start = dice.randrange(len(data) + 1)
        end = min(len(data), start + dice.randrange(1, 400))
        piece, odd = data[start:end], dice.choice(ODD).encode()
        data = dice.choice(
            [
                data[:start] + data[end:],
                data[:start] + piece * 3 + data[end:],
                data[:start] + odd + data[start:],
                data[:start] + bytes(dice.randrange(256) for _ in range(len(piece) % 20)) + data[end:],
                data[end:] + data[:start],
            ]
        )
    return data


def real_documents(folder: Path) -> list[Path]:
    places = [*folder.glob("seeds/*.txt"), *folder.glob("real-minutes/*.txt"), *folder.glob("real-minutes/*.html")]
    return sorted(places)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(ROUNDS))
def test_a_broken_real_document_is_read_or_refused(shared_dir, seed):
    dice = random.Random(seed)  # noqa: S311 - chance for tests, not for secrets
    for path in real_documents(shared_dir):
        started = time.process_time()
        try:
            source = read_document(mutated(path.read_bytes(), dice), path.name)
            reading = read_meeting(source, file=path.name)
        except WrongInput:
            continue
        assert reading_to_json(reading)["file"] == path.name
        assert all(0 <= item.source.start <= item.source.end <= len(source.text) for item in reading.items)
        assert time.process_time() - started < 20


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(ROUNDS))
def test_a_broken_real_pdf_is_read_or_refused(shared_dir, seed):
    dice = random.Random(seed)  # noqa: S311 - chance for tests, not for secrets
    path = next(shared_dir.glob("real-minutes/*.pdf"))
    try:
        reading = read_meeting(read_document(mutated(path.read_bytes(), dice), path.name), file=path.name)
    except WrongInput:
        return
    assert reading.file == path.name
