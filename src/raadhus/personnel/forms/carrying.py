"""A file between the steps of an import: it goes with the form and is kept nowhere."""

import base64
import zlib
from typing import NamedTuple


class CarriedFile(NamedTuple):
    """A file between the steps: it goes with the form and is kept nowhere."""

    name: str
    data: bytes

    def packed(self) -> str:
        """Return the data as a hidden field holds it."""
        return base64.b64encode(zlib.compress(self.data, 9)).decode("ascii")
