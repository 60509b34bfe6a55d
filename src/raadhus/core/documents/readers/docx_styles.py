"""What a Word document's styles say about its paragraphs: heading level, numbering, bold, size."""

import re
from dataclasses import dataclass

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_HEADING_NAME = re.compile(r"(?:heading|overskrift)\s*([1-9])", re.IGNORECASE)
_TITLES = frozenset({"title", "titel"})
_LONGEST_CHAIN = 20
_LOWEST_LEVEL = 6
_BODY_LEVEL = 9


@dataclass(frozen=True, slots=True)
class Numbering:
    """Which list (`number_id`) and which level of it a paragraph belongs to; None where not said."""

    number_id: str | None = None
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Style:
    """One style with what it inherits."""

    name: str = ""
    heading: int = 0
    numbering: Numbering = Numbering()
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    size: float | None = None


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: etree._Element | None) -> None:
        """Take the root of styles.xml, or None when there is none."""
        self._elements: dict[str, etree._Element] = {}
        self._found: dict[str | None, Style] = {}
        self.default_paragraph: str | None = None
        self.size: float | None = None
        if root is None:
            return
        self.size = run_size(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
        for element in root.iterchildren(f"{W}style"):
            key = element.get(f"{W}styleId")
            if key:
                self._elements[key] = element
                if element.get(f"{W}type") == "paragraph" and is_on(element.get(f"{W}default")):
                    self.default_paragraph = key

    def style(self, key: str | None) -> Style:
        """Return the style with this id; an unknown id is an empty style."""
        if key not in self._found:
            self._found[key] = self._resolve(key)
        return self._found[key]

    def _resolve(self, key: str | None) -> Style:
        """Combine a style with those it is based on, the nearest first; a circle of styles ends after a while."""
        chain: list[Style] = []
        while key is not None and key in self._elements and len(chain) < _LONGEST_CHAIN:
            element = self._elements[key]
            chain.append(_own(element))
            key = _value(element, "basedOn")
        return Style(
            name=chain[0].name if chain else "",
            heading=next((style.heading for style in chain if style.heading), 0),
            numbering=Numbering(
                next((style.numbering.number_id for style in chain if style.numbering.number_id), None),
                next((style.numbering.level for style in chain if style.numbering.level is not None), None),
            ),
            bold=next((style.bold for style in chain if style.bold is not None), None),
            italic=next((style.italic for style in chain if style.italic is not None), None),
            hidden=next((style.hidden for style in chain if style.hidden is not None), None),
            size=next((style.size for style in chain if style.size is not None), None),
        )


def _own(element: etree._Element) -> Style:
    """Return what the style itself says."""
    name = _value(element, "name") or ""
    paragraph, run = element.find(f"{W}pPr"), element.find(f"{W}rPr")
    named = _HEADING_NAME.fullmatch(name.strip())
    heading = 1 if name.lower() in _TITLES else int(named[1]) if named else outline_level(paragraph)
    return Style(
        name=name,
        heading=min(heading, _LOWEST_LEVEL),
        numbering=numbering(paragraph),
        bold=switch(run, "b"),
        italic=switch(run, "i"),
        hidden=switch(run, "vanish"),
        size=run_size(run),
    )


def outline_level(properties: etree._Element | None) -> int:
    """Return the heading level (1-6) of paragraph properties, or 0."""
    value = _value(properties, "outlineLvl")
    level = int(value) if value and value.isascii() and value.isdigit() else _BODY_LEVEL
    return min(level + 1, _LOWEST_LEVEL) if level < _BODY_LEVEL else 0


def numbering(properties: etree._Element | None) -> Numbering:
    """Return the list that paragraph properties name."""
    found = properties.find(f"{W}numPr") if properties is not None else None
    level = _value(found, "ilvl")
    return Numbering(_value(found, "numId"), int(level) if level and level.isascii() and level.isdigit() else None)


def switch(properties: etree._Element | None, name: str) -> bool | None:
    """Return whether run properties switch something on or off, or None when they do not say."""
    found = properties.find(f"{W}{name}") if properties is not None else None
    return None if found is None else is_on(found.get(f"{W}val", "1"))


def run_size(properties: etree._Element | None) -> float | None:
    """Return the font size in points."""
    value = _value(properties, "sz")
    return int(value) / 2 if value and re.fullmatch(r"\d{1,4}", value) else None


def style_id(properties: etree._Element | None, name: str) -> str | None:
    """Return the id of the paragraph style ("pStyle") or character style ("rStyle")."""
    return _value(properties, name)


def is_on(value: str | None) -> bool:
    """Return True for the ways in which Word says yes."""
    return value in {"1", "true", "on"}


def _value(element: etree._Element | None, name: str) -> str | None:
    found = element.find(f"{W}{name}") if element is not None else None
    return None if found is None else found.get(f"{W}val")
