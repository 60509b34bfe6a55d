"""The search: everything that the viewer may see and that matches, and nothing about anything else."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.db import connection
from django.utils.translation import gettext

from raadhus.core.search.engines import Condition, Value, engine
from raadhus.core.search.rules.query import Query, parse
from raadhus.core.search.rules.snippets import Fragment, highlight, snippet
from raadhus.kernel.actors import PUBLIC, Actor
from raadhus.kernel.errors import NotFound
from raadhus.kernel.rooms import Room, SearchSource

PAGE_SIZE = 20
BODY = "body"


class UnknownSource(NotFound):
    """A search source was named that no part of the house has registered."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found, with the places where it was met."""

    source: str
    key: str
    url: str
    title: tuple[Fragment, ...]
    snippet: tuple[Fragment, ...]
    date: date | None
    kind: str
    kind_label: str
    body: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that the answer can be narrowed to, and how many of the viewer's own hits have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Filters:
    """What the answer is narrowed to; None is everything. Both days are included."""

    kind: str | None = None
    body: str | None = None
    date_from: date | None = None
    date_to: date | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """One page of what the viewer found. Counts are of what the viewer may see; nothing else leaves a trace."""

    query: Query
    filters: Filters
    hits: tuple[Hit, ...]
    total: int
    page: int
    pages: int
    kinds: tuple[Choice, ...] = ()
    bodies: tuple[Choice, ...] = ()


def sources() -> tuple[SearchSource, ...]:
    """Return every search source that some part of the house has registered."""
    declared = (getattr(app, "room", None) for app in apps.get_app_configs())
    return tuple(source for room in declared if isinstance(room, Room) for source in room.search)


def source_named(name: str) -> SearchSource:
    """Return the source. Raises UnknownSource."""
    for source in sources():
        if source.name == name:
            return source
    raise UnknownSource(gettext("Der er ingen søgekilde, der hedder {name}.").format(name=name))


def public_labels(source: SearchSource, now: datetime) -> frozenset[str]:
    """Return the labels that everybody holds."""
    return source.viewer_labels(PUBLIC, now)


