"""Lists in Word: a numbering of its own for every list, so that each starts where its own markers start."""

import re
from collections.abc import Sequence
from typing import Any

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

_LEVELS = 9
_INDENT = 360
_MARKER = re.compile(r"(?P<before>\(?)(?:(?P<number>[1-9]\d{0,4})|(?P<letter>[a-zA-Z]))(?P<after>[.):]{0,2})")
_BULLETS = "•–▪"


class Numbering:
    """Makes list definitions in a document's numbering part."""

    def __init__(self, document: Document) -> None:
        self._root: Any = document.part.numbering_part.element
        for element in list(self._root):
            self._root.remove(element)
        self._made: dict[tuple[str, str, int, int], int] = {}
        self._count = 0

    def list_for(self, labels: Sequence[str | None], level: int) -> int | None:
        """Return the id of a new list at this level that prints these markers; None when Word's counting cannot print them."""
        if not any(labels):
            return self._bullets()
        counted = _counted(labels)
        return self._make(*counted, level=level) if counted else None

    def _bullets(self) -> int:
        """Return the one bulleted list, which needs no counting."""
        key = ("bullet", "", 0, 0)
        if key not in self._made:
            self._made[key] = self._add([("bullet", _BULLETS[level % len(_BULLETS)], 1) for level in range(_LEVELS)])
        return self._made[key]

    def _make(self, style: str, text: str, start: int, *, level: int) -> int:
        """Return a new counted list; each list counts by itself."""
        before, after = text.split("%", 1)
        return self._add(
            [
                (style, f"{before}%{each + 1}{after}", start) if each == level else ("bullet", _BULLETS[0], 1)
                for each in range(_LEVELS)
            ]
        )

    def _add(self, levels: Sequence[tuple[str, str, int]]) -> int:
        self._count += 1
        number = self._count
        abstract = "".join(
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{text}"/>'
            f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{_INDENT * (depth + 1)}" w:hanging="{_INDENT}"/></w:pPr></w:lvl>'
            for depth, (style, text, start) in enumerate(levels)
        )
        kind = '<w:multiLevelType w:val="hybridMultilevel"/>'
        definition = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{kind}{abstract}</w:abstractNum>'
        )
        first = self._root.find(qn("w:num"))
        if first is None:
            self._root.append(definition)
        else:
            first.addprevious(definition)
        self._root.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>')
        )
        return number


def _counted(labels: Sequence[str | None]) -> tuple[str, str, int] | None:
    """Return Word's number format, its text with % for the number, and the start; None unless the markers count up by one."""
    found = [_MARKER.fullmatch(label or "") for label in labels]
    first = found[0]
    if first is None:
        return None
    style, start = _value(first)
    for step, each in enumerate(found):
        if each is None or _value(each) != (style, start + step) or _frame(each) != _frame(first):
            return None
    return style, "%".join(_frame(first)), start


def _value(marker: re.Match[str]) -> tuple[str, int]:
    if marker["number"]:
        return "decimal", int(marker["number"])
    letter = marker["letter"]
    return ("lowerLetter" if letter.islower() else "upperLetter"), ord(letter.lower()) - ord("a") + 1


def _frame(marker: re.Match[str]) -> tuple[str, str]:
    return marker["before"], marker["after"]
