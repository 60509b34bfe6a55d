"""An event's sentence with its placeholders filled from what was recorded."""

import json
from string import Formatter


class _Lenient(Formatter):
    """Fills what is known and shows a dash for what is not: an old entry must still be readable."""

    def get_value(self, key: int | str, args: object, kwargs: object) -> object:
        """Return the recorded value, or a dash."""
        del args
        return kwargs.get(str(key), "–") if isinstance(kwargs, dict) else "–"

    def format_field(self, value: object, format_spec: str) -> str:
        """Join lists with commas; everything else as it is."""
        del format_spec
        return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def fill(sentence: str, *, data: str, subject: str) -> str:
    """Return the sentence with {placeholders} from the entry's data (JSON text) and {subject} for its label."""
    try:
        values = json.loads(data)
    except ValueError:
        values = {}
    known = {"subject": subject, **(values if isinstance(values, dict) else {})}
    return _Lenient().vformat(sentence, (), known)
