"""The Merkle tree over leaf hashes, as in RFC 6962 section 2.1."""

from collections.abc import Sequence
from datetime import date

from raadhus.kernel.sources import Source, rule
from raadhus.meetings.rules.signing.canonical import node_hash

CERTIFICATE_TRANSPARENCY = Source("RFC 6962, 2.1", "https://www.rfc-editor.org/rfc/rfc6962", date(2026, 3, 1))


@rule(CERTIFICATE_TRANSPARENCY)
def root_of(hashes: Sequence[bytes]) -> bytes:
    """Return the root over leaf hashes, split at the largest power of two below their number. Raises ValueError for none."""
    if not hashes:
        raise ValueError("a tree has at least one leaf")
    if len(hashes) == 1:
        return hashes[0]
    split = 1 << ((len(hashes) - 1).bit_length() - 1)
    return node_hash(root_of(hashes[:split]), root_of(hashes[split:]))
