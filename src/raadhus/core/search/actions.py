"""Writes to the search index: what has changed, and everything from the start."""

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from django.db import connection, transaction

from raadhus.core.access.public import require
from raadhus.core.audit.public import Subject, record
from raadhus.core.search.engines import Tokens, engine
from raadhus.core.search.models import AccessLabel, AccessSet, Entry, Facet, Word
from raadhus.core.search.queries import public_labels, source_named, sources
from raadhus.core.search.rules.compounds import LONGEST_WORD, Splitter
from raadhus.core.search.rules.words import stem, words
from raadhus.kernel.actors import Actor
from raadhus.kernel.rooms import SearchEntry, SearchSource

BATCH = 200
# Bounds of the index; what lies beyond is shown but not searched (docs/rules/search.md).
MOST_WORDS_IN_BODY = 50_000
MOST_KNOWN_WORDS = 50_000
SHORTEST_KNOWN_WORD = 5

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What a rebuild did, in entries."""

    indexed: int
    unchanged: int
    removed: int


def refresh(*, actor: Actor, source_name: str, keys: Sequence[str], now: datetime) -> int:
    """Index these entries of a source again, and take out those that are gone. Returns how many there are now.

    Whoever changed them was allowed to; `actor` is the system actor that follows the change.
    """
    require(actor, "search.refresh", now=now)
    source = source_named(source_name)
    found = list(source.entries(keys))
    with transaction.atomic():
        _learn(source, found, now)
        splitter = _splitter()
        _remove(source_name, set(keys))
        for batch in _batches(found):
            _insert(source_name, batch, splitter)
    return len(found)


def rebuild(*, actor: Actor, now: datetime, progress: Progress | None = None) -> Rebuilt:
    """Build the whole index again, source by source, in small transactions.

    May be interrupted at any time: what was reached can be found, and the next run leaves it alone.
    """
    require(actor, "search.rebuild", now=now)
    everything = [(source, list(source.entries())) for source in sources()]
    _learn_again(everything, now)
    splitter = _splitter()
    indexed = unchanged = removed = 0
    for source, entries in everything:
        known = dict(Entry.objects.filter(source=source.name).values_list("key", "digest"))
        removed += _remove(source.name, known.keys() - {entry.key for entry in entries})
        stale = [entry for entry in entries if known.get(entry.key) != _digest(entry, splitter)]
        unchanged += len(entries) - len(stale)
        for done, batch in enumerate(_batches(stale)):
            with transaction.atomic():
                _remove(source.name, {entry.key for entry in batch})
                _insert(source.name, batch, splitter)
            indexed += len(batch)
            if progress:
                progress(source.label, min((done + 1) * BATCH, len(stale)), len(stale))
    _forget_other_sources([source.name for source, _ in everything])
    result = Rebuilt(indexed, unchanged, removed)
    data = {"indexed": indexed, "unchanged": unchanged, "removed": removed}
    record(actor=actor, event="search.rebuilt", subject=Subject("search", "index", "søgeindekset"), data=data, now=now)
    return result


def _forget_other_sources(names: Sequence[str]) -> None:
    for name in Entry.objects.exclude(source__in=names).values_list("source", flat=True).distinct():
        _remove(name, set(Entry.objects.filter(source=name).values_list("key", flat=True)))


def _batches(entries: Sequence[SearchEntry]) -> Iterable[Sequence[SearchEntry]]:
    return (entries[first : first + BATCH] for first in range(0, len(entries), BATCH))


def _words_of_everybody(source: SearchSource, entries: Sequence[SearchEntry], now: datetime) -> set[str]:
    """Return the words of what everybody may see. Words from anything else, used to split compounds, would leak."""
    everybody = public_labels(source, now)
    found = {word for entry in entries if entry.allowed & everybody for word in words(f"{entry.title} {entry.body}")}
    return {word for word in found if word.isalpha() and SHORTEST_KNOWN_WORD <= len(word) <= LONGEST_WORD}


def _learn(source: SearchSource, entries: Sequence[SearchEntry], now: datetime) -> None:
    known = set(Word.objects.values_list("word", flat=True))
    new = sorted(_words_of_everybody(source, entries, now) - known)[: MOST_KNOWN_WORDS - len(known)]
    Word.objects.bulk_create([Word(word=word) for word in new], ignore_conflicts=True, batch_size=500)


def _learn_again(everything: Sequence[tuple[SearchSource, Sequence[SearchEntry]]], now: datetime) -> None:
    """Know exactly the words that everybody may see now; what was withdrawn is forgotten."""
    wanted = {word for source, entries in everything for word in _words_of_everybody(source, entries, now)}
    kept = set(sorted(wanted)[:MOST_KNOWN_WORDS])
    known = set(Word.objects.values_list("word", flat=True))
    gone = sorted(known - kept)
    with transaction.atomic():
        for first in range(0, len(gone), BATCH):
            Word.objects.filter(word__in=gone[first : first + BATCH]).delete()
        Word.objects.bulk_create([Word(word=word) for word in sorted(kept - known)], batch_size=500)


def _splitter() -> Splitter:
    return _splitter_of(frozenset(Word.objects.values_list("word", flat=True)))


@cache
def _newest() -> dict[frozenset[str], Splitter]:
    return {}


def _splitter_of(known: frozenset[str]) -> Splitter:
    """Return the splitter of these words; only the last one is kept, with all that it has split."""
    kept = _newest()
    if known not in kept:
        kept.clear()
        kept[known] = Splitter(known)
    return kept[known]


def _digest(entry: SearchEntry, splitter: Splitter) -> str:
    content = [
        [entry.title, entry.body, entry.url, entry.kind, str(entry.date)],
        sorted(entry.allowed),
        sorted(entry.facets.items()),
        splitter.fingerprint,
    ]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()


def _tokens(text: str, splitter: Splitter) -> tuple[tuple[str, ...], tuple[str, ...]]:
    found = words(text)[:MOST_WORDS_IN_BODY]
    parts = {part for word in set(found) for part in splitter.parts(word)}
    return tuple(stem(word) for word in found), tuple(sorted(parts))


def _remove(source_name: str, keys: Iterable[str]) -> int:
    wanted = sorted(keys)
    removed = 0
    for first in range(0, len(wanted), BATCH):
        found = Entry.objects.filter(source=source_name, key__in=wanted[first : first + BATCH])
        ids = list(found.values_list("id", flat=True))
        if ids:
            engine(connection.vendor).erase(ids)
            Facet.objects.filter(entry_id__in=ids).delete()
            found.delete()
            removed += len(ids)
    return removed


def _insert(source_name: str, batch: Sequence[SearchEntry], splitter: Splitter) -> None:
    sets = _access_sets(source_name, {entry.allowed for entry in batch})
    rows = Entry.objects.bulk_create(_row(source_name, entry, sets, splitter) for entry in batch)
    facets = [
        Facet(entry=row, name=name, value=value)
        for row, entry in zip(rows, batch, strict=True)
        for name, value in entry.facets.items()
        if value
    ]
    Facet.objects.bulk_create(facets)
    tokens = [(row.pk, Tokens(*_tokens(row.title, splitter), *_tokens(row.body, splitter))) for row in rows]
    engine(connection.vendor).write(tokens)


def _row(source_name: str, entry: SearchEntry, sets: dict[frozenset[str], int], splitter: Splitter) -> Entry:
    return Entry(
        source=source_name,
        key=entry.key,
        title=entry.title,
        body=entry.body,
        url=entry.url,
        date=entry.date,
        kind=entry.kind,
        access_set_id=sets[entry.allowed],
        digest=_digest(entry, splitter),
    )


def _access_sets(source_name: str, wanted: set[frozenset[str]]) -> dict[frozenset[str], int]:
    """Return the id of every set of labels, making those that are new. The empty set has no labels: nobody finds it."""
    found = {}
    for labels in wanted:
        full = sorted(f"{source_name}:{label}" for label in labels)
        digest = hashlib.sha256("\n".join(full).encode()).hexdigest()
        access_set, is_new = AccessSet.objects.get_or_create(digest=digest)
        if is_new:
            AccessLabel.objects.bulk_create(AccessLabel(access_set=access_set, label=label) for label in full)
        found[labels] = access_set.pk
    return found
