"""What would otherwise hang on the day or on chance: every run of the tests begins at the same moment and with the same noise.

`RAADHUS_TEST_CLOCK` is another moment (ISO, with its zone), or "now"; `RAADHUS_TEST_NOISE` any text. Both go to the processes that a test starts.
"""

import hashlib
import os
import time
from datetime import datetime

import time_machine

# A morning in the middle of a week, far from a change of year, of summer time and of what a law sets a date for.
MOMENT = "2026-11-18T10:00+01:00"
_NOW = "now"


def set_clock() -> None:
    """Let the clock of this process go on from the moment of the tests; files keep the machine's own times."""
    told = os.environ.get("RAADHUS_TEST_CLOCK", MOMENT)
    if told != _NOW:
        time_machine.travel(datetime.fromisoformat(told), tick=True).start()
        time.time()  # it begins to go when it is first asked; a fork that asks first would begin anew


def noise_key() -> bytes:
    """Return the key of the noise on the figures."""
    return hashlib.sha256(os.environ.get("RAADHUS_TEST_NOISE", "1").encode()).digest()
