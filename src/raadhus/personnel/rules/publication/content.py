"""What a publication holds when it is written: text, charts and tables in sections, and the figures they were made of, as JSON values."""

import hashlib
import json
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, NamedTuple

from raadhus.personnel.rules.publication.material import Slot, Told

Json = dict[str, Any]


class Cell(NamedTuple):
    """A cell as it is read, and the number behind it (None for words)."""

    text: str
    value: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: what it shows, its columns, its rows, and what must be known to read it."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """A chart (None where there is nothing to draw) with its sentence and its table."""

    key: str
    title: str
    alt: str
    spec: Json | None
    sheet: Sheet


@dataclass(frozen=True, slots=True)
class Written:
    """A section as it is read. `comment` is what the editors wrote, in light markup."""

    key: str
    heading: str
    text: tuple[str, ...] = ()
    shown: tuple[Shown, ...] = ()
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Publishable:
    """A whole publication."""

    kind: str
    year: int
    half: int
    title: str
    place: str
    release: int
    sections: tuple[Written, ...]
    figures: tuple[tuple[Slot, Told], ...]
    definitions: tuple[Json, ...]
    references: tuple[Json, ...]
    asked: tuple[str, ...]

    def with_comments(self, comments: dict[str, str]) -> "Publishable":
        """Return it with what the editors wrote, by section."""
        sections = tuple(replace(one, comment=comments.get(one.key, "")) for one in self.sections)
        return replace(self, sections=sections)

    def with_comment(self, section: str, text: str) -> "Publishable":
        """Return it with another comment at one section."""
        return self.with_comments({one.key: one.comment for one in self.sections} | {section: text})


def to_json(content: Publishable) -> Json:
    """Return the content as JSON values."""
    return {
        "kind": content.kind,
        "year": content.year,
        "half": content.half,
        "title": content.title,
        "place": content.place,
        "release": content.release,
        "asked": list(content.asked),
        "sections": [_section_json(one) for one in content.sections],
        "figures": [[*slot, _number(told.value), told.words, told.blurred] for slot, told in content.figures],
        "definitions": list(content.definitions),
        "references": list(content.references),
    }


def from_json(values: Json) -> Publishable:
    """Return the content that was kept."""
    figures = tuple(
        (Slot(*one[:6]), Told(Decimal(one[6]) if one[6] is not None else None, one[7], one[8]))
        for one in values["figures"]
    )
    sections = tuple(_section(one) for one in values["sections"])
    return Publishable(
        kind=values["kind"],
        year=values["year"],
        half=values["half"],
        title=values["title"],
        place=values["place"],
        release=values["release"],
        sections=sections,
        figures=figures,
        definitions=tuple(values["definitions"]),
        references=tuple(values["references"]),
        asked=tuple(values["asked"]),
    )


def hash_of(values: Json) -> str:
    """Return the SHA-256 of the content in the one way in which it is hashed."""
    return hashlib.sha256(json.dumps(values, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _section_json(one: Written) -> Json:
    shown = [
        {
            "key": part.key,
            "title": part.title,
            "alt": part.alt,
            "spec": part.spec,
            "caption": part.sheet.caption,
            "head": list(part.sheet.head),
            "rows": [[[cell.text, _number(cell.value)] for cell in row] for row in part.sheet.rows],
            "notes": list(part.sheet.notes),
        }
        for part in one.shown
    ]
    return {"key": one.key, "heading": one.heading, "text": list(one.text), "shown": shown, "comment": one.comment}


def _section(values: Json) -> Written:
    shown = tuple(
        Shown(
            part["key"],
            part["title"],
            part["alt"],
            part["spec"],
            Sheet(
                part["caption"],
                tuple(part["head"]),
                tuple(
                    tuple(Cell(text, Decimal(number) if number is not None else None) for text, number in row)
                    for row in part["rows"]
                ),
                tuple(part["notes"]),
            ),
        )
        for part in values["shown"]
    )
    return Written(values["key"], values["heading"], tuple(values["text"]), shown, values["comment"])


def _number(value: Decimal | None) -> str | None:
    return None if value is None else str(value)
