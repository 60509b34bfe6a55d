"""A section as what two versions of it are compared by: its heading first, then its blocks."""

import json
from collections.abc import Iterable, Sequence

from raadhus.core.documents.text import Block, blocks_from_editor, blocks_to_json, plain_text
from raadhus.kernel.errors import WrongInput
from raadhus.meetings.rules.reading import SectionKind
from raadhus.meetings.rules.review_fields import SECTION_LABELS
from raadhus.meetings.rules.sentences import Sentence

LARGEST_SECTION = 1_000_000
LONGEST_HEADING = 300
# The sections that an author chooses between; the others are made of recommendations, attachments and decisions.
WRITTEN_KINDS = {
    kind: SECTION_LABELS[kind]
    for kind in (
        SectionKind.BACKGROUND,
        SectionKind.STATEMENT,
        SectionKind.ASSESSMENT,
        SectionKind.ECONOMY,
        SectionKind.PROCESS,
        SectionKind.OTHER,
    )
}
Part = str | Block


class SectionTooLarge(WrongInput):
    """A section holds more than a section can."""


def parts_of(heading: str, blocks: Iterable[Block]) -> tuple[Part, ...]:
    """Return heading and blocks as parts. Raises SectionTooLarge."""
    parts: tuple[Part, ...] = (" ".join(heading.split())[:LONGEST_HEADING], *blocks)
    if len(json.dumps(blocks_to_json(text_of(parts)))) > LARGEST_SECTION:
        raise SectionTooLarge(
            Sentence("Afsnittet er for stort: det fylder over 1 MB. Del det i flere afsnit, eller læg det som bilag.")
        )
    return parts


def edited_parts(heading: str, content: object) -> tuple[Part, ...]:
    """Return the parts of what the editor sent. Raises NotBlocks or SectionTooLarge."""
    return parts_of(heading, blocks_from_editor(content))


def heading_of(parts: Sequence[Part]) -> str:
    """Return the heading."""
    return parts[0] if parts and isinstance(parts[0], str) else ""


def text_of(parts: Iterable[Part]) -> tuple[Block, ...]:
    """Return the blocks."""
    return tuple(part for part in parts if not isinstance(part, str))


def plain(parts: Sequence[Part]) -> str:
    """Return heading and text as plain text."""
    return "\n\n".join(filter(None, (heading_of(parts), plain_text(text_of(parts)))))


def words(blocks: Sequence[Block]) -> int:
    """Return how many words a text has."""
    return len(plain_text(blocks).split())
