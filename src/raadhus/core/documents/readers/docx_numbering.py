"""The printed list markers of a Word document: they stand nowhere in it and must be counted."""

import re
from dataclasses import dataclass

from lxml import etree

from raadhus.core.documents.readers.docx_styles import W
from raadhus.core.documents.readers.markers import BULLET, counted

_FORMATS = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
_PLACEHOLDER = re.compile(r"%([1-9])")
_LARGEST = 100_000


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list: what it counts from, how, and the text around the count; `legal` prints every level in digits."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    legal: bool = False


class Markers:
    """Counts the lists of a document, paragraph by paragraph."""

    def __init__(self, root: etree._Element | None) -> None:
        """Take the root of numbering.xml, or None when there is none."""
        self._levels: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, str] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is None:
            return
        for abstract in root.iterchildren(f"{W}abstractNum"):
            key = abstract.get(f"{W}abstractNumId") or ""
            self._levels[key] = {_number(level, "ilvl"): _level(level) for level in abstract.iterchildren(f"{W}lvl")}
        for concrete in root.iterchildren(f"{W}num"):
            self._add_list(concrete)

    def _add_list(self, concrete: etree._Element) -> None:
        key = concrete.get(f"{W}numId") or ""
        named = concrete.find(f"{W}abstractNumId")
        self._lists[key] = (named.get(f"{W}val") if named is not None else None) or ""
        restarts = {}
        for override in concrete.iterchildren(f"{W}lvlOverride"):
            start = override.find(f"{W}startOverride")
            if start is not None:
                restarts[_number(override, "ilvl")] = _number(start, "val")
        self._restarts[key] = restarts

    def marker(self, number_id: str | None, level: int) -> str | None:
        """Count one paragraph of the list and return its marker, "" for a list that prints none, None for no list."""
        abstract = self._lists.get(number_id or "")
        if number_id is None or abstract is None:
            return None
        levels = self._levels.get(abstract, {})
        own = levels.get(level, _Level(text=f"%{level + 1}."))
        if own.form == "bullet":
            return BULLET
        counts = self._counts.setdefault(abstract, {})
        self._count(counts, number_id, level, own)
        if own.form == "none":
            return _PLACEHOLDER.sub("", own.text).strip()

        def count(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            shown = levels.get(place, _Level())
            form = "1" if own.legal else _FORMATS.get(shown.form, "1")
            return counted(counts.get(place, shown.start), form)

        return _PLACEHOLDER.sub(count, own.text).strip()

    def _count(self, counts: dict[int, int], number_id: str, level: int, own: _Level) -> None:
        """Go one further at this level; every deeper level begins again."""
        restart = self._restarts.get(number_id, {}).get(level)
        first_time = (number_id, level) not in self._begun
        self._begun.add((number_id, level))
        if restart is not None and first_time:
            counts[level] = restart
        else:
            counts[level] = counts[level] + 1 if level in counts else own.start
        for deeper in [place for place in counts if place > level]:
            del counts[deeper]


def _level(element: etree._Element) -> _Level:
    form, text, start = (element.find(f"{W}{name}") for name in ("numFmt", "lvlText", "start"))
    return _Level(
        start=_number(start, "val") if start is not None else 1,
        form=(form.get(f"{W}val") if form is not None else None) or "decimal",
        text=(text.get(f"{W}val") if text is not None else None) or "",
        legal=element.find(f"{W}isLgl") is not None,
    )


def _number(element: etree._Element, name: str) -> int:
    value = element.get(f"{W}{name}") or ""
    return min(int(value), _LARGEST) if re.fullmatch(r"\d{1,9}", value) else 0
