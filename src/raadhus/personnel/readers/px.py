"""PC-Axis files: keywords with quoted texts, and the numbers last. Only what a table needs is read."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from itertools import product
from math import prod
from typing import NamedTuple

from raadhus.kernel.errors import WrongInput
from raadhus.personnel.rules.benchmarks.statbank import Dimension, StatTable, is_usable

_CODEPAGE = re.compile(rb'CODEPAGE="([A-Za-z0-9_-]{1,20})"')
_KEYWORD = re.compile(r'\s*([A-Z0-9-]+)(?:\[[a-z-]{2,8}\])?(?:\(((?:"[^"]*"(?:\s*,\s*)?)+)\))?\s*$')
_TEXT = re.compile(r'"([^"]*)"')
_JOINED = re.compile(r'"\s*\n\s*"')
_MOST_CELLS = 2_000_000
_CODEPAGES = {"iso-8859-1", "iso-8859-15", "windows-1252", "cp1252", "utf-8", "utf8"}


class _Statement(NamedTuple):
    keyword: str
    subject: str
    value: str


def read_px(data: bytes, name: str) -> StatTable:
    """Return the table of a PX file. Raises WrongInput when it is broken or its numbers are too few or too many."""
    statements = list(_statements(_decoded(data), name))
    said = {(one.keyword, one.subject): one.value for one in reversed(statements)}
    names = [text for keyword in ("STUB", "HEADING") for text in _TEXT.findall(said.get((keyword, ""), ""))]
    if not names or ("DATA", "") not in said:
        raise WrongInput(f"{name}: PX-filen har ingen variable eller ingen tal; hent den igen.")
    dimensions = tuple(_dimension(one, said, name) for one in names)
    numbers = said["DATA", ""].split()
    size = prod(len(dimension.values) for dimension in dimensions)
    if size > _MOST_CELLS or len(numbers) != size:
        raise WrongInput(f"{name}: PX-filen skulle have {size} tal og har {len(numbers)}; hent den igen.")
    codes = product(*([code for code, _ in dimension.values] for dimension in dimensions))
    cells = {place: _number(text, name) for place, text in zip(codes, numbers, strict=True)}
    title, source, updated = (_first(said, keyword) for keyword in ("TITLE", "SOURCE", "LAST-UPDATED"))
    return StatTable(title or name, dimensions, cells, source, updated)


def _decoded(data: bytes) -> str:
    if data.startswith(b"\xef\xbb\xbf"):
        return data.decode("utf-8-sig", "replace")
    found = _CODEPAGE.search(data[:2000])
    named = found[1].decode("ascii").lower() if found else ""
    return data.decode(named if named in _CODEPAGES else "windows-1252", "replace")


def _statements(text: str, name: str) -> Iterator[_Statement]:
    """Yield the statements; a semicolon or an equals sign inside quotes ends nothing."""
    for statement in _split(text, ";"):
        if not statement.strip():
            continue
        head, *rest = _split(statement, "=", most=1)
        found = _KEYWORD.fullmatch(head)
        if found is None or not rest:
            raise WrongInput(f"{name}: PX-filen er brudt ved {statement.strip()[:40]!r}; hent den igen.")
        subject = _TEXT.findall(found[2] or "")
        yield _Statement(found[1], subject[0] if subject else "", rest[0])


def _split(text: str, sign: str, most: int = -1) -> list[str]:
    parts: list[str] = []
    start, quoted = 0, False
    for place, character in enumerate(text):
        if character == '"':
            quoted = not quoted
        elif character == sign and not quoted and most != len(parts):
            parts.append(text[start:place])
            start = place + 1
    return [*parts, text[start:]]


def _dimension(variable: str, said: Mapping[tuple[str, str], str], name: str) -> Dimension:
    texts = _TEXT.findall(_JOINED.sub("", said.get(("VALUES", variable), "")))
    codes = _TEXT.findall(said.get(("CODES", variable), "")) or texts
    if not texts or len(codes) != len(texts) or len(set(codes)) != len(codes):
        raise WrongInput(
            f"{name}: variablen {variable!r} har ingen værdier eller ikke én kode til hver; hent filen igen."
        )
    return Dimension(variable, tuple(zip(codes, texts, strict=True)))


def _first(said: Mapping[tuple[str, str], str], keyword: str) -> str:
    return "".join(_TEXT.findall(said.get((keyword, ""), "")))


def _number(text: str, name: str) -> Decimal | None:
    if text.strip('"') in {".", "..", "...", "....", ".....", "......", "-", ""}:
        return None
    try:
        value = Decimal(text)
    except InvalidOperation as error:
        raise WrongInput(f"{name}: {text[:40]!r} er ikke et tal; hent PX-filen igen.") from error
    if not is_usable(value):
        raise WrongInput(f"{name}: {text[:40]!r} er ikke et tal; hent PX-filen igen.")
    return value
