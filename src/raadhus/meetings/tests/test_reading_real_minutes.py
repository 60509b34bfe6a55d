"""The real documents with a hand-made reading: every layout family at 0.97 or better (skipped where they are missing)."""

import os
import re
import subprocess
import sys
from pathlib import Path

WANTED = 0.97


def test_every_layout_family_is_read(shared_dir):
    command = Path(sys.executable).parent / "raadhus"
    result = subprocess.run(  # noqa: S603 - runs the scorer that lies beside the documents
        [sys.executable, shared_dir / "real-minutes" / "score.py"],
        env={**os.environ, "RAADHUS": str(command)},
        capture_output=True,
        text=True,
        check=True,
    )
    scores = dict(re.findall(r"^(\w+)\s+([01]\.\d{3})\s", result.stdout, re.MULTILINE))
    assert len(scores) >= 7
    assert {family: score for family, score in scores.items() if float(score) < WANTED} == {}