def search(
    viewer: Actor,
    query: str,
    *,
    now: datetime,
    kind: str | None = None,
    body: str | None = None,
    date_from: date | None = None,
    date_to: date | None = None,
    page: int = 1,
    page_size: int = PAGE_SIZE,
) -> Answer:
    """Return one page of what the viewer may see and that holds all terms; without terms, everything that fits the filters.

    A page beyond the last is the last. Nothing typed and no filter gives an empty answer.
    """
    parsed = parse(query)
    filters = Filters(kind, body, date_from, date_to)
    if not parsed.terms and filters == Filters():
        return Answer(parsed, filters, (), 0, 1, 1)
    labels = _labels(viewer, now)
    counted = _count(_where(parsed, labels, Filters(None, None, date_from, date_to)))
    total = sum(count for (a_kind, a_body), count in counted if kind in {None, a_kind} and body in {None, a_body})
    pages = max(1, -(-total // page_size))
    page = min(max(1, page), pages)
    where = _where(parsed, labels, filters)
    hits = _hits(parsed, where, (page - 1) * page_size, page_size) if total else ()
    kinds = _tally((a_kind, count) for (a_kind, a_body), count in counted if body in {None, a_body})
    bodies = _tally((a_body, count) for (a_kind, a_body), count in counted if a_body and kind in {None, a_kind})
    return Answer(
        parsed,
        filters,
        hits,
        total,
        page,
        pages,
        tuple(Choice(value, kind_label(value), count) for value, count in kinds),
        tuple(Choice(value, value, count) for value, count in bodies),
    )


def kind_label(kind: str) -> str:
    """Return the Danish name of a kind, as its source gives it, or else the source's own label."""
    for source in sources():
        named: Sequence[tuple[str, str]] = getattr(source, "kinds", ())
        for name, label in named:
            if name == kind:
                return gettext(label)
    return next((gettext(source.label) for source in sources() if source.name == kind), kind)


def _labels(viewer: Actor, now: datetime) -> list[str]:
    return sorted(f"{source.name}:{label}" for source in sources() for label in source.viewer_labels(viewer, now))


def _tally(counts: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """Return each value with its sum, the largest first and then by name."""
    sums: dict[str, int] = {}
    for value, count in counts:
        sums[value] = sums.get(value, 0) + count
    return sorted(sums.items(), key=lambda pair: (-pair[1], pair[0]))


def _where(query: Query, labels: Sequence[str], filters: Filters) -> Condition:
    """Return the condition of the answer: who may see stands first, beside what is asked for, in the same query."""
    holes = ", ".join(["%s"] * len(labels))
    allowed = f"e.access_set_id IN (SELECT access_set_id FROM search_accesslabel WHERE label IN ({holes}))"  # noqa: S608 - only placeholders are filled in
    parts = [Condition(allowed, tuple(labels)) if labels else Condition("1 = 0")]
    if query.terms:
        parts.append(engine(connection.vendor).matches(query))
    in_body = "EXISTS (SELECT 1 FROM search_facet f WHERE f.entry_id = e.id AND f.name = %s AND f.value = %s)"
    if filters.body is not None:
        parts.append(Condition(in_body, (BODY, filters.body)))
    if filters.kind is not None:
        parts.append(Condition("e.kind = %s", (filters.kind,)))
    if filters.date_from is not None:
        parts.append(Condition("e.date >= %s", (filters.date_from,)))
    if filters.date_to is not None:
        parts.append(Condition("e.date <= %s", (filters.date_to,)))
    return Condition(
        " AND ".join(part.sql for part in parts), tuple(value for part in parts for value in part.parameters)
    )


def _rows(sql: str, parameters: Sequence[Value]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, list(parameters))
        return list(cursor.fetchall())


def _count(where: Condition) -> list[tuple[tuple[str, str | None], int]]:
    """Return how many entries of each kind and body fit; the totals and every choice are sums of these."""
    sql = (
        "SELECT e.kind, f.value, COUNT(*) FROM search_entry e "  # noqa: S608 - built of fixed pieces; values are parameters
        "LEFT JOIN search_facet f ON f.entry_id = e.id AND f.name = %s "
        f"WHERE {where.sql} GROUP BY e.kind, f.value"
    )
    return [((kind, body), count) for kind, body, count in _rows(sql, (BODY, *where.parameters))]


def _hits(query: Query, where: Condition, offset: int, limit: int) -> tuple[Hit, ...]:
    """Return one page: titles first, then the newest. The texts are fetched for that page only."""
    score = engine(connection.vendor).score(query)
    sql = (
        "SELECT t.source, t.key, t.title, t.body, t.url, t.date, t.kind, f.value FROM ("  # noqa: S608 - built of fixed pieces; values are parameters
        f"SELECT e.id, {score.sql} AS score, e.date AS day FROM search_entry e WHERE {where.sql} "
        "ORDER BY 2 DESC, 3 DESC NULLS LAST, e.source, e.key LIMIT %s OFFSET %s"
        ") AS page JOIN search_entry t ON t.id = page.id LEFT JOIN search_facet f ON f.entry_id = t.id AND f.name = %s "
        "ORDER BY page.score DESC, page.day DESC NULLS LAST, t.source, t.key"
    )
    return tuple(_hit(query, row) for row in _rows(sql, (*score.parameters, *where.parameters, limit, offset, BODY)))


def _hit(query: Query, row: Sequence[Any]) -> Hit:
    source, key, title, text, url, day, kind, body = row
    return Hit(
        source=source,
        key=key,
        url=url,
        title=highlight(title, query.terms),
        snippet=snippet(text, query.terms),
        date=date.fromisoformat(day) if isinstance(day, str) else day,
        kind=kind,
        kind_label=kind_label(kind),
        body=body or "",
    )
