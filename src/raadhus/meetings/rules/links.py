"""Links in what is published: may the public follow them? Nothing is fetched; an address is judged by its form and its host.

Source: the house's own rule (docs/rules/publication.md); an address on the municipality's inner net tells how it is built and leads nowhere.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import fnmatch
from ipaddress import ip_address
from urllib.parse import urlsplit

from raadhus.core.documents.text import Block, ListBlock, ListItem, MarkKind, Paragraph, Table


class LinkFault(StrEnum):
    """What is wrong with an address."""

    MALFORMED = "malformed"
    LOCAL_FILE = "local_file"
    INTERNAL = "internal"
    SCHEME = "scheme"


@dataclass(frozen=True, slots=True)
class WrongLink:
    """An address that the public cannot follow, as it is written."""

    address: str
    fault: LinkFault


_IN_TEXT = re.compile(r"\b(?:https?|ftp|file)://[^\s<>\"'»«)\]]+|\\\\[\w.-]+\\[^\s<>\"'»«]+", re.IGNORECASE)
_ENDS = ".,;:!?"
_FOLLOWED = frozenset({"http", "https"})
_ADDRESSED = frozenset({"mailto", "tel"})
_HOST = re.compile(r"(?!-)[\w-]{1,63}(?<!-)(?:\.(?!-)[\w-]{1,63}(?<!-))*\.?", re.UNICODE)
_MAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+")


def fault_of(address: str, internal: Iterable[str]) -> LinkFault | None:
    """Return what is wrong with an address, or None. `internal` are patterns of hosts of the inner net ("intranet.*", "*.local")."""
    address = address.strip()
    if address.startswith("\\\\") or address.casefold().startswith("file:"):
        return LinkFault.LOCAL_FILE
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return LinkFault.MALFORMED
    scheme = parts.scheme.casefold()
    if scheme in _ADDRESSED:
        return None if scheme == "tel" or _MAIL.match(parts.path) else LinkFault.MALFORMED
    if scheme not in _FOLLOWED:
        return LinkFault.SCHEME if scheme else LinkFault.MALFORMED
    if not host or re.search(r"\s", address) or (port is not None and port == 0):
        return LinkFault.MALFORMED
    return _fault_of_host(host, internal)


def _fault_of_host(host: str, internal: Iterable[str]) -> LinkFault | None:
    try:
        number = ip_address(host)
    except ValueError:
        if not _HOST.fullmatch(host):
            return LinkFault.MALFORMED
        is_inner = "." not in host.rstrip(".") or any(fnmatch(host.casefold(), one.casefold()) for one in internal)
        return LinkFault.INTERNAL if is_inner else None
    return None if number.is_global else LinkFault.INTERNAL


def wrong_links(blocks: Iterable[Block], internal: Iterable[str]) -> tuple[WrongLink, ...]:
    """Return the addresses in the blocks, behind words or printed, that the public cannot follow; each once."""
    patterns = tuple(internal)
    found = ((address, fault_of(address, patterns)) for address in addresses_in(blocks))
    return tuple(dict.fromkeys(WrongLink(address, fault) for address, fault in found if fault))


def addresses_in(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield every address in the blocks, in the order of the text."""
    for text, links in _texts(blocks):
        yield from links
        for found in _IN_TEXT.findall(text):
            yield found.rstrip(_ENDS)


def _texts(blocks: Iterable[Block]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for block in blocks:
        match block:
            case Paragraph(text, marks):
                yield text, tuple(mark.href for mark in marks if mark.kind is MarkKind.LINK and mark.href)
            case ListBlock(items):
                yield from ((text, ()) for text in _listed(items))
            case Table(rows):
                yield from ((cell, ()) for row in rows for cell in row)
            case _:
                yield getattr(block, "text", ""), ()


def _listed(items: Iterable[ListItem]) -> Iterator[str]:
    for item in items:
        yield item.text
        yield from _listed(item.items)
